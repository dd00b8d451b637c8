"""What a line about a point of an agenda says: title, minutes, whose it is, for which meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.kit import Ctx, MemberInfo, Refusal
from bot.language.numerals import read_numeral
from bot.language.wishes import SELF
from models.rosters import LEFT, MERGED, Roster, roster

_MEETING = re.compile(r"(?<![A-Za-z0-9])#?[Mm](\d{1,9})(?![A-Za-z0-9])")
_MENTION = re.compile(r"[@＠]([^\s@＠,，、;；:：()（）]+)")
_FIGURE = r"(\d{1,3}(?:\.5)?|[一二两三四五六七八九十]{1,3})"
_LENGTH = re.compile(
    rf"{_FIGURE}\s*(?:分钟|分(?=\s|$)|min(?:ute)?s?\b|['′])"
    rf"|(半|{_FIGURE})\s*个?(?:小时|钟头|hours?\b)(半)?",
    re.IGNORECASE,
)
_ITEM_HEAD = re.compile(r"^\s*(?:议题|topic\b)?\s*[:：]?\s*(?:\d{1,2}\s*[.、)）](?!\d)|[-•*])?\s*")
_JOINED = re.compile(r"^[和跟与及、,，]+$")
_EDGES = " \t,，、;；:：.。-—"
_QUESTION = re.compile(
    r"[?？]|[吗呢么]\s*$|什么|怎么|多少|谁(?!$)|有没有|能不能|要不要|\b(?:what|who|when|why)\b"
)
_ASKS = re.compile(r"[?？]\s*$|[吗呢]\s*$")
_CHATTY = re.compile(r"[!！~～…]\s*$|[吧啊呀哦哈嘛啦了]\s*$")
_TALK = re.compile(
    r"^(?:还|已|没|是|有点|有些|太|都|就|先|再|别|这|那|好|很|挺|发|给|看|在|呢|出来|不[是要用好行错能对])"
    r"|[我你他她咱您]|大家|一下|\b(?:i|you|we|is|are|it)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Point:
    """A point as it was written; `minutes` and `owner` are None where nothing was said of them."""

    title: str
    minutes: int | None
    owner: MemberInfo | None


def asks(line: str) -> bool:
    """Whether a line ends as a question; one with 谁 in it may be the name of a thing."""
    return _ASKS.search(line) is not None


def is_talk(line: str) -> bool:
    """Whether a line reads like something said, and not like the name of a thing."""
    plain = line.strip()
    return any(sign.search(plain) for sign in (_QUESTION, _CHATTY, _TALK))


def take_meeting(line: str) -> tuple[str, int | None]:
    """The line without the number of a meeting, and that number."""
    match = _MEETING.search(line)
    if match is None:
        return line, None
    return f"{line[: match.start()]} {line[match.end() :]}".strip(), int(match[1])


def take_minutes(line: str) -> tuple[str, int | None]:
    """The line without the length that it names last, and that length in minutes."""
    found = list(_LENGTH.finditer(line))
    if not found:
        return line, None
    match = found[-1]
    if match[1] is not None:
        minutes = _figure(match[1])
    elif match[2] == "半":
        minutes = Decimal(30)
    else:
        minutes = 60 * _figure(match[3]) + (30 if match[4] else 0)
    return f"{line[: match.start()]} {line[match.end() :]}".strip(), int(minutes)


def _figure(word: str) -> Decimal:
    found = Decimal(2) if word == "两" else read_numeral(word)
    return found if isinstance(found, Decimal) else Decimal(0)


def take_people(ctx: Ctx, line: str) -> tuple[str, tuple[MemberInfo, ...]]:
    """The line without the people it names by «@», and those; raises Refusal for an unknown one and
    Ambiguous where several are called so.
    """
    everybody = roster(ctx.db, ctx.team.id)
    found: dict[int, MemberInfo] = {}
    rest = []
    last = 0
    for match in _MENTION.finditer(line):
        member, length = _person(ctx, everybody, match[1])
        if member is None or member.state in (LEFT, MERGED):
            raise Refusal("agenda-who", name=match[1][:20])
        found[member.id] = member
        rest.append(line[last : match.start()])
        last = match.start() + 1 + length
    rest.append(line[last:])
    words = " ".join(" ".join(rest).split(" "))
    kept = [word for word in words.split(" ") if word and not _JOINED.match(word)]
    return " ".join(kept), tuple(found.values())


def _person(ctx: Ctx, everybody: Roster, name: str) -> tuple[MemberInfo | None, int]:
    """The member of that name, or of the longest one that it begins with, and its length."""
    if name in SELF:
        return ctx.actor, len(name)
    for length in range(len(name), 1, -1):
        member = everybody.find(name[:length])
        if member is not None:
            return member, length
    return None, 0


def read_point(ctx: Ctx, line: str) -> Point:
    """A line as a point; raises Refusal for an unknown person and for several."""
    line, minutes = take_minutes(_ITEM_HEAD.sub("", line, count=1))
    line, people = take_people(ctx, line)
    if len(people) > 1:
        raise Refusal("agenda-one-owner")
    return Point(line.strip(_EDGES), minutes, people[0] if people else None)


def is_sure(line: str) -> bool:
    """Whether a line names minutes, a person or a meeting, as talk about an agenda hardly does."""
    return bool(_LENGTH.search(line) or _MENTION.search(line) or _MEETING.search(line))
