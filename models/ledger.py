"""The tables of the sales ledger: rows are only ever added, totals follow in the
same transaction.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

# Held rows are few and asked for often.
SALE_HELD = text("type = 'held'")


class Sale(Base):
    """One row of the ledger, never changed after it is written.

    `type`: sale, refund (negative), balance (a deposit's rest that came in), held (counts nothing
    until a lead confirms it) or void. People name a record by its `number` (#S27); `revision`
    counts its corrections. `corrects_id` is the row that this one replaces; it is unique, so two
    people cannot correct the same row. A row counts while no other corrects it and it is no void.
    `source` names the message it came from. Amounts are minor units; `received` and `due_on` belong
    to deposits.
    """

    __tablename__ = "sale"
    __table_args__ = (
        UniqueConstraint("team_id", "number", "revision", name="uq_sale_number"),
        Index(
            "uq_sale_corrects_id",
            "corrects_id",
            unique=True,
            sqlite_where=text("corrects_id IS NOT NULL"),
            postgresql_where=text("corrects_id IS NOT NULL"),
        ),
        Index("ix_sale_day", "team_id", "day", "member_id"),
        Index(
            "ix_sale_held",
            "team_id",
            sqlite_where=SALE_HELD,
            postgresql_where=SALE_HELD,
        ),
        Index(
            "ix_sale_customer",
            "team_id",
            "member_id",
            "customer",
            sqlite_where=text("customer IS NOT NULL"),
            postgresql_where=text("customer IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    revision: Mapped[int]
    type: Mapped[str] = mapped_column(String(8))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    recorded_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    amount: Mapped[int] = mapped_column(Id)
    orders: Mapped[int]
    day: Mapped[dt.date]
    at: Mapped[dt.datetime]
    customer: Mapped[str | None] = mapped_column(String(64))
    details: Mapped[str] = mapped_column(Text, default="")
    received: Mapped[int | None] = mapped_column(Id)
    corrects_id: Mapped[int | None] = mapped_column(Id, ForeignKey("sale.id"))
    source: Mapped[int | None] = mapped_column(Id, ForeignKey("received.id"))


class SaleLine(Base):
    """A product in a ledger row and how many of it; negative in a refund, unit price in minor
    units.
    """

    __tablename__ = "sale_line"

    sale_id: Mapped[int] = mapped_column(Id, ForeignKey("sale.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    product: Mapped[str] = mapped_column(String(64))
    quantity: Mapped[int]
    unit_price: Mapped[int | None] = mapped_column(Id)


class SaleTotal(Base):
    """What a member sold in one period: the sum over the rows that count, kept by the same
    transaction.

    `period` is the kind (day, week, month, year, all as 0–4), `first` the period's first day.
    """

    __tablename__ = "sale_total"
    __table_args__ = ({"sqlite_with_rowid": False},)

    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"), primary_key=True)
    period: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[dt.date] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    amount: Mapped[int] = mapped_column(Id)
    orders: Mapped[int]


class PendingSale(Base):
    """Proposals of a question about a sale: nothing counted until one is chosen."""

    __tablename__ = "pending_sale"
    __table_args__ = (Index("ix_pending_sale_member", "team_id", "member_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    reason: Mapped[str] = mapped_column(String(40))
    proposals: Mapped[str] = mapped_column(Text)
    source: Mapped[int | None] = mapped_column(Id, ForeignKey("received.id"))
    asked_at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(String(10))
    chat_id: Mapped[int | None] = mapped_column(Id, ForeignKey("chat.id"))


class StockEntry(Base):
    """Goods that a member took in: for replenishment only, never a sale and on no board."""

    __tablename__ = "stock_entry"
    __table_args__ = (Index("ix_stock_entry_member", "team_id", "member_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    day: Mapped[dt.date]
    quantity: Mapped[str] = mapped_column(String(40))
    amount: Mapped[int | None] = mapped_column(Id)
    at: Mapped[dt.datetime]


class DailyReport(Base):
    """A pasted daily report: handed in, compared with the ledger and never added to it."""

    __tablename__ = "daily_report"
    __table_args__ = (UniqueConstraint("team_id", "member_id", "day", name="uq_daily_report_day"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    day: Mapped[dt.date]
    figures: Mapped[str] = mapped_column(Text)
    at: Mapped[dt.datetime]


class ChainLine(Base):
    """What the newest version of a 接龙 list says for one author, and the ledger
    row booked for it.
    """

    __tablename__ = "chain_line"
    __table_args__ = (UniqueConstraint("chain_id", "member_id", "n", name="uq_chain_line"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    chain_id: Mapped[int] = mapped_column(Id, ForeignKey("chain.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    n: Mapped[int]
    number: Mapped[int]


class ChainList(Base):
    """A 接龙 list that goes round in a chat, known by its title and day."""

    __tablename__ = "chain"
    __table_args__ = (UniqueConstraint("chat_id", "title", "day", name="uq_chain_title"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    chat_id: Mapped[int] = mapped_column(Id, ForeignKey("chat.id"))
    title: Mapped[str] = mapped_column(String(120))
    day: Mapped[dt.date]
    version: Mapped[int] = mapped_column(default=1)
