"""The colours that a team chose for its pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from models.auditing import note
from models.base import Base, Id
from models.db import Db
from models.membership import require
from models.team import Chat, Team
from models.values import MemberInfo, Role


class TeamLook(Base):
    """What a team's pictures look like: the name of a theme, and an accent as six hex digits, empty
    for the theme's own. A team that never chose has no row.
    """

    __tablename__ = "team_look"

    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"), primary_key=True)
    theme: Mapped[str] = mapped_column(String(20))
    accent: Mapped[str] = mapped_column(String(6), default="")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A team's name and what it chose, both empty where it never did."""

    team: str
    theme: str = ""
    accent: str = ""


def chosen(db: Db, team_id: int) -> Chosen:
    """What a team chose."""
    row = db.session.get(TeamLook, team_id)
    name = db.session.get_one(Team, team_id).name
    return Chosen(name, row.theme, row.accent) if row is not None else Chosen(name)


def chosen_in(db: Db, chat_id: int) -> Chosen:
    """What the team of a chat chose; no team, no choice."""
    team_id = db.session.scalar(select(Chat.team_id).where(Chat.id == chat_id))
    return chosen(db, team_id) if team_id is not None else Chosen("")


def choose(db: Db, actor: MemberInfo, theme: str, accent: str, now: dt.datetime) -> None:
    """Give the actor's team other colours; managers may."""
    require(db, actor, Role.MANAGER)
    before = chosen(db, actor.team_id)
    details = f"{before.theme}/{before.accent} -> {theme}/{accent}"
    note(db, actor, "look", details, now)
    db.session.merge(TeamLook(team_id=actor.team_id, theme=theme, accent=accent))
    db.session.flush()
