"""Decides whether a message speaks of a sale at all, and how plainly."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from bot.language.phrases import (
    ABOUT,
    ALLOWED_BEFORE,
    ANY_VALUE,
    ASIDE,
    BEFORE_COMMAND,
    CALLED_OFF,
    CLAUSE,
    COMMAND,
    COUNTED_ORDER,
    ELSEWHERE,
    FORGOTTEN,
    HARMLESS_RULE,
    HISTORY,
    HOMOPHONE,
    IS_REFUND,
    LOOSE,
    LOOSE_REFUND,
    NEAR,
    NEGATED,
    NO_REFUND,
    NOT_DONE,
    ON_BEHALF_VERB,
    OWN_WISH,
    PLAN,
    QUESTION,
    QUOTE_MARKS,
    REFUND_COMMAND,
    RULE,
    SOFT,
    TALK,
    TRIGGER,
    VALUE_FOLLOWS,
    VALUED_CLAUSE,
)


class Level(IntEnum):
    """How plainly a message asks to be booked."""

    COMMAND = 1
    TRIGGER = 2
    SOFT = 3


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that make a message a sale or a refund; `rest` is the text without them.

    `sure` tells that a command stands where commands stand: first, or after a greeting.
    """

    level: Level
    rest: str
    start: int
    end: int
    refund: bool = False
    notice: str = ""
    reason: str = ""
    sure: bool = True


# Stands where the trigger was: the day of the sale is looked for beside it.
MARK = "\x1e"


def _calm(text: str) -> str:
    """The text with blanks, place for place, where words about afterwards stand."""
    return ASIDE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def clause_before(text: str, at: int) -> str:
    """What stands before a position since the last comma or stop."""
    start = 0
    for match in CLAUSE.finditer(text, 0, at):
        start = match.end()
    return text[start:at]


def find_trigger(text: str, *, behalf: bool) -> Trigger | None:
    """The trigger in a normalised text, None where it is ordinary chat or talk about sales."""
    command = COMMAND.search(text)
    homophone = None if command else HOMOPHONE.search(text)
    refund = REFUND_COMMAND.search(text)
    if refund is not None and command is None and _is_plain(text, refund):
        return _command(text, refund, refund_words=True, behalf=behalf)
    if command is not None or homophone is not None:
        match = command or homophone
        if match is None:
            return None
        found = _command(text, match, refund_words=False, behalf=behalf)
        if found is not None and homophone is not None:
            return replace(found, notice="homophone")
        return found
    if behalf:
        return _behalf(text)
    near = NEAR.match(text)
    if near is not None:
        return _near(text, near)
    return _without_command(text)


def _remove(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{MARK}{text[end:]}"


def _is_plain(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return ALLOWED_BEFORE.fullmatch(before) is not None or not text[match.end() :].strip("!。~ 了")


def _command(
    text: str, match: re.Match[str], *, refund_words: bool, behalf: bool
) -> Trigger | None:
    start, end = match.start(), match.end()
    calm = _calm(text)
    before, after = calm[:start], calm[end:]
    refund = refund_words or (IS_REFUND.search(text) is not None)
    strong = behalf or ALLOWED_BEFORE.fullmatch(before) is not None
    if ABOUT.match(after) is not None and not VALUE_FOLLOWS.match(after):
        return None
    if before[-1:] and before[-1] in QUOTE_MARKS:
        return None
    clause = clause_before(calm, start)
    forgotten = FORGOTTEN.search(clause) is not None
    if not strong and not forgotten and BEFORE_COMMAND.search(clause) is not None:
        reason = _intention(text, clause)
        if not reason:
            return None
        return Trigger(Level.SOFT, _remove(text, start, end), start, end, refund, reason=reason)
    if QUESTION.search(calm) is not None:
        return _asked(text, start, end, refund) if strong else None
    if strong:
        if RULE.search(after) is not None and not HARMLESS_RULE.search(after):
            return None
    elif _is_talk(calm, FORGOTTEN_GUARDS if forgotten else GUARDS):
        return None
    reason = "not_done" if NOT_DONE.search(text) or CALLED_OFF.search(after) else ""
    # 昨天报的398退了 tells of a refund and does not ask for one to be booked.
    level = Level.COMMAND if refund_words or not refund or "退款" in text else Level.SOFT
    rest = _remove(text, start, end)
    sure = strong or forgotten
    return Trigger(level, rest, start, end, refund, reason=reason, sure=sure)


def _intention(text: str, clause: str) -> str:
    """An own wish to report with the customer not ready is worth a question at most."""
    wish = OWN_WISH.search(clause) is not None
    return "not_done" if wish and ANY_VALUE.search(text) and not QUESTION.search(text) else ""


def _asked(text: str, start: int, end: int, refund: bool) -> Trigger | None:
    """A plain command with a question in another clause is worth a question back."""
    question = QUESTION.search(text)
    own = VALUED_CLAUSE.match(text[end:])
    if question is None or own is None or question.start() < end + own.end():
        return None
    return Trigger(Level.SOFT, _remove(text, start, end), start, end, refund, reason="question")


GUARDS = (ELSEWHERE, HISTORY, PLAN, NEGATED, TALK, RULE)
# Who forgot to report speaks of the past and in the negative all the same.
FORGOTTEN_GUARDS = (ELSEWHERE, RULE)


def _is_talk(text: str, guards: tuple[re.Pattern[str], ...]) -> bool:
    """Whether the text is about others, the past, plans, rules or is a negation."""
    return any(guard.search(text) is not None for guard in guards)


def _behalf(text: str) -> Trigger | None:
    if QUESTION.search(text) is not None or RULE.search(text) is not None:
        return None
    at = ON_BEHALF_VERB.search(text)
    start, end = (at.start(), at.end()) if at is not None else (0, 0)
    if NEGATED.search(text) is not None and not FORGOTTEN.search(text):
        return None
    refund = IS_REFUND.search(text) is not None
    reason = "not_done" if NOT_DONE.search(text) else ""
    return Trigger(Level.COMMAND, _remove(text, start, end), start, end, refund, reason=reason)


def _near(text: str, match: re.Match[str]) -> Trigger | None:
    if QUESTION.search(text) is not None or not ANY_VALUE.search(text[match.end() :]):
        return None
    if _is_talk(text, GUARDS) or len(text) > 40:
        return None
    refund = match["refund"] is not None
    rest = MARK + text[match.end() :]
    return Trigger(Level.SOFT, rest, match.start(), match.end(), refund, reason="near_miss")


def _without_command(text: str) -> Trigger | None:
    calm = _calm(text)
    for pattern, level, refund in (
        (TRIGGER, Level.TRIGGER, False),
        (LOOSE_REFUND, Level.SOFT, True),
        (SOFT, Level.SOFT, False),
        (LOOSE, Level.SOFT, False),
    ):
        match = pattern.search(calm)
        if match is None:
            continue
        if QUESTION.search(calm) is not None or _is_talk(calm, GUARDS):
            return None
        if NOT_DONE.search(calm) is not None:
            return None
        if refund and NO_REFUND.search(calm) is not None:
            return None
        loose = pattern is LOOSE
        start, end = match.start(), match.end()
        keep = COUNTED_ORDER.search(text[start:end]) if pattern is SOFT else None
        cut_end = start + keep.start() if keep else end
        reason = "loose_product" if loose else ""
        return Trigger(level, _remove(text, start, cut_end), start, end, refund, reason=reason)
    return None


def is_third_person(before: str, members: re.Pattern[str], sender: str) -> bool:
    """Whether a member other than the sender is the subject of the clause before a trigger."""
    return any(match[0] != sender for match in members.finditer(before))
