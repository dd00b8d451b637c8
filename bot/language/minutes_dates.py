"""Every date that a clause of minutes names, and which of them says when something is due."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.dates import Due, read_due

_HINT = re.compile(
    r"[0-9一二三四五六七八九十两半]\s*[点号日天]|[0-9]\s*[./:-]\s*[0-9]|[0-9]{8}|小时|分钟|刻钟|周|星期"
    r"|礼拜|[今明后昨前月早晚午季年节内每时]|下班|改天|改日|[ap]\.?m|o'?clock|h(?![a-z])"
    r"|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tod|ton|tom|tm[rw]"
    r"|eo[dwm]|cob|noon|week|day|year|hour|min|mor|eve|night|asap|each|quart|hol|lunch|end|later|soon"
)
_MOST = 5
_FILLER = "※"
# What stands before a word about a date makes it no deadline.
_NOT = re.compile(
    r"(?:不是|并非|原定|原来(?:定|说)?的?|本来(?:定|说)?的?|之前(?:定|说)的?|从|自|不要|别)$"
)
_CHANGED = re.compile(
    r"(?:改|推|延|挪|换|调|提前|推迟|延期|延后|顺延|延迟)(?:到|至|成|为|在)+$|不对[,\s.…]*$|应该是$"
)
_OF = re.compile(
    r"(?:早上|上午|中午|下午|晚上|晚)?(?:的(?!时候|班)|该|应该|要求|直播(?!$|[,。])|会议?(?:的|用)|(?:活动|团购|返场"
    r"|开会|例会|早会|聚餐|培训)(?:的|上|用))"
)
_FESTIVAL = re.compile(
    r"618|6[.·]18|双11|双十一|双12|双十二|双旦|五一|十一|国庆|中秋|端午|七夕|春节|元旦|年货节|520"
    r"|38节?|三八|儿童节|情人节|母亲节|父亲节"
)
_PERIOD = re.compile(
    r"(?:本|这|下|上|下下)个?(?:周|月|星期|礼拜|季度)|今年|明年|(?:next|this|last) (?:week|month)"
    r"|[0-9一二三四五六七八九十]{1,2}月份?"
)
_PERIOD_END = re.compile(r"前|内|之|底|末|初|完|以|里|中")
_SO_FAR = re.compile(r"截[止至](?:到)?(?:今|昨|目前|现在|本周|这周)")
_ALONE = re.compile(r"$|[, )]")
_BARE_FIGURES = re.compile(r"[0-9]{1,2}[.-][0-9]{1,2}")
_PRICE = re.compile(r"\s?(?:元|块|折|包邮|万|%|w|k|起|版|单|倍)|[a-z]")
_PRICED = re.compile(
    r"(?:价|定|卖|售|¥|到|按|收|v|版|第|成交|利率|评分|费|约|高|低|涨|降|是|目标)\s?$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A date that a text names between two places; `changed` marks the one that replaces others.

    `other` tells that it does not say when something is due: past, of something else, taken back.
    """

    start: int
    end: int
    due: Due
    changed: bool = False
    other: bool = False

    @property
    def past(self) -> bool:
        """Whether the day is over."""
        return self.due.ask == "past"


@lru_cache(maxsize=512)
def named_dates(text: str, now: dt.datetime) -> Sequence[Named]:
    """The dates in a clause, from left to right; it is read more than once."""
    found: list[Named] = []
    rest = text
    for _ in range(_MOST):
        if _HINT.search(rest) is None:
            break
        due = read_due(rest, now)
        if due is None:
            break
        for start, end in due.spans:
            alone = (
                due
                if len(due.spans) > 1 or due.ask != "ambiguous"
                else read_due(text[start:end], now)
            )
            named = _named(text, start, end, alone or due)
            if named is not None:
                found.append(named)
            rest = rest[:start] + _FILLER * (end - start) + rest[end:]
    return tuple(sorted(found, key=lambda each: each.start))


def _named(text: str, start: int, end: int, due: Due) -> Named | None:
    words, before = text[start:end], text[:start]
    bare = words.strip(" ()前")
    if _FESTIVAL.fullmatch(bare) is not None and not words.endswith("前"):
        return None
    if _BARE_FIGURES.fullmatch(words.strip()) is not None and (
        _PRICE.match(text, end) is not None or _PRICED.search(before) is not None
    ):
        return None
    period = _PERIOD.fullmatch(bare) is not None and not due.deadline
    if period and _PERIOD_END.match(text, end) is None and _ALONE.match(text, end) is None:
        return Named(start, end, due, other=True)
    other = (
        due.ask == "past"
        or _NOT.search(before) is not None
        or _OF.match(text, end) is not None
        or text.startswith(("起", "开始"), end)
        or _SO_FAR.match(words) is not None
    )
    return Named(start, end, due, _CHANGED.search(before) is not None, other)


def due_of(dates: Sequence[Named]) -> Named | None:
    """The date that says when the task of a clause is due."""
    changed = [each for each in dates if each.changed and not each.past]
    if changed:
        return changed[-1]
    own = [each for each in dates if not each.other]
    deadlines = [each for each in own if each.due.deadline]
    if deadlines:
        return deadlines[-1]
    return own[0] if own else None
