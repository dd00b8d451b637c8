"""Rows of minutes cut into clauses: at signs, before the next one who is named, after a laugh."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.language.minutes_dates import Named, due_of, named_dates
from bot.language.minutes_people import Mention, People, mentions
from bot.language.minutes_text import trim
from bot.language.minutes_verbs import TASK
from bot.language.minutes_words import HAPPENS, LAUGH, TAKEN_BACK, UNDONE

_BREAK = re.compile(
    r"(?P<hard>[。;…!]+|[?]+|~+(?![0-9])|\.{2,}|(?<=[^\s.])\.(?=\s|$)|(?<=[一-鿿])\.(?=[一-鿿@])"
    r"|[✅☑✔❌✖❗‼👏🎉💪😂🤣😄😁😆😅🙏👍🌹❤🔥✨]+\ufe0f?)|(?P<soft>\s+-\s+|——+|-{2,}"
    r"|,(?![0-9]{3}(?![0-9]))|(?<=[^0-9]),|\s+\+\s+(?=@))"
    r"|(?P<open>[(\[【「“])|(?P<close>[)\]】」”])"
)
_PAIR = re.compile(r"(?<=[一-鿿0-9%@a-z])\s+(?=[一-鿿@])")
_TURN = re.compile(
    r"^[^,]{0,2}定了[^,定]{1,8}(?=(?:还|但|可)?没定)|^[^,]{2,10}定了(?=[^,]{1,8}(?:还没|没|待"
    r"|未)定?)"
)
# 拍摄(周五)、修图(周六)
_LISTED = re.compile(r"\([^()]{1,20}\)\s*[、,/+]\s*(?=[^()、]{1,20}\()")
_LONGEST_ASIDE = 40
# What is longer was not written by a person, and would take long to read.
_LONGEST = 240
_MOST_PARTS = 12


@dataclass(slots=True)
class Clause:
    """Words between two signs, with the people and dates in them.

    `first` tells that a sentence begins here; `asked` that a question mark ends it.
    """

    start: int
    end: int
    plain: str
    first: bool = True
    people: Sequence[Mention] = ()
    dates: Sequence[Named] = ()

    @property
    def actor(self) -> Mention | None:
        """Who is to do what the clause says, if it says so; 小美的海报 is hers where it is due."""
        due = due_of(self.dates) is not None and HAPPENS.search(self.plain) is None
        owned = due or UNDONE.search(self.plain) is not None
        return actor(self.people, "owner") if owned else actor(self.people)

    def rest(self) -> str:
        """The words without names and dates."""
        spans = [(each.start, each.end) for each in self.dates]
        return cut(self.plain, spans + [(each.start, each.end) for each in self.people])


def actor(found: Sequence[Mention], *owners: str) -> Mention | None:
    """Who of those named in a clause is to do something; `owners` are further ways to be named."""
    ways = ("ordered", "agent", "given", *owners)
    members = any(each.names and each.how in (*ways, "talk") for each in found)
    named = [each for each in found if each.group not in ("pronoun", "pair") or not members]
    return next((each for how in ways for each in named if each.how == how), None)


def cut(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with a space for each of some spans."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


@dataclass(frozen=True, slots=True)
class Setting:
    """With what a reply is read: who is in the team, who speaks, and when."""

    people: People
    now: dt.datetime
    sender: str = ""


def clauses(plain: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The places of the clauses between two places, and whether a sentence begins there."""
    first = True
    for begin, stop, hard in _at_signs(plain, start, end):
        left, right = trim(plain, begin, stop)
        if right < stop and "?" in plain[right:stop]:
            right = plain.index("?", right) + 1
        if left < right:
            yield left, right, first
            first = False
        first = first or hard


def _at_signs(plain: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The parts between signs, none within brackets, and whether the sign ends a sentence."""
    begin, bracket = start, -1
    for match in _BREAK.finditer(plain, start, end):
        if match["open"]:
            bracket = bracket if bracket >= 0 else match.start()
        elif match["close"]:
            bracket = -1
        elif bracket < 0 or match.start() - bracket > _LONGEST_ASIDE:
            bracket = -1
            yield from _at_laughs(plain, begin, match.end() if "?" in match[0] else match.start())
            # 周三前...不是,周四前 is one sentence.
            back = match[0][0] in ".…" and TAKEN_BACK.match(plain[match.end() : match.end() + 12])
            yield match.start(), match.start(), bool(match["hard"]) and not back
            begin = match.end()
    yield from _at_laughs(plain, begin, end)


def _at_laughs(plain: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """A part cut after its laughter, which belongs to what stands before it."""
    for match in LAUGH.finditer(plain, start, end):
        if match.start() > start and match.end() < end:
            yield start, match.end(), True
            start = match.end()
    yield start, end, False


def read_clause(
    plain: str, place: tuple[int, int, bool], setting: Setting, me: str | None
) -> Clause:
    """The clause at a place with the people and dates in it."""
    start, end, first = place
    words = plain[start : min(end, start + _LONGEST)]
    end = start + len(words)
    return Clause(
        start,
        end,
        words,
        first,
        mentions(words, setting.people, me),
        named_dates(words, setting.now),
    )


def parted(
    plain: str, place: tuple[int, int, bool], setting: Setting, me: str | None
) -> list[Clause]:
    """A clause cut where somebody else's task begins: 小美出海报 阿芳写文案."""
    found: list[Clause] = []
    for start in range(place[0], place[1], _LONGEST):
        end = min(place[1], start + _LONGEST)
        rest = read_clause(plain, (start, end, place[2] and start == place[0]), setting, me)
        for _ in range(_MOST_PARTS):
            at = _next_task(rest)
            left = trim(plain, rest.start, rest.start + (at or 0))
            right = trim(plain, rest.start + (at or 0), rest.end)
            if at is None or left[0] >= left[1] or right[0] >= right[1]:
                break
            found.append(read_clause(plain, (*left, rest.first), setting, me))
            rest = read_clause(plain, (*right, False), setting, me)
        found.append(rest)
    return found


def _next_task(clause: Clause) -> int | None:
    """Where in a clause the task of another begins, or another thought after a space."""
    listed = _LISTED.search(clause.plain)
    if listed is not None:
        return listed.end()
    turn = _TURN.search(clause.plain)
    if turn is not None:
        return turn.end()
    acting = [each for each in clause.people if each.how in ("agent", "ordered", "given")]
    if len(acting) > 1 and acting[0].group != "everyone":
        for earlier, later in pairwise(acting):
            between = clause.plain[earlier.end : later.start]
            at = _cut_before(clause, earlier, later, between)
            if at is not None:
                return at
    for match in _PAIR.finditer(clause.plain):
        left, right = clause.plain[: match.start()], clause.plain[match.end() :]
        if len(left) >= 5 and len(right) >= 4 and _stand_alone(clause, match.start(), match.end()):
            return match.end()
    return None


def _cut_before(clause: Clause, earlier: Mention, later: Mention, between: str) -> int | None:
    """Where the later one's task begins: at the name, or at the thing in front of it."""
    dated = any(earlier.end <= each.start and each.end <= later.start for each in clause.dates)
    said = between.strip(" 、的")
    if "(" in clause.plain[: earlier.start] and ")" in between:
        # 主持(丽姐) 互动(小美): the thing stands in front of the bracket, a date may follow it.
        closed = earlier.end + between.index(")") + 1
        return max([closed, *(d.end for d in clause.dates if d.end <= later.start)])
    begins_in_front = bool(
        cut(clause.plain, [(d.start, d.end) for d in clause.dates if d.end <= earlier.start])[
            : earlier.start
        ].strip(" @,:※")
    )
    if later.start < len(clause.plain) and clause.plain[later.start] == "@" and said:
        dates_between = [
            d.end for d in clause.dates if earlier.end <= d.start and d.end <= later.start
        ]
        return max(dates_between, default=earlier.end) if begins_in_front else later.start
    if between.rstrip()[-1:] in ("、", "/", "|", ")") or between[-1:].isspace():
        return later.start if said or dated else None
    if begins_in_front and not dated and "、" in between and TASK.search(said) is not None:
        # 登记阿芳、打包老王
        return earlier.end + between.index("、") + 1
    if begins_in_front and dated:
        # 海报小美周五文案阿芳周六: the thing stands in front of the name.
        last = max(each.end for each in clause.dates if each.end <= later.start)
        return last if len(clause.plain[last : later.start].strip()) >= 2 else None
    follows = clause.plain[later.end :].strip()
    if later.group == "stranger" and TASK.search(follows) is None:
        return None
    if (
        len(said) >= 3
        and TASK.search(said) is not None
        and follows
        and not said.endswith(("给", "的"))
    ):
        return later.start
    return None


def _stand_alone(clause: Clause, left: int, right: int) -> bool:
    """Whether the words on both sides of a space are thoughts of their own."""
    if any(each.start <= right and each.end >= left for each in clause.dates):
        return False
    if any(abs(each.end - left) <= 1 or abs(each.start - right) <= 1 for each in clause.people):
        return False
    return (
        re.search(r"[a-z]", clause.plain[max(0, left - 1) : right + 1]) is None
        and ":" not in clause.plain[max(0, left - 1) : left]
    )
