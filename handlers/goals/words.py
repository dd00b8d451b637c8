"""Goals in words: whose, for when, how much, and how far they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.goal_words import spoken, standing_words, target
from bot.kit import Ctx, MemberInfo, T, TeamInfo, public_name, t
from bot.language.goal_terms import Terms
from models import goal_progress, goals
from models.db import Db
from models.goals import GoalInfo
from models.prices import products
from models.rosters import roster


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a goal is: a member, those with a title, or with neither the team."""

    member: MemberInfo | None = None
    title: str = ""

    @property
    def key(self) -> tuple[int | None, str]:
        """As goals keep it."""
        return (self.member.id if self.member is not None else None, self.title)


def terms(ctx: Ctx) -> Terms:
    """The team's own words for the reader."""
    found = products(ctx.db, ctx.team.id)
    return Terms({name.lower(): (name, unit) for name, _, unit in found})


def owner_called(ctx: Ctx, name: str) -> Owner | None:
    """The member of that name, or those with that title; None for a name of nobody."""
    called = name.removeprefix("@")
    member = roster(ctx.db, ctx.team.id).find(called)
    if member is not None:
        return Owner(member)
    if name.startswith("@") or called not in goals.titles(ctx.db, ctx.team.id):
        return None
    return Owner(title=called)


def owner_words(db: Db, goal: GoalInfo) -> T | str:
    """Whose a goal is: a name, a title, or the team."""
    if goal.member_id is not None:
        return roster(db, goal.team_id).name(goal.member_id)
    return goal.title or t("goal-team")


def public_member(ctx: Ctx, member_id: int) -> T | str:
    """A member's name, in the group only as far as the member wants it."""
    people = roster(ctx.db, ctx.team.id)
    return public_name(people, member_id) if ctx.chat.is_group else people.name(member_id)


def heading(db: Db, goal: GoalInfo, today: dt.date) -> dict[str, str | T]:
    """A goal without how far it is."""
    return {
        "who": owner_words(db, goal),
        "span": spoken(goal.period, today),
        "target": target(goal),
    }


def line(ctx: Ctx, goal: GoalInfo) -> T:
    """A goal and how far it is, in one line."""
    return t(
        "goal-line",
        number=goal.number,
        standing=standing(ctx, goal),
        state=goal.state,
        **heading(ctx.db, goal, ctx.today),
    )


def standing(ctx: Ctx, goal: GoalInfo, *, is_private: bool = False) -> T:
    """How far a goal is; what somebody else lacks is not said in the group."""
    is_seen = is_private or not ctx.chat.is_group or goal.member_id in (None, ctx.actor.id)
    return standing_of(ctx.db, ctx.team, goal, ctx.today, is_seen=is_seen)


def standing_of(
    db: Db, team: TeamInfo, goal: GoalInfo, today: dt.date, *, is_seen: bool = True
) -> T:
    """How far a goal is, with what is missing where that `is_seen`."""
    at = goal_progress.progress(db, team, goal, today)
    return standing_words(goal, at, today, is_seen=is_seen)


def names(db: Db, team_id: int, ids: Sequence[int]) -> tuple[str, ...]:
    """The names of members."""
    people = roster(db, team_id)
    return tuple(people.name(one) for one in ids)
