"""One-time codes: whoever reads the program's terminal may own a team in the chat."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from sqlalchemy import func, select, update

from models.db import Db
from models.errors import Refusal
from models.team import Audit, OneTimeCode
from models.values import MemberInfo

OWNER = "owner"
VALID_FOR = dt.timedelta(hours=24)
# No 0, O, 1, I, L: people read a code from one screen and type it on another.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 8
# Wrong codes from one member within an hour before no more are looked at.
MAX_WRONG = 5
_WRONG = "wrong-code"


def create_owner_code(db: Db, team_id: int | None, now: dt.datetime) -> str:
    """A new code such as «K7PM-3XQD» for a team, or for any team; only its hash is kept."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    db.session.add(
        OneTimeCode(hash=_hash(code), purpose=OWNER, team_id=team_id, expires_at=now + VALID_FOR)
    )
    db.flush()
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def redeem(db: Db, actor: MemberInfo, code: str, now: dt.datetime) -> bool:
    """Use a code up; False for a wrong, used or expired one. Raises Refusal after too many.

    A wrong code is no exception because what an exception undoes could not be counted.
    """
    if _wrong_lately(db, actor, now) >= MAX_WRONG:
        raise Refusal("team-code-too-many")
    # Compare and set: of two people who send one code in the same moment, one wins.
    used = db.session.execute(
        update(OneTimeCode)
        .where(
            OneTimeCode.hash == _hash(code),
            OneTimeCode.purpose == OWNER,
            OneTimeCode.used_at.is_(None),
            OneTimeCode.expires_at > now,
            OneTimeCode.team_id.is_(None) | (OneTimeCode.team_id == actor.team_id),
        )
        .values(used_at=now)
        .returning(OneTimeCode.id)
    )
    if used.first() is not None:
        return True
    db.session.add(
        Audit(team_id=actor.team_id, member_id=actor.id, action=_WRONG, details="", at=now)
    )
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
