"""Those whom the bot does not know yet: what they are told, and the codes by which they say who
they are.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.core.cards import Card, t
from bot.core.events import EventKind, Incoming
from bot.core.table import Table
from bot.engine.mentions import account_of
from models import linking
from models.chats import reopen
from models.db import Db
from models.people import Scene
from models.rosters import UNBOUND
from models.teams import Defaults, new_team


def is_one(scene: Scene) -> bool:
    """Whether nobody knows yet whose group or account it is."""
    return scene.team is None or scene.member is None or scene.member.state == UNBOUND


@dataclass(frozen=True, slots=True)
class Strangers:
    """What those get whom nobody knows: four of the commands are for them, the rest is not."""

    table: Table
    defaults: Defaults

    def answer(self, db: Db, scene: Scene, incoming: Incoming, now: dt.datetime) -> list[Card]:
        """What a stranger gets for a message; nothing for ordinary chat."""
        if incoming.kind is not EventKind.TEXT:
            return []
        called = self.table.find(incoming.text)
        name, word = (called.command.name, called.line.strip()) if called else ("", "")
        if name == "bind" and word:
            return [_bound(db, incoming, word, now)]
        if not incoming.chat.is_group:
            return [Card(t("common-no-team"))]
        if scene.team is None:
            return self._group(db, scene, incoming, (name, word), now)
        if scene.member is not None and name == "newcomer":
            linking.start_anew(db, scene.member)
            return [Card(t("link-newcomer", name=scene.member.name))]
        return []

    def _group(
        self, db: Db, scene: Scene, incoming: Incoming, said: tuple[str, str], now: dt.datetime
    ) -> list[Card]:
        """A group that may be an old one under a new id: it is asked once and then waits."""
        name, word = said
        if name == "link_group" and word:
            if linking.join_group(db, account_of(incoming), word, now) is None:
                return [Card(t("link-code-wrong"))]
            return [Card(t("link-joined"))]
        if name == "owner" and word:
            owner = linking.claim_group(db, account_of(incoming), word, now)
            if owner is None:
                return [Card(t("link-code-wrong"))]
            return [Card(t("link-claimed", name=owner.name))]
        if name == "new_team" and not word:
            title = incoming.chat.title or incoming.chat.id
            reopen(db, scene.chat.id, new_team(db, title, self.defaults, now))
            return [Card(t("link-new-team"))]
        return [Card(t("link-whose-group"))] if scene.is_new else []


def _bound(db: Db, incoming: Incoming, code: str, now: dt.datetime) -> Card:
    bound = linking.bind(db, account_of(incoming), code, now)
    if bound is None:
        return Card(t("link-code-wrong"))
    return Card(t("link-bound", name=bound.member.name, records=bound.records))


def whose_account(scene: Scene) -> Card:
    """The question to somebody who spoke for the first time since a new login."""
    name = scene.member.name if scene.member is not None else ""
    return Card(t("link-whose-account", name=name))
