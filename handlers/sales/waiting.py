"""What is said of an order that waits for a lead: to its seller, and to those who decide."""

from __future__ import annotations

from bot.kit import Button, Card, Ctx, Delivery, T, format_exact, t
from models import care, chats, holding
from models.entries import HELD
from models.rosters import roster
from models.sales import Booked
from models.values import MemberInfo


def is_held(booked: Booked) -> bool:
    """Whether a row waits for a lead and counts nothing yet."""
    return booked.sale.type == HELD


def held_cards(ctx: Ctx, booked: Booked, what: T | str) -> list[Card]:
    """A kind word where the order was reported, and the question to the leads."""
    asked = holding.deciders(ctx.db, ctx.team.id, booked.sale.member_id)[: holding.ASKED]
    amount = format_exact(int(booked.sale.details["held"]))
    people = roster(ctx.db, ctx.team.id)
    receipt = Card(
        t(
            "sale-held",
            number=booked.number,
            seller=people.name(booked.sale.member_id),
            what=what,
            amount=amount,
            corrected=int(booked.revision > 1),
        ),
        lines=(t("sale-held-why", who=tuple(f"@{member.name}" for member in asked)),),
        buttons=(Button(t("sale-button-undo"), f"/undo S{booked.number}"),),
        delivery=Delivery.IMPORTANT,
    )
    reached = [m for m in asked if chats.private_chat(ctx.db, m.id) is not None]
    seller = people.members[booked.sale.member_id]
    if not reached:
        return [receipt, question(booked.number, seller, (what, amount), asks=asked[0])]
    # Nobody is woken for it at night.
    is_night = care.after_quiet(ctx.team, ctx.now) > ctx.now
    questions = [question(booked.number, seller, (what, amount), to=each) for each in reached]
    return [receipt, *(each.with_(silent=is_night) for each in questions)]


def question(
    number: int,
    seller: MemberInfo,
    said: tuple[T | str, str],
    *,
    to: MemberInfo | None = None,
    asks: MemberInfo | None = None,
) -> Card:
    """Whether a large order counts: to a lead in private, or in the group where none is reached."""
    what, amount = said
    return Card(
        t("sale-held-ask", number=number, seller=seller.name, what=what, amount=amount),
        note=t("sale-held-how", number=number),
        buttons=(
            Button(t("sale-button-confirm"), f"/confirm S{number}", ("确认", "confirm")),
            Button(t("sale-button-refuse"), f"/refuse S{number}", ("不算",)),
        ),
        question=asks is None,
        mentions=(asks.id,) if asks is not None else (),
        to=to.id if to is not None else None,
        delivery=Delivery.IMPORTANT,
    )
