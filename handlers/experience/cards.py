"""Experiences as cards: one, a list, and the receipt for a new one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.kit import Button, Card, Ctx, T, t
from models import experiences
from models.experience_tables import Experience
from models.rosters import roster

# Signs of an experience in a list, and in its receipt.
LISTED, KEPT = 40, 80


def shortened(words: str, most: int) -> str:
    """Words in one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def tags(row: Experience) -> str:
    """The tags as people write them, with a space before each."""
    return "".join(f" #{tag}" for tag in experiences.tags_of(row))


def kept(row: Experience) -> Card:
    """The receipt for what was just kept."""
    title = t("experience-kept", number=row.number, words=shortened(row.words, KEPT))
    note = t("experience-kept-note", number=row.number)
    buttons = (Button(t("experience-button-drop"), f"/drop X{row.number}"),)
    return Card(title, _about(row), note=note, buttons=buttons, reaction="👍")


def _about(row: Experience) -> tuple[T, ...]:
    if not row.tags and row.sale is None:
        return ()
    words = tags(row).strip()
    if words and row.sale is not None:
        words += " "
    return (t("experience-about", tags=words, sale=row.sale or 0),)


def one(ctx: Ctx, row: Experience) -> Card:
    """An experience in full."""
    title = t("experience-one", number=row.number, name=_name(ctx, row), words=row.words)
    date = f"{row.at.astimezone(ctx.team.zone):%m-%d}"
    helped = t("experience-helped", date=date, count=row.thanks)
    buttons: tuple[Button, ...] = ()
    if row.member_id != ctx.actor.id:
        buttons = (Button(t("experience-button-thank"), f"/thank X{row.number}"),)
    return Card(title, (*_about(row), helped), buttons=buttons)


def listed(ctx: Ctx, title: T, rows: Sequence[Experience], *, more: int = 0) -> Card:
    """Some experiences, a line each."""
    lines = [
        t(
            "experience-line",
            number=row.number,
            name=_name(ctx, row),
            words=shortened(row.words, LISTED),
            tags=tags(row),
            thanks=row.thanks,
        )
        for row in rows
    ]
    if more:
        lines.append(t("experience-more", count=more))
    return Card(title, tuple(lines), note=t("experience-list-note", number=rows[0].number))


def _name(ctx: Ctx, row: Experience) -> str:
    return roster(ctx.db, ctx.team.id).name(row.member_id)
