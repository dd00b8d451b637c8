"""Numbers of records within a team: #T31, #A2; each letter counts for itself, without gaps."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, bindparam
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, insert
from models.db import Db


class Counter(Base):
    """The last number given to a team's records of one letter; sales count in Team.last_sale."""

    __tablename__ = "counter"

    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"), primary_key=True)
    letter: Mapped[str] = mapped_column(String(2), primary_key=True)
    last: Mapped[int]


_FIRST = insert(Counter).values(team_id=bindparam("team"), letter=bindparam("sign"), last=1)
_NEXT = _FIRST.on_conflict_do_update(
    index_elements=["team_id", "letter"], set_={"last": Counter.__table__.c.last + 1}
).returning(Counter.last)


def next_number(db: Db, team_id: int, letter: str) -> int:
    """The next free number of that letter; rolled back with the record that wanted it."""
    row = db.row(_NEXT, team=team_id, sign=letter)
    if row is None:
        raise LookupError(f"no team {team_id}")
    return int(row[0])
