"""The team's price list: what one unit of a product costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from models.db import Db
from models.errors import Refusal
from models.team import Product
from models.values import MAX_AMOUNT, format_short

MAX_NAME = 20
MAX_UNIT = 4
MAX_PRODUCTS = 200

_LIST = (
    select(Product.name, Product.price, Product.unit)
    .where(Product.team_id == bindparam("team"))
    .order_by(Product.id)
)


@dataclass(frozen=True, slots=True)
class Price:
    """A line of the list as it is to be: minor units for one unit, the unit empty if unsaid."""

    name: str
    price: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A line as it is now, and the price before where it was another."""

    name: str
    price: int
    unit: str
    before: int | None = None


def products(db: Db, team_id: int) -> list[tuple[str, int, str]]:
    """The price list as (name, price in minor units, unit), the oldest line first."""
    shelf = db.memory.shelf("products")
    found: list[tuple[str, int, str]] | None = shelf.get(team_id)
    if found is None:
        rows = db.rows(_LIST, team=team_id)
        found = shelf[team_id] = [(name, price, unit) for name, price, unit in rows]
    return found


def set_prices(db: Db, team_id: int, prices: Sequence[Price]) -> list[Change]:
    """Write lines of the price list, all or none; raises Refusal for one that cannot be."""
    for price in prices:
        _check(price)
    known = {row.name: row for row in _rows(db, team_id)}
    if len(known.keys() | {price.name for price in prices}) > MAX_PRODUCTS:
        raise Refusal("price-too-many", limit=MAX_PRODUCTS)
    changes = []
    for price in prices:
        row = known.get(price.name)
        before = row.price if row is not None and row.price != price.price else None
        if row is None:
            row = known[price.name] = Product(team_id=team_id, name=price.name, price=0, unit="")
            db.session.add(row)
        row.price, row.unit = price.price, price.unit or row.unit
        changes.append(Change(row.name, row.price, row.unit, before))
    _changed(db)
    return changes


def remove(db: Db, team_id: int, name: str) -> None:
    """Take a product off the list; raises Refusal where it is not on it."""
    gone = db.session.execute(
        delete(Product)
        .where(Product.team_id == team_id, Product.name == name)
        .returning(Product.id)
    )
    if gone.first() is None:
        raise Refusal("price-unknown", name=name[:MAX_NAME])
    _changed(db)


def _check(price: Price) -> None:
    if not 0 < price.price <= MAX_AMOUNT:
        raise Refusal("price-out-of-range", name=price.name, price=format_short(price.price))
    if len(price.name) > MAX_NAME or len(price.unit) > MAX_UNIT:
        raise Refusal("price-too-long", name=price.name[:MAX_NAME], limit=MAX_NAME)


def _rows(db: Db, team_id: int) -> list[Product]:
    return list(db.session.scalars(select(Product).where(Product.team_id == team_id)))


def _changed(db: Db) -> None:
    """Write what is pending; the reader's vocabulary was made from the old list."""
    db.flush()
    db.memory.forget()
