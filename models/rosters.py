"""Everybody in a team, by id and by every name."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import bindparam, select

from models.board_tables import BoardMember
from models.db import Db
from models.errors import Ambiguous
from models.team import Member, MemberAlias
from models.values import MemberInfo, Role

ACTIVE, LEFT, SHADOW = "active", "left", "shadow"
# Nobody has claimed the account since a new login; all of it belongs to another member now.
UNBOUND, MERGED = "unbound", "merged"
# Who is in a team no more, or not known to be.
GONE = frozenset({LEFT, MERGED, UNBOUND})

_MEMBERS = (
    select(Member.id, Member.name, Member.role, Member.state, Member.language)
    .where(Member.team_id == bindparam("team"))
    .order_by(Member.id)
)
_ALIASES = (
    select(MemberAlias.member_id, MemberAlias.alias)
    .join(Member, Member.id == MemberAlias.member_id)
    .where(Member.team_id == bindparam("team"))
    .order_by(MemberAlias.id)
)
_HIDDEN = select(BoardMember.member_id).where(
    BoardMember.team_id == bindparam("team"), BoardMember.hidden_since.is_not(None)
)


@dataclass(frozen=True, slots=True)
class Roster:
    """A team's members by id, also those who left, and every name and alias with its ids; `hidden`
    are those whose names boards, digests and contests do not show to others.
    """

    members: dict[int, MemberInfo]
    names: dict[str, tuple[int, ...]]
    hidden: frozenset[int] = field(default_factory=frozenset)

    def find(self, name: str) -> MemberInfo | None:
        """The member of that name or alias, present ones first; raises Ambiguous for several.

        `张三#12` names the member with our own id 12, as numbered questions write it.
        """
        base, mark, number = name.partition("#")
        if mark and number.isdigit():
            found = self.members.get(int(number))
            return found if found is not None and base in (found.name, "") else None
        ids = self.names.get(name) or self.names.get(name.lower()) or ()
        here = tuple(i for i in ids if self.members[i].state != LEFT) or ids
        if len(here) > 1:
            raise Ambiguous(name, tuple((i, f"{self.members[i].name} {i:03d}") for i in here))
        return self.members[here[0]] if here else None

    def name(self, member_id: int) -> str:
        """A member's display name."""
        return self.members[member_id].name

    def with_role(self, at_least: Role) -> list[MemberInfo]:
        """The present members who have at least that role, the highest first."""
        able = [m for m in self.members.values() if m.role >= at_least and m.state == ACTIVE]
        return sorted(able, key=lambda m: (-m.role, m.id))


def roster(db: Db, team_id: int) -> Roster:
    """Everybody in a team."""
    shelf = db.memory.shelf("roster")
    found: Roster | None = shelf.get(team_id)
    if found is None:
        members = {
            row[0]: MemberInfo(row[0], team_id, row[1], Role(row[2]), row[3], row[4])
            for row in db.rows(_MEMBERS, team=team_id)
        }
        names: dict[str, tuple[int, ...]] = {}
        named = [each for each in members.values() if each.state not in (UNBOUND, MERGED)]
        for member in named:
            _add_name(names, member.name, member.id)
        for member_id, alias in db.rows(_ALIASES, team=team_id):
            _add_name(names, alias, member_id)
        hidden = frozenset(row[0] for row in db.rows(_HIDDEN, team=team_id))
        found = shelf[team_id] = Roster(members, names, hidden)
    return found


def _add_name(names: dict[str, tuple[int, ...]], name: str, member_id: int) -> None:
    for form in {name, name.lower()}:
        if member_id not in names.get(form, ()):
            names[form] = (*names.get(form, ()), member_id)
