"""The word PK: a new contest, the list of those there are, or something about one of them."""

from __future__ import annotations

from bot.kit import Answer, Ctx, Refusal, Role
from bot.language.contests import Wish, read_contest
from bot.language.wishes import is_chatty
from handlers.contests import talking, wishes
from handlers.contests.naming import own_line
from handlers.contests.routing import router
from handlers.contests.showing import listed, planned
from handlers.contests.sides import Field, field
from handlers.contests.starting import started
from models import contests, reminders
from models.care import after_quiet
from models.contest_rules import Rules
from models.contests import NewContest
from models.rosters import roster

# Names of two sides in a title.
_TITLED = 3


@router.command("pk", "比赛", "PK", role=Role.MEMBER, whole=True)
def pk(ctx: Ctx) -> Answer:
    """Set a contest, show one, or list them."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line
    if not line.strip(" \t:：!！"):
        return listed(ctx)
    own = own_line(line)
    if own is not None:
        return talking.about(ctx, *own, typed=called.typed)
    is_glued = bool(line) and not line[0].isspace() and line[0] not in "@:：#"
    if not called.typed and (is_glued or is_chatty(line)):
        return None
    line = line.lstrip(":： ")
    wish = read_contest(line, ctx.local, ctx.today)
    if not called.typed and not _is_meant(ctx, wish):
        return None
    return _make(ctx, line, wish)


def _is_meant(ctx: Ctx, wish: Wish) -> bool:
    """Whether a bare line surely sets a contest and is no talk about one."""
    if wish.problem is not None:
        return wish.days is not None or any(w.is_person for side in wish.sides for w in side)
    strong = bool(wish.measure or wish.form or wish.prizes or wish.cutoff or wish.blind_days)
    strong = strong or wish.draw or bool(wish.blind_hours)
    try:
        found = field(ctx, wish)
    except Refusal:
        return strong or (wish.versus and wish.days is not None)
    if found.title and not strong:
        return False
    if found.called and not found.is_nobody:
        return strong or wish.days is not None or wish.versus or not wish.everybody
    return strong or (bool(found.sides) and wish.days is not None)


def _make(ctx: Ctx, line: str, wish: Wish) -> Answer:
    if wish.problem is not None:
        what, words = wish.problem
        raise Refusal(f"contest-bad-{what}", words=words[:20])
    found = field(ctx, wish)
    asked = wishes.question(ctx, line, wish, found)
    if asked is not None or wish.days is None:
        return asked
    made = wishes.rules(ctx, wish, found, wish.days)
    title = _title(ctx, found, made)
    new = NewContest(title, made, found.called)
    row = contests.create(ctx.db, ctx.team, new, by=ctx.actor, now=ctx.now, source=ctx.source)
    if not ctx.chat.is_group:
        at = after_quiet(ctx.team, ctx.now)
        reminders.remind(ctx.db, ctx.team.id, contests.JOB, row.id, at=at, step=contests.ANNOUNCE)
    card = planned(ctx.db, ctx.team, row, ctx.now)
    begun = started(ctx, row)
    return [card, begun] if begun is not None else [card]


def _title(ctx: Ctx, found: Field, made: Rules) -> str:
    """What a contest is called: as was said, else by its sides or two people."""
    if found.title:
        return found.title[: contests.MAX_TITLE]
    if made.sides:
        return " vs ".join(found.sides)[: contests.MAX_TITLE]
    people = roster(ctx.db, ctx.team.id)
    ids = [each for each, _ in found.called]
    if len(ids) <= _TITLED:
        return " vs ".join(people.name(each) for each in ids)[: contests.MAX_TITLE]
    return ""
