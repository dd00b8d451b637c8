"""For what a reward is given, as it stands at the beginning of a rule: 首单, 单日≥5000."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from bot.language.money import Amount, read_amount
from bot.language.numerals import DIGITS, FIGURE, read_numeral
from bot.language.reward_prizes import Faulty
from models.reward_clauses import Clause, Reason
from models.values import Metric, PeriodKind

# What is read: the rule without its tiers, from how much on, and where the words end.
Found = tuple[Clause, int, int]

_COUNT = rf"(?:[0-9]{{1,6}}|[{DIGITS}十百千]{{1,5}})"
_DAY = (
    r"单日|当日|当天|今日|每日|每天|一天|日(?=业绩|销|流水|成交|[≥>满过])|day|daily|a day|per day"
)
_WEEK = (
    r"本周|单周|每周|当周|一周|这周|周(?=业绩|销|流水|成交|[≥>满过])|week|weekly|a week|per week"
)
_MONTH = (
    r"本月|单月|每月|当月|一个?月|这个?月|月(?=度|业绩|销|流水|成交|[≥>满过])|month|monthly"
    r"|a month|per month"
)
_SPAN = rf"(?:(?P<day>{_DAY})|(?P<week>{_WEEK})|(?P<month>{_MONTH}))"
_TEAM = r"(?:(?P<team>团队|全队|全团|整个团队|team)\s*(?:的)?)?\s*"
_WHAT = (
    r"(?:度|内|里|的|累计|总|个人|合计|销售额?|业绩|流水|成交额?|开单|出单|销量|卖出?|开|出|做"
    r"|成交|sales)*"
)
_LEAST = r"(?:≥|>=|=>|>|≧|大于等于|大于|不低于|不少于|满|达到?|超过?|过|破|够|at least|over)"
_ABOVE = r"\s*(?:及?以上|或以上|起|\+)?"
_FIRST = re.compile(
    r"(?:(?:团队|全队|每日|每天|当日|当天|今日|每天的|团队当日|团队每日)\s*的?)*(?:首单|第一单|开门红|头单)(?:奖|的人)?"
    r"|first order(?: of (?:the|each) day)?",
    re.IGNORECASE,
)
_DEBUT = re.compile(
    r"(?:新人|个人|入团|入队|入职|人生|加入后|有史以来)\s*的?\s*(?:首单|第一单|破零|出单首单)(?:奖)?"
    r"|(?:debut|first order ever|newcomers?'? first order)",
    re.IGNORECASE,
)
_OWN_FIRST = re.compile(
    r"(?:每人|人人|每个人|各自)\s*(?:每天|当日|当天|每日)?\s*的?(?:首单|第一单)|(?:当日|每日|每天|今日)?破零(?:奖)?"
    r"|(?:own|everyone'?s) first order of the day",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"(?:单笔|一笔|每笔|(?:一单|每单|大单|单个?订单|订单|单单)(?=(?:金额|业绩|成交额?)?\s*{_LEAST}))"
    rf"(?:金额|业绩|成交额?)?\s*{_LEAST}*\s*(?P<at>{FIGURE})\s*(?:元|块)?{_ABOVE}(?:的?(?:大?单|订单))?"
    rf"|(?P<over>{FIGURE})\s*(?:元|块)?(?:及?以上|或以上)的?(?:大单|单子|单|订单)"
    rf"|(?:an? )?order\s*{_LEAST}\s*(?P<english>{FIGURE})",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"每(?:新?开|出|成交?|做|卖)?(?:一|1)?个?单(?![日笔满≥>过]|\s*(?:≥|>|满|过))(?:奖|都)?"
    r"|(?:开单|出单)(?:奖励?|就|即)?(?=[\s:]*(?:奖|发|给|送|红包|[0-9]))(?!\s*[0-9]+\s*[天单])"
    r"|(?:each|every|per) order",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"{_SPAN}?\s*(?:内|里|新增|开发|成交|拉|拓展)*\s*(?:新客户?|新顾客)\s*(?:数|成交|单)?\s*{_LEAST}*\s*"
    rf"(?P<at>{_COUNT})\s*(?:个|位|名|单|人)?{_ABOVE}"
    rf"|{_SPAN.replace('?P<day>', '').replace('?P<week>', '').replace('?P<month>', '')}?"
    rf"\s*(?:内|里|新增|开发|成交|拉|{_LEAST})*\s*(?P<first>{_COUNT})\s*(?:个|位|名)新?(?:客户?|顾客)"
    rf"|(?P<english>[0-9]{{1,5}}) new customers?",
    re.IGNORECASE,
)
_REPEAT = re.compile(
    rf"{_SPAN}?\s*(?:内|里|的)*(?:老客户?)?复购\s*{_LEAST}*\s*(?P<at>{_COUNT})\s*(?:单|次|个|笔){_ABOVE}"
    rf"|(?P<first>{_COUNT})\s*(?:单|次|个)复购|(?P<english>[0-9]{{1,5}}) repeat orders?",
    re.IGNORECASE,
)
_UNITS = "盒瓶套件支箱袋罐片组份包双条只桶提"
_PIECES = re.compile(
    rf"{_SPAN}?\s*(?:内|里)?(?:卖出?|销售?|售出?|出)?\s*(?P<product>(?![0-9]|卖|销售|每)[一-鿿a-z]{{1,12}}?)\s*"
    rf"{_LEAST}*\s*(?P<at>{_COUNT})\s*[{_UNITS}]{_ABOVE}",
    re.IGNORECASE,
)
_SUM = re.compile(
    rf"{_TEAM}{_SPAN}\s*{_WHAT}\s*{_LEAST}*\s*(?P<at>{FIGURE})\s*(?P<unit>元|块|单|笔|orders?)?{_ABOVE}",
    re.IGNORECASE,
)
_STREAK = re.compile(
    rf"(?:每)?连(?:续)?(?:开单|出单|破零|有单)?\s*{_LEAST}*\s*(?P<at>{_COUNT})\s*天"
    r"(?:都|有|开单|出单|破零|有单|不断|不断单)*"
    r"|streak (?:of )?(?P<english>[0-9]{1,3}) days?|(?P<row>[0-9]{1,3}) days in a row",
    re.IGNORECASE,
)
_GOAL_SPAN = r"(?:(?P<day>当?日|今日|每日|日)|(?P<week>本?周|每周)|(?P<month>本?月度?|每月))"
_GOAL = re.compile(
    rf"{_TEAM}(?:(?:完成|达成|达到|实现)\s*(?:个人|自己|各自)?的?\s*{_GOAL_SPAN}?\s*(?:的|销售|个人)*目标"
    rf"|(?:个人|自己)?的?\s*(?P<span>(?:本?[日周月]度?|今日|每[日周月])?)\s*(?:销售)?目标\s*(?:完成|达成|达标|实现|达到|100%)+)"
    rf"|(?P<english>team )?(?:(?:day|week|month)ly )?goal reached",
    re.IGNORECASE,
)


def read_threshold(text: str, *, is_money: bool) -> int:
    """From how much on, in minor units or as a count; raises Faulty for what is no such figure."""
    if is_money:
        amount = read_amount(text)
        if isinstance(amount, Amount):
            return amount.minor
        raise Faulty("value")
    value = read_numeral(text)
    if isinstance(value, Decimal) and value > 0 and value == int(value):
        return int(value)
    raise Faulty("value")


def _kind(match: re.Match[str], default: PeriodKind) -> PeriodKind:
    groups = match.groupdict()
    for kind in (PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH):
        if groups.get(kind.value):
            return kind
    return default


def _one_of(match: re.Match[str], *names: str) -> str:
    return next(match[name] for name in names if match[name])


def _first(words: str) -> Found | None:
    match = _FIRST.match(words)
    return (Clause(Reason.FIRST, ()), 1, match.end()) if match is not None else None


def _debut(words: str) -> Found | None:
    match = _DEBUT.match(words)
    return (Clause(Reason.DEBUT, ()), 1, match.end()) if match is not None else None


def _own_first(words: str) -> Found | None:
    match = _OWN_FIRST.match(words)
    if match is None:
        return None
    return Clause(Reason.SUM, (), metric=Metric.ORDERS), 1, match.end()


def _single(words: str) -> Found | None:
    match = _SINGLE.match(words)
    if match is None:
        return None
    at = read_threshold(_one_of(match, "at", "over", "english"), is_money=True)
    return Clause(Reason.SINGLE, ()), at, match.end()


def _each(words: str) -> Found | None:
    match = _EACH.match(words)
    return (Clause(Reason.EACH, ()), 1, match.end()) if match is not None else None


def _customers(pattern: re.Pattern[str], metric: Metric) -> Callable[[str], Found | None]:
    def read(words: str) -> Found | None:
        match = pattern.match(words)
        if match is None:
            return None
        at = read_threshold(_one_of(match, "at", "first", "english"), is_money=False)
        span = _span_in(match[0])
        return Clause(Reason.SUM, (), metric=metric, span=span), at, match.end()

    return read


def _span_in(text: str) -> PeriodKind:
    """The period that a text names; the month where it names none."""
    for kind, pattern in ((PeriodKind.DAY, _DAY), (PeriodKind.WEEK, _WEEK)):
        if re.match(pattern, text):
            return kind
    return PeriodKind.MONTH


def _pieces(words: str) -> Found | None:
    match = _PIECES.match(words)
    if match is None:
        return None
    at = read_threshold(match["at"], is_money=False)
    span = _kind(match, PeriodKind.MONTH)
    clause = Clause(Reason.SUM, (), metric=Metric.QUANTITY, product=match["product"], span=span)
    return clause, at, match.end()


def _sum(words: str) -> Found | None:
    match = _SUM.match(words)
    if match is None:
        return None
    is_orders = bool(match["unit"]) and match["unit"][0] in "单笔oO"
    at = read_threshold(match["at"], is_money=not is_orders)
    clause = Clause(
        Reason.SUM,
        (),
        metric=Metric.ORDERS if is_orders else Metric.AMOUNT,
        span=_kind(match, PeriodKind.DAY),
        is_team=bool(match["team"]),
    )
    return clause, at, match.end()


def _streak(words: str) -> Found | None:
    match = _STREAK.match(words)
    if match is None:
        return None
    at = read_threshold(_one_of(match, "at", "english", "row"), is_money=False)
    if at < 2:
        raise Faulty("value")
    return Clause(Reason.STREAK, (), metric=Metric.ORDERS), at, match.end()


def _goal(words: str) -> Found | None:
    match = _GOAL.match(words)
    if match is None:
        return None
    span = _kind(match, PeriodKind.MONTH)
    for kind, sign in ((PeriodKind.DAY, "日"), (PeriodKind.WEEK, "周")):
        if match["span"] and sign in match["span"]:
            span = kind
    is_team = bool(match["team"] or match["english"])
    return Clause(Reason.GOAL, (), span=span, is_team=is_team), 1, match.end()


# The narrower before the wider.
CLAUSE_READERS: tuple[Callable[[str], Found | None], ...] = (
    _debut,
    _own_first,
    _first,
    _single,
    _streak,
    _goal,
    _customers(_NEW, Metric.NEW),
    _customers(_REPEAT, Metric.REPEAT),
    _sum,
    _each,
    _pieces,
)
