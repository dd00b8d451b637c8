"""Taking up a contest, declining it, speaking for a side, calling it off."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Refusal, Role, T, t
from bot.language.wishes import is_chatty, without_people
from handlers.contests.deciding import proposed
from handlers.contests.naming import named, person
from handlers.contests.routing import router
from handlers.contests.starting import started
from handlers.contests.words import head
from models import contest_answers, contest_changes, contest_sides, contest_steps, contests
from models.contest_rules import read
from models.contest_tables import Contest


@router.command("accept_pk", "应战", "接战", role=Role.MEMBER, whole=True)
def accept(ctx: Ctx) -> Answer:
    """Take up a contest: the one that is named or quoted, else the only one that waits."""
    row, words, typed = _called(ctx)
    if row is None:
        row = _of_side(ctx, words)
    if row is None and (is_chatty(words) or not _is_plain(words)):
        return None
    if row is None:
        row = _waiting(ctx, typed=typed)
    return None if row is None else accept_words(ctx, row, words)


@router.command("join_side", "加入", "我加入", "我选", role=Role.MEMBER, whole=True, hidden=True)
def join_side(ctx: Ctx) -> Answer:
    """Sign up for a side that exists: `加入红队`; anything else behind the word is talk."""
    row, words, _ = _called(ctx)
    row = row or _of_side(ctx, words)
    is_side = row is not None and without_people(words)[0].strip() in read(row.rules).sides
    return accept_words(ctx, row, words) if row is not None and is_side else None


@router.command("decline_pk", "拒战", "弃权", role=Role.MEMBER, whole=True)
def decline(ctx: Ctx) -> Answer:
    """Decline a contest that one was called to."""
    row, words, typed = _called(ctx)
    if row is None and (is_chatty(words) or not _is_plain(words)):
        return None
    if row is None:
        row = _waiting(ctx, typed=typed)
    return None if row is None else decline_words(ctx, row, words)


@router.command("decline_contest", "不参加", role=Role.MEMBER, whole=True, letter="PK", hidden=True)
def not_in(ctx: Ctx) -> Answer:
    """Decline the contest that is named; without a number the words are talk."""
    row, words, _ = _called(ctx)
    return None if row is None or is_chatty(words) else decline_words(ctx, row, words)


@router.command("cancel", "取消", role=Role.MEMBER, whole=True, letter="PK")
def cancel(ctx: Ctx) -> Answer:
    """Call a contest off."""
    row, words, _ = _called(ctx)
    return None if row is None or is_chatty(words) else cancel_words(ctx, row, words)


def _called(ctx: Ctx) -> tuple[Contest | None, str, bool]:
    found = ctx.commands.find(ctx.text)
    if found is None:
        return None, "", False
    row, words = named(ctx, found.line)
    return row, words, found.typed


def _is_plain(words: str) -> bool:
    """Whether nothing but people stands behind the word: 应战 @李姐."""
    return not without_people(words)[0].strip(" !！。")


def _of_side(ctx: Ctx, words: str) -> Contest | None:
    """The only contest with a side of that name to sign up for; raises Refusal for several."""
    name = without_people(words)[0].strip()
    found = [key for key, sides in contest_sides.unsettled(ctx.db, ctx.team.id) if name in sides]
    if not found and name:
        # Who comes too late hears that it has begun.
        running = contests.running_ids(ctx.db, ctx.team.id)
        there = [contests.by_id(ctx.db, ctx.team.id, key) for key in running]
        found = [row.id for row in there if row is not None and name in read(row.rules).sides]
    rows = [row for key in found if (row := contests.by_id(ctx.db, ctx.team.id, key)) is not None]
    if len(rows) > 1:
        raise Refusal("contest-which", numbers=" / ".join(f"PK{row.number}" for row in rows))
    return rows[0] if rows else None


def _waiting(ctx: Ctx, *, typed: bool) -> Contest | None:
    """The only contest that waits for the speaker; raises Refusal where there are several."""
    found = contests.calling(ctx.db, ctx.team.id, ctx.actor.id)
    if len(found) > 1:
        numbers = " / ".join(f"PK{row.number}" for row in found)
        raise Refusal("contest-which", numbers=numbers)
    if not found and typed:
        raise Refusal("contest-not-waiting")
    return found[0] if found else None


def accept_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """Let the speaker, or those who are named, take part; in an open contest on a side."""
    rest, people = _people(ctx, words)
    side = _side(row, rest)
    before = {m.member_id: m.side for m in contests.members(ctx.db, row)}
    new = [
        who
        for who in people
        if contest_answers.accept(ctx.db, row, who=who, by=ctx.actor, now=ctx.now, side=side)
    ]
    shown = tuple(who.name for who in people)
    if not new:
        return Card(t("contest-in-already", head=head(row), names=shown))
    placed = {m.member_id: m.side for m in contests.members(ctx.db, row)}
    waiting = len(contests.members(ctx.db, row, contests.CALLED))
    sides = {placed[who.id] for who in people}
    name = read(row.rules).sides[sides.pop()] if len(sides) == 1 and _is_open(row) else ""
    lines = [t("contest-waiting", count=waiting)] if waiting else []
    if side is None and any(before.get(who.id, -1) < 0 <= placed[who.id] for who in people):
        lines.append(_evened(row, name))
    title = t("contest-accepted", head=head(row), names=shown, side=name, has_side=int(bool(name)))
    card = Card(title, tuple(lines))
    begun = started(ctx, row)
    return [card, begun] if begun is not None else card


def _is_open(row: Contest) -> bool:
    return read(row.rules).is_open


def _evened(row: Contest, name: str) -> T:
    """That the smaller side was chosen, and how to change to another one."""
    other = next(side for side in read(row.rules).sides if side != name)
    return t("contest-evened", number=row.number, other=other)


def decline_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """Let the speaker, or those who are named, out."""
    _, people = _people(ctx, words)
    for who in people:
        contest_answers.decline(ctx.db, row, who=who, by=ctx.actor, now=ctx.now)
    shown = tuple(who.name for who in people)
    card = Card(
        t("contest-declined", head=head(row), names=shown),
        buttons=(Button(t("contest-button", kind="in"), f"/accept_pk PK{row.number}"),),
    )
    begun = started(ctx, row)
    return [card, begun] if begun is not None else card


def _people(ctx: Ctx, words: str) -> tuple[str, list[MemberInfo]]:
    rest, written = without_people(words)
    found = {who.id: who for who in (person(ctx, name) for name in written)}
    return rest.strip(), list(found.values()) or [ctx.actor]


def _side(row: Contest, words: str) -> int | None:
    """Which side some words name; raises Refusal for words that name none."""
    rules = read(row.rules)
    if not words:
        return None
    if words in rules.sides:
        return rules.sides.index(words)
    if rules.is_open:
        sides = " / ".join(rules.sides)
        raise Refusal("contest-which-side", number=row.number, sides=sides, side=rules.sides[0])
    return None


def captain_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """Let somebody speak for their side: `PK3 队长 @阿芳`."""
    _, written = without_people(words)
    who = person(ctx, written[0] if written else words or ctx.actor.name)
    contest_answers.make_captain(ctx.db, row, who=who, by=ctx.actor, now=ctx.now)
    side = contests.member(ctx.db, row, who.id)
    name = read(row.rules).sides[side.side] if side is not None and side.side >= 0 else ""
    return Card(t("contest-captain", head=head(row), name=who.name, side=name))


def cancel_words(ctx: Ctx, row: Contest, _words: str) -> Answer:
    """Call a contest off, or ask the other captains for it."""
    captains = contests.captains(ctx.db, row)
    may_alone = ctx.actor.role >= Role.MANAGER or row.state != contests.RUNNING
    if ctx.actor.id in captains and not may_alone:
        asked = contest_changes.propose(ctx.db, ctx.team, row, "", by=ctx.actor, now=ctx.now)
        if asked is not None:
            return proposed(ctx, row, asked)
    else:
        contest_steps.cancel(ctx.db, row, by=ctx.actor, now=ctx.now)
    return Card(t("contest-cancelled", head=head(row)))
