"""Reads a lead's free words about a meeting: decisions, actions, data, open items and its goal."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.language.minutes_clauses import Setting
from bot.language.minutes_drafts import Draft, Piece, task_words, wording
from bot.language.minutes_layout import Layout
from bot.language.minutes_people import people_of
from bot.language.minutes_text import spell_plainly, split_scripts, without_quotes

LONGEST_TASK = 70
LONGEST_PIECE = 110


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why somebody must be asked about an action: a key and its values.

    `nobody` (no person was named), `stranger` (`name` is no member), `either` (`names` were left
    open), and for the `words` of a date: no_such_day, no_such_time, disagree, past, backwards,
    too_far, ambiguous, vague. `action` is the place of the action among the actions.
    """

    key: str
    action: int
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody is to do: display names of members, the words for it, and when it is due.

    `who` is empty where no member was named. `due` is a day or a time in the team's zone, None
    where none was said; with a `recurrence` (an RRULE) it is the first time. `line` counts from 1.
    """

    who: tuple[str, ...]
    what: str
    due: dt.date | dt.datetime | None = None
    recurrence: str | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a reply says about a meeting; `goal` is yes, partly, no, or None for nothing said."""

    decisions: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    data: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    goal: str | None = None
    unsure: tuple[Doubt, ...] = ()


# A kind may stand before a blank as before a colon: 行动 @小美 明天 统计客户. One sign for one:
# places in the text stay what they are.
_LABEL = re.compile(
    r"^([ \t]*(?:\d{1,2}[.、)）][ \t]*)?(?:决议|行动|待办|数据|未尽|未决))[ \t\u3000]"
    r"(?=[ \t\u3000]*\S)",
    re.MULTILINE,
)


def read_minutes(text: str, sender: str, members: Mapping[str, str], now: dt.datetime) -> Minutes:
    """The meaning of a reply, cleaned and masked before.

    `members` maps every name and alias to the display name, `sender` is the display name of the one
    who says 我, `now` is aware and in the zone of the team.
    """
    text = split_scripts(text)
    plain = without_quotes(spell_plainly(text))
    reader = Layout(_LABEL.sub(r"\1:", plain), Setting(people_of(members), now, sender)).read()
    actions, doubts = _actions(text, reader.drafts)
    kept: dict[str, list[str]] = {"decisions": [], "data": [], "open": []}
    for piece in reader.pieces:
        said = _piece(text, piece)
        if said and said not in kept[piece.kind]:
            kept[piece.kind].append(said)
    return Minutes(
        tuple(kept["decisions"]), actions, tuple(kept["data"]), tuple(kept["open"]),
        reader.goal.reached({piece.kind for piece in reader.pieces} & {"decisions", (
            "open"
        )}), doubts,
    )  # fmt: skip


def _piece(text: str, piece: Piece) -> str:
    spans = [(piece.start, piece.end)]
    if piece.lead is not None:
        spans.insert(0, piece.lead)
    return wording(text, spans, LONGEST_PIECE)


def _actions(text: str, drafts: list[Draft]) -> tuple[tuple[Action, ...], tuple[Doubt, ...]]:
    actions: list[Action] = []
    doubts: list[Doubt] = []
    for draft in drafts:
        what = task_words(text, draft.spans, LONGEST_TASK)
        action = Action(draft.who, what, draft.due, draft.recurrence, draft.line + 1)
        if not any(sign.isalnum() for sign in what) or _is_told(actions, action):
            continue
        doubts += _doubts(draft, len(actions))
        actions.append(action)
    return tuple(actions), tuple(doubts)


def _is_told(actions: list[Action], action: Action) -> bool:
    """Whether the same was said before."""
    return any(
        set(each.who) == set(action.who) and each.due == action.due and action.what in each.what
        for each in actions
    )


def _doubts(draft: Draft, place: int) -> list[Doubt]:
    found = []
    if draft.either:
        found.append(Doubt("either", place, {"names": "、".join(draft.either)}))
    elif draft.unknown:
        found.append(Doubt("stranger", place, {"name": draft.unknown}))
    elif not draft.who:
        found.append(Doubt("nobody", place))
    if draft.doubt:
        found.append(Doubt(draft.doubt, place, {"words": draft.doubt_words}))
    return found
