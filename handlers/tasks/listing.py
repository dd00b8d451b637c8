"""`任务`, `任务 @阿芳`, `任务 逾期`, `任务 #618`, `无人负责`: what there is to do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.core.args import split_words
from bot.kit import Answer, Card, Ctx, MemberInfo, Role, T, t
from handlers.tasks.cards import line, story_of
from handlers.tasks.people import is_known, person
from handlers.tasks.routing import router
from models import task_lists, tasks
from models.schedules import local_moment
from models.task_lists import Wanted

SHOWN = 12
_KINDS: Mapping[str, str] = {
    "逾期": "late", "过期": "late", "超时": "late", "overdue": "late", "late": "late",
    "无人": "unowned", "无人负责": "unowned", "没人": "unowned", "没人领": "unowned",
    "待领": "unowned", "unowned": "unowned", "free": "unowned",
    "全部": "all", "所有": "all", "all": "all", "列表": "all", "list": "all",
    "今天": "today", "今日": "today", "today": "today",
    "明天": "tomorrow", "明日": "tomorrow", "tomorrow": "tomorrow", "tmr": "tomorrow",
    "本周": "week", "这周": "week", "week": "week",
    "完成": "done", "已完成": "done", "done": "done",
    "待验收": "review", "验收": "review", "review": "review",
    "卡住": "blocked", "卡点": "blocked", "blocked": "blocked",
    "我派的": "given", "我给的": "given", "我发的": "given", "given": "given",
    "我的": "mine", "mine": "mine",
}  # fmt: skip
# 明天到期, 卡住的
_ENDING = re.compile(r"(?:到期|要交|截止)?的?$")
_A_DAY, _A_WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Query:
    """Which list somebody asked for."""

    kind: str = "mine"
    member: MemberInfo | None = None
    tag: str = ""
    number: int | None = None


def read_query(ctx: Ctx, words: str) -> Query | None:
    """The list that the words behind 任务 ask for; None where they give work."""
    query, said = Query(kind=""), split_words(words)
    if not said:
        return Query() if ctx.incoming.quote is None else None
    for word in said:
        kind = _KINDS.get(word.lower()) or _KINDS.get(_ENDING.sub("", word.lower(), count=1))
        if kind is not None and not query.kind:
            query = replace(query, kind=kind)
        elif word.startswith("@") and query.member is None and len(word) > 1:
            query = replace(query, member=person(ctx, word) if len(said) <= 2 else ctx.actor)
        elif word.startswith("#") and not query.tag and not _is_number(word):
            query = replace(query, tag=word[1:])
        elif len(said) == 1 and is_known(ctx, word):
            query = replace(query, member=person(ctx, word))
        elif _is_number(word) and len(said) == 1:
            return Query("one", number=int(word.lstrip("#")[1:]))
        else:
            return None
    if query.member is not None and ctx.incoming.quote is not None:
        # Under a quote a name gives the quoted work to somebody.
        return None
    return replace(query, kind=query.kind or "all")


def _is_number(word: str) -> bool:
    bare = word.lstrip("#")
    return bare[:1] in ("T", "t") and bare[1:].isdecimal()


def listed(ctx: Ctx, query: Query) -> Answer:
    """The list that was asked for; who is late is told to that member, and to leads in private."""
    if query.number is not None:
        return story_of(ctx, tasks.require(ctx.db, ctx.team.id, query.number))
    whose = query.member.id if query.member is not None else None
    wanted = _wanted(ctx, query.kind, whose)
    is_private = not ctx.chat.is_group
    if query.kind == "late" and whose is None and not (is_private and ctx.actor.role >= Role.LEAD):
        wanted = replace(wanted, owner=ctx.actor.id)
    found, total = task_lists.find(ctx.db, ctx.team.id, replace(wanted, tag=query.tag), most=SHOWN)
    title = t(
        "task-list",
        kind=query.kind,
        count=total,
        who=f" @{query.member.name}" if query.member is not None else "",
        tag=f" #{query.tag}" if query.tag else "",
    )
    if not found:
        return Card(title, (t("task-list-empty", kind=query.kind),), buttons=())
    with_owners = wanted.owner is None
    lines = [line(ctx, each, with_owners=with_owners) for each in found]
    if total > len(found):
        lines.append(t("task-more", count=total - len(found)))
    return Card(title, tuple(lines), note=_note(ctx, query))


def _wanted(ctx: Ctx, kind: str, whose: int | None) -> Wanted:
    now = ctx.local
    if kind == "mine":
        return Wanted(owner=ctx.actor.id)
    if kind == "late":
        return Wanted(owner=whose, late_at=ctx.now)
    if kind in ("today", "tomorrow", "week"):
        today = now.date()
        first = today + _A_DAY if kind == "tomorrow" else today
        last = today + (6 - now.weekday()) * _A_DAY if kind == "week" else first
        begin, end = (
            local_moment(first, 0, ctx.team.zone),
            local_moment(last, 1440, ctx.team.zone),
        )
        return Wanted(owner=whose, due_from=begin, due_by=end)
    if kind == "done":
        since = local_moment(now.date() - _A_WEEK, 0, ctx.team.zone)
        return Wanted(owner=whose, done_since=since)
    if kind == "review":
        judge = ctx.actor.id if whose is None and not ctx.chat.is_group else None
        return Wanted(owner=whose, in_review=True, judge=judge)
    return Wanted(
        owner=whose,
        unowned=kind == "unowned",
        blocked=kind == "blocked",
        giver=ctx.actor.id if kind == "given" else None,
    )


def _note(ctx: Ctx, query: Query) -> T | None:
    """What else there is to know: work that nobody has, below one's own."""
    if query.kind == "unowned":
        return t("task-list-claim")
    if query.kind != "mine":
        return None
    free = task_lists.count(ctx.db, ctx.team.id, Wanted(unowned=True))
    return t("task-list-free", count=free) if free else None


@router.command("tasks", "我的任务", "任务列表", "任务清单", role=Role.MEMBER, whole=True)
def mine(ctx: Ctx) -> Answer:
    """List one's own open tasks."""
    found = ctx.commands.find(ctx.text)
    is_bare = found is not None and not found.line.strip()
    return listed(ctx, Query()) if is_bare or (found is not None and found.typed) else None


@router.command("unowned", "无人负责", "没人负责", role=Role.MEMBER)
def unowned(ctx: Ctx) -> Answer:
    """List the tasks that nobody has."""
    return listed(ctx, Query("unowned"))
