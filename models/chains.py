"""接龙 lists that go round: one line an author, compared with what was booked for it before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from models import entries, experience_asking, holding
from models.db import Db
from models.entries import Record
from models.ledger import ChainLine, ChainList
from models.sales import By, NewSale
from models.values import TeamInfo


@dataclass(frozen=True, slots=True)
class Change:
    """What a new version of a list did to one author: amounts before and after, None where there
    was none.
    """

    member_id: int
    number: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of one version: what changed, whose lines are gone, and what the
    list adds up to.
    """

    version: int
    changes: tuple[Change, ...]
    gone: tuple[Record, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Where:
    """Which list it is: its chat, title and day."""

    chat_id: int
    title: str
    day: dt.date


def merge(
    db: Db, team: TeamInfo, where: Where, lines: list[tuple[int, list[NewSale]]], by: By
) -> Merged:
    """Book what is new in a list and correct what changed; a line that is gone is only told, never
    void by itself.
    """
    chain = _find(db, team, where)
    known = _known(db, chain)
    changes: list[Change] = []
    for member_id, wanted in lines:
        for n, sale in enumerate(wanted):
            record = known.pop((member_id, n), None)
            change = _apply(db, team, sale, record, by)
            if record is None and change is not None:
                line = ChainLine(chain_id=chain.id, member_id=member_id, n=n, number=change.number)
                db.session.add(line)
            if change is not None:
                changes.append(change)
    gone = tuple(record for record in known.values() if record.state == entries.ACTIVE)
    total = sum(sale.amount for _, wanted in lines for sale in wanted)
    total += sum(record.said for record in gone)
    if changes:
        chain.version += 1
    db.flush()
    return Merged(chain.version, tuple(changes), gone, total)


def _find(db: Db, team: TeamInfo, where: Where) -> ChainList:
    chain = db.session.scalar(
        select(ChainList).where(
            ChainList.chat_id == where.chat_id,
            ChainList.title == where.title,
            ChainList.day == where.day,
        )
    )
    if chain is None:
        chain = ChainList(
            team_id=team.id, chat_id=where.chat_id, title=where.title, day=where.day, version=0
        )
        db.session.add(chain)
        db.flush()
    return chain


def _known(db: Db, chain: ChainList) -> dict[tuple[int, int], Record]:
    """The current record behind every line of the list's last version."""
    lines = db.session.scalars(
        select(ChainLine).where(ChainLine.chain_id == chain.id).order_by(ChainLine.id)
    ).all()
    return {
        (line.member_id, line.n): entries.require(db, chain.team_id, line.number) for line in lines
    }


def _apply(db: Db, team: TeamInfo, sale: NewSale, record: Record | None, by: By) -> Change | None:
    if record is None:
        booked = holding.record(db, team, sale, by)
        experience_asking.watch(db, team, booked, by.at)
        return Change(sale.member_id, booked.number, None, sale.amount)
    # Somebody took the record back on purpose; an old copy of the list does not bring it back.
    if record.state != entries.ACTIVE:
        return None
    same_items = [(i.product, i.quantity) for i in record.items] == [
        (i.product, i.quantity) for i in sale.items
    ]
    known = holding.said(record)
    if known.amount == sale.amount and known.orders == sale.orders and same_items:
        return None
    holding.correct(db, team, record, sale, by)
    return Change(sale.member_id, record.number, known.amount, sale.amount)
