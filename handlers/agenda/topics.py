"""Points of an agenda: added, put in another place, changed, taken off."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.kit import Answer, Card, Ctx, Refusal, Role, T, doer, t
from bot.language.task_quote import read_quote
from handlers.agenda.reading import (
    Point,
    asks,
    is_sure,
    is_talk,
    read_point,
    take_meeting,
    take_minutes,
    take_people,
)
from handlers.agenda.routing import line_of, quotable, router
from handlers.agenda.showing import meeting
from handlers.agenda.words import begins, details, head, total
from models import agenda, sessions
from models.agenda import NewItem
from models.meeting_tables import AgendaItem, Meeting

# 议题 3 提前, 议题 3 第1, 议题 3 改 15分钟 @阿芳.
_CHANGE = re.compile(
    r"#?(\d{1,2})\s+(?:(提前|往前|earlier|up)|(推后|往后|later|down)|(?:移?到?第|to\s+)\s*(\d{1,2})[项位]?"
    r"|(?:改成?|改为|change)\s*[:：]?\s*(\S.*))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"#?(\d{1,2})")
# A point may be a question about a thing: 赠品怎么发. Who asks about the agenda ends otherwise.
_OPEN_POINT = re.compile(
    r"(?![是什呢吧啊谁哪怎我你他])\S{2,10}(?:怎么|如何|要不要|能不能)\S{1,8}(?<![吗呢?？])"
)
_GLUED = re.compile(r"\s*议题")
_LINES = 20


@router.command("topic", "议题", role=Role.MEMBER, whole=True)
def topic(ctx: Ctx) -> Answer:
    """Put points on the agenda, also a quoted message, or change one by its number."""
    found = _line(ctx)
    if found is None:
        return None
    line, typed = found
    rest, number = take_meeting(line)
    change = _CHANGE.fullmatch(rest)
    if change is not None:
        return _change(ctx, change, number, typed=typed)
    return _add(ctx, line, standing=False, typed=typed)


@router.command("standing_topic", "固定议题", role=Role.MEMBER, whole=True)
def standing(ctx: Ctx) -> Answer:
    """Put a point on the agenda of every meeting of the series."""
    found = line_of(ctx)
    return _add(ctx, found[0], standing=True, typed=found[1]) if found is not None else None


def _line(ctx: Ctx) -> tuple[str, bool] | None:
    """The line behind 议题, also glued to it where it surely names a point: 议题库存 10分钟."""
    found = line_of(ctx)
    if found is None:
        glued = _GLUED.sub("", ctx.text, count=1).strip()
        return (glued, False) if is_sure(glued) and not is_talk(glued) else None
    return found


def _add(ctx: Ctx, line: str, *, standing: bool, typed: bool) -> Answer:
    sure = typed or is_sure(line)
    is_said = asks(line) if sure else is_talk(line) and _OPEN_POINT.fullmatch(line.strip()) is None
    if not typed and is_said:
        return None
    quote = ctx.incoming.quote
    lines = [each for each in line.splitlines()[:_LINES] if each.strip()]
    stripped = [take_meeting(each) for each in lines]
    number = next((found for _, found in stripped if found is not None), None)
    points = [read_point(ctx, each) for each, _ in stripped]
    # A line with nothing but an owner or minutes says it of the others.
    named = [each for each in points if each.title]
    if not named and quote is not None and quote.text:
        named, detail = [_quoted(points, quote.text)], read_quote(quote.text).detail
    else:
        detail = read_quote(quote.text).title if quote is not None and quote.text else ""
    if not named:
        if line and not typed and number is None and not sure:
            return None
        raise Refusal("agenda-no-title")
    row = meeting(ctx, number)
    items = [
        agenda.add(ctx.db, ctx.team, row, _new(each, detail, standing=standing), doer(ctx))
        for each in named
    ]
    return _added(ctx, row, items)


def _quoted(points: list[Point], text: str) -> Point:
    title = read_quote(text).title[: agenda.MAX_TITLE]
    if not title:
        raise Refusal("agenda-quote-empty")
    bare = Point(title, None, None)
    for each in points:
        bare = replace(bare, minutes=each.minutes or bare.minutes, owner=each.owner or bare.owner)
    return bare


def _new(point: Point, detail: str, *, standing: bool) -> NewItem:
    owner = point.owner.id if point.owner is not None else None
    return NewItem(point.title, point.minutes, owner, detail, standing)


def _added(ctx: Ctx, row: Meeting | None, items: list[AgendaItem]) -> Card:
    owners = dict.fromkeys(item.owner_id for item in items if item.owner_id is not None)
    mentions = tuple(owner for owner in owners if owner != ctx.actor.id)
    if row is None:
        lines = tuple(_received(ctx, None, item) for item in items)
        note = t("agenda-waits")
        return Card(lines[0], lines[1:], note, mentions=mentions)
    lines = tuple(_received(ctx, row, item) for item in items)
    return Card(
        lines[0],
        (*lines[1:], _where(ctx, row)),
        mentions=mentions,
        expect=quotable(row),
    )


def _received(ctx: Ctx, row: Meeting | None, item: AgendaItem) -> T:
    number = agenda.number_of(ctx.db, row, item) if row is not None else 0
    what = details(ctx, item, called=True)
    return t("agenda-added", number=number, what=what, standing=item.standing)


def _where(ctx: Ctx, row: Meeting) -> T:
    """For which meeting that is, and how full it is."""
    items = agenda.points(ctx.db, row)
    return t("agenda-where", head=head(row), when=begins(ctx, row), total=total(row, items))


def _which(ctx: Ctx, number: int | None) -> Meeting:
    row = meeting(ctx, number)
    if row is None:
        raise Refusal("agenda-no-meeting")
    return row


def _change(ctx: Ctx, match: re.Match[str], number: int | None, *, typed: bool) -> Answer:
    place, earlier, later, to, words = match.groups()
    if words is not None and not typed and asks(words):
        return None
    row = _which(ctx, number)
    item = agenda.numbered(ctx.db, row, int(place))
    agenda.require_mine(ctx.db, row, item, ctx.actor)
    if words is not None:
        _rewrite(ctx, item, words)
    else:
        wanted = int(place) - 1 if earlier else int(place) + 1 if later else int(to)
        agenda.move(ctx.db, row, item, wanted)
    if item.state == agenda.CURRENT:
        sessions.arm(ctx.db, row, ctx.now)
    now = agenda.number_of(ctx.db, row, item)
    return Card(
        t("agenda-changed-item", number=now, what=details(ctx, item, called=True)),
        (_where(ctx, row),),
        expect=quotable(row),
    )


def _rewrite(ctx: Ctx, item: AgendaItem, words: str) -> None:
    """Give a point other minutes, another owner or another title, as far as they are named."""
    words, minutes = take_minutes(words)
    words, people = take_people(ctx, words)
    if len(people) > 1:
        raise Refusal("agenda-one-owner")
    owner = people[0].id if people else None
    agenda.rewrite(ctx.db, item, NewItem(words, minutes, owner))


@router.command("drop_topic", "删议题", "删除议题", role=Role.MEMBER, whole=True)
def drop(ctx: Ctx) -> Answer:
    """Take a point off the agenda by its number."""
    found = line_of(ctx)
    if found is None:
        return None
    rest, number = take_meeting(found[0])
    match = _NUMBER.fullmatch(rest)
    if match is None:
        if rest and not found[1]:
            return None
        raise Refusal("agenda-drop-which")
    row = _which(ctx, number)
    item = agenda.numbered(ctx.db, row, int(match[1]))
    agenda.require_mine(ctx.db, row, item, ctx.actor)
    agenda.drop(ctx.db, item)
    return Card(
        t("agenda-dropped", number=int(match[1]), title=item.title, standing=item.standing),
        (_where(ctx, row),),
        expect=quotable(row),
    )
