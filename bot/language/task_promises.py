"""Promises: 我承诺 周五前给图 @丽姐."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.language.dates import Due
from bot.language.dates_words import spell
from bot.language.task_line import clean_title, read_line
from bot.language.task_names import resolve
from bot.language.task_verb_words import QUESTION
from bot.language.task_words import NAME

_SAID = re.compile(
    r"^\s*(?:我(?:在?此|向(?:大家|你们?))?(?:承诺|(?P<loose>保证|答应))(?!(?:的|过|了吗|书|没|不了))"
    r"|承诺[ \t]*:"
    r"|(?P<weak>承诺[ \t]+(?=\S))"
    r"|i (?:promise|commit)(?: (?:to|that))?(?![a-z])|promise[ \t]*:)[\s:,]*"
)
_FOR_ALL = re.compile(r"^(?:给|向)?大家[,\s:]*|^(?:i'll|i will|to) ")
_TALK = re.compile(r"承诺(?:过|的|书|了吗)|就好了|的话")
_LEFT_OVER = re.compile(r"^把(.+)[交发]?给$")
# Words that promise no thing: 我承诺 尽快.
_NOTHING = re.compile(
    r"(?:我|会|一定|尽快|马上|努力|加油|做到|好好干|尽力|尽量|完成|[,，。!！~ ])+"
)
# What will not happen cannot be done: 我保证 不会再错了.
_NEVER = re.compile(r"(?:以后|今后|一定|绝对|肯定|保证|再也|都|我)*(?:不(?!仅|但|少于|低于)|没)")
_GIVEN = re.compile(rf"(?:给|向|(?<![a-zA-Z])(?:to|for) )[ \t]?(?P<name>{NAME}{{1,24}})")


@dataclass(frozen=True, slots=True)
class Promise:
    """What the sender promises, until when and to whom ("" for the whole team)."""

    title: str
    due: Due | None = None
    to: str = ""


def read_promise(text: str, now: dt.datetime, known: Callable[[str], bool]) -> Promise | None:
    """The sender's own promise in a message; None for others' promises, questions and talk."""
    spelled, places = spell(text)
    said = _SAID.match(spelled)
    if said is None or QUESTION.search(spelled) or _TALK.search(spelled):
        return None
    rest = text[places[said.end()] :]
    if not rest.strip():
        return None
    draft = read_line(" ".join(rest.split("\n")), now, _nobody)
    to = draft.people[0] if draft.people else ""
    title = clean_title(_FOR_ALL.sub("", draft.title))
    # 把报价给 @老秦 is to give the quotation.
    title = _LEFT_OVER.sub(r"给\1", title)
    if _NOTHING.fullmatch(title) or _NEVER.match(title):
        return None
    given = None if to else _GIVEN.search(title)
    if given is not None:
        name = resolve(given["name"], known)
        to = name if known(name) else ""
    sure = bool(draft.due or to) or not (said["weak"] or said["loose"])
    return Promise(title, draft.due, to) if title and sure else None


def _nobody(_name: str) -> bool:
    return False
