"""After a first or a big order: one question in private, and the answer to it."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Expect, Refusal, Role, WakeCtx, format_short, t
from handlers.experience.keeping import keep
from handlers.experience.reading import is_answer, is_no, read
from handlers.experience.routing import router
from models import entries, experience_asking
from models.experience_asking import FIRST, JOB
from models.rosters import ACTIVE, roster


@router.reminder(JOB)
def ask(ctx: WakeCtx) -> Answer:
    """Ask the sellers of orders that are settled now what they did right, each once a day."""
    cards = []
    people = roster(ctx.db, ctx.team.id).members
    for wake in ctx.due:
        record = experience_asking.settled(ctx.db, ctx.team, wake, ctx.now)
        if record is None or people[record.member_id].state != ACTIVE:
            continue
        title = t(
            "experience-ask-first" if wake.step == FIRST else "experience-ask-big",
            number=record.number,
            amount=format_short(record.amount),
        )
        cards.append(
            Card(
                title,
                (t("experience-ask"),),
                note=t("experience-ask-note"),
                expect=Expect("experience", record.id),
                to=record.member_id,
            )
        )
    return cards


@router.reply("experience", role=Role.MEMBER)
def answered(ctx: Ctx, row: int, text: str) -> Answer:
    """Keep the answer to the question about a row of the ledger; a nod is none."""
    if is_no(text):
        return Card(t("experience-no"))
    if not is_answer(text):
        return None
    number = entries.number_of(ctx.db, ctx.team.id, row)
    if number is None:
        raise Refusal("experience-other-team")
    return keep(ctx, read(text), number)
