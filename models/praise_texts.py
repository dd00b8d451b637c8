"""A team's own lines of praise: checked when they are added, filled with true figures only."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from models import membership
from models.auditing import note
from models.badge_tables import PraiseText
from models.db import Db
from models.errors import Refusal
from models.values import MemberInfo, Role

MOST, LONGEST = 20, 60
NAME, AMOUNT, PRODUCT, TODAY = "name", "amount", "product", "today"
_BRACES = re.compile(r"[{｛]\s*([^{}｛｝]*?)\s*[}｝]")
_LONE = re.compile(r"[{}｛｝]")


@dataclass(frozen=True, slots=True)
class OwnText:
    """A line in a team's own words; placeholders are `{name}`, `{amount}`, `{product}`, `{today}`,
    whatever they were called when it was added. `kind` is newcomer for first orders alone, or empty
    for all the others: «又开一单» is no word for a first one.
    """

    id: int
    words: str
    kind: str = ""

    @property
    def wants_product(self) -> bool:
        """Whether it can only be said where the order names products."""
        return "{product}" in self.words


def texts(db: Db, team_id: int) -> list[OwnText]:
    """A team's own lines, the oldest first; people number them in this order from 1."""
    query = select(PraiseText.id, PraiseText.words, PraiseText.kind).where(
        PraiseText.team_id == team_id
    )
    return [OwnText(*row) for row in db.session.execute(query.order_by(PraiseText.id))]


def check(words: str, known: Mapping[str, str]) -> str:
    """A line as it is kept; `known` gives the placeholders by what people call them. Raises
    Refusal that says what is wrong.
    """
    words = " ".join(words.split())
    for name in _BRACES.findall(words):
        if name.lower() not in known:
            raise Refusal("praise-unknown-placeholder", name=name[:12])
    kept = _BRACES.sub(lambda match: f"{{{known[match[1].lower()]}}}", words)
    bare = _BRACES.sub("", kept)
    if _LONE.search(bare):
        raise Refusal("praise-lone-brace")
    if "{name}" not in kept:
        raise Refusal("praise-no-name")
    if len(kept) > LONGEST:
        raise Refusal("praise-too-long", length=len(kept), most=LONGEST)
    return kept


def add(db: Db, actor: MemberInfo, words: str, now: dt.datetime, *, kind: str = "") -> int:
    """Keep a checked line; returns its number. Leads may; raises Refusal for one that is there."""
    membership.require(db, actor, Role.LEAD)
    have = texts(db, actor.team_id)
    for number, text in enumerate(have, start=1):
        if text.words == words:
            raise Refusal("praise-same", number=number)
    if len(have) >= MOST:
        raise Refusal("praise-many", most=MOST)
    db.session.add(
        PraiseText(team_id=actor.team_id, words=words, kind=kind, added_by=actor.id, at=now)
    )
    note(db, actor, "praise", f"+ {words}", now)
    db.flush()
    return len(have) + 1


def remove(db: Db, actor: MemberInfo, number: int, now: dt.datetime) -> OwnText:
    """Drop the line of that number; leads may. Raises Refusal where there is none."""
    membership.require(db, actor, Role.LEAD)
    have = texts(db, actor.team_id)
    if not 1 <= number <= len(have):
        raise Refusal("praise-no-text", number=number, count=len(have))
    gone = have[number - 1]
    db.session.execute(delete(PraiseText).where(PraiseText.id == gone.id))
    note(db, actor, "praise", f"- {gone.words}", now)
    return gone


def filled(words: str, values: Mapping[str, str]) -> str:
    """A line with its figures in place of the placeholders."""
    return _BRACES.sub(lambda match: values.get(match[1], match[0]), words)


def spoken(words: str, names: Mapping[str, str]) -> str:
    """A line with its placeholders as people call them."""
    return filled(words, {key: f"{{{name}}}" for key, name in names.items()})


def choose(own: Sequence[OwnText], catalog: int, used: Sequence[int], *, has_product: bool) -> int:
    """Which text is said: the one that was said longest ago, and never the last one again.

    A team's own ones are said alone where two of them fit, and a single one in turn with the
    catalog's, which have the numbers -1, -2 … `used` are those that were said, the newest first.
    """
    able = [text.id for text in own if has_product or not text.wants_product]
    builtin = [-n for n in range(1, catalog + 1)]
    if not able or (len(able) == 1 and used[:1] == able):
        able = builtin
    age = {text: n for n, text in reversed(list(enumerate(used)))}
    return max(able, key=lambda text: age.get(text, len(used)))
