"""Opening a case and listing one's own: `申诉 #S27 漏算`, `申诉`."""

from __future__ import annotations

import json
import re

from bot.kit import Answer, Card, Ctx, Period, PeriodKind, Refusal, Role, T, pack_words, t
from handlers.appeals.cards import case_card, title
from handlers.appeals.routing import router
from models import appeals, boards, care, chats, entries
from models.appeals import NewAppeal
from models.board_kinds import Kind
from models.boards import Which
from models.rosters import roster

_RECORD = re.compile(r"[#＃]?([A-Za-z]{1,2})(\d{1,9})(?:-\d{1,4})?(?![A-Za-z0-9])[,，:：]?\s*")
# Cases in one list.
SHOWN = 8


@router.command("appeal", "申诉", role=Role.MEMBER, whole=True)
def appeal(ctx: Ctx) -> Answer:
    """Open a private case about a record or a number, or list one's own."""
    quote = ctx.incoming.quote
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line.strip()
    record = _RECORD.match(line)
    if record is None and quote is not None and line:
        quoted = re.search(r"[#＃]([A-Za-z]{1,2})(\d{1,9})(?![A-Za-z0-9])", quote.text)
        if quoted is not None and not called.glued:
            return _opened(ctx, f"{quoted[1].upper()}{quoted[2]}", line)
    if record is not None:
        return _opened(ctx, f"{record[1].upper()}{record[2]}", line[record.end() :])
    if not line:
        return _listed(ctx)
    # In a group 申诉 is a word like others; in private, or behind a slash, it asks us.
    if called.glued or (ctx.chat.is_group and not called.typed):
        return None
    return _opened(ctx, "", line)


def _opened(ctx: Ctx, about: str, words: str) -> list[Card]:
    """The case for its two people; the group sees nothing."""
    _require_private(ctx)
    rows = entries.history(ctx.db, ctx.team.id, int(about[1:])) if about[:1] == "S" else []
    new = NewAppeal(about, words, json.dumps(_facts(ctx, about)), appeals.parties(rows))
    row = appeals.create(ctx.db, ctx.team, ctx.actor, new, ctx.now)
    people = roster(ctx.db, ctx.team.id).members
    # Nobody is woken for it at night.
    is_night = care.after_quiet(ctx.team, ctx.now) > ctx.now
    asked = case_card(ctx.db, ctx.team, row, people[row.decider_id])
    return [
        case_card(ctx.db, ctx.team, row, people[row.appellant_id]),
        asked.with_(silent=is_night),
    ]


def _require_private(ctx: Ctx) -> None:
    if chats.private_chat(ctx.db, ctx.actor.id) is None:
        raise Refusal("appeal-in-private")


def _facts(ctx: Ctx, about: str) -> list[list[object]]:
    """What «why» says of the record, or of the appellant's place, kept as it is now."""
    letter = about.rstrip("0123456789")
    explainers = ctx.commands.explainers
    if not about:
        week = Which(Kind.AMOUNT, Period.of(PeriodKind.WEEK, ctx.today))
        answer = explainers["board"](ctx, boards.packed(week)) if "board" in explainers else None
    elif letter in explainers:
        answer = explainers[letter](ctx, int(about[len(letter) :]))
    else:
        raise Refusal("appeal-no-record", record=about)
    cards = [answer] if isinstance(answer, Card) else list(answer or ())
    if not cards:
        return []
    fullest = max(cards, key=lambda card: len(card.lines))
    found: list[T] = [fullest.title, *fullest.lines]
    return [pack_words(words) for words in found]


def _listed(ctx: Ctx) -> Card:
    """The cases that the speaker opened or decides."""
    _require_private(ctx)
    found = appeals.of_member(ctx.db, ctx.actor)
    people = roster(ctx.db, ctx.team.id)
    if not found:
        return Card(t("appeal-none"), to=ctx.actor.id)
    lines = []
    for row in found[:SHOWN]:
        is_mine = int(row.decider_id == ctx.actor.id and row.state == appeals.OPEN)
        lines.append(t("appeal-line", title=title(row, people), decide=is_mine))
    return Card(t("appeal-list"), tuple(lines), note=t("appeal-list-note"), to=ctx.actor.id)
