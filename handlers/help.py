"""Help, generated from the command table: what one can do here, how, and who may do what."""

from __future__ import annotations

import difflib
import re
from itertools import groupby

from bot.kit import Answer, Button, Card, Command, Ctx, Refusal, Role, Router, T, t
from bot.language.phrases import NEAR
from models.rosters import roster

router = Router("help")

# Holders of a role that are named; members are only counted.
NAMED = 8
# Features that share a line of the overview with another one, which gives it its name.
_SHELVES = {
    "price": "sale",
    "goal": "mine",
    "leave": "mine",
    "diagnosis": "settings",
    "link": "team",
    "duty": "team",
    "kanban": "task",
    "matching": "task",
    "minutes": "meeting",
    "agenda": "meeting",
    "report": "meeting",
    "experience": "board",
    "why": "board",
    "appeal": "board",
    "picture": "board",
    "strategy": "campaign",
    "badge": "reward",
    "praise": "reward",
    "contest": "reward",
}
# As many commands as a line of the overview names; the others stand with the help of the first.
ON_SHELF = 9
# A question about an unknown word is asked where it is at least this like a command.
_ALIKE = 0.5
_MENTION = re.compile(
    r"\s*[@＠](?:小队长|队长|小助手|\w*bot|duizhang)\s*[!！?？。~]*\s*", re.IGNORECASE
)


@router.command("help", "帮助", "帮助中心", "start", role=Role.GUEST, whole=True)
def help_(ctx: Ctx) -> Answer:
    """Say what the speaker can do, or how one command is used."""
    called = ctx.commands.find(ctx.text)
    words = called.line.split() if called is not None else []
    if called is None or not words:
        return overview(ctx)
    command = _find(ctx, words[0])
    if command is not None:
        # Behind 帮助 without a space only a whole command is a question: 帮助客户 is talk.
        return None if called.glued and len(words) > 1 else usage(ctx, command)
    if not called.typed and (called.glued or len(words) > 1):
        return None
    return _nearest(ctx, words[0])


def _find(ctx: Ctx, word: str) -> Command | None:
    said = word.strip("/／「」“”").lower()
    command = ctx.commands.words.get(said)
    if command is None or not command.hidden:
        return command
    seen = (c for c in ctx.commands.commands if not c.hidden and said in c.words)
    return next(seen, None)


def overview(ctx: Ctx) -> Card:
    """The commands of the speaker's role, a line for each shelf of features."""
    able = _allowed(ctx, ctx.actor.role)
    lines = tuple(_group(ctx, feature, list(found)) for feature, found in groupby(able, key=_shelf))
    role = t(f"role-{ctx.actor.role.name.lower()}")
    return Card(t("help-title", name=ctx.actor.name, role=role), lines, note=t("help-note"))


def _group(ctx: Ctx, feature: str, found: list[Command]) -> T:
    names = tuple(_name(ctx, each) for each in found[:ON_SHELF])
    return t("help-group", feature=feature, commands=names, more=int(len(found) > ON_SHELF))


def _beside(ctx: Ctx, command: Command) -> tuple[str, ...]:
    """The commands that stand on a command's shelf and did not fit into the overview."""
    same = [each for each in _allowed(ctx, ctx.actor.role) if _shelf(each) == _shelf(command)]
    if not same or same[0].words[0] != command.words[0]:
        return ()
    return tuple(_name(ctx, each) for each in same[ON_SHELF:])


def _allowed(ctx: Ctx, role: Role) -> list[Command]:
    """What a role may do: sales first, each feature's commands together, its own name in front."""
    shown = [c for c in ctx.commands.commands if not c.hidden and c.role <= role]
    return sorted(shown, key=_place)


def _shelf(command: Command) -> str:
    return _SHELVES.get(command.feature, command.feature)


def _place(command: Command) -> tuple[bool, str, bool, str, bool]:
    shelf, feature = _shelf(command), command.feature
    return shelf != "sale", shelf, feature != shelf, feature, command.name != feature


def _name(ctx: Ctx, command: Command) -> str:
    """How people call a command in their language."""
    return command.words[0] if ctx.language.startswith("zh") else f"/{command.name}"


def usage(ctx: Ctx, command: Command) -> Card:
    """One command: what it is for, how it is written, an example, and who may."""
    lines = [command.text("usage"), t("help-example", text=command.text("example"))]
    others = tuple(word for word in (f"/{command.name}", *command.words[1:]))
    lines.append(t("help-also", names=others))
    beside = _beside(ctx, command)
    if beside:
        lines.append(t("help-beside", names=beside))
    if command.role > Role.MEMBER:
        lines.append(t("help-needs", role=command.role.name.lower()))
    title = t("help-command", name=_name(ctx, command), text=command.text("help"))
    return Card(title, tuple(lines))


def _nearest(ctx: Ctx, word: str) -> Card:
    near = _meant(ctx, word)
    if near is None:
        raise Refusal("help-unknown", word=word[:20])
    return Card(
        t("help-near", word=word[:20], near=near),
        buttons=(
            Button(t("common-yes"), f"/help {near}"),
            Button(t("common-no"), "/dismiss"),
        ),
        question=True,
    )


def _meant(ctx: Ctx, word: str) -> str | None:
    """The command that a mistyped one sounds or looks like."""
    heard = NEAR.match(f"{word} 1")
    if heard is not None:
        return "报单" if heard["sale"] else "退款"
    names = [name for name, command in ctx.commands.words.items() if not command.hidden]
    close = difflib.get_close_matches(word.lower().lstrip("/／"), names, n=1, cutoff=_ALIKE)
    return close[0] if close else None


@router.command("rights", "权限", role=Role.MEMBER)
def rights(ctx: Ctx) -> Card:
    """Say who may do what and who holds each role."""
    people = roster(ctx.db, ctx.team.id)
    present = people.with_role(Role.GUEST)
    lines = []
    for role in reversed(Role):
        holders = [member for member in present if member.role == role]
        commands = tuple(_name(ctx, c) for c in _allowed(ctx, role) if c.role == role)
        names = tuple(member.name for member in holders[:NAMED]) if role > Role.MEMBER else ()
        if holders or commands:
            label = t(f"role-{role.name.lower()}")
            lines.append(
                t("help-holders", role=label, count=len(holders), names=names, named=len(names))
            )
            if commands:
                lines.append(t("help-may", commands=commands))
    return Card(t("help-rights"), tuple(lines), note=t("help-rights-note"))


def read_mention(ctx: Ctx) -> bool | None:
    """Whether a message is nothing but the bot's name."""
    is_bare = ctx.incoming.addressed and ctx.incoming.quote is None and not ctx.text.strip()
    return True if is_bare or _MENTION.fullmatch(ctx.text) else None


@router.listen(read_mention, role=Role.GUEST)
def mentioned(ctx: Ctx, _bare: bool) -> Card:
    """Four lines for somebody who only called the bot."""
    lines = (t("help-hello-sale"), t("help-hello-board"), t("help-hello-more"))
    return Card(t("help-hello", name=ctx.actor.name), lines)


@router.command("dismiss", role=Role.GUEST, hidden=True)
def dismiss(ctx: Ctx, *, what: str = "") -> Card:
    """Take a no for an answer: nothing was done, or what there was is kept."""
    return Card(t("help-kept" if what == "keep" else "help-dismissed"))
