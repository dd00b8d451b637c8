"""The ledger as plain rows for other programs."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models import entries
from models.ledger import Sale, SaleLine
from models.team import Member, Team
from models.values import TeamInfo, format_plain


def ledger_rows(
    session: Session, team: Team, first: dt.date, last: dt.date
) -> list[dict[str, Any]]:
    """A team's rows in the order they were written; the active ones sum to the net total.

    A void is the state of the row it takes out, not a row of its own here. `corrects` is the id of
    the row that a correction replaces; ids are S27 for a record's first row, S27-2 for its second.
    `held` is the amount of a row that waits for a lead and counts nothing yet; `late` is 1 where it
    was reported for an earlier business day.
    """
    after, seller, writer = aliased(Sale), aliased(Member), aliased(Member)
    found = session.execute(
        select(Sale, after.type, seller.name, writer.name)
        .outerjoin(after, after.corrects_id == Sale.id)
        .join(seller, seller.id == Sale.member_id)
        .join(writer, writer.id == Sale.recorded_by)
        .where(Sale.team_id == team.id, Sale.day >= first, Sale.day <= last)
        .where(Sale.type != entries.VOID)
        .order_by(Sale.id)
    ).all()
    lines = _lines(session, team, first, last)
    sent = _sent(session, team, first, last)
    return [
        _row(team, sale, (corrected_by, sold_by, written_by), lines.get(sale.id, []))
        | {"late": int(_is_late(team, sale, sent))}
        for sale, corrected_by, sold_by, written_by in found
    ]


def _sent(session: Session, team: Team, first: dt.date, last: dt.date) -> dict[int, dt.datetime]:
    """When records that were corrected were reported."""
    corrected = select(Sale.number).where(
        Sale.team_id == team.id, Sale.day >= first, Sale.day <= last, Sale.revision > 1
    )
    query = select(Sale.number, Sale.at).where(
        Sale.team_id == team.id, Sale.revision == 1, Sale.number.in_(corrected)
    )
    return {row.number: row.at for row in session.execute(query)}


def _is_late(team: Team, sale: Sale, sent: dict[int, dt.datetime]) -> bool:
    """Whether a record was reported for an earlier business day than it was sent on."""
    zone = ZoneInfo(team.timezone)
    info = TeamInfo(team.id, team.name, zone, team.language, cutoff=team.cutoff)
    return entries.is_late(info, sale.day, sent.get(sale.number, sale.at))


def _lines(
    session: Session, team: Team, first: dt.date, last: dt.date
) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    query = (
        select(SaleLine)
        .join(Sale, Sale.id == SaleLine.sale_id)
        .where(Sale.team_id == team.id, Sale.day >= first, Sale.day <= last)
        .order_by(SaleLine.sale_id, SaleLine.n)
    )
    for line in session.scalars(query):
        price = None if line.unit_price is None else format_plain(line.unit_price)
        found.setdefault(line.sale_id, []).append(
            {"product": line.product, "quantity": line.quantity, "unit_price": price}
        )
    return found


def _row(
    team: Team, sale: Sale, names: tuple[str | None, str, str], lines: list[dict[str, Any]]
) -> dict[str, Any]:
    corrected_by, seller, recorded_by = names
    state = entries.ACTIVE
    if corrected_by is not None:
        state = entries.VOID if corrected_by == entries.VOID else entries.CORRECTED
    details = json.loads(sale.details) if sale.details else {}
    held = details.get("held") if sale.type == entries.HELD else None
    return {
        "id": label(sale.number, sale.revision),
        "team": team.name,
        "type": sale.type,
        "state": state,
        "date": sale.day.isoformat(),
        "at": sale.at.isoformat(),
        "seller": seller,
        "recorded_by": recorded_by,
        "amount": format_plain(sale.amount),
        "currency": team.currency,
        "orders": sale.orders,
        "lines": lines,
        "customer": sale.customer,
        "note": details.get("note") or None,
        "corrects": label(sale.number, sale.revision - 1) if sale.revision > 1 else None,
        "held": None if held is None else format_plain(held),
    }


def label(number: int, revision: int) -> str:
    """A row's id: «S27», and «S27-2» for the second version of that record."""
    return f"S{number}" if revision == 1 else f"S{number}-{revision}"
