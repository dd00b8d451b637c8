"""What words say for the minutes: their lines with members and dates, or that they are talk."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.kit import Ctx
from bot.language.minutes_words import CHATTER, THANKS
from models import tasks
from models.meeting_tables import Meeting
from models.meetings import PLANNED
from models.minutes_lines import ACTION, DATA, DECISION, OPEN, Line, squeezed
from models.rosters import GONE, Roster, roster

if TYPE_CHECKING:
    from bot.language.minutes import Action, Doubt, Minutes

_SELF = frozenset({"我", "自己", "me", "myself"})
GOALS: Mapping[str, int] = {"yes": 1, "partly": 2, "no": 3}
# The words that name a kind, as they stand before a line: 决议:…
KIND_WORDS: Mapping[str, str] = {
    "决议": DECISION, "决定": DECISION, "decision": DECISION, "decided": DECISION,
    "行动": ACTION, "待办": ACTION, "任务": ACTION, "action": ACTION, "todo": ACTION,
    "数据": DATA, "记录": DATA, "data": DATA, "note": DATA,
    "未尽": OPEN, "未决": OPEN, "待定": OPEN, "遗留": OPEN, "open": OPEN,
}  # fmt: skip
_KIND = re.compile(rf"\s*({'|'.join(KIND_WORDS)})(?![a-z])\s*[:：,，]?\s*", re.IGNORECASE)
_ITEM = re.compile(
    r"(?m)^\s*(?:[-*•·]|[0-9]{1,2}\s*[.、)）:：](?![0-9])|[①-⑳]|[一二三四五六七八九十]、)"
)
# The same within a row; a row's first piece was not counted.
_INLINE = re.compile(
    r"(?:^|(?<=[\s;;。,,:：]))\s*(?:[-*•·]\s|[0-9]{1,2}\s*[.、)）](?![0-9])|[①-⑳])"
)
_HEADING = re.compile(
    r"(?m)^\s*(?:决议|决定|行动|待办|数据|未尽|遗留|目标|decisions?|actions?|data|open|goal)\s*[:：]",
    re.IGNORECASE,
)
# An item's number that the first figure behind it makes look like a decimal: 1.618主推.
_FIRST = re.compile(r"(?m)^(\s*1)\.(?=[0-9])")
_SECOND = re.compile(r"(?m)(?:^|\s)2[.、](?![0-9])")
_RECORD = re.compile(r"\s*#?[A-Za-z]{1,2}[0-9]{1,9}(?![A-Za-z0-9])")
_QUESTION = re.compile(
    r"[?？]\s*$|[吗呢么]\s*$|^(?:谁|几点|什么时候|哪里|在哪|怎么|为什么|who|when|where|what|why|how)",
    re.IGNORECASE,
)
# What is said under a card and is for nobody's minutes: 收到, 我会到的, 晚10分钟.
_SMALL = re.compile(
    r"(?:我|俺|这边)?(?:会|能|可以|准时|一定|马上|这就|已经?|也)*(?:来|到|参加|去|在|看|看到|知道"
    r"|收到)了?(?:的|哈|哦|啦|吧|呀)*|(?:我)?(?:都|也|已经?)?(?:搞定|完成|做完|弄好|做好|发|同意|赞成|反对|支持"
    r"|弃权)了?|(?:我|这边)?(?:可能|要|会|得)*(?:晚|迟)\s*到?.{0,10}"
    r"|\+?1+|ok|okay|yes|no|sure|thanks?|got it|noted|[👍👌🙏💪❤🌹\s]+"
    r"|(?:写|记|整理|总结)得?(?:真|很|太)?(?:好|清楚|全|快|不错|详细)了?.{0,3}",
    re.IGNORECASE,
)
# Talk about the minutes themselves behind the word: 纪要 谁写, 纪要 我晚点发.
_ABOUT = re.compile(
    r"^(?:谁|我|你|他|她|咱|麻烦|辛苦|记得|别忘|什么时候|几点|在哪|哪里|还没|已经|等下|等会|稍后|晚点"
    r"|待会|今晚|明天|刚|请|大家|要|是|就|来了|呢)|[了吗呢吧啊呀哦哈嘛啦的?？!！~。…]\s*$"
    r"|发我|发群|写好|写完|整理|看一下|看下|发一下"
)
_SHORT, _SEARCH = 14, 20
_EDGES = " \t\r\n:：,，。;；、"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message says: its lines, what became of the goal, and words that fit no line."""

    lines: tuple[Line, ...]
    goal: int | None
    left: tuple[str, ...] = ()


def is_talk(text: str) -> bool:
    """Whether a message under a card is no minutes: thanks, a nod, a question, a word about another
    record.
    """
    said = text.strip().strip("!！.。~～ ")
    if _RECORD.match(said):
        return True
    if "\n" in said or _ITEM.match(said) or _HEADING.match(said):
        return False
    return (
        not any(sign.isalnum() for sign in said)
        or bool(_QUESTION.search(text.strip()))
        or bool(_SMALL.fullmatch(said))
        or bool(CHATTER.fullmatch(said.lower()))
    )


def nameless(ctx: Ctx, text: str) -> str:
    """A short text without the members whom it only addresses: 收到,谢谢老王."""
    if len(text) > _SEARCH:
        return text
    for name in roster(ctx.db, ctx.team.id).names:
        text = text.replace(f"@{name}", "").replace(name, "")
    return text


def is_about_minutes(text: str) -> bool:
    """Whether words behind 纪要 are talk about them: 谁写, 我晚点发."""
    said = text.strip()
    is_line = "\n" in said or "@" in said or _ITEM.match(said) or _HEADING.match(said)
    return not is_line and len(said) <= _SHORT and bool(_ABOUT.search(said))


def is_query(text: str) -> bool:
    """Whether words behind 纪要 are short enough to be looked for."""
    said = text.strip()
    return len(said) <= _SEARCH and not re.search(r"[\n@:：;；,，。]", said)


def is_written(text: str) -> bool:
    """Whether a text is laid out as minutes: items, headings or several lines."""
    return len(_ITEM.findall(text)) > 1 or bool(_HEADING.search(text)) or text.count("\n") > 1


def is_ahead(ctx: Ctx, meeting: Meeting) -> bool:
    """Whether a meeting has not begun: what is said under its cards is no minutes yet."""
    return meeting.state == PLANNED and meeting.start_at > ctx.sent_at


def kind_before(text: str) -> tuple[str, str]:
    """The kind that a text begins with, "" for none, and the rest."""
    match = _KIND.match(text)
    if match is None:
        return "", text.strip()
    return KIND_WORDS[match[1].lower()], text[match.end() :].strip()


def person(ctx: Ctx, word: str) -> int | None:
    """The member that a word names, None where nobody here is called so; raises Ambiguous."""
    name = word.strip().removeprefix("@")
    if name in _SELF:
        return ctx.actor.id
    found = roster(ctx.db, ctx.team.id).find(name)
    return found.id if found is not None and found.state not in GONE else None


def _names(people: Roster) -> dict[str, str]:
    """Every name and alias of those who are here, with the display name."""
    found = {}
    for name, ids in people.names.items():
        here = [people.members[i] for i in ids if people.members[i].state not in GONE]
        if here:
            found[name] = here[0].name
    return found


def read(ctx: Ctx, text: str) -> Reading:
    """What a message says for the minutes."""
    people = roster(ctx.db, ctx.team.id)
    now = ctx.local
    if _SECOND.search(text):
        text = _FIRST.sub(r"\1. ", text)
    # Costs 2 MB and 0.1 s, which only a meeting is worth.
    from bot.language.minutes import read_minutes

    found = read_minutes(text, ctx.actor.name, _names(people), now)
    lines = [_plain(DECISION, words) for words in found.decisions]
    for place, action in enumerate(found.actions):
        doubts = [doubt for doubt in found.unsure if doubt.action == place]
        lines.append(_action(ctx, people, action, doubts))
    lines += [_plain(DATA, words) for words in found.data]
    lines += [_plain(OPEN, words) for words in found.open]
    left = _left(text, found) if lines else []
    # What somebody counted as an item is one, whatever it is.
    lines += [_plain(DATA, said, (("kind", ""),)) for said, is_item in left if is_item]
    sourced = tuple(replace(line, source=ctx.source) for line in lines)
    rest = tuple(said for said, is_item in left if not is_item)
    return Reading(sourced, GOALS.get(found.goal or ""), rest)


def as_written(ctx: Ctx, text: str) -> Reading:
    """What a message says that is for the minutes for sure: what fits no kind is kept as data."""
    found = read(ctx, text)
    if found.lines or found.goal is not None:
        return found
    kind, rest = kind_before(text)
    pieces = [piece.strip(_EDGES) for piece in rest.splitlines()]
    plain = [_plain(kind or DATA, piece) for piece in pieces if piece]
    doubts = (("nobody", ""),) if kind == ACTION else ()
    return Reading(tuple(replace(line, source=ctx.source, doubts=doubts) for line in plain), None)


def _plain(kind: str, words: str, doubts: tuple[tuple[str, str], ...] = ()) -> Line:
    return Line(kind, words, doubts=doubts, said=words)


def _action(ctx: Ctx, people: Roster, action: Action, doubts: list[Doubt]) -> Line:
    ids: list[int] = []
    unsure = [(doubt.key, next(iter(doubt.values.values()), "")) for doubt in doubts]
    for name in action.who:
        known = [i for i in people.names.get(name, ()) if people.members[i].state not in GONE]
        if len(known) > 1 and ctx.actor.id in known and name == ctx.actor.name:
            known = [ctx.actor.id]
        if len(known) == 1:
            ids.append(known[0])
        else:
            unsure.append(("same", name))
    due: dt.date | dt.datetime | None = action.due
    return Line(
        ACTION,
        action.what,
        tuple(dict.fromkeys(ids)),
        tasks.deadline(ctx.team, due) if due is not None else None,
        action.recurrence or "" if due is not None else "",
        tuple(unsure),
        said=action.what,
    )


def _left(text: str, found: Minutes) -> list[tuple[str, bool]]:
    """The rows and items of a message from which nothing was taken and that say something, each
    with whether it was counted as an item.
    """
    taken = [squeezed(each) for each in (*found.decisions, *found.data, *found.open)]
    tasks_said = [action.what.split() for action in found.actions]
    left = []
    for row in text.splitlines():
        for place, piece in enumerate(_INLINE.split(row)):
            said = piece.strip(_EDGES)
            plain = squeezed(said)
            is_taken = any(_share(each, plain) for each in taken) or any(
                squeezed(word) in plain for words in tasks_said for word in words if len(word) > 1
            )
            if len(plain) > 2 and not is_taken and not _is_frame(said):
                left.append((said, place > 0))
    return left


def _share(taken: str, row: str) -> bool:
    """Whether a line of the minutes was taken from a row; joined ones hold its beginning."""
    return bool(taken) and (taken in row or row in taken or taken[:8] in row)


def _is_frame(said: str) -> bool:
    """Whether a row only greets, thanks, heads others, or speaks of the goal."""
    low = said.lower()
    return bool(
        CHATTER.fullmatch(low)
        or THANKS.search(low)
        or _HEADING.fullmatch(f"{said}:")
        or (len(said) <= 24 and re.search(r"目标|达成|goal|纪要|会议|minutes|meeting", low))
    )
