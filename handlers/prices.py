"""The price list: set by managers, read by everybody, used to check what sales cost."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.kit import Answer, Card, Ctx, Refusal, Role, Router, T, format_short, t
from bot.language.money import Amount, read_amount
from models import prices
from models.prices import Change, Price

router = Router("price")

# Lines of the list that fit a chat message with its title (product notes, B1.12).
LINES = 13
_WORD = "价格"
_REMOVE = re.compile(r"(?:删除?|去掉|移除|remove|delete)\s+(.+)", re.IGNORECASE | re.DOTALL)
_SEPARATOR = re.compile(r"[\n;\uff1b\uff0c\u3001]|,(?!\d)")
_PRICE = (
    r"[:=]?\s*¥?\s*(?P<price>\d[\d.,]*[万wWkK]?)\s*[元块]?\s*[/每一]?\s*(?P<unit>[^\W\d_]{0,4})"
)
_SPACED = re.compile(rf"(?P<name>\S.*?)\s+{_PRICE}")
_BELOW_ZERO = re.compile(r"\S{1,20}\s+[-−－]\s*\d\S*")
_GLUED = re.compile(rf"(?P<name>[^\d\s¥:=]+)\s*{_PRICE}")
# Names and prices in turn on one line: 面膜 128 精华 398.
_NAME_AND_PRICE = re.compile(r"[^\d\s¥:=]\S*\s+¥?\d\S*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class PriceOrder:
    """What is to be done to the list: lines to write, or a product to take off."""

    lines: tuple[Price, ...] = ()
    removed: str = ""


def read_prices(ctx: Ctx) -> PriceOrder | None:
    """The change of the price list that a message asks for; None for talk about prices."""
    if not ctx.text.lstrip().startswith(_WORD):
        return None
    called = ctx.commands.find(ctx.text)
    return _order(called.line) if called is not None and called.command.name == "price" else None


def _order(line: str) -> PriceOrder | None:
    """The order in the words after the command; raises Refusal where only some lines are clear."""
    pieces = [unicodedata.normalize("NFKC", piece).strip() for piece in _SEPARATOR.split(line)]
    removal = _REMOVE.fullmatch(unicodedata.normalize("NFKC", line).strip())
    if removal is not None:
        return PriceOrder(removed=removal[1].strip())
    wanted = [pair for piece in pieces if piece for pair in _in_turn(piece)]
    found = [_price(piece) for piece in wanted]
    if not any(found):
        if _BELOW_ZERO.fullmatch(line.strip()):
            raise Refusal("price-unclear", line=line.strip()[:40])
        return None
    unclear = [piece for piece, price in zip(wanted, found, strict=True) if price is None]
    if unclear:
        raise Refusal("price-unclear", line=unclear[0][:40])
    return PriceOrder(lines=tuple(price for price in found if price is not None))


def _in_turn(piece: str) -> list[str]:
    """The pairs of a line of names and prices in turn, or the line itself."""
    pairs = _NAME_AND_PRICE.findall(piece)
    is_all = len(pairs) > 1 and " ".join(pairs).split() == piece.split()
    return pairs if is_all and all(map(_SPACED.fullmatch, pairs)) else [piece]


def _price(piece: str) -> Price | None:
    match = _SPACED.fullmatch(piece) or _GLUED.fullmatch(piece)
    if match is None:
        return None
    amount = read_amount(match["price"])
    if not isinstance(amount, Amount):
        raise Refusal("price-out-of-range", name=match["name"][:20], price=match["price"][:20])
    return Price(match["name"].strip(" :="), amount.minor, match["unit"])


@router.command("price", _WORD, "定价", role=Role.MANAGER, whole=True)
def price(ctx: Ctx) -> Answer:
    """Set prices, one or several lines, or take a product off the list."""
    called = ctx.commands.find(ctx.text)
    order = _order(called.line) if called is not None else None
    if order is not None:
        return change_prices(ctx, order)
    if called is not None and called.typed:
        raise Refusal("price-how")
    return None


@router.listen(read_prices, role=Role.MANAGER)
def change_prices(ctx: Ctx, order: PriceOrder) -> Card:
    """Write the change; the listener tells those who may not who can."""
    if order.removed:
        prices.remove(ctx.db, ctx.team.id, order.removed)
        return Card(t("price-removed", name=order.removed))
    changes = prices.set_prices(ctx.db, ctx.team.id, order.lines)
    if len(changes) == 1:
        return Card(t("price-set", line=_changed(changes[0])))
    shown = tuple(_changed(change) for change in changes[:LINES])
    return Card(t("price-set-several", count=len(changes)), lines=shown)


def _changed(change: Change) -> T:
    line = _line(change.name, change.price, change.unit)
    if change.before is None:
        return line
    return t("price-changed", line=line, before=format_short(change.before))


def _line(name: str, minor: int, unit: str) -> T:
    return t("price-line", name=name, price=format_short(minor), unit=f"/{unit}" if unit else "")


@router.command("prices", "价格表", "价目表", role=Role.MEMBER)
def price_list(ctx: Ctx) -> Card:
    """Show the price list; a long one takes several products a line."""
    rows = prices.products(ctx.db, ctx.team.id)
    if not rows:
        return Card(t("price-list-empty"))
    a_line = -(-len(rows) // LINES)
    lines = tuple(
        t("price-list-line", parts=tuple(_line(*row) for row in rows[start : start + a_line]))
        for start in range(0, len(rows), a_line)
    )
    return Card(t("price-list", count=len(rows)), lines=lines)
