"""Goals in plain words, where a message is nothing else: 本月目标 30000, 6月目标:团队300000."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.kit import Answer, Ctx, Role
from handlers.goals.routing import router
from handlers.goals.setting import goal

_SAID = re.compile(
    r"\s*(?:我的?)?(?P<when>本月|这个月|当月|下个?月|[0-9]{1,2}月份?|本周|这周|下周|今天|今日|明天|今年"
    r"|[本这]季度?|[Qq][1-4])的?(?:业绩)?目标\s*[:：是为]?\s*(?P<team>团队|全队)?\s*"
    r"(?P<figure>[0-9][0-9.,]*\s*[万wWkK千]?\s*(?:元|块|单)?)\s*[!！。~]*\s*"
)


def read_said(ctx: Ctx) -> str | None:
    """The command line that a message says in other words; None for anything else, and for a
    team's goal from somebody who may not set it: that is talk.
    """
    match = _SAID.fullmatch(ctx.text)
    if match is None or (match["team"] and ctx.actor.role < Role.MANAGER):
        return None
    team = "团队 " if match["team"] else ""
    return f"目标 {team}{match['when']} {match['figure']}"


@router.listen(read_said, role=Role.MEMBER)
def said(ctx: Ctx, line: str) -> Answer:
    """Set the goal as if it had been written behind the word for it."""
    return goal(replace(ctx, text=line))
