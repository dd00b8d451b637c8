"""Which number of a digest a question is about: «为什么 新客», «why best day»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.rosters import Roster


class Topic(StrEnum):
    """The numbers of a digest that stand open."""

    TOTAL = "total"
    TREND = "trend"
    BEST_DAY = "best-day"
    MEMBER = "member"
    PROGRESS = "progress"
    NEWCOMERS = "newcomers"
    OPENERS = "openers"
    PRODUCT = "product"
    NEW = "new"
    REPEAT = "repeat"
    CORRECTED = "corrected"
    PENDING = "pending"
    TASKS = "tasks"


# The words of each, the surest first: «新客» is no «新人», and «没开单» no «单».
_WORDS = (
    (Topic.PENDING, "待确认|没确认|unconfirmed|pending"),
    (Topic.CORRECTED, "更正|改了|撤销|correct"),
    (Topic.REPEAT, "老客|回头|复购|returning(?: customers?)?|repeat"),
    (Topic.NEW, "新客|新顾客|客户|顾客|(?:new )?customers?"),
    (Topic.NEWCOMERS, "第一次(?:开单)?|首次|新人|newcomer|first order"),
    (Topic.PROGRESS, "进步|自己|progress|own last"),
    (Topic.BEST_DAY, "最[好高]的?(?:一?天)?|哪天|那天|best day"),
    (
        Topic.TREND,
        "比|前一(?:周|个?月)|上周|上个?月|昨天|去年|同期|平均|趋势|涨|跌|before|average|trend|year",
    ),
    (Topic.TASKS, "任务|tasks?"),
    (Topic.OPENERS, "开单|几个人|人数|多少人|sold|people"),
    (Topic.PRODUCT, "产品|品类|卖得|products?|pieces"),
    (Topic.TOTAL, "团队|总|业绩|销售额|金额|多少单|几单|team|total|orders"),
)
_FIRST = re.compile(r"第\s*([1-3一二三])(?!次)\s*名?|\bno\.?\s*([1-3])\b", re.IGNORECASE)
_SELF = re.compile(r"我的?|\b(?:my|me|i)\b", re.IGNORECASE)
_RANKS = {"一": 1, "二": 2, "三": 3}
# What may stand around it and says nothing else.
_FILLING = re.compile(
    r"[是在才只的了呢吗啊嘛呀吧这那么多少高低几数字个份里有没\s?？!！,，。.~～:：@#/()-]"
    r"|怎么|算|哪来|来|(?:the|is|was|are|so|this|that|of|in|how|many|much|low|high|figure|number)\b",
    re.IGNORECASE,
)
_ALL_WORDS = re.compile("|".join(words for _, words in _WORDS))


@dataclass(frozen=True, slots=True)
class Asked:
    """The number that is asked about; a member's id, a place or a product where it names one."""

    topic: Topic = Topic.TOTAL
    member_id: int | None = None
    rank: int = 0
    product: str = ""


def read_topic(line: str, people: Roster, products: Sequence[str], speaker: int) -> Asked | None:
    """The number that a line names, the sum where it names none; None for talk."""
    lower, is_own = line.lower(), _SELF.search(line) is not None
    who = next((name for name in _longest_first(people.names) if name.lower() in lower), "")
    product = next((name for name in _longest_first(products) if name.lower() in lower), "")
    rest = _FIRST.sub("", _SELF.sub("", lower))
    for known in (who.lower(), product.lower()):
        rest = rest.replace(known, "") if known else rest
    if _FILLING.sub("", _ALL_WORDS.sub("", rest)):
        return None
    if product:
        return Asked(Topic.PRODUCT, product=product)
    if is_own:
        return Asked(Topic.MEMBER, member_id=speaker)
    if who and len(people.names[who]) == 1:
        return Asked(Topic.MEMBER, member_id=people.names[who][0])
    place = _FIRST.search(lower)
    for topic, words in _WORDS:
        if re.search(words, rest) and place is None:
            return Asked(topic)
    if place is not None:
        rank = place[1] or place[2]
        return Asked(Topic.MEMBER, rank=_RANKS.get(rank) or int(rank))
    return Asked()


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted((name for name in names if name), key=len, reverse=True)
