"""From what was understood to what is booked, and the receipt for it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.goal_words import ratio, spoken
from bot.kit import Button, Card, Ctx, Delivery, T, format_exact, format_short, t
from bot.language.reading import Entry
from handlers.sales.waiting import held_cards, is_held
from models import entries, experience_asking, holding
from models.boards import is_low
from models.entries import Item, Record
from models.errors import Refusal
from models.goal_progress import done_of
from models.goal_tree import receipt_goal
from models.goals import month_target, percent
from models.people import is_in_several_teams
from models.rosters import roster
from models.sales import Booked, By, NewSale
from models.totals import month_rank


def by(ctx: Ctx) -> By:
    """Who acts in this message, when it was sent and where it came from."""
    return By(ctx.actor.id, ctx.sent_at, ctx.source)


def seller_id(ctx: Ctx, name: str) -> int:
    """The member an entry is for; raises Ambiguous or Refusal where the name is nobody's."""
    if name == ctx.actor.name:
        return ctx.actor.id
    found = roster(ctx.db, ctx.team.id).find(name)
    if found is None:
        raise Refusal("sale-unknown-member", name=name)
    return found.id


def to_sale(ctx: Ctx, entry: Entry) -> NewSale:
    """An entry of a reading as something to book; a deposit counts by the team's basis."""
    details: dict[str, object] = {}
    for name in ("channel", "note", "discount", "share", "due"):
        value = getattr(entry, name)
        if value:
            details[name] = value
    if entry.repeat:
        details["repeat"] = 1
    if entry.due_on is not None:
        details["due_on"] = entry.due_on.isoformat()
    amount = entry.amount
    if entry.received is not None and ctx.team.basis == "received":
        amount = entry.received
    return NewSale(
        member_id=seller_id(ctx, entry.seller),
        amount=amount,
        orders=0 if entry.type == entries.REFUND else entry.orders,
        day=entry.date,
        type=entry.type,
        items=tuple(Item(line.product, line.quantity, line.unit_price) for line in entry.lines),
        customer=entry.customer,
        received=entry.received,
        details=details,
    )


def book(ctx: Ctx, entries: Sequence[Entry], notices: Sequence[str] = ()) -> list[Card]:
    """Book the entries of one message; returns the receipt and a word to each seller who did not
    write it.
    """
    booked = [holding.record(ctx.db, ctx.team, to_sale(ctx, entry), by(ctx)) for entry in entries]
    for each in booked:
        experience_asking.watch(ctx.db, ctx.team, each, ctx.now)
    counted = [each for each in booked if not is_held(each)]
    cards = [receipt(ctx, counted, notices)] if counted else []
    for each in booked:
        if is_held(each):
            cards += held_cards(ctx, each, what(each.sale))
    return [*cards, *told(ctx, booked)]


def receipt(ctx: Ctx, booked: Sequence[Booked], notices: Sequence[str] = ()) -> Card:
    """One to three lines: what was booked, the seller's day, month and rank, and what to know about
    it.
    """
    first = booked[0]
    if len(booked) == 1:
        title = t("sale-receipt", **_facts(ctx, first))
    else:
        title = t(
            "sale-receipt-several",
            count=len(booked),
            sum=format_exact(sum(each.sale.amount for each in booked)),
            parts=tuple(t("sale-receipt-part", **_facts(ctx, each)) for each in booked),
        )
    return Card(
        title,
        lines=(standing(ctx, booked[-1] if _one_seller(booked) else first),),
        note=_note(ctx, first, notices),
        buttons=(Button(t("sale-button-undo"), f"/undo S{first.number}"),),
        delivery=Delivery.IMPORTANT,
        reaction="👍",
    )


def _one_seller(booked: Sequence[Booked]) -> bool:
    return len({each.sale.member_id for each in booked}) == 1


def standing(ctx: Ctx, booked: Booked) -> T:
    """The seller's totals after a row: today, month, and the rank in it where it is not low."""
    totals = booked.totals
    is_today = booked.sale.day == ctx.today
    rank = month_rank(ctx.db, ctx.team.id, totals)
    people = roster(ctx.db, ctx.team.id)
    hides = booked.sale.member_id in people.hidden
    is_told = not (ctx.chat.is_group and (hides or is_low(ctx.db, ctx.team.id, rank)))
    return t(
        "sale-standing" if is_today else "sale-standing-other-day",
        date="" if is_today else f"{booked.sale.day:%m-%d}",
        day=format_short(totals.day),
        month=format_short(totals.month),
        goal=goal(ctx, booked),
        rank=rank if is_told else 0,
    )


def goal(ctx: Ctx, booked: Booked) -> T | str:
    """What stands behind the month's total of a seller who has a goal for it: /30,000(29%); else
    the goal of another time or measure that says most.
    """
    totals = booked.totals
    wanted = month_target(ctx.db, ctx.team.id, booked.sale.member_id, totals.month_first)
    if wanted is None:
        return _other_goal(ctx, booked)
    done = percent(totals.month, wanted)
    return t("sale-goal", target=format_short(wanted), percent=done, reached=int(done >= 100))


def _other_goal(ctx: Ctx, booked: Booked) -> T | str:
    """A goal of the seller's for another time or measure: « · 本周 3,000/12,000(25%)»."""
    sale = booked.sale
    found = receipt_goal(ctx.db, ctx.team.id, sale.member_id, sale.day)
    if found is None:
        return ""
    value = done_of(ctx.db, found)
    done = percent(value, found.target)
    return t(
        "sale-goal-other",
        span=spoken(found.period, ctx.today),
        ratio=ratio(found, max(0, value)),
        percent=done,
        reached=int(done >= 100),
    )


def _facts(ctx: Ctx, booked: Booked) -> dict[str, str | T]:
    sale = booked.sale
    return {
        "number": str(booked.number),
        "seller": roster(ctx.db, ctx.team.id).name(sale.member_id),
        "what": what(sale),
        "amount": format_exact(sale.details.get("held", sale.amount)),
        "type": sale.type,
    }


def what(sale: NewSale | Record) -> str | T:
    """The products of a record or its orders, with a space behind: «面膜×3 精华×1 », «2单 »."""
    if sale.items:
        return " ".join(f"{item.product}×{item.quantity}" for item in sale.items) + " "
    return t("sale-orders", count=sale.orders) if sale.orders > 1 else ""


def _note(ctx: Ctx, booked: Booked, notices: Sequence[str]) -> T | None:
    """The most important thing to know about a booking; there is room for one line."""
    sale = booked.sale
    parts: list[T] = []
    if not ctx.chat.is_group and is_in_several_teams(ctx.db, ctx.actor.id):
        parts.append(t("sale-note-team", team=ctx.team.name))
    if sale.day != ctx.today:
        parts.append(t("sale-note-day", date=f"{sale.day:%m-%d}"))
    if sale.orders > 1 and sale.items:
        parts.append(t("sale-note-orders", count=sale.orders))
    discount = sale.details.get("discount", 0)
    if discount:
        parts.append(t("sale-note-discount", amount=format_short(discount)))
    if sale.details.get("due"):
        parts.append(_deposit(ctx, sale))
    parts += [t(f"sale-note-{notice}") for notice in notices if notice in NOTICES]
    return t("sale-note", parts=tuple(parts)) if parts else None


# Notices of the reader that people should see; the others are visible in the receipt itself.
NOTICES = ("homophone", "masked")


def _deposit(ctx: Ctx, sale: NewSale) -> T:
    basis = "received" if ctx.team.basis == "received" else "order"
    return t(
        f"sale-note-deposit-{basis}",
        received=format_short(sale.received or 0),
        due=format_short(sale.details["due"]),
    )


def told(ctx: Ctx, booked: Sequence[Booked]) -> list[Card]:
    """A private word to each seller whose sale somebody else wrote down."""
    return [
        Card(
            t("sale-told", who=ctx.actor.name, **_facts(ctx, each)),
            note=t("sale-told-note", number=each.number),
            to=each.sale.member_id,
        )
        for each in booked
        if each.sale.member_id != ctx.actor.id
    ]
