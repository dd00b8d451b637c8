"""The deals that a text amounts to: corrections, labels, separate orders."""

from __future__ import annotations

from dataclasses import replace

from bot.language.items import fold_sums
from bot.language.tokens import Token
from bot.language.totals import PAID_ROLES, Deal, Figures, money_details, one_deal


def add_up(tokens: list[Token], *, discounted: bool) -> Figures:
    """The figures of a sale; `discounted` tells that the text states a discount in words."""
    tokens = _bind_labels(fold_sums(_after_correction(tokens)))
    several = _separate_orders(tokens, discounted=discounted)
    if several is not None:
        return several
    return one_deal(tokens, discounted=discounted)


def _after_correction(tokens: list[Token]) -> list[Token]:
    """Drops what a later «no, it is …» replaces."""
    at = max((i for i, token in enumerate(tokens) if token.kind == "C"), default=-1)
    if at < 0:
        return tokens
    head, tail = tokens[:at], tokens[at + 1 :]
    if tokens[at].text == "不是" and not any(t.kind == "C" for t in head):
        # 389,不是398: the value after «not» is the wrong one.
        if any(token.kind in "MNX" for token in head):
            return head + [token for token in tail if token.kind not in "MNX"]
        return head + tail
    replaced = {token.kind for token in tail}
    if replaced & set("MNK"):
        replaced |= set("MNKXTSAE")
    if "Q" not in replaced and "M" not in replaced and "N" not in replaced:
        return [token for token in tokens if token.kind != "C"]
    dropped = replaced & set("MNKXQPTSAEO")
    if "Q" not in {token.kind for token in tail}:
        dropped -= set("QP")
    return [token for token in head if token.kind not in dropped and token.kind != "C"] + tail


def _bind_labels(tokens: list[Token]) -> list[Token]:
    """Gives amounts the label before them, or else the label after them."""
    if not any(token.kind in "LU" for token in tokens):
        return tokens
    bound = list(tokens)
    used: set[int] = set()
    for at, token in enumerate(tokens[:-1]):
        following = bound[at + 1]
        if token.kind == "L" and following.kind in "MNKh" and not following.role:
            used.add(at)
            if token.role == "n":
                bound[at + 1] = replace(following, kind="Q")
            else:
                bound[at + 1] = following.with_role(token.role)
        elif token.kind == "L" and token.role == "n" and following.kind == "Q":
            used.add(at)
        elif token.kind == "U" and following.kind in "MN" and token.text[0] != "/":
            bound[at + 1] = following.with_role("l")
    for at, token in enumerate(tokens[1:], 1):
        before = bound[at - 1]
        if before.kind not in "MNK" or before.role or at in used:
            continue
        if token.kind == "U" and token.text[0] == "/":
            bound[at - 1] = before.with_role("l")
        elif token.kind == "L" and token.role in "Vpb" and not _leads_on(token, tokens, at):
            bound[at - 1] = before.with_role(token.role)
    return [token for token in bound if token.kind not in "LU"]


def _leads_on(label: Token, tokens: list[Token], at: int) -> bool:
    """Whether a label belongs to what follows it and not to the number before it."""
    if label.start - tokens[at - 1].end > 1:
        return True
    return at + 1 < len(tokens) and tokens[at + 1].kind in "LMNK"


def _separate_orders(tokens: list[Token], *, discounted: bool) -> Figures | None:
    """Separate deals where every order has an amount of its own, None where there is one deal."""
    marks = [i for i, token in enumerate(tokens) if token.kind in "OD"]
    if not marks:
        return None
    tokens = _marks_first(tokens, marks)
    marks = [i for i, token in enumerate(tokens) if token.kind in "OD"]
    last_total = tokens[-1] if tokens[-1].role in tuple(PAID_ROLES) else None
    parts = [tokens[a:b] for a, b in zip(marks, [*marks[1:], len(tokens)], strict=True)]
    paid = [part for part in parts if any(_is_money(token) for token in part)]
    if len(paid) < 2:
        return _listed_orders(tokens) or _missing_orders(parts, paid)
    if last_total is not None and sum(_is_money(token) for token in paid[-1]) > 1:
        paid[-1] = paid[-1][:-1]
    else:
        last_total = None
    figures = [one_deal(part, discounted=discounted) for part in paid]
    deals = tuple(deal for figure in figures for deal in figure.deals)
    head = [part for part in parts if part not in paid]
    if any(figure.reason for figure in figures):
        first = next(figure for figure in figures if figure.reason)
        return replace(first, deals=deals, choices=(deals,) if deals else ())
    counted = sum(deal.orders for deal in deals)
    stated = next((int(p[0].number or 0) for p in head if p[0].kind == "O"), counted)
    if stated != counted and len(deals) != stated:
        return Figures(
            deals, "orders_mismatch", {"orders": str(stated), "found": str(counted)}, (deals,)
        )
    total = sum(deal.amount for deal in deals)
    if last_total is not None and last_total.minor != total:
        return Figures(deals, "sum_wrong", money_details(total, last_total.minor), (deals,))
    if any(_is_money(token) for token in tokens[: marks[0]]):
        return Figures(deals, "two_amounts", {}, (deals,))
    return Figures(deals)


def _marks_first(tokens: list[Token], marks: list[int]) -> list[Token]:
    """398一单,1280一单 as 一单398,一单1280."""
    single = [i for i in marks if tokens[i].number == 1 and tokens[i].kind == "O"]
    if len(single) < 2 or not all(i and _is_money(tokens[i - 1]) for i in single):
        return tokens
    moved = list(tokens)
    for i in single:
        moved[i - 1], moved[i] = moved[i], moved[i - 1]
    return moved


def _missing_orders(parts: list[list[Token]], paid: list[list[Token]]) -> Figures | None:
    """2单 一单398: an order of several without its amount."""
    counts = [int(part[0].number or 0) for part in parts if part[0].kind == "O"]
    if len(counts) < 2 or counts[0] < 2 or counts[1] != 1 or paid != parts[1:]:
        return None
    return Figures(reason="orders_mismatch", details={"orders": str(counts[0]), "found": "1"})


def _is_money(token: Token) -> bool:
    return token.kind in "MNKX" and token.role in ("", "V", "B")


def _listed_orders(tokens: list[Token]) -> Figures | None:
    """2单 398+1280, 2单:398、1280: as many bare amounts as orders."""
    count = next((int(t.number or 0) for t in tokens if t.kind == "O"), 0)
    money = [token for token in tokens if _is_money(token)]
    if count < 2 or not money or any(token.kind in "PQXFIR" for token in tokens):
        return None
    amounts = [token.minor or 0 for token in money if not token.role]
    totals = [token.minor for token in money if token.role]
    if len(amounts) == 1 and money[0].terms:
        amounts = list(money[0].terms)
    if len(amounts) == 1 and any(token.kind == "H" for token in tokens):
        amounts *= count
    if len(amounts) != count or min(amounts) <= 0:
        return None
    deals = tuple(Deal(amount) for amount in amounts)
    if totals and totals[0] != sum(amounts):
        return Figures(deals, "sum_wrong", money_details(sum(amounts), totals[0]), (deals,))
    return Figures(deals)
