"""The word PK: a new contest, the list of those there are, or something about one of them."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Refusal, Role, t
from bot.language.contest_days import Days
from bot.language.contests import Wish, read_contest
from bot.language.wishes import is_chatty
from handlers.contests import drawing, talking, wishes
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

# Signs of good cheer at the end of a line.
_CHEERS = "!！~～。 \n"
# How names end that are of teams and of nothing else that is compared.
_TEAMS = ("队", "组", "战队")
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
    if line.strip().lower() in talking.PICTURE:
        return _pictured(ctx)
    own = own_line(line)
    if own is not None and not _is_title(ctx, *own, line=line):
        return talking.about(ctx, *own, typed=called.typed)
    is_glued = bool(line) and not line[0].isspace() and line[0] not in "@:：#"
    if not called.typed and is_chatty(line.rstrip(_CHEERS)):
        return None
    line = line.lstrip(":： ").rstrip(_CHEERS)
    wish = read_contest(line, ctx.local, ctx.today)
    if is_glued and not called.typed and (wish.days is None or not _is_strong(wish)):
        return None
    if not called.typed and not _is_meant(ctx, wish):
        return None
    return _make(ctx, line, wish)


def _is_title(ctx: Ctx, number: int, words: str, *, line: str) -> bool:
    """Whether a number is the beginning of a name: PK 618冲刺 本周; there is no such contest."""
    if not words or contests.has_number(ctx.db, ctx.team.id, number):
        return False
    wish = read_contest(line, ctx.local, ctx.today)
    return wish.days is not None and not line.lower().lstrip().startswith(("#", "pk"))


def _pictured(ctx: Ctx) -> Answer:
    """The picture of the only contest that runs; where there are several, the list has the
    numbers.
    """
    found = [row for row in contests.open_of(ctx.db, ctx.team.id) if row.state == contests.RUNNING]
    if len(found) != 1:
        return listed(ctx)
    return drawing.picture(ctx, found[0], "")


def _is_meant(ctx: Ctx, wish: Wish) -> bool:
    """Whether a bare line surely sets a contest and is no talk about one."""
    if wish.problem is not None:
        return wish.days is not None or any(w.is_person for side in wish.sides for w in side)
    strong = _is_strong(wish)
    try:
        found = field(ctx, wish)
    except Refusal:
        return strong or (wish.versus and wish.days is not None)
    if found.title and not strong:
        return False
    if found.called and not found.by_default:
        return strong or wish.days is not None or wish.versus or not wish.everybody
    are_teams = all(name.endswith(_TEAMS) for name in found.sides)
    return strong or (bool(found.sides) and (wish.days is not None or are_teams))


def _is_strong(wish: Wish) -> bool:
    """Whether a line has clauses that only a contest has."""
    hidden = wish.blind_days or wish.blind_hours
    return bool(wish.measure or wish.form or wish.prizes or wish.cutoff or hidden or wish.draw)


def _make(ctx: Ctx, line: str, wish: Wish) -> Answer:
    if wish.problem is not None:
        what, words = wish.problem
        raise Refusal(f"contest-bad-{what}", words=words[:20])
    found = field(ctx, wish)
    asked = wishes.question(line, wish)
    if asked is not None or wish.days is None:
        return asked
    made = wishes.rules(ctx, wish, found, wish.days)
    title = _title(ctx, found, made)
    new = NewContest(title, made, found.called)
    row = contests.create(ctx.db, ctx.team, new, by=ctx.actor, now=ctx.now, source=ctx.source)
    if not ctx.chat.is_group:
        at = after_quiet(ctx.team, ctx.now)
        reminders.remind(ctx.db, ctx.team.id, contests.JOB, row.id, at=at, step=contests.ANNOUNCE)
    card = _told(planned(ctx.db, ctx.team, row, ctx.now), found, wish.days)
    begun = started(ctx, row)
    return [card, begun] if begun is not None else [card]


def _told(card: Card, found: Field, days: Days) -> Card:
    """The card with what was taken for granted: from today on, and everybody."""
    lines = []
    if days.problem == "begun":
        lines.append(t("contest-from-today", date=f"{days.first:%m-%d}"))
    if found.by_default:
        lines.append(t("contest-everybody"))
    return card.with_(lines=(*card.lines, *lines))


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
