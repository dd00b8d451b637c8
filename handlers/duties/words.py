"""What members write about duties: people, names of duties, and questions who answers for one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.args import split_words
from bot.kit import Ctx, MemberInfo
from bot.language.wishes import SELF
from models.duties import MAX_NAME
from models.rosters import roster

_HAN = re.compile(r"[\u4e00-\u9fff]")
_BETWEEN = re.compile(r"\s*[,、;/]\s*")
# A line that ends or asks like this is talk and no command.
_TALK = re.compile(r"[。!?~…]|[吗呢吧啊呀哦哈嘛啦了的]$")
# A bare command has no more words than this, and no longer ones.
_FEW, _SHORT = 3, 8

_TAIL = r"(?:这块|这边|那块|的事情?|的问题|问题|方面|工作)?"
_END = r"\s*(?:的|呢|啊|呀|了)?\s*[?？。~]*\s*"
_DOES = r"(?:在|来)?(?:负责|管|对接|跟进)"
_QUESTIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*(?:请问)?(?:现在|今天)?(?:是|有)?谁{_DOES}着?\s*(?P<duty>\S.*?){_TAIL}{_END}",
        rf"\s*(?:请问)?(?P<duty>\S.*?){_TAIL}(?:现在|今天|都)?(?:是|由|归)?\s*谁{_DOES}{_END}",
        rf"\s*(?:请问)?负责\s*(?P<duty>\S.*?){_TAIL}的(?:人)?是(?:谁|哪位){_END}",
        rf"\s*(?:请问)?(?P<duty>\S.*?){_TAIL}(?:应该|该|要|得)?(?:去)?找谁{_END}",
        r"\s*who(?:'s| is)? (?:handles|handling|owns|responsible for|in charge of|takes care of"
        r"|on|does) (?:the )?(?P<duty>\S.*?)\s*\??\s*",
    )
)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a line: people, the first name with «@» that nobody has, and all the rest.

    `is_marked` tells that somebody was named with «@».
    """

    people: tuple[MemberInfo, ...]
    stranger: str
    rest: str
    is_marked: bool

    @property
    def duties(self) -> tuple[str, ...]:
        """The names of duties that the rest holds."""
        return names_in(self.rest)


def read_line(ctx: Ctx, line: str) -> Said:
    """The people in a line and what else it says; raises Ambiguous for a name of several people.

    Where somebody is named with «@», a bare word is never a name.
    """
    everybody = roster(ctx.db, ctx.team.id)
    words = split_words(line)
    is_marked = any(word.startswith("@") for word in words)
    people: dict[int, MemberInfo] = {}
    stranger, rest = "", []
    for word in words:
        name = word.removeprefix("@")
        if word.startswith("@") or not is_marked:
            is_self = name.lower() in SELF
            member = ctx.actor if is_self else everybody.find(name)
            if member is not None:
                people[member.id] = member
                continue
            if word.startswith("@"):
                stranger = stranger or name
                continue
        rest.append(word)
    return Said(tuple(people.values()), stranger, " ".join(rest), is_marked)


def names_in(text: str) -> tuple[str, ...]:
    """Names of duties: «售后,回访», «售后 回访», «customer care, follow-up»."""
    found: list[str] = []
    for part in _BETWEEN.split(text.strip(" :,")):
        found += part.split() if _HAN.search(part) else [part] if part else []
    return tuple(dict.fromkeys(found))


def is_talk(line: str) -> bool:
    """Whether what stands behind a bare command word is a sentence."""
    words = [word for word in split_words(line) if not word.startswith("@")]
    long = any(
        len(part) > _SHORT for word in words for part in _BETWEEN.split(word) if not part.isascii()
    )
    return len(words) > _FEW or long or bool(_TALK.search(line.strip()))


def asked_for(text: str) -> str | None:
    """The duty for which a message asks who answers for it: 谁管售后?, 售后谁负责."""
    for question in _QUESTIONS:
        match = question.fullmatch(text)
        if match is not None and 2 <= len(match["duty"]) <= MAX_NAME + 4:
            return match["duty"].strip("「」“”\"' ")
    return None
