"""Clauses of minutes that tell how things are or were, and give nobody anything to do."""

from __future__ import annotations

import re

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause
from bot.language.minutes_dates import due_of
from bot.language.minutes_people import Mention
from bot.language.minutes_verbs import DUTY, TASK

QUANTITY = re.compile(r"[0-9一二两三四五六七八九十]+(?:单|万|元|块|%|w|k|名|票|位|分)")
_TARGET = re.compile(r"目标(?!客户|人群)|任务量|指标|(?<![a-z])(?:target|quota|goal)(?![a-z])")
_OF_ALL = re.compile(r"人均|平均|一致|同意|通过|决定")
_HOLDS = re.compile(r"(?:的)?(?:提成|底薪|奖金|佣金|权限|职位|升为?|升级|担任组长|晋升|转正)")
_ENDED = re.compile(r"[了过]$")
# 小美剪的片子很顶 says how something is.
_IS_SO = re.compile(
    r"(?:[也都还]|^|[一-鿿])(?:很|挺|非常|特别|超级|有点)(?!快|多|少|早)[一-鿿]|不错|好看"
)
# 把合同签了 is an order or an account of what was done.
DISPOSED = re.compile(r"把[^,]+了$")


def is_fact(clause: Clause, acting: Mention, forced: bool) -> bool:
    """Whether a clause with a name in it tells how things are: 小美目标3万, 全员同意."""
    plain, rest = clause.plain, clause.rest()
    tasked = TASK.search(rest) is not None or "把" in rest
    if words.DONE.search(plain) and (due_of(clause.dates) is None or re.search(r"已经?", plain)):
        return True
    if acting.group == "everyone" and (_OF_ALL.search(plain) or not (tasked or forced)):
        return True
    if _TARGET.search(rest) and (QUANTITY.search(rest) or not tasked):
        return True
    if due_of(clause.dates) is None and not tasked and tells_figures(clause):
        return True
    if due_of(clause.dates) is None and _IS_SO.search(plain) is not None:
        return True
    if words.EVENT.search(rest) and not tasked and not DUTY.search(rest) and acting.how == "agent":
        return True
    return _HOLDS.match(plain, acting.end) is not None


def is_weak(clause: Clause) -> bool:
    """Whether a task rests on a name and a verb alone, and may tell what somebody did as well."""
    acting = clause.actor
    return (
        acting is not None
        and acting.how == "agent"
        and not clause.plain.startswith("@")
        and due_of(clause.dates) is None
        and DUTY.search(clause.rest()) is None
        and words.UNDONE.search(clause.plain) is None
    )


def ends(clause: Clause) -> bool:
    """Whether a clause says that something is over."""
    return _ENDED.search(clause.plain) is not None and "太" not in clause.plain


def is_past(clause: Clause) -> bool:
    """Whether a clause tells what happened; 上个月的报表 alone does not."""
    return any(
        not clause.plain.startswith(("的", "该", "那", "这"), each.end())
        for each in words.PAST.finditer(clause.plain)
    )


def tells_figures(clause: Clause) -> bool:
    """Whether a clause tells figures of the past or present."""
    figures = words.FIGURE.findall(cut_dates(clause))
    told = words.FACT.search(clause.plain) is not None or is_past(clause)
    return len(figures) > 1 or (len(figures) == 1 and told)


def cut_dates(clause: Clause) -> str:
    """The words of a clause without its dates."""
    text = clause.plain
    for each in sorted(clause.dates, key=lambda named: -named.start):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text
