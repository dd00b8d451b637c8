"""战报, the team's report as words and a picture, and 主题, the colours of all its pictures."""

from __future__ import annotations

import re

from bot.core.bulletin_words import bulletin_lines, bulletin_picture, bulletin_title
from bot.core.looks import THEMES, Theme, read_colour, readable, theme_of, written_colour
from bot.core.pictures import BoardRow, board_picture
from bot.kit import (
    Answer,
    Button,
    Card,
    Ctx,
    Period,
    PeriodKind,
    Picture,
    Refusal,
    Role,
    Router,
    T,
    t,
)
from bot.language.days import read_period
from models import bulletins, looks
from models.digest import day_start
from models.pending import open_count
from models.rosters import roster

router = Router("picture")

_SPANS = (
    (PeriodKind.DAY, "today"),
    (PeriodKind.WEEK, "week"),
    (PeriodKind.MONTH, "month"),
)
# The report always has its picture; whoever only reads says so.
_PICTURE = frozenset({"图", "图片", "带图", "picture"})
_WORDS = frozenset({"文字", "文字版", "不带图", "text"})
_DEFAULT = frozenset({"默认", "恢复默认", "default"})
_THEME_WORDS = {
    "vermilion": ("朱砂", "红", "红色", "大红", "中国红", "red"),
    "amber": ("琥珀", "橙", "橙色", "橘色", "orange"),
    "bamboo": ("竹青", "绿", "绿色", "青", "green"),
    "ocean": ("海蓝", "蓝", "蓝色", "blue"),
    "wisteria": ("紫藤", "紫", "紫色", "purple"),
    "rose": ("玫红", "粉", "粉色", "粉红", "玫瑰", "pink"),
    "night": ("夜金", "黑", "黑色", "黑金", "深色", "dark"),
}
_COLOUR_LIKE = re.compile(r"[#＃]\S*")
_SAMPLE = ((1, "12,800", 10_000), (2, "9,680", 7_560), (3, "6,000", 4_690))


@router.command("sales_report", "战报", role=Role.MEMBER, whole=True)
def sales_report(ctx: Ctx) -> Answer:
    """Show what the team reached: `战报` is today's, `战报 昨天`, `战报 本周`, `战报 6月`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    words = called.line.split()
    is_bare = bool(_WORDS.intersection(words))
    span = " ".join(word for word in words if word not in _PICTURE | _WORDS)
    period = read_period(span, ctx.today) if span else Period.of(PeriodKind.DAY, ctx.today)
    if period is None:
        if called.typed:
            raise Refusal("picture-report-unclear", word=span[:20])
        return None
    return _report(ctx, period, has_picture=not is_bare)


def _report(ctx: Ctx, period: Period, *, has_picture: bool) -> Card:
    found = bulletins.bulletin(ctx.db, ctx.team.id, period, ctx.today)
    until = _until(ctx, period)
    buttons = tuple(
        Button(t("picture-report-button", kind=kind.value), f"/sales_report {word}")
        for kind, word in _SPANS
    )
    title = bulletin_title(found, ctx.today, until)
    if not found.orders and not found.amount:
        none = t("picture-report-none", over=int(found.is_over))
        return Card(title, (none,), buttons=buttons, in_place=True)
    people = roster(ctx.db, ctx.team.id)
    picture = bulletin_picture(found, people, ctx.today, until) if has_picture else None
    return Card(
        title,
        bulletin_lines(found, people, ctx.today),
        note=_note(ctx, period),
        buttons=buttons,
        in_place=True,
        picture=picture,
    )


def _until(ctx: Ctx, span: Period) -> T | str:
    """The time up to which a period that still runs is told."""
    if not span.first <= ctx.today <= span.last:
        return ""
    return t("board-until", time=f"{ctx.now.astimezone(ctx.team.zone):%H:%M}")


def _note(ctx: Ctx, span: Period) -> T | None:
    """What the figures leave out."""
    parts = [t("board-basis", basis=ctx.team.basis)] if ctx.team.basis != "order" else []
    if span.first <= ctx.today <= span.last:
        waiting = open_count(ctx.db, ctx.team.id, day_start(ctx.team, ctx.today))
        parts += [t("board-pending", count=waiting)] if waiting else []
    return t("board-note", parts=tuple(parts)) if parts else None


@router.command("theme", "主题", role=Role.MEMBER, whole=True)
def theme(ctx: Ctx) -> Answer:
    """Show the colours of the team's pictures or choose them: `主题 海蓝`, `主题 夜金 #ff8800`."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    words = [word.lower() for word in called.line.split()]
    if not words:
        return _shown(ctx)
    now = looks.chosen(ctx.db, ctx.team.id)
    name, accent = now.theme, ""
    for word in words:
        meant = _theme(word)
        colour = read_colour(word)
        if meant is not None:
            name = meant.name
        elif colour is not None:
            accent = written_colour(colour)
        elif called.typed or _COLOUR_LIKE.fullmatch(word):
            raise Refusal("picture-theme-unknown", word=word[:20])
        else:
            return None
    return _chosen(ctx, theme_of(name), accent)


def _theme(word: str) -> Theme | None:
    """The theme that a word means."""
    if word in _DEFAULT:
        return THEMES[0]
    names = (each for each in THEMES if word == each.name or word in _THEME_WORDS[each.name])
    return next(names, None)


def _chosen(ctx: Ctx, which: Theme, accent: str) -> Card:
    """The theme as it is from now on, with a picture that shows it."""
    note = None
    wanted = read_colour(accent)
    if wanted is not None:
        found = readable(wanted, which)
        if found != wanted:
            note = t("picture-accent-changed", wanted=accent, found=written_colour(found))
        accent = written_colour(found)
    looks.choose(ctx.db, ctx.actor, which.name, accent, ctx.now)
    return Card(
        _named(which.name, accent, "picture-theme-set"),
        note=note,
        buttons=_choices(),
        in_place=True,
        picture=_sample(which),
    )


def _shown(ctx: Ctx) -> Card:
    now = looks.chosen(ctx.db, ctx.team.id)
    which = theme_of(now.theme)
    return Card(
        _named(which.name, now.accent, "picture-theme-now"),
        (t("picture-theme-choice", themes=_all()), t("picture-theme-accent")),
        buttons=_choices(),
        picture=_sample(which),
    )


def _choices() -> tuple[Button, ...]:
    """A button for each theme: one press, and the picture above it shows the colours."""
    return tuple(
        Button(t("picture-theme-name", theme=each.name), f"/theme {each.name}") for each in THEMES
    )


def _named(name: str, accent: str, key: str) -> T:
    colour = t("picture-with-accent", accent=accent) if accent else ""
    return t(key, theme=t("picture-theme-name", theme=name), accent=colour)


def _all() -> tuple[T, ...]:
    return tuple(t("picture-theme-name", theme=each.name) for each in THEMES)


def _sample(which: Theme) -> Picture:
    """A small board in the colours that the team has now."""
    rows = [
        BoardRow(rank, t("picture-sample-name", rank=rank), figure, share)
        for rank, figure, share in _SAMPLE
    ]
    title = t("picture-theme-name", theme=which.name)
    return board_picture(title, t("picture-sample"), rows)
