"""What members learned and let others know: kept, found by words and tags, thanked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from models import entries, search
from models.base import insert
from models.db import Db
from models.errors import Refusal
from models.experience_tables import Experience, ExperienceThanks
from models.numbering import next_number
from models.values import MemberInfo, Role

ACTIVE, GONE = "active", "gone"
LETTER, KIND = "X", "experience"
MAX_WORDS, MAX_TAGS, MAX_TAG = 1000, 5, 20
NEWEST, BEST = 5, 3
# Texts that a search looks through for its tags.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class NewExperience:
    """What is to be kept; `sale` is the number of the order it is about."""

    words: str
    tags: tuple[str, ...] = ()
    sale: int | None = None


def keep(db: Db, member: MemberInfo, new: NewExperience, now: dt.datetime) -> Experience:
    """Keep what a member learned; raises Refusal for nothing, too much, the same again, and for an
    order that is not there.
    """
    words = new.words.strip()
    if not words:
        raise Refusal("experience-empty")
    if len(words) > MAX_WORDS:
        raise Refusal("experience-long", length=len(words), most=MAX_WORDS)
    if new.sale is not None:
        entries.require(db, member.team_id, new.sale)
    same = select(Experience.number).where(
        Experience.team_id == member.team_id,
        Experience.member_id == member.id,
        Experience.state == ACTIVE,
        Experience.words == words,
    )
    number = db.session.scalar(same.limit(1))
    if number is not None:
        raise Refusal("experience-same", number=number)
    tags = [tag[:MAX_TAG] for tag in dict.fromkeys(new.tags)][:MAX_TAGS]
    row = Experience(
        team_id=member.team_id,
        number=next_number(db, member.team_id, LETTER),
        member_id=member.id,
        words=words,
        tags=f" {' '.join(tags)} " if tags else "",
        sale=new.sale,
        at=now,
    )
    db.session.add(row)
    db.flush()
    found_by = " ".join([words, *tags])
    search.keep(db, member.team_id, KIND, row.id, words=found_by, at=now)
    return row


def tags_of(row: Experience) -> tuple[str, ...]:
    """The tags of an experience, without «#»."""
    return tuple(row.tags.split())


def find(db: Db, team_id: int, number: int) -> Experience:
    """A team's experience by its number; raises Refusal where there is none."""
    query = select(Experience).where(
        Experience.team_id == team_id, Experience.number == number, Experience.state == ACTIVE
    )
    row = db.session.scalar(query)
    if row is None:
        raise Refusal("experience-not-found", number=number)
    return row


def newest(db: Db, team_id: int) -> Sequence[Experience]:
    """What was kept last, the newest first."""
    query = select(Experience).where(Experience.team_id == team_id, Experience.state == ACTIVE)
    order = query.order_by(Experience.at.desc(), Experience.id.desc())
    return db.session.scalars(order.limit(NEWEST)).all()


def matching(
    db: Db, team_id: int, words: str, tags: Collection[str] = ()
) -> tuple[list[Experience], int]:
    """The newest experiences that hold all words and tags, and how many more there are."""
    query = select(Experience).where(Experience.team_id == team_id, Experience.state == ACTIVE)
    if words:
        hits = search.find(db, team_id, words, kinds=(KIND, KIND), most=_LOOKED_AT)
        query = query.where(Experience.id.in_([hit.subject for hit in hits]))
    for tag in tags:
        query = query.where(Experience.tags.icontains(f" {tag} ", autoescape=True))
    order = query.order_by(Experience.at.desc(), Experience.id.desc())
    rows = db.session.scalars(order.limit(_LOOKED_AT)).all()
    return list(rows[:NEWEST]), max(0, len(rows) - NEWEST)


def thank(db: Db, row: Experience, member: MemberInfo, now: dt.datetime) -> int:
    """Note that an experience helped somebody; returns how many it helped. Raises Refusal for the
    own one, and for a second time.
    """
    if row.member_id == member.id:
        raise Refusal("experience-own", number=row.number)
    values = {"experience_id": row.id, "member_id": member.id, "at": now}
    new = insert(ExperienceThanks).values(**values).on_conflict_do_nothing()
    if db.session.execute(new.returning(ExperienceThanks.member_id)).first() is None:
        raise Refusal("experience-thanked", number=row.number, count=row.thanks)
    more = (
        update(Experience)
        .where(Experience.id == row.id)
        .values(thanks=Experience.thanks + 1)
        .returning(Experience.thanks)
    )
    count = db.session.execute(more, execution_options={"synchronize_session": False}).scalar_one()
    db.session.expire_all()
    return int(count)


def remove(db: Db, row: Experience, actor: MemberInfo) -> None:
    """Take an experience out of the library: the own one, or a lead anybody's. Raises Refusal."""
    if actor.id != row.member_id and actor.role < Role.LEAD:
        raise Refusal("experience-not-yours", number=row.number)
    row.state = GONE
    db.flush()
    search.forget(db, KIND, [row.id])


def best(
    db: Db,
    team_id: int,
    since: dt.datetime,
    until: dt.datetime,
    *,
    without: Collection[int] = (),
) -> Sequence[Experience]:
    """The three of a span of time that helped most, the newest first where it is the same; none of
    the members in `without`.
    """
    query = select(Experience).where(
        Experience.team_id == team_id,
        Experience.state == ACTIVE,
        Experience.at >= since,
        Experience.at <= until,
        Experience.member_id.not_in(without),
    )
    order = query.order_by(Experience.thanks.desc(), Experience.at.desc(), Experience.id.desc())
    return db.session.scalars(order.limit(BEST)).all()
