"""A lead's word on large orders: `确认 S27`, `不算 S27 重复了`, and the reminder that one waits."""

from __future__ import annotations

import re

from bot.kit import (
    Answer,
    Card,
    Ctx,
    Delivery,
    Refusal,
    Role,
    WakeCtx,
    format_exact,
    format_short,
    t,
)
from handlers.sales.booking import by, standing, what
from handlers.sales.routing import router
from handlers.sales.waiting import question
from models import chats, entries, holding
from models.entries import Record
from models.rosters import roster

_NUMBER = re.compile(r"[#＃]?[Ss](\d{1,9})(?![A-Za-z0-9])[,，:：]?\s*")


@router.command("confirm", "确认", role=Role.MEMBER, whole=True, letter="S")
def confirm(ctx: Ctx) -> Answer:
    """Let a large order count: `确认 S27`, or `确认` as an answer to its card."""
    found, rest = _named(ctx)
    if found is None or rest:
        return None
    booked = holding.confirm(ctx.db, ctx.team, found, ctx.actor, by(ctx))
    amount = format_exact(booked.sale.amount)
    card = Card(
        t(
            "sale-confirmed",
            number=booked.number,
            name=roster(ctx.db, ctx.team.id).name(booked.sale.member_id),
            what=what(booked.sale),
            amount=amount,
            date=f"{booked.sale.day:%m-%d}",
        ),
        lines=(standing(ctx, booked),),
        delivery=Delivery.IMPORTANT,
    )
    if ctx.chat.is_group:
        return card
    holding.tell_group(ctx.db, ctx.team, booked.number, ctx.now)
    told = t("sale-confirmed-told", number=found.number, who=ctx.actor.name, amount=amount)
    return [card, Card(told, to=found.member_id)]


@router.command("refuse", "不算", "驳回", role=Role.MEMBER, whole=True, letter="S")
def refuse(ctx: Ctx) -> Answer:
    """Take a large order back that is none: `不算 S27 重复了`."""
    found, reason = _named(ctx)
    if found is None:
        return None
    if len(reason) > 100:
        raise Refusal("sale-refuse-long")
    booked = holding.refuse(ctx.db, ctx.team, found, ctx.actor, by(ctx))
    stays = t("sale-refused-stays", amount=format_exact(booked.sale.amount))
    kept = stays if booked.sale.type == entries.SALE else ""
    card = Card(
        t("sale-refused", number=found.number, amount=format_exact(found.said), kept=kept),
        delivery=Delivery.IMPORTANT,
    )
    reason_words = t("sale-refused-reason", text=reason) if reason else ""
    told = t(
        "sale-refused-told",
        number=found.number,
        who=ctx.actor.name,
        amount=format_exact(found.said),
        reason=reason_words,
        kept=kept,
    )
    return [card, Card(told, to=found.member_id)]


def _named(ctx: Ctx) -> tuple[Record | None, str]:
    """The record that the line or the quoted card names, and the other words; talk names none."""
    quote = ctx.incoming.quote.text if ctx.incoming.quote is not None else ""
    called = ctx.commands.find(ctx.text, quote)
    if called is None:
        return None, ""
    line = called.line.strip()
    match = _NUMBER.match(line)
    if match is not None:
        return entries.require(ctx.db, ctx.team.id, int(match[1])), line[match.end() :].strip()
    quoted = _NUMBER.search(quote) if not line or called.typed else None
    if quoted is None:
        if called.typed:
            raise Refusal("sale-confirm-which")
        return None, ""
    return entries.require(ctx.db, ctx.team.id, int(quoted[1])), line


@router.reminder(holding.JOB)
def remind(ctx: WakeCtx) -> list[Card]:
    """Ask again about orders that still wait, and tell the group of those that count now."""
    people = roster(ctx.db, ctx.team.id)
    cards = []
    for wake in ctx.due:
        found = holding.still(ctx.db, ctx.team, wake)
        if found is None:
            continue
        seller = people.members[found.member_id]
        if wake.step == holding.TELL:
            title = t(
                "sale-confirmed-group",
                number=found.number,
                name=seller.name,
                what=what(found),
                amount=format_short(found.amount),
                date=f"{found.day:%m-%d}",
            )
            cards.append(Card(title))
            continue
        asked = holding.deciders(ctx.db, ctx.team.id, found.member_id)[: holding.ASKED]
        said = (what(holding.said(found)), format_exact(found.said))
        reached = [m for m in asked if chats.private_chat(ctx.db, m.id) is not None]
        cards += [question(found.number, seller, said, to=member) for member in reached]
        if asked and not reached:
            cards.append(question(found.number, seller, said, asks=asked[0]))
    return cards
