"""`经验`: keeping what one learned, the newest, and finding it again."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Refusal, Role, t
from handlers.experience import cards
from handlers.experience.reading import (
    SIGNS,
    Said,
    is_talk,
    number_alone,
    order,
    read,
    sale_in,
)
from handlers.experience.routing import router
from models import entries, experiences
from models.experiences import NewExperience


@router.command("experience", "经验", role=Role.MEMBER, whole=True)
def experience(ctx: Ctx) -> Answer:
    """Keep what stands behind the word, or look for it where it is short; alone, the newest."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    line = called.line.strip(SIGNS)
    if not line:
        return _newest(ctx)
    number = number_alone(line)
    if number is not None:
        return cards.one(ctx, experiences.find(ctx.db, ctx.team.id, number))
    what, line = order(line)
    said = read(line)
    if not what and not called.typed and is_talk(line, said):
        return None
    if what == "keep" or (not what and not said.is_search):
        return keep(ctx, said)
    return _found(ctx, said)


def keep(ctx: Ctx, said: Said, sale: int | None = None) -> Card:
    """Keep what somebody said; it is about the order it names, or the quoted card does."""
    sale = said.sale or sale or _quoted_sale(ctx)
    new = NewExperience(said.words, said.tags, sale)
    return cards.kept(experiences.keep(ctx.db, ctx.actor, new, ctx.sent_at))


def _quoted_sale(ctx: Ctx) -> int | None:
    quote = ctx.incoming.quote
    number = sale_in(quote.text.partition("\n")[0]) if quote is not None else None
    if number is None or not entries.history(ctx.db, ctx.team.id, number):
        return None
    return number


def _newest(ctx: Ctx) -> Card:
    rows = experiences.newest(ctx.db, ctx.team.id)
    if not rows:
        raise Refusal("experience-none")
    return cards.listed(ctx, t("experience-newest", count=len(rows)), rows)


def _found(ctx: Ctx, said: Said) -> Card:
    rows, more = experiences.matching(ctx.db, ctx.team.id, said.words, said.tags)
    asked = " ".join([*said.words.split(), *(f"#{tag}" for tag in said.tags)])
    if not rows:
        raise Refusal("experience-no-hit", words=asked[:40])
    return cards.listed(ctx, t("experience-found", words=asked[:40]), rows, more=more)


def read_number(ctx: Ctx) -> tuple[int, bool] | None:
    """The experience that a message consists of the number of, and whether with its sign: #X3."""
    text = ctx.text.strip()
    number = number_alone(text) if text[:1] in ("#", "X") else None
    return None if number is None else (number, text.startswith("#"))


@router.listen(read_number, role=Role.MEMBER)
def show(ctx: Ctx, asked: tuple[int, bool]) -> Answer:
    """Show one experience; X3 without its sign may be anything and is answered where it is one."""
    number, is_signed = asked
    try:
        return cards.one(ctx, experiences.find(ctx.db, ctx.team.id, number))
    except Refusal:
        if is_signed:
            raise
        return None
