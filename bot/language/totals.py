"""What was paid in one deal: its total, checked against prices, discounts and deposits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bot.language.items import (
    Item,
    kinds_of,
    list_price,
    multiplied_price,
    price_of_one,
    take_items,
)
from bot.language.numerals import Fault
from bot.language.reading import Line
from bot.language.tokens import Token

PAID_ROLES = "VB"
# A minus that follows no number is a sign.
_NEGATIVE = re.compile(r"(?:^|[^PQMNTKUOh])S[MN]")


@dataclass(slots=True)
class Deal:
    """One row to be; all amounts are minor units, None where a deposit was not spoken of."""

    amount: int
    orders: int = 1
    lines: tuple[Line, ...] = ()
    discount: int = 0
    received: int | None = None
    due: int | None = None


@dataclass(slots=True)
class Figures:
    """The deals of a text; `reason` is empty where they are certain, `choices` are alternatives."""

    deals: tuple[Deal, ...] = ()
    reason: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[tuple[Deal, ...], ...] = ()
    lines: tuple[Line, ...] = ()
    left: tuple[Token, ...] = ()


@dataclass(slots=True)
class _Sheet:
    """What the tokens of one deal hold, sorted."""

    items: list[Item]
    bare: list[Token]
    roles: dict[str, list[Token]]
    doubts: list[Token]
    orders: list[Token]
    discounts: list[Token]
    left: list[Token]


def money_details(computed: int, stated: int | None) -> dict[str, str]:
    """The details of a sum that differs from what was stated, in minor units."""
    return {"computed": str(computed), "stated": str(stated or 0)}


def _sort(tokens: list[Token]) -> _Sheet:
    labelled = any(t.role and t.role in "VBpb" for t in tokens)
    items, left = take_items(tokens, other_amounts=labelled)
    roles: dict[str, list[Token]] = {}
    for token in left:
        if token.role and token.kind in "MNKX":
            roles.setdefault(token.role, []).append(token)
    bare = [token for token in left if token.kind in "MNKYX" and not token.role]
    return _Sheet(
        items=items,
        bare=bare,
        roles=roles,
        doubts=[token for token in left if token.kind in "RFI"],
        orders=[token for token in left if token.kind == "O"],
        discounts=[token for token in left if token.kind == "Z"],
        left=left,
    )


def one_deal(tokens: list[Token], *, discounted: bool) -> Figures:
    """The figures of tokens that speak of one deal."""
    negative = _negative(tokens)
    sheet = _sort(tokens)
    orders = 1
    if len(sheet.orders) == 1 and sheet.orders[0].number:
        orders = max(1, int(sheet.orders[0].number))
    if orders > 1:
        # 3单面膜: one of it in each order.
        for item in sheet.items:
            item.quantity = item.quantity if item.counted else Decimal(orders)
    lines = tuple(line for item in sheet.items if (line := item.line()) is not None)
    figures = _faults(sheet, negative=negative) or _total(sheet, discounted, orders)
    # All of these were made here, so that they may be completed in place.
    figures.lines = lines
    figures.left = tuple(sheet.left)
    for deals in (figures.deals, *figures.choices):
        for deal in deals:
            deal.orders, deal.lines = orders, lines
    return figures


def _negative(tokens: list[Token]) -> bool:
    kinds = kinds_of(tokens)
    return "S" in kinds and _NEGATIVE.search(kinds) is not None


def _faults(sheet: _Sheet, *, negative: bool) -> Figures | None:
    """What makes the amount impossible or doubtful before any adding up."""
    kinds = {token.kind for token in sheet.doubts}
    impossible = next((t for t in sheet.left if t.kind == "X" and not t.role), None)
    if impossible is None:
        impossible = next((t for t in sheet.left if t.kind == "X" and t.role in "VB"), None)
    if "I" in kinds:
        return Figures(reason=Fault.POINTS)
    if "F" in kinds:
        return Figures(reason=Fault.CURRENCY)
    if impossible is not None:
        details = {"text": impossible.text.strip()[:40]}
        if impossible.fault == "sum_wrong" and impossible.minor:
            deals = (Deal(impossible.minor),)
            return Figures(deals, "sum_wrong", {"computed": str(impossible.minor)}, (deals,))
        return Figures(reason=impossible.fault or Fault.MALFORMED, details=details)
    zeros = [token for token in sheet.bare if token.kind == "N" and token.minor == 0]
    if zeros and len(sheet.bare) == len(zeros) and not sheet.roles:
        return Figures(reason=Fault.ZERO)
    if negative:
        return Figures(reason=Fault.NEGATIVE)
    if "R" in kinds:
        return Figures(reason=Fault.RANGE)
    if any(item.quantity % 1 or item.quantity <= 0 for item in sheet.items):
        return Figures(reason="fraction")
    return None


def _total(sheet: _Sheet, discounted: bool, orders: int) -> Figures:
    """The amount of the one deal, checked against the list prices."""
    paid = _paid(sheet)
    if isinstance(paid, Figures):
        return paid
    deposit = _role_sum(sheet, "p")
    balance = _role_sum(sheet, "b")
    stated = discounted or bool(sheet.discounts) or "d" in sheet.roles or "V" in sheet.roles
    if paid is None:
        return _without_total(sheet, deposit, balance, stated)
    expected = list_price(sheet.items)
    fees = _role_sum(sheet, "f") or 0
    deal = Deal(paid, received=deposit, due=balance)
    if deposit is not None and balance is None and deposit < paid:
        deal = replace(deal, due=paid - deposit)
    if deposit is not None and balance is not None and deposit + balance != paid:
        return Figures((deal,), "sum_wrong", money_details(deposit + balance, paid), ((deal,),))
    if expected is None or paid in (expected, expected + fees):
        off = _role_sum(sheet, "d")
        if expected is not None and off and not fees and "V" not in sheet.roles and off < paid:
            better = (replace(deal, amount=paid - off, discount=off),)
            return Figures(better, "discount_unclear", {"discount": str(off)}, (better, (deal,)))
        return Figures((deal,))
    if sheet.bare and sheet.bare[0].kind == "K" and multiplied_price(sheet.items) is None:
        return (
            Figures((replace(deal, discount=max(0, expected - paid)),))
            if stated
            else (_mismatch(deal, expected, sheet))
        )
    if stated and paid < expected and not price_of_one(sheet.items, paid):
        return Figures((replace(deal, discount=expected - paid),))
    return _mismatch(deal, expected, sheet)


def _mismatch(deal: Deal, expected: int, sheet: _Sheet) -> Figures:
    """The total is not the list price: the price of one, or something that nobody explained."""
    details = {"expected": str(expected), "stated": str(deal.amount)}
    by_list = (replace(deal, amount=expected, received=None, due=None),)
    if price_of_one(sheet.items, deal.amount):
        return Figures(by_list, "unit_price", details, (by_list, (deal,)))
    return Figures((deal,), "list_mismatch", details, ((deal,), by_list))


def _role_sum(sheet: _Sheet, role: str) -> int | None:
    tokens = sheet.roles.get(role)
    if role == "d" and sheet.discounts:
        tokens = [*(tokens or []), *(t for t in sheet.discounts if t.minor)]
    return sum(token.minor or 0 for token in tokens) if tokens else None


def _paid(sheet: _Sheet) -> int | Figures | None:
    """The one stated amount, None where there is none, figures where there are several."""
    for role in PAID_ROLES:
        labelled = {token.minor for token in sheet.roles.get(role, []) if token.minor}
        if len(labelled) > 1:
            return Figures(reason="two_amounts")
        if labelled:
            return labelled.pop()
    bare = [token for token in sheet.bare if token.minor]
    if len(bare) == 1 and bare[0].kind == "Y":
        product = Deal(bare[0].minor or 0)
        single = Deal(bare[0].terms[0])
        if list_price(sheet.items) == product.amount:
            return product.amount
        return Figures(
            (product,), "quantity_times", {"text": bare[0].text}, ((product,), (single,))
        )
    if not bare:
        return None
    amounts = {token.minor or 0 for token in bare}
    if len(bare) == 1:
        return amounts.pop()
    return _several(sheet, bare, amounts)


def _several(sheet: _Sheet, bare: list[Token], amounts: set[int]) -> int | Figures:
    """Several bare amounts: prices of the lines and their sum, or a question."""
    expected = list_price(sheet.items)
    prices = {item.product.price for item in sheet.items if item.product is not None}
    if expected is not None and expected in amounts and amounts - {expected} <= prices:
        return expected
    each = len(bare) == len(sheet.items)
    if each and expected is not None and sum(token.minor or 0 for token in bare) == expected:
        return expected
    if len(amounts) == 1 and len(sheet.items) < 2 and expected in amounts:
        return amounts.pop()
    proposals = tuple((Deal(token.minor or 0),) for token in bare[:3])
    return Figures(reason="two_amounts", details={"count": str(len(bare))}, choices=proposals)


def _without_total(
    sheet: _Sheet, deposit: int | None, balance: int | None, discounted: bool
) -> Figures:
    """No amount was stated: deposit and balance, prices in the text, or the list may tell."""
    expected = list_price(sheet.items)
    if deposit is not None or balance is not None:
        return _deposit(deposit, balance, expected)
    multiplied = multiplied_price(sheet.items)
    if multiplied is not None:
        return _multiplied(sheet, multiplied, expected, discounted)
    off = _role_sum(sheet, "d") or 0
    if expected is not None and expected // 2 < off <= expected:
        # 用券 356: so much is what was paid, not what was taken off.
        return Figures((Deal(off, discount=expected - off),))
    listed = sheet.roles.get("l", [])
    unknown = [item for item in sheet.items if item.product is None]
    if expected is None and len(listed) == 1 and listed[0].minor:
        pieces = sum((item.quantity for item in unknown), Decimal(0)) or Decimal(1)
        expected = int(listed[0].minor * pieces)
    if expected is None:
        missing = next((i for i in sheet.items if i.product is None or not i.priced), None)
        reason = "no_price" if missing is not None else "no_amount"
        details = {"unit": missing.measure} if missing is not None else {}
        return Figures(reason=reason, details=details)
    for fold in sheet.discounts:
        if fold.number is not None and 0 < fold.number < 1 and (expected * fold.number) % 1 == 0:
            off += expected - int(expected * fold.number)
    deals = (Deal(expected - off if off < expected else expected, discount=off),)
    return Figures(deals, "no_amount", {"expected": str(expected)}, (deals,))


def _multiplied(sheet: _Sheet, total: int, expected: int | None, discounted: bool) -> Figures:
    deal = Deal(total)
    named = any(item.product is not None for item in sheet.items)
    words = any(token.kind == "W" for token in sheet.left)
    if not named and not words:
        return Figures((deal,), "quantity_times", {}, ((deal,),))
    if expected is None or total == expected:
        return Figures((deal,))
    if discounted and total < expected:
        return Figures((replace(deal, discount=expected - total),))
    by_list = (replace(deal, amount=expected),)
    details = {"expected": str(expected), "stated": str(total)}
    return Figures((deal,), "list_mismatch", details, ((deal,), by_list))


def _deposit(deposit: int | None, balance: int | None, expected: int | None) -> Figures:
    if deposit is not None and balance is not None:
        deal = Deal(deposit + balance, received=deposit, due=balance)
        if expected is None or expected == deal.amount:
            return Figures((deal,))
        return Figures((deal,), "list_mismatch", money_details(expected, deal.amount), ((deal,),))
    if expected is not None and deposit is not None and deposit < expected:
        deal = Deal(expected, received=deposit, due=expected - deposit)
        return Figures((deal,), "deposit_only", {"received": str(deposit)}, ((deal,),))
    key, value = ("received", deposit) if deposit is not None else ("due", balance)
    return Figures(reason="deposit_only", details={key: str(value or 0)})
