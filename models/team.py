"""Teams, their chats and members: who is who, under which names, and what they may do."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

# Minutes after midnight at which the business day ends; 1440 is midnight itself.
MIDNIGHT = 24 * 60
# Nobody is reminded of anything between 22:30 and 8:00, unless the team wants it otherwise.
QUIET_FROM, QUIET_UNTIL = 22 * 60 + 30, 8 * 60


class Team(Base):
    """A team and its settings. `auto_read` is how freely chat is read; `basis` is when money
    counts; between the minutes `quiet_from` and `quiet_until` nobody is reminded.
    """

    __tablename__ = "team"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    timezone: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10))
    currency: Mapped[str] = mapped_column(String(3), default="CNY")
    cutoff: Mapped[int] = mapped_column(default=MIDNIGHT)
    auto_read: Mapped[int] = mapped_column(default=1)
    basis: Mapped[str] = mapped_column(String(10), default="order")
    last_sale: Mapped[int] = mapped_column(default=0)
    quiet_from: Mapped[int] = mapped_column(default=QUIET_FROM, server_default="1350")
    quiet_until: Mapped[int] = mapped_column(default=QUIET_UNTIL, server_default="480")
    created_at: Mapped[dt.datetime]


class Chat(Base):
    """A group or private chat on a platform; in private, `team_id` is the team that is talked
    about.

    `state`: open; gone (the bot may not write there: blocked, removed, never started); asked (a
    group that nobody has linked to a team yet was asked whose it is). `told` says that the leads
    know of it. `tries` counts the wrong codes sent there since the last right one.
    """

    __tablename__ = "chat"
    __table_args__ = (UniqueConstraint("platform", "account", "native", name="uq_chat_native"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int | None] = mapped_column(Id, ForeignKey("team.id"))
    platform: Mapped[str] = mapped_column(String(20))
    account: Mapped[str] = mapped_column(String(64))
    native: Mapped[str] = mapped_column(String(128))
    is_group: Mapped[int]
    title: Mapped[str] = mapped_column(String(120), default="")
    state: Mapped[str] = mapped_column(String(10), default="open", server_default="open")
    told: Mapped[int] = mapped_column(default=0, server_default="0")
    tries: Mapped[int] = mapped_column(default=0, server_default="0")


class Member(Base):
    """A person in a team; `state` is active, left (history stays, rights end), shadow (not in the
    group), unbound (an account nobody has claimed since the bot logged in anew) or merged (all of
    it belongs to another member now).
    """

    __tablename__ = "member"
    __table_args__ = (Index("ix_member_team", "team_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    name: Mapped[str] = mapped_column(String(64))
    role: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    language: Mapped[str] = mapped_column(String(10), default="")
    joined_at: Mapped[dt.datetime]


class MemberAlias(Base):
    """Another name for a member within the team."""

    __tablename__ = "member_alias"
    __table_args__ = (UniqueConstraint("member_id", "alias", name="uq_member_alias"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    alias: Mapped[str] = mapped_column(String(64))


class Identity(Base):
    """A platform account that is one of a team's members; the member is the person, the account a
    link. `handle` is the account's public name, in lower case, where the platform has them,
    and `display` the name that it was last seen with.
    """

    __tablename__ = "identity"
    __table_args__ = (
        UniqueConstraint("platform", "account", "native", "team_id", name="uq_identity_native"),
        Index("ix_identity_member", "member_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    account: Mapped[str] = mapped_column(String(64))
    native: Mapped[str] = mapped_column(String(128))
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    handle: Mapped[str] = mapped_column(String(64), default="", server_default="")
    display: Mapped[str] = mapped_column(String(64), default="", server_default="")


class OneTimeCode(Base):
    """A code that does one thing once, such as making its sender a team's owner; only its hash is
    kept. `member_id` is the person that an account is bound to.
    """

    __tablename__ = "one_time_code"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[str] = mapped_column(String(20))
    team_id: Mapped[int | None] = mapped_column(Id, ForeignKey("team.id"))
    expires_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))


class Product(Base):
    """A line of the team's price list; `price` in minor units for one `unit`."""

    __tablename__ = "product"
    __table_args__ = (UniqueConstraint("team_id", "name", name="uq_product_name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    name: Mapped[str] = mapped_column(String(64))
    price: Mapped[int] = mapped_column(Id)
    unit: Mapped[str] = mapped_column(String(10))


class Audit(Base):
    """Who changed what about the team itself; sales keep their own history."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_team", "team_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    action: Mapped[str] = mapped_column(String(40))
    details: Mapped[str] = mapped_column(String(400))
    at: Mapped[dt.datetime]
