"""`活动`: planning a campaign, looking at one, and changing it; the words behind it decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.kit import Answer, Card, Ctx, Refusal, Role, T, format_short, t
from bot.language.campaigns import is_plan, read_campaign, read_clocks
from handlers.campaigns import changing, explaining, making, reviewing, showing
from handlers.campaigns.naming import Call, near, read_call
from handlers.campaigns.routing import router
from handlers.campaigns.words import clock, cut, days, head, phase
from models import campaign_reviews, campaign_times, campaigns, membership
from models.campaign_figures import standing
from models.campaign_tables import Campaign

_ALL = frozenset({"列表", "全部", "所有", "list", "all"})
_FIND = re.compile(r"(?:找|搜索?|查|find|search)\s*[:：]?\s+(?P<words>\S.*)", re.IGNORECASE)
_SLOTS = re.compile(r"(?:战报|report)(?:时间)?\s*[:：]?\s*(?P<rest>\S.*)?", re.IGNORECASE)
_OFF = frozenset({"关", "关闭", "停", "不要", "off"})
_EDGES = " \t\n:：,，"
# As many campaigns as a list has, of those that are over the last ones.
SHOWN, OVER, FOUND = 8, 3, 8


@router.command("campaign", "活动", role=Role.MEMBER, whole=True)
def campaign(ctx: Ctx) -> Answer:
    """Plan a campaign, or say how one stands: `活动 618 6/16-6/20 模板大促`, `活动 618`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line, is_typed = called.line.strip(_EDGES), called.typed
    if not line:
        return None if called.glued and not is_typed else _listed(ctx, with_over=False)
    if line in _ALL:
        return None if called.glued and not is_typed else _listed(ctx, with_over=True)
    if not called.glued or is_typed:
        general = _general(ctx, line)
        if general is not None:
            return general
    call = read_call(ctx, line, typed=is_typed)
    if call is not None:
        return _DO[call.verb](ctx, call)
    said = read_campaign(line, ctx.local)
    if is_plan(said, line, glued=called.glued) or (is_typed and said.due is not None):
        return making.made(ctx, said)
    return _unknown(ctx, line, is_typed=is_typed, is_glued=called.glued)


def _unknown(ctx: Ctx, line: str, *, is_typed: bool, is_glued: bool) -> Answer:
    """What is said of a campaign that is not there; None for talk."""
    is_word = " " not in line and not is_glued
    like = near(ctx, line) if is_typed or is_word else ""
    if like:
        raise Refusal("campaign-near", name=line[:20], like=like)
    if is_typed:
        raise Refusal("campaign-unclear")
    return None


def _general(ctx: Ctx, line: str) -> Answer:
    """What is asked of all campaigns: the usual times of reports, or words in reviews."""
    match = _FIND.fullmatch(line)
    if match is not None:
        return _search(ctx, match["words"].strip())
    match = _SLOTS.fullmatch(line)
    if match is None:
        return None
    rest = (match["rest"] or "").strip()
    if not rest:
        return Card(_slots(campaign_times.usual(ctx.db, ctx.team.id)))
    minutes = () if rest.lower() in _OFF else read_clocks(rest)
    if minutes is None:
        return None
    membership.require(ctx.db, ctx.actor, Role.LEAD)
    slots = campaign_times.check_slots(ctx.team, minutes)
    campaign_times.set_usual(ctx.db, ctx.team.id, slots)
    return Card(_slots(slots), note=t("campaign-slots-new"))


def _slots(slots: tuple[int, ...]) -> T:
    times = tuple(clock(minute) for minute in slots)
    return t("campaign-slots", times=times, count=len(times))


def _search(ctx: Ctx, words: str) -> Card:
    """The newest lines of posted reviews that hold the words."""
    found = campaign_reviews.find(ctx.db, ctx.team.id, words, most=FOUND)
    if not found:
        raise Refusal("campaign-search-none", words=words[:20])
    lines = tuple(
        t("campaign-hit", head=head(each.campaign), year=str(each.campaign.first.year),
          words=cut(each.words))
        for each in found
    )  # fmt: skip
    return Card(t("campaign-search", words=words[:20], count=len(found)), lines)


def _listed(ctx: Ctx, *, with_over: bool) -> Card:
    """The campaigns that run or are planned, and the last ones that are over."""
    alive = campaigns.active(ctx.db, ctx.team.id)
    over = campaigns.newest(ctx.db, ctx.team.id, most=SHOWN if with_over else OVER)
    lines = [_line(ctx, row) for row in (*alive[:SHOWN], *over)]
    if not lines:
        return Card(t("campaign-none"), (t("campaign-example-campaign"),))
    return Card(t("campaign-list", count=len(alive)), tuple(lines), note=t("campaign-list-how"))


def _line(ctx: Ctx, row: Campaign) -> T:
    at = standing(ctx.db, ctx.team, row, ctx.now)
    return t(
        "campaign-line",
        head=head(row),
        phase=phase(at),
        days=days(row, ctx.local),
        sold=int(not at.wait),
        amount=format_short(at.amount),
        done=at.tasks.done,
        total=at.tasks.total,
        has_tasks=int(at.tasks.total > 0),
    )


_DO: Mapping[str, Callable[[Ctx, Call], Answer]] = {
    "show": showing.shown,
    "board": showing.board,
    "tasks": showing.tasks,
    "report": showing.report,
    "why": explaining.why,
    "review": reviewing.asked,
    "move": changing.move,
    "target": changing.target,
    "owner": changing.owner,
    "products": changing.products,
    "add": changing.add,
    "cancel": changing.cancel,
    "undo": changing.undo,
}
