"""What is decided about a contest later: changes by its captains, results worked out again, and
the owner's decision; all of it is in the record that everybody can see.
"""

from __future__ import annotations

import json
from dataclasses import replace

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from bot.language.contests import read_contest
from handlers.contests import wishes
from handlers.contests.ending import prize_lines, won
from handlers.contests.giving import award
from handlers.contests.logged import change_words as described
from handlers.contests.logged import log_lines
from handlers.contests.waking import tell_result
from handlers.contests.words import facts, head, manners, names, prizes
from models import contest_changes, contest_steps, contests, counting, membership
from models.contest_rows import view
from models.contest_rules import MIDNIGHT, read
from models.contest_tables import Contest, ContestProposal
from models.rosters import roster

# What confirms a new decision, besides its number.
_SURE = ("确认改判", "确认", "改判", "yes")


def log_card(ctx: Ctx, row: Contest, _words: str) -> Card:
    """What happened to a contest, for everybody."""
    lines, more = log_lines(ctx, row)
    note = t("contest-log-more", count=more) if more else None
    return Card(t("contest-log", head=head(row)), tuple(lines), note=note)


def verify_card(ctx: Ctx, row: Contest, _words: str) -> Card:
    """Work every result out again from the ledger as it was, and say whether it agrees."""
    found = contest_steps.verify(ctx.db, row)
    if not found:
        raise Refusal("contest-not-over", number=row.number)
    lines = [
        t(
            "contest-verified",
            n=result.n,
            agrees=int(agrees),
            digest=result.digest,
            position=result.position,
            count=json.loads(result.body)["counted"],
            snapshot=json.loads(result.body)["snapshot"],
        )
        for result, agrees in found
    ]
    agrees = int(all(each for _, each in found))
    return Card(t("contest-verify", head=head(row), agrees=agrees), tuple(lines))


def overrule_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """Show the owner what a new result would be; with its position, make it."""
    membership.require(ctx.db, ctx.actor, Role.OWNER)
    if words.isdecimal():
        return _overruled(ctx, row, int(words))
    if row.state != contests.CLOSED:
        raise Refusal("contest-not-over", number=row.number)
    numbers, _ = contest_steps.later_changes(ctx.db, row)
    if not numbers:
        raise Refusal("contest-nothing-changed", number=row.number)
    before, after = contest_steps.standing_view(ctx.db, row), view(ctx.db, row)
    position = counting.position(ctx.db, ctx.team.id)
    return Card(
        t("contest-overrule-ask", head=head(row), count=len(numbers)),
        (
            t("contest-before", what=won(ctx.db, ctx.team, before)),
            t("contest-after", what=won(ctx.db, ctx.team, after)),
        ),
        buttons=(
            Button(
                t("contest-button", kind="overrule"), f"/pk PK{row.number} 改判 {position}", _SURE
            ),
            Button(t("common-no"), "/dismiss keep"),
        ),
        question=True,
    )


def _overruled(ctx: Ctx, row: Contest, position: int) -> list[Card]:
    before = contest_steps.standing_view(ctx.db, row)
    result = contest_steps.overrule(ctx.db, row, by=ctx.actor, now=ctx.now, position=position)
    after = contest_steps.standing_view(ctx.db, row)
    award(ctx.db, ctx.team, row, result, ctx.now)
    lines = (
        t("contest-before", what=won(ctx.db, ctx.team, before)),
        t("contest-after", what=won(ctx.db, ctx.team, after)),
        *prize_lines(ctx.db, ctx.team, row, result),
        t("contest-both-stay", number=row.number),
    )
    card = Card(t("contest-overruled", head=head(row), name=ctx.actor.name), lines)
    if not ctx.chat.is_group:
        # Everybody sees it: the group is told when nobody sleeps.
        tell_result(ctx.db, ctx.team, row, ctx.now)
    return [card]


def change_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """Change the rules: `PK3 改 截止18:00 奖:咖啡`."""
    if not words:
        raise Refusal("contest-change-what", number=row.number)
    wish = read_contest(words, ctx.local, ctx.today)
    if wish.problem is not None:
        what, said = wish.problem
        raise Refusal(f"contest-bad-{what}", words=said[:20])
    before = read(row.rules)
    after = wishes.changed(ctx, before, wish)
    is_clear = wish.clauses or wish.days is not None
    if wish.form or wish.measure or wish.draw or wish.sides or not is_clear:
        raise Refusal("contest-change-unclear", number=row.number)
    asked = contest_changes.change(ctx.db, ctx.team, row, after, by=ctx.actor, now=ctx.now)
    return proposed(ctx, row, asked) if asked is not None else changed(ctx, row)


def news_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """Let the standing be told once a day, or no more: `PK3 战况 17:30`, `PK3 战况 关`."""
    if row.state not in (contests.PLANNED, contests.RUNNING):
        raise Refusal("contest-over", number=row.number)
    if row.made_by != ctx.actor.id:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
    is_off = words.lower() in ("关", "关闭", "不要", "off")
    wish = read_contest(f"战况 {words}", ctx.local, ctx.today)
    if not is_off and (wish.news is None or wish.problem is not None):
        raise Refusal("contest-news-when", number=row.number)
    minute = None if is_off else (wish.news or 0) % MIDNIGHT
    rules = replace(read(row.rules), news=minute)
    contest_steps.set_news(ctx.db, ctx.team, row, rules, by=ctx.actor, now=ctx.now)
    clock = "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"
    return Card(t("contest-news-set", head=head(row), clock=clock, off=int(is_off)))


def changed(ctx: Ctx, row: Contest) -> Card:
    """The rules after a change."""
    rules = read(row.rules)
    lines = [facts(ctx.team, rules, ctx.now), *manners(ctx.team, rules, ctx.now), *prizes(rules)]
    note = t("contest-change-logged", number=row.number)
    return Card(t("contest-changed", head=head(row)), tuple(lines), note=note)


def proposed(ctx: Ctx, row: Contest, asked: ContestProposal) -> Card:
    """What a captain proposes, and who has to agree."""
    waiting = contest_changes.waiting_for(ctx.db, row, asked)
    who = names(roster(ctx.db, ctx.team.id), waiting, is_called=True)
    return Card(
        t(
            "contest-proposed",
            head=head(row),
            name=ctx.actor.name,
            off=int(not asked.change),
        ),
        (*described(ctx, row, asked.change), t("contest-to-agree", names=who, number=row.number)),
        buttons=(
            Button(t("contest-button", kind="agree"), f"/pk PK{row.number} 同意"),
            Button(t("contest-button", kind="disagree"), f"/pk PK{row.number} 不同意"),
        ),
        mentions=waiting,
    )


def agree(ctx: Ctx, row: Contest, _words: str) -> Card:
    """Say yes to what another captain proposed."""
    asked, is_settled = contest_changes.answer(
        ctx.db, ctx.team, row, by=ctx.actor, now=ctx.now, agree=True
    )
    if not is_settled:
        waiting = contest_changes.waiting_for(ctx.db, row, asked)
        who = names(roster(ctx.db, ctx.team.id), waiting, is_called=True)
        return Card(t("contest-to-agree", names=who, number=row.number), mentions=waiting)
    if not asked.change:
        return Card(t("contest-cancelled", head=head(row)))
    return changed(ctx, row)


def disagree(ctx: Ctx, row: Contest, _words: str) -> Card:
    """Say no to what another captain proposed: everything stays."""
    contest_changes.answer(ctx.db, ctx.team, row, by=ctx.actor, now=ctx.now, agree=False)
    return Card(t("contest-disagreed", head=head(row)))
