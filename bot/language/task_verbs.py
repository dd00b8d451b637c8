"""What somebody wants done with a known task: 搞定了, 延期到周六 因为缺图, 转给丽姐."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.language.dates import Due, read_due, without
from bot.language.dates_words import count
from bot.language.task_names import resolve
from bot.language.task_sheet import Sheet
from bot.language.task_verb_words import (
    HEDGED,
    HOURS,
    LABELLED,
    POSTPONE,
    PRONOUN,
    QUESTION,
    REASON,
    SHIFT,
    TRANSFER,
    VERBS,
)
from bot.language.task_words import EDGES, NAME

# What is longer is talk, whatever it begins with.
_LONGEST = 300
_NAME = re.compile(rf"@?[ \t]?(?P<name>{NAME}{{1,24}})")
_NEXT_NAME = re.compile(rf"\s*(?:[、,，和&]\s*@?|@)[ \t]?(?P<name>{NAME}{{1,24}})")
_SOFT_END = re.compile(r"[了吧啦哦哈啊]+$")
# 交给阿芳做
_DOES = re.compile(r"(?:来?[做弄搞]|负责|处理|跟进|来)?[了吧啦哦哈啊]*$")
_BEHIND = re.compile(r"[\s,，:：;；。!！~～吧了哦做弄搞来负处跟]|$")
_UNIT = re.compile(r"s$")


@dataclass(frozen=True, slots=True)
class Verb:
    """What is to be done with a task.

    `name` is done, start, accept, send_back, postpone, claim, transfer, cancel, block, unblock,
    undo, note, stage, item, depend, offer_take or offer_pass. `words` is the reason, note, stage,
    step or the tasks to wait for; `due` the new date, or `shift` how much later than planned
    (晚两天); `people` are those to whom a task goes.
    """

    name: str
    words: str = ""
    due: Due | None = None
    people: tuple[str, ...] = ()
    shift: dt.timedelta | None = None


def read_verb(
    text: str, now: dt.datetime | None = None, known: Callable[[str], bool] | None = None
) -> Verb | None:
    """The verb in what stands behind a task's number or answers its card; None for talk.

    Without `now` no date is read and its words are left in `words`; without `known` a bare name
    counts only behind words such as 转给.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    sheet = Sheet(text)
    found = _first(sheet, LABELLED)
    if found is not None:
        return found
    if QUESTION.search(sheet.spelled) is not None:
        return None
    transfer = _transfer(sheet, known)
    if transfer is not None:
        return transfer
    postponed = _postpone(sheet, now)
    if postponed is not None:
        return postponed
    found = _first(sheet, VERBS)
    talk = found is not None and found.name in ("done", "start", "accept", "claim", "unblock")
    return None if talk and HEDGED.search(sheet.spelled) else found


def _first(sheet: Sheet, verbs: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]) -> Verb | None:
    for name, patterns in verbs:
        for pattern in patterns:
            match = pattern.search(sheet.spelled)
            if match is not None:
                groups = match.re.groupindex
                words = sheet.said(*match.span("words")) if "words" in groups else ""
                return Verb(name, words.strip(EDGES))
    return None


def _transfer(sheet: Sheet, known: Callable[[str], bool] | None) -> Verb | None:
    match = TRANSFER.match(sheet.spelled)
    if match is None:
        return None
    at = sheet.places[match.start("names")]
    people: list[str] = []
    following = _NAME.match(sheet.text, at)
    while following is not None:
        run = following["name"]
        mentioned = "@" in following[0]
        name = resolve(run, known) if known else run
        if known is not None and known(trimmed := _DOES.sub("", run)):
            name = trimmed
        is_known = known is not None and known(name)
        if not is_known and not mentioned:
            name = _SOFT_END.sub("", run)
            if match["to"] in ("转", "转到", "换成", "transfer") or PRONOUN.match(name) or people:
                break
            if len(name) < len(run) and run.endswith("了"):
                break
        people += [name] if name and name not in people else []
        at = following.start("name") + len(name)
        following = _NEXT_NAME.match(sheet.text, at)
    if not people or (not _BEHIND.match(sheet.text, at) and "@" not in sheet.text):
        return None
    words = _DOES.sub("", sheet.text[at:]).strip(EDGES)
    return Verb("transfer", _without_reason_word(words), people=tuple(people))


def _postpone(sheet: Sheet, now: dt.datetime | None) -> Verb | None:
    """延期到周六, 晚两天: a new date or how much later; 延期 alone is enough to ask for one."""
    match = POSTPONE.match(sheet.spelled)
    if match is None:
        return None
    group = "rest" if match["rest"] is not None else "rest2"
    start = match.start(group)
    rest = sheet.text[sheet.places[start] :]
    shift = SHIFT.match(sheet.spelled, start)
    if shift is not None:
        return Verb(
            "postpone",
            _without_reason_word(sheet.said(shift.end(), len(sheet.spelled))),
            shift=_length(shift),
        )
    due, words = _date(rest, now) if now is not None else (None, rest)
    if due is None and match["sure"] is None:
        return None
    if due is not None and match["sure"] is None:
        first, end = due.span
        if rest[:first].strip() or due.ask == "vague" or rest[end : end + 1] == "的":
            return None
    return Verb("postpone", _without_reason_word(words), due=due)


def _date(rest: str, now: dt.datetime) -> tuple[Due | None, str]:
    """The new date and the words around it; a date in the reason is none."""
    reason = REASON.search(rest)
    head = rest[: reason.start()] if reason else rest
    due = read_due(head, now)
    if due is not None and due.ask == "ambiguous":
        chunk = re.split(r"[\s,，;；。]", head.strip(), maxsplit=1)[0]
        first = read_due(chunk, now)
        due, head = (first, chunk) if first is not None and not first.ask else (due, head)
    if due is None:
        return None, rest
    return due, f"{without(head, due)} {rest[len(head) :]}"


def _without_reason_word(words: str) -> str:
    words = words.strip(EDGES)
    reason = REASON.match(words)
    return (words[reason.end() :] if reason else _SOFT_END.sub("", words)).strip(EDGES)


def _length(shift: re.Match[str]) -> dt.timedelta:
    unit = shift["unit"]
    number = 0.5 if shift["half"] else float(count(shift["number"]))
    number += 0.5 if shift["more"] or unit == "天半" else 0.0
    return dt.timedelta(hours=number * HOURS[_UNIT.sub("", unit)])
