"""What happens to a case: words, the decision, taking it back, and the reminder to decide."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, Expect, Refusal, Role, WakeCtx, t
from handlers.appeals.cards import ROUTE, case_card, changed, title
from handlers.appeals.routing import router
from models import appeals
from models.board_tables import Appeal
from models.rosters import roster

_CASE = re.compile(r"\s*[#＃]?[Cc](\d{1,9})(?![A-Za-z0-9])\s*(.*)", re.DOTALL)
_DECISIONS = (
    (appeals.REJECTED, re.compile(r"(?:不成立|驳回|reject(?:ed)?)[\s,，:：。]*(.*)", re.DOTALL)),
    (appeals.UPHELD, re.compile(r"(?:成立|uph(?:eld|old))[\s,，:：。]*(.*)", re.DOTALL)),
    (appeals.WITHDRAWN, re.compile(r"(?:撤回|撤销|取消|withdraw)[\s,，:：。]*(.*)", re.DOTALL)),
)


def _decision(words: str) -> tuple[str, str] | None:
    """What words do to a case, and the reason in them."""
    for state, pattern in _DECISIONS:
        match = pattern.fullmatch(words.strip())
        if match is not None:
            return state, match[1].strip()
    return None


def read_case(ctx: Ctx) -> tuple[int, str] | None:
    """A case by its number with nothing or a decision behind it: `C3`, `C3 成立 已补记`."""
    match = _CASE.fullmatch(ctx.text)
    if match is None or (match[2].strip() and _decision(match[2]) is None):
        return None
    return int(match[1]), match[2].strip()


@router.listen(read_case, role=Role.MEMBER)
def named(ctx: Ctx, said: tuple[int, str]) -> Answer:
    """Show a case to its people, or decide it."""
    number, words = said
    if ctx.chat.is_group and appeals.visible(ctx.db, ctx.actor, number) is None:
        # For everybody else «C1» is a word like any other.
        return None
    row = appeals.find(ctx.db, ctx.actor, number)
    return _done(ctx, row, words) if words else case_card(ctx.db, ctx.team, row, ctx.actor)


@router.command("decide", "裁决", role=Role.MANAGER, whole=True)
def decide(ctx: Ctx) -> Answer:
    """Decide a case: `裁决 C3 成立 已补记`."""
    called = ctx.commands.find(ctx.text)
    match = _CASE.fullmatch(called.line) if called is not None else None
    if called is None or match is None:
        if called is not None and called.typed:
            raise Refusal("appeal-decide-what")
        return None
    row = appeals.find(ctx.db, ctx.actor, int(match[1]))
    if _decision(match[2]) is None:
        raise Refusal("appeal-decide-why", number=row.number)
    return _done(ctx, row, match[2])


@router.command("withdraw", "撤回申诉", "撤回", "撤销", role=Role.MEMBER, whole=True, letter="C")
def withdraw(ctx: Ctx) -> Answer:
    """Take a case back: `撤回 C3`, or `撤回申诉` as an answer to its card."""
    quote = ctx.incoming.quote.text if ctx.incoming.quote is not None else ""
    called = ctx.commands.find(ctx.text, quote)
    line = called.line if called is not None else ""
    match = _CASE.match(line) or (_CASE.search(quote) if not line.strip() else None)
    if match is None:
        return None
    row = appeals.find(ctx.db, ctx.actor, int(match[1]))
    return _done(ctx, row, "撤回")


@router.reply(ROUTE, role=Role.MEMBER)
def answered(ctx: Ctx, number: int, text: str) -> Answer:
    """A decision as an answer to the card of a case; other words go to the other side."""
    row = appeals.find(ctx.db, ctx.actor, number)
    if _decision(text) is not None:
        return _done(ctx, row, text)
    if not text.strip():
        return None
    to = appeals.say(ctx.db, ctx.actor, row, text.strip(), ctx.now)
    told = t("appeal-word", number=number, name=ctx.actor.name, words=text.strip()[:500])
    note = t("appeal-word-note")
    return [
        Card(t("appeal-passed-on", number=number), to=ctx.actor.id),
        Card(told, note=note, expect=Expect(ROUTE, number), to=to),
    ]


def _done(ctx: Ctx, row: Appeal, words: str) -> list[Card]:
    """Decide a case or take it back; both sides are told, in private."""
    state, reason = _decision(words) or ("", "")
    if state == appeals.WITHDRAWN:
        appeals.withdraw(ctx.db, ctx.actor, row, reason, ctx.now)
    else:
        appeals.decide(ctx.db, ctx.actor, row, (state, reason), ctx.now)
    people = roster(ctx.db, ctx.team.id)
    effects = changed(ctx.db, row)
    lines = [t("appeal-reason", words=reason)] if reason else []
    told = [
        Card(title(row, people), (*lines, *effects), expect=Expect(ROUTE, row.number), to=to)
        for to in (row.appellant_id, row.decider_id)
    ]
    if state == appeals.UPHELD and not effects and row.about[:1] == "S":
        told[1] = told[1].with_(note=t("appeal-now-fix", about=row.about))
    return told


@router.reminder(appeals.JOB)
def remind(ctx: WakeCtx) -> list[Card]:
    """Ask the deciders of cases that wait, shortly and in private; a new one is shown the case."""
    cards = []
    people = roster(ctx.db, ctx.team.id)
    for wake in ctx.due:
        before = appeals.decider_of(ctx.db, ctx.team.id, wake.subject)
        row = appeals.due_again(ctx.db, ctx.team, wake.subject, wake.step, ctx.now)
        if row is None:
            continue
        if row.decider_id != before:
            cards.append(case_card(ctx.db, ctx.team, row, people.members[row.decider_id]))
            continue
        days = max(1, (ctx.now - row.at).days)
        asked = t("appeal-reminder", title=title(row, people), days=days)
        note = t("appeal-reminder-note", number=row.number)
        cards.append(Card(asked, note=note, expect=Expect(ROUTE, row.number), to=row.decider_id))
    return cards
