"""A case as its two people see it: always in private."""

from __future__ import annotations

import json

from bot.core.cards import unpack_words
from bot.kit import Button, Card, Expect, MemberInfo, T, TeamInfo, format_exact, t
from models import appeals, entries
from models.board_tables import Appeal, AppealStep
from models.db import Db
from models.entries import Record
from models.rosters import Roster, roster

ROUTE = "appeal"
# Steps of a log and lines of facts that are shown.
STEPS, FACTS = 5, 5


def case_card(db: Db, team: TeamInfo, row: Appeal, reader: MemberInfo) -> Card:
    """The case with its facts, its log and what the reader can do."""
    people = roster(db, team.id)
    lines = [t("appeal-said", words=row.words), *facts_of(row)[:FACTS]]
    lines += [_step(team, people, step) for step in appeals.steps(db, row)[1:][-STEPS:]]
    lines += changed(db, row)
    is_open = row.state == appeals.OPEN
    is_decider = reader.id == row.decider_id
    note = t("appeal-how" if is_decider else "appeal-wait", number=row.number, about=row.about,
             decider=people.name(row.decider_id), name=people.name(row.appellant_id))  # fmt: skip
    return Card(
        title(row, people),
        tuple(lines),
        note=note if is_open else None,
        buttons=_buttons(row) if is_open and not is_decider else (),
        expect=Expect(ROUTE, row.number),
        to=reader.id,
    )


def title(row: Appeal, people: Roster) -> T:
    """The case in one line: who, about what, and how it stands."""
    return t(
        "appeal-title",
        number=row.number,
        name=people.name(row.appellant_id),
        about=t("appeal-about", record=row.about) if row.about else "",
        state=row.state,
    )


def facts_of(row: Appeal) -> list[T]:
    """What was known when the case was opened."""
    return [unpack_words(words) for words in json.loads(row.facts)] if row.facts else []


def changed(db: Db, row: Appeal) -> list[T]:
    """What was done to the record since the case was opened."""
    return [_change(each) for each in appeals.changes(db, row)]


def _change(record: Record) -> T:
    return t(
        "appeal-changed",
        number=record.number,
        revision=record.revision,
        amount=format_exact(record.said),
        void=int(record.type == entries.VOID),
    )


def _step(team: TeamInfo, people: Roster, step: AppealStep) -> T:
    return t(
        "appeal-step",
        at=f"{step.at.astimezone(team.zone):%m-%d %H:%M}",
        verb=step.verb,
        name=people.name(step.member_id) if step.member_id is not None else "",
        words=t("appeal-words", words=step.words) if step.words else "",
    )


def _buttons(row: Appeal) -> tuple[Button, ...]:
    return (Button(t("appeal-button-withdraw"), f"/withdraw C{row.number}"),)
