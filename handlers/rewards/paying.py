"""`已发`: the payer says what was handed out; the winners hear of it in private."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Refusal, Role, t
from handlers.rewards.routing import router
from handlers.rewards.words import SHOWN, line, numbers_in, prized, sums, why, without_numbers
from models import award_rows, award_steps
from models.award_steps import prize
from models.reward_tables import Award
from models.rosters import roster

_ALL = re.compile(r"(?:全部|全都|所有|都)(?:的?奖励?)?|all", re.IGNORECASE)
# What may stand beside the numbers: who they are for, and polite words.
_BESIDE = re.compile(r"(?:\s|@\S+|[了啦哈的给奖励红包都,，、])*")


@router.command("paid", "已发", "发了", role=Role.MEMBER, whole=True)
def paid(ctx: Ctx) -> Answer:
    """Note awards as handed out: `已发 R5 R6`, `已发 @小美`, or as an answer to a card."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    rows = _meant(ctx, called.line, is_sure=called.typed)
    if rows is None and called.typed:
        raise Refusal("reward-paid-which")
    return None if rows is None else _pay(ctx, rows)


@router.command("paid_all", "全部已发", "奖励已发", role=Role.MEMBER, whole=True)
def paid_all(ctx: Ctx) -> Answer:
    """Note everything that the speaker has to hand out as handed out."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    is_plain = _BESIDE.fullmatch(called.line) is not None
    rows = _all(ctx) if is_plain else []
    # Where nothing is to be handed out, the word is about parcels.
    return _pay(ctx, rows) if rows or called.typed else None


def _meant(ctx: Ctx, text: str, *, is_sure: bool) -> list[Award] | None:
    """The awards that a line behind the word means; None for talk."""
    numbers = numbers_in(text)
    rest = without_numbers(text)
    if numbers:
        if not is_sure and not _BESIDE.fullmatch(rest):
            return None
        return [award_steps.require(ctx.db, ctx.team.id, number) for number in numbers]
    if _ALL.fullmatch(rest):
        return _all(ctx)
    if rest:
        who = _named(ctx, rest)
        found = _all(ctx, who) if who is not None else []
        return found or None
    quoted = numbers_in(ctx.incoming.quote.text) if ctx.incoming.quote is not None else []
    if not quoted:
        return None
    return [award_steps.require(ctx.db, ctx.team.id, number) for number in quoted]


def _named(ctx: Ctx, word: str) -> MemberInfo | None:
    name = word.removeprefix("给").removeprefix("@").strip()
    return roster(ctx.db, ctx.team.id).find(name) if len(name.split()) == 1 else None


def _all(ctx: Ctx, who: MemberInfo | None = None) -> list[Award]:
    """What is due and the speaker's to hand out; where there is none, managers may for others."""
    member_id = who.id if who is not None else None
    due = award_steps.listed(ctx.db, ctx.team.id, (award_rows.DUE,), member_id=member_id)
    mine = [row for row in due if row.payer_id == ctx.actor.id]
    return mine or (due if ctx.actor.role >= Role.MANAGER else [])


def _pay(ctx: Ctx, rows: list[Award]) -> list[Card]:
    """Note the awards that can be; where there are several, say which could not."""
    if not rows:
        raise Refusal("reward-nothing-due")
    done, failed = [], []
    for row in rows:
        try:
            award_steps.pay(ctx.db, ctx.actor, row, ctx.now)
            done.append(row)
        except Refusal as refusal:
            if len(rows) == 1:
                raise
            failed.append(t(refusal.key, **refusal.values))
    lines = [line(ctx.db, row, named=True) for row in done[:SHOWN]]
    if len(done) > SHOWN:
        lines.append(t("reward-more", count=len(done) - SHOWN))
    title = t("reward-paid", sums=sums(done)) if done else t("reward-paid-none")
    note = t("reward-paid-note") if done else None
    return [Card(title, (*lines, *failed[:3]), note=note), *_told(ctx, done)]


def _told(ctx: Ctx, done: list[Award]) -> list[Card]:
    """A private word to each winner, with what to answer."""
    found: dict[int, list[Award]] = {}
    for row in done:
        found.setdefault(row.member_id, []).append(row)
    return [_word(ctx, who, rows) for who, rows in found.items() if who != ctx.actor.id]


def _word(ctx: Ctx, who: int, rows: list[Award]) -> Card:
    names = " ".join(f"R{row.number}" for row in rows)
    lines = tuple(
        t("reward-told-line", number=row.number, prize=prized(prize(row)), why=why(ctx.db, row))
        for row in rows[:SHOWN]
    )
    return Card(
        t("reward-told", name=ctx.actor.name, sums=sums(rows)),
        lines,
        note=t("reward-told-note"),
        buttons=(
            Button(t("reward-button-received"), f"/received {names}"),
            Button(t("reward-button-missed"), f"/not_received {names}"),
        ),
        to=who,
    )
