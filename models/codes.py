"""One-time codes: for owning a team, for joining groups, and for an account's person."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from sqlalchemy import delete, func, select, update

from models.auditing import note
from models.db import Db
from models.errors import Refusal
from models.team import Audit, OneTimeCode
from models.values import MemberInfo

OWNER, GROUP, PERSON = "owner", "group", "person"
VALID_FOR = {
    OWNER: dt.timedelta(hours=24),
    GROUP: dt.timedelta(minutes=30),
    PERSON: dt.timedelta(minutes=10),
}
# No 0, O, 1, I, L: people read a code from one screen and type it on another. No Q, V, W, X: what
# begins like a QQ or WeChat number (QQ…, WX…, VX…) is masked before anybody reads it.
ALPHABET = "ABCDEFGHJKMNPRSTUYZ23456789"
LENGTH = 8
# Wrong codes from one member within an hour before no more are looked at.
MAX_WRONG = 5
_WRONG = "wrong-code"


def create_owner_code(db: Db, team_id: int | None, now: dt.datetime) -> str:
    """A new code such as «K7PM-3XQD» that makes its sender the owner of a team, or of any team."""
    return create(db, OWNER, team_id, now)


def create(db: Db, purpose: str, team_id: int | None, now: dt.datetime) -> str:
    """A new code of eight signs for a team; only its hash is kept."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    expires = now + VALID_FOR[purpose]
    db.session.add(
        OneTimeCode(hash=_hash(code), purpose=purpose, team_id=team_id, expires_at=expires)
    )
    db.flush()
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def create_person_code(db: Db, member: MemberInfo, now: dt.datetime) -> str:
    """Four digits for a member, short because they are typed on a phone and soon expire; an older
    open code of that member ends.
    """
    db.session.execute(
        delete(OneTimeCode).where(
            OneTimeCode.purpose == PERSON,
            OneTimeCode.used_at.is_not(None)
            | (OneTimeCode.expires_at <= now)
            | (OneTimeCode.member_id == member.id),
        )
    )
    taken = set(db.session.scalars(select(OneTimeCode.hash).where(OneTimeCode.purpose == PERSON)))
    free = [code for code in map("{:04}".format, range(1000, 10_000)) if _hash(code) not in taken]
    code = secrets.choice(free)
    db.session.add(
        OneTimeCode(
            hash=_hash(code),
            purpose=PERSON,
            team_id=member.team_id,
            member_id=member.id,
            expires_at=now + VALID_FOR[PERSON],
        )
    )
    db.flush()
    return code


def use(
    db: Db, purpose: str, code: str, now: dt.datetime, *, team_id: int | None = None
) -> OneTimeCode | None:
    """Use a code up; None for a wrong, used or expired one. With a team, only its own codes count.

    Compare and set: of two people who send one code in the same moment, one wins.
    """
    query = update(OneTimeCode).where(
        OneTimeCode.hash == _hash(code),
        OneTimeCode.purpose == purpose,
        OneTimeCode.used_at.is_(None),
        OneTimeCode.expires_at > now,
    )
    if team_id is not None:
        query = query.where(OneTimeCode.team_id.is_(None) | (OneTimeCode.team_id == team_id))
    used = db.session.scalar(query.values(used_at=now).returning(OneTimeCode.id))
    return None if used is None else db.session.get_one(OneTimeCode, used)


def redeem(db: Db, actor: MemberInfo, code: str, now: dt.datetime) -> bool:
    """Use an owner's code up; False for a wrong one. Raises Refusal after too many.

    A wrong code is no exception because what an exception undoes could not be counted.
    """
    if _wrong_lately(db, actor, now) >= MAX_WRONG:
        raise Refusal("team-code-too-many")
    if use(db, OWNER, code, now, team_id=actor.team_id) is not None:
        return True
    note(db, actor, _WRONG, "", now)
    db.flush()
    return False


def _wrong_lately(db: Db, actor: MemberInfo, now: dt.datetime) -> int:
    query = select(func.count()).where(
        Audit.team_id == actor.team_id,
        Audit.member_id == actor.id,
        Audit.action == _WRONG,
        Audit.at > now - dt.timedelta(hours=1),
    )
    return db.session.scalar(query) or 0


def _hash(code: str) -> str:
    plain = code.upper().replace("-", "").strip()
    return hashlib.sha256(plain.encode()).hexdigest()
