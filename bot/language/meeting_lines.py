"""What a line about a meeting says: when, what, what for, how long, who, and the way in."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.language.dates import Due
from bot.language.meeting_codes import CODE, PASSCODE
from bot.language.numerals import read_numeral
from bot.language.wishes import read_wish

_COLON = r"\s*[:：]\s*"
_LINK = re.compile(
    r"(?:(?:会议)?链接|link)?\s*[:：]?\s*(https?://[^\s一-鿿,，。;；]+)", re.IGNORECASE
)
_GOAL = re.compile(rf"(?:会议)?目标{_COLON}|(?<![a-z])goal{_COLON}", re.IGNORECASE)
# Where a goal ends: at a line's end, before somebody who is named, and before the next label.
_GOAL_ENDS = re.compile(
    rf"\n|@|(?:地点|地址|时长|法定人数|法定|人数|主持人?|链接|(?<![a-z])(?:place|location|where"
    rf"|duration|quorum|host|lead)){_COLON}|\s(?:时长|法定|人数)\s*[0-9]|\s主持\s*@|https?://",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?:时长|(?<![a-z])(?:duration|for))\s*[:：]?\s*"
    r"(?:(?P<half>半个?(?:小时|钟头)|half an hour)"
    r"|(?P<n>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)"
    r"\s*(?P<unit>分钟?|min(?:ute)?s?|个?半?(?:小时|钟头)|h(?:ou)?rs?|h)(?P<more>半)?)(?![a-z])",
    re.IGNORECASE,
)
_QUORUM = re.compile(
    r"(?:法定人数|法定|人数|(?<![a-z])quorum)\s*[:：]?\s*([0-9]{1,4})\s*人?(?![0-9])", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:主持人?|(?<![a-z])(?:host|lead))\s*(?:[:：]\s*@?|@)([^\s@,，、;；:：()（）]+)",
    re.IGNORECASE,
)
_HOUR = 60


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as a line says it; `names` and `lead` are people as they were written, `minutes`
    and `quorum` None where nothing was said of them.
    """

    due: Due | None
    title: str
    goal: str = ""
    place: str = ""
    names: tuple[str, ...] = ()
    lead: str = ""
    minutes: int | None = None
    quorum: int | None = None
    link: str = ""
    code: str = ""
    passcode: str = ""

    @property
    def is_sure_of_time(self) -> bool:
        """Whether a clock time was said and nothing about it has to be asked."""
        return self.due is not None and not self.due.ask and isinstance(self.due.start, dt.datetime)


def read_meeting(line: str, now: dt.datetime) -> MeetingLine:
    """What a line says about a meeting; `now` is on the clock of the team."""
    rest, link = _take(_LINK, line)
    rest, code = _take(CODE, rest, "code")
    rest, passcode = _take(PASSCODE, rest)
    rest, lead = _take(_LEAD, rest)
    rest, quorum = _take(_QUORUM, rest)
    rest, minutes = _take_length(rest)
    said = _with_goal(rest, now)
    return replace(
        said,
        lead=lead,
        minutes=minutes,
        quorum=int(quorum) if quorum else None,
        link=link.rstrip(".)"),
        code=code,
        passcode=passcode,
    )


def _take(pattern: re.Pattern[str], line: str, group: str | int = 1) -> tuple[str, str]:
    """The line without what a pattern finds first, and a group of that."""
    match = pattern.search(line)
    if match is None:
        return line, ""
    return f"{line[: match.start()]}\n{line[match.end() :]}", match[group].strip()


def _take_length(line: str) -> tuple[str, int | None]:
    match = _LENGTH.search(line)
    if match is None:
        return line, None
    rest = f"{line[: match.start()]}\n{line[match.end() :]}"
    if match["half"]:
        return rest, _HOUR // 2
    number = match["n"]
    value = Decimal(number) if number[0].isdigit() else read_numeral(number)
    if not isinstance(value, Decimal):
        return line, None
    unit = match["unit"]
    if unit[0] in "分mM":
        return rest, int(value)
    half = "半" in unit or match["more"] is not None
    return rest, int(value * _HOUR) + (_HOUR // 2 if half else 0)


def _with_goal(line: str, now: dt.datetime) -> MeetingLine:
    """Date, title, place and people beside a goal; where there is no date or title beside it, the
    goal is its first word alone: `目标:定价 明晚8点 冲刺会`.
    """
    match = _GOAL.search(line)
    if match is None:
        return _read(line, "", now)
    after = line[match.end() :]
    end = _GOAL_ENDS.search(after)
    goal = after[: end.start()] if end is not None else after
    before, rest = line[: match.start()], after[len(goal) :]
    whole = _read(f"{before}\n{rest}", goal, now)
    if whole.due is not None and whole.title:
        return whole
    first, _, more = goal.strip().partition(" ")
    other = _read(f"{before}\n{more}\n{rest}", first, now)
    return other if other.due is not None and other.title else whole


def _read(line: str, goal: str, now: dt.datetime) -> MeetingLine:
    wish = read_wish(line, now)
    return MeetingLine(
        wish.due, wish.title, " ".join(goal.split()).strip(" ,，;；。"), wish.place, wish.names
    )
