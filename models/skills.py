"""What members can and how well, what they like to do, and how much at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from models import care
from models.base import insert
from models.db import Db
from models.errors import Refusal
from models.people_tables import MemberSkill, MemberWish
from models.rosters import ACTIVE
from models.team import Member

LOWEST, HIGHEST = 1, 5
# How many open tasks at once are enough for somebody who has said nothing.
USUAL_CAPACITY = 5
MOST_CAPACITY = 50
# More than this is a list that nobody reads.
MOST_SKILLS, MOST_WISHES = 20, 20
LONGEST_NAME = 16
LIKES, DISLIKES = 1, -1


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a member said about work: liked and unwanted work, weekdays off, and how much at once.

    `off_days` are weekdays, Monday being 0; None leaves them as they are, and so does a `capacity`
    of None.
    """

    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    off_days: frozenset[int] | None = None
    capacity: int | None = None


def learn(db: Db, member_id: int, levels: Mapping[str, int]) -> None:
    """Note what a member can; raises Refusal for a level outside 1 to 5 and for too many skills."""
    for skill, level in levels.items():
        if not LOWEST <= level <= HIGHEST:
            raise Refusal("matching-level-bad", skill=skill, level=level)
        row = insert(MemberSkill).values(member_id=member_id, skill=skill, level=level)
        db.session.execute(
            row.on_conflict_do_update(
                index_elements=["member_id", "skill"], set_={"level": row.excluded.level}
            )
        )
    if len(skills_of(db, [member_id]).get(member_id, {})) > MOST_SKILLS:
        raise Refusal("matching-too-many-skills", most=MOST_SKILLS)


def unlearn(db: Db, member_id: int, skill: str) -> bool:
    """Take a skill out; False where the member did not have it."""
    gone = delete(MemberSkill).where(MemberSkill.member_id == member_id, MemberSkill.skill == skill)
    return bool(db.session.execute(gone.returning(MemberSkill.skill)).all())


def skills_of(db: Db, member_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """The skills of members with their levels, the best first; only of those who have some."""
    query = (
        select(MemberSkill.member_id, MemberSkill.skill, MemberSkill.level)
        .where(MemberSkill.member_id.in_(member_ids))
        .order_by(MemberSkill.level.desc(), MemberSkill.skill)
    )
    found: dict[int, dict[str, int]] = {}
    for member_id, skill, level in db.session.execute(query):
        found.setdefault(member_id, {})[skill] = level
    return found


def who_can(db: Db, team_id: int, skill: str) -> list[tuple[int, int]]:
    """The present members who have a skill, the best first: (member id, level)."""
    query = (
        select(MemberSkill.member_id, MemberSkill.level)
        .join(Member, Member.id == MemberSkill.member_id)
        .where(Member.team_id == team_id, Member.state == ACTIVE, MemberSkill.skill == skill)
        .order_by(MemberSkill.level.desc(), MemberSkill.member_id)
    )
    return [(member_id, level) for member_id, level in db.session.execute(query)]


def known(db: Db, team_id: int) -> list[str]:
    """The skills that somebody in the team has, the most common first."""
    query = (
        select(MemberSkill.skill)
        .join(Member, Member.id == MemberSkill.member_id)
        .where(Member.team_id == team_id, Member.state == ACTIVE)
        .group_by(MemberSkill.skill)
        .order_by(func.count().desc(), MemberSkill.skill)
    )
    return list(db.session.scalars(query))


def wish(db: Db, member_id: int, wishes: Wishes) -> None:
    """Note what a member would like; what was not spoken of stays. Raises Refusal for too much."""
    for liking, works in ((LIKES, wishes.likes), (DISLIKES, wishes.dislikes)):
        for work in works:
            row = insert(MemberWish).values(member_id=member_id, work=work, liking=liking)
            db.session.execute(
                row.on_conflict_do_update(
                    index_elements=["member_id", "work"], set_={"liking": row.excluded.liking}
                )
            )
    if len(likings_of(db, [member_id]).get(member_id, {})) > MOST_WISHES:
        raise Refusal("matching-too-many-wishes", most=MOST_WISHES)
    changes: dict[str, object] = {}
    if wishes.off_days is not None:
        changes["off_days"] = "".join(map(str, sorted(wishes.off_days)))
    if wishes.capacity is not None:
        if not 1 <= wishes.capacity <= MOST_CAPACITY:
            raise Refusal("matching-capacity-bad", most=MOST_CAPACITY)
        changes["capacity"] = wishes.capacity
    if changes:
        care.change_profile(db, member_id, **changes)


def unwish(db: Db, member_id: int, work: str) -> bool:
    """Forget what a member said about a kind of work; False where nothing was said."""
    gone = delete(MemberWish).where(MemberWish.member_id == member_id, MemberWish.work == work)
    return bool(db.session.execute(gone.returning(MemberWish.work)).all())


def forget_wishes(db: Db, member_id: int) -> None:
    """Forget all that a member said about work."""
    db.session.execute(delete(MemberWish).where(MemberWish.member_id == member_id))
    care.change_profile(db, member_id, off_days="", capacity=None)


def wishes_of(db: Db, member_id: int) -> Wishes:
    """All that a member said about work."""
    said = likings_of(db, [member_id]).get(member_id, {})
    profile = care.profile(db, member_id)
    return Wishes(
        likes=tuple(work for work, liking in said.items() if liking > 0),
        dislikes=tuple(work for work, liking in said.items() if liking < 0),
        off_days=weekdays(profile.off_days),
        capacity=profile.capacity,
    )


def likings_of(db: Db, member_ids: Collection[int]) -> dict[int, dict[str, int]]:
    """What members said about kinds of work: 1 liked, -1 unwanted; only of those who did."""
    query = (
        select(MemberWish.member_id, MemberWish.work, MemberWish.liking)
        .where(MemberWish.member_id.in_(member_ids))
        .order_by(MemberWish.work)
    )
    found: dict[int, dict[str, int]] = {}
    for member_id, work, liking in db.session.execute(query):
        found.setdefault(member_id, {})[work] = liking
    return found


def weekdays(written: str) -> frozenset[int]:
    """The weekdays in a profile's column: «56» is the weekend."""
    return frozenset(int(sign) for sign in written)
