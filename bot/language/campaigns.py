"""What a line about a campaign says: 618 6/16-6/20 模板大促 目标 60000 负责 @阿芳."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.dates import Due, read_due, without
from bot.language.plan_fields import split_names, take
from bot.language.wishes import is_chatty, is_question

_EDGES = " \t:：,，;；-—"
_FIGURES = re.compile(r"\d{1,2}\s*[/.月-]\s*\d{1,2}|\d{8}")
# What is said about some activity or other and is no name of a campaign.
_TALK = re.compile(
    r"[我你他她它咱您这那谁]|大家|家人|姐妹|注意|通知|一下|准备|安排|时间|地点|记得|参加|报名|[再先还已没不别都太就很]"
    r"|取消|结束|开始|推迟|延期|放假|\b(?:i|you|we|is|are|was|not?)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 20
# So many days ago a campaign may have begun whose days are read from there.
_EARLIER = (30, 62)


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign as it was written; values are words, empty where there are none. `due` are its
    days, None where none are named. `fields` tells that something but a name and days was said.
    """

    name: str
    due: Due | None
    template: str = ""
    target: str = ""
    owner: str = ""
    products: tuple[str, ...] = ()
    is_written: bool = False

    @property
    def fields(self) -> bool:
        """Whether a field was named."""
        return bool(self.template or self.target or self.products)

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day, None where it is not sure which."""
        due = self.due
        if due is None or due.ask or due.start is None or due.recurrence is not None:
            return None
        first, last = _day(due.start), _day(due.end or due.start)
        return first, last


def _day(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def read_campaign(line: str, now: dt.datetime) -> CampaignLine:
    """What a line says; `now` is on the clock of the team. It never raises."""
    template, rest = take(line, "template")
    target, rest = take(rest, "target")
    products, rest = take(rest, "products")
    owner, rest = take(rest, "owner")
    name, due, said = _named(rest, now)
    return CampaignLine(
        name,
        due,
        template,
        target,
        owner,
        split_names(products),
        is_written=bool(_FIGURES.search(said)),
    )


def _named(line: str, now: dt.datetime) -> tuple[str, Due | None, str]:
    """The name, the days, and the words about the days: the first word is the name where the
    others say the days without it, so that 6.18 6/16-6/20 is no riddle.
    """
    head, _, rest = line.strip(_EDGES).partition(" ")
    due = _due(rest, now) if rest else None
    if due is not None and due.start is not None and not due.ask:
        name = f"{head} {without(rest, due)}"
        return " ".join(name.split()).strip(_EDGES), due, _said(rest, due)
    due = _due(line, now)
    if due is None:
        return " ".join(line.split()).strip(_EDGES), None, ""
    return " ".join(without(line, due).split()).strip(_EDGES), due, _said(line, due)


def _due(text: str, now: dt.datetime) -> Due | None:
    """The days that a text names; days that have begun already are no days of the next year."""
    due = read_due(text, now)
    if due is None or due.ask != "past" or _FIGURES.search(_said(text, due)) is None:
        return due
    for back in _EARLIER:
        earlier = read_due(text, now - back * dt.timedelta(days=1))
        if earlier is None or earlier.ask or earlier.start is None:
            continue
        if _day(earlier.start) <= now.date() <= _day(earlier.end or earlier.start):
            return earlier
    return due


def _said(line: str, due: Due) -> str:
    return " ".join(line[start:end] for start, end in due.spans)


def is_plan(said: CampaignLine, line: str, *, glued: bool) -> bool:
    """Whether a line that nobody marked as a command plans a campaign and is no talk."""
    if is_question(line) or said.due is None or not said.name:
        return False
    if said.fields:
        return True
    if glued or is_chatty(line) or len(said.name) > _LONGEST_NAME:
        return False
    if _TALK.search(said.name) or len(said.name.split()) > 1:
        return False
    return said.due.end is not None or said.is_written


# -- a step of a checklist

_STEP = re.compile(
    r"\s*(?:T\s*-\s*(?P<before>\d{1,3})|T\s*\+\s*(?P<after>\d{1,3})|第\s*(?P<day>\d{1,2})\s*天"
    r"|day\s*(?P<nth>\d{1,2})"
    r"|(?P<first>T0|T(?=\s)|首日|开团日|第一天)|(?P<last>最后一天|末日|尾日|last\s*day))\s*[:：,，]?\s*",
    re.IGNORECASE,
)
FIRST, LAST = "first", "last"


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as it was written: the day it hangs on, how many days after it, what, and who."""

    anchor: str
    offset: int
    title: str
    owner: str = ""


def read_step(line: str) -> StepLine | None:
    """A step such as «T-3 定价 @阿芳», «第2天 追单», «T+1 复盘»; None where it names no day."""
    owner, rest = take(line, "owner")
    match = _STEP.match(rest)
    if match is None:
        return None
    title = " ".join(rest[match.end() :].split()).strip(_EDGES)
    if match["before"]:
        return StepLine(FIRST, -int(match["before"]), title, owner)
    if match["after"]:
        # «T+1» is the day after the last one, as teams write it.
        return StepLine(LAST, int(match["after"]), title, owner)
    if match["day"] or match["nth"]:
        return StepLine(FIRST, int(match["day"] or match["nth"]) - 1, title, owner)
    return StepLine(LAST if match["last"] else FIRST, 0, title, owner)


def read_steps(text: str) -> tuple[list[StepLine], list[str]]:
    """The steps of a text, one a line or between ; and 、, and what is none."""
    found, left = [], []
    for part in re.split(r"[\n;；]|[,，、](?=\s*(?:T|第\s*\d|首日|最后一天|末日))", text):
        if not part.strip():
            continue
        step = read_step(part)
        if step is not None and step.title:
            found.append(step)
        else:
            left.append(part.strip())
    return found, left


_CLOCK = re.compile(r"\s*(\d{1,2})(?:[:：](\d{2})|点(半)?)?\s*(?:[,，、/和]|\s|$)")


def read_clocks(text: str) -> tuple[int, ...] | None:
    """Clock times as minutes after midnight: «12:00 18:00 22点»; None for anything else."""
    minutes: list[int] = []
    at = 0
    text = text.strip()
    while at < len(text):
        match = _CLOCK.match(text, at)
        if match is None:
            return None
        minute = int(match[2] or (30 if match[3] else 0))
        hour = int(match[1])
        if hour > 23 or minute > 59:
            return None
        minutes.append(hour * 60 + minute)
        at = match.end()
    return tuple(minutes) if minutes else None
