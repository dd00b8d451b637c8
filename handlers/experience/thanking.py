"""`有用 X3` and `删 X3`: thanks for an experience, and taking one back."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Refusal, Role, t
from handlers.experience.reading import number_in, without_number
from handlers.experience.routing import router
from models import experiences
from models.experience_tables import Experience
from models.rosters import roster


@router.command("thank", "有用", "谢", "谢谢", "感谢", role=Role.MEMBER, whole=True, letter="X")
def thank(ctx: Ctx) -> Answer:
    """Say that an experience helped: `有用 X3`, or 谢谢 in reply to its card."""
    row = _meant(ctx)
    if row is None:
        return None
    count = experiences.thank(ctx.db, row, ctx.actor, ctx.sent_at)
    name = roster(ctx.db, ctx.team.id).name(row.member_id)
    return Card(t("experience-thanks", name=name, number=row.number, count=count))


@router.command("drop", "删", "删掉", "删除", role=Role.MEMBER, whole=True, letter="X")
def drop(ctx: Ctx) -> Answer:
    """Take an experience out of the library: the own one, or a lead anybody's."""
    row = _meant(ctx)
    if row is None:
        return None
    experiences.remove(ctx.db, row, ctx.actor)
    words = " ".join(row.words.split())
    return Card(t("experience-dropped", number=row.number, words=words[:20]))


def _meant(ctx: Ctx) -> Experience | None:
    """The experience that a command or the quoted card names; None for talk.

    Raises Refusal for a typed command without one.
    """
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    number, rest = number_in(called.line), called.line.strip()
    quote = ctx.incoming.quote
    if number is not None:
        rest = without_number(rest)
    elif quote is not None:
        number = number_in(quote.text.partition("\n")[0])
    if number is None:
        if called.typed:
            raise Refusal("experience-which")
        return None
    if rest and not called.typed:
        return None
    return experiences.find(ctx.db, ctx.team.id, number)
