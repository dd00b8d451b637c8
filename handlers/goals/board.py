"""The board of goals: the tree with the gap of each level, the forecast, and who is where.

In the group it praises and counts; who is behind is told to leads, in private, and to oneself.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.goal_words import figure, pace, share
from bot.kit import Card, Ctx, Refusal, Role, T, t
from bot.language.goal_terms import GoalWords
from handlers.goals.showing import foreseen
from handlers.goals.words import Owner, heading, public_member
from models import goal_progress, goal_tree, goals, membership
from models.goal_tree import Node, Standing
from models.goals import GoalInfo
from models.values import Metric

# Lines of the tree, and members that a line names.
TREE, NAMED, BEHIND = 7, 6, 4
# A smaller part of a goal, in percent, is no praise yet.
TELLING = 10


def board(ctx: Ctx, words: GoalWords, owner: Owner) -> Card:
    """The tree of the team's goals, with the groups', or the tree of one member."""
    is_one = bool(words.who)
    if is_one and owner.member is not None and owner.member.id != ctx.actor.id:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
        if ctx.chat.is_group:
            raise Refusal("goal-board-private")
    current = goals.current(ctx.db, ctx.team.id, ctx.today)
    rows = goal_tree.standings(ctx.db, ctx.team, ctx.today)
    if not current:
        return Card(t("goal-board-empty"))
    lines = _tree(ctx, _shown(ctx, current, owner if is_one else None))
    main = goal_tree.main_of(
        each
        for each in goals.of_day(ctx.db, ctx.team.id, ctx.today)
        if (each.owner == owner.key if is_one else each.is_team)
    )
    ahead = goal_progress.forecast(ctx.db, ctx.team, main, ctx.today) if main else None
    if main is not None and ahead is not None:
        lines.append(foreseen(ctx, main, ahead))
    if not is_one:
        lines += _people(ctx, rows)
    return Card(t("goal-board", date=f"{ctx.today:%m-%d}"), tuple(lines))


def _shown(ctx: Ctx, current: Sequence[GoalInfo], one: Owner | None) -> list[Node]:
    """The goals of the tree: the team's and the groups', for oneself in private also one's own."""
    groups = goals.titles(ctx.db, ctx.team.id)
    if one is not None:
        seen = [goal for goal in current if goal.owner == one.key or goal.is_team]
    else:
        own = ctx.actor.id if not ctx.chat.is_group else None
        seen = [goal for goal in current if goal.member_id in (None, own)]
    return goal_tree.tree(seen, groups)


def _tree(ctx: Ctx, nodes: Sequence[Node]) -> list[T]:
    lines = [_node(ctx, node) for node in nodes[:TREE]]
    more = len(nodes) - TREE
    return [*lines, t("goal-more", count=more)] if more > 0 else lines


def _node(ctx: Ctx, node: Node) -> T:
    """A goal of the tree: done, and the gap with what a day must bring."""
    goal = node.goal
    at = goal_progress.progress(ctx.db, ctx.team, goal, ctx.today)
    words = heading(ctx.db, goal, ctx.today)
    depth = min(node.depth, 4)
    if goal.metric is Metric.SHARE:
        done = share(at.done) if at.as_of is not None else "—"
        return t(
            "goal-node-share", depth=depth, done=done, gap=f"{at.gap / 100:g}",
            is_reached=int(not at.gap), **words,
        )  # fmt: skip
    has_begun = goal.period.first <= ctx.today
    return t(
        "goal-node",
        depth=depth,
        done=figure(goal, max(0, at.done)),
        percent=at.percent,
        gap=figure(goal, at.gap),
        pace=t("goal-node-pace", pace=pace(goal, at)) if at.days > 1 else "",
        state="reached" if not at.gap else "running" if has_begun else "ahead",
        **words,
    )


def _people(ctx: Ctx, rows: Sequence[Standing]) -> list[T]:
    """Who is ahead by name; who is behind counted, and named only to a lead in private."""
    if not rows:
        return []
    on_pace = [row for row in rows if row.is_ahead]
    ahead = [row for row in on_pace if row.at.behind < 0 and row.at.percent >= TELLING]
    behind = [row for row in rows if not row.is_ahead]
    lines = [t("goal-board-people", count=len(rows), ahead=len(on_pace), behind=len(behind))]
    if ahead:
        names = tuple(_named(ctx, row) for row in ahead[:NAMED])
        lines.append(t("goal-board-ahead", names=names, more=max(0, len(ahead) - NAMED)))
    if ctx.chat.is_group or not behind:
        return lines
    if ctx.actor.role >= Role.LEAD:
        lines += [_lacking(ctx, row) for row in behind[-BEHIND:]]
        if len(behind) > BEHIND:
            lines.append(t("goal-board-more", count=len(behind) - BEHIND))
    return lines


def _named(ctx: Ctx, row: Standing) -> T:
    name = public_member(ctx, row.goal.member_id or 0)
    return t("goal-board-name", name=name, percent=row.at.percent)


def _lacking(ctx: Ctx, row: Standing) -> T:
    return t(
        "goal-board-behind",
        percent=row.at.percent,
        behind=figure(row.goal, row.at.behind),
        pace=pace(row.goal, row.at),
        **heading(ctx.db, row.goal, ctx.today),
    )
