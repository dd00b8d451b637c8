"""The words with which people set a contest: measures, forms, ties, prizes."""

from __future__ import annotations

import re

# What may be counted, by every word for it; «拉新» recruits agents as often as it finds customers.
MEASURES = {
    word: name
    for name, words in {
        "amount": "金额 业绩 销售额 营业额 成交额 流水 amount sales",
        "orders": "单数 订单 订单数 单量 出单 出单数 开单 开单数 orders",
        "completion": "完成率 达成率 目标完成率 完成度 completion",
        "progress": "进步 进步率 进步幅度 增长 增长率 progress",
        "new": "新客 新客数 新客户 新客户数 新顾客 new",
        "repeat": "复购 复购率 回购 回购率 repeat",
    }.items()
    for word in words.split()
}
# Nothing of this is ever counted: recruiting and stocking up (禁止传销条例, art. 7).
FORBIDDEN = re.compile(
    r"拿货|囤货|补货|进货|压货|招募|招代理|拉代理|发展代理|发展下线|下线|拉人头?|拉新|recruit\w*|stock\w*",
    re.IGNORECASE,
)
# Prizes are fixed things: no share of anybody's sales, no pay of a pyramid.
FORBIDDEN_PRIZE = re.compile(
    r"[%％]|百分之|提成|抽成|分成|返点|返利|佣金|直推|层推|对碰|见点|领导奖|培育奖|管理奖|报单奖"
    r"|人头|下线|commission",
    re.IGNORECASE,
)
NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
NUMBERS |= {"十": 10, "半": 0}
N = r"(?:\d{1,3}|[一二两三四五六七八九十])"
_MEASURE = "|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True))
_FLAGS = re.IGNORECASE


def number(word: str) -> int:
    """A small whole number in figures or in one Chinese sign."""
    return int(word) if word.isdecimal() else NUMBERS[word]


PLACE = (
    rf"(?:第\s*{N}(?:\s*[-~到至]\s*{N})?\s*(?:名|档)?|前\s*{N}\s*名?"
    r"|冠军|亚军|季军|(?:1st|2nd|3rd))"
)
PLACED_PRIZE = re.compile(
    rf"(?P<before>{PLACE})\s*(?:每人)?(?:奖(?:品|励|金)?)\s*[:]?\s*(?P<what>[^\s,;]+)"
)
PRIZE = re.compile(
    rf"(?:奖(?:品|励|金)?|prizes?)\s*(?:[:]|\s(?=\S)|(?={PLACE}))\s*"
    rf"(?P<what>(?:{PLACE}\s*[:]?\s*)?[^\s,;]+(?:[\s,;]+{PLACE}\s*[:]?\s*[^\s,;]+)*)",
    _FLAGS,
)
PRIZE_PART = re.compile(rf"(?P<place>{PLACE})\s*[:]?\s*(?P<what>[^\s,;]+)", _FLAGS)
BLIND = re.compile(
    rf"(?P<no>不封榜)|封[榜盘]\s*(?:在|于)?\s*(?:最后|前)?\s*(?:(?P<n>{N})\s*个?\s*(?P<unit>天|日|小时|钟头|h))?"
    rf"|最后\s*(?P<n2>{N})\s*个?\s*(?P<unit2>天|日|小时)\s*封[榜盘]"
    rf"|blind\s*(?:the\s*)?(?:last\s*)?(?P<n3>\d{{1,3}})\s*(?P<unit3>days?|hours?)",
    _FLAGS,
)
CLOCK = r"(?P<hour>\d{1,2})(?:[:](?P<minute>\d{2})|点(?:(?P<half>半)|(?P<past>\d{1,2})分?)?)"
NEWS = re.compile(
    rf"(?:每[天日]\s*)?(?:战况|播报|战报)\s*(?:每[天日]\s*)?{CLOCK}"
    rf"|每[天日]\s*{CLOCK.replace('?P<', '?P<x_')}\s*(?:战况|播报|战报)"
    r"|news\s*(?:at\s*)?(?P<y_hour>\d{1,2}):(?P<y_minute>\d{2})",
    _FLAGS,
)
CUTOFF = re.compile(
    rf"(?P<daily>每[天日]\s*|daily\s+)?(?:截止|cut-?off)\s*(?:到|时间|at)?\s*{CLOCK}"
    rf"|(?P<daily2>每[天日]\s*)?{CLOCK.replace('?P<', '?P<x_')}\s*截止",
    _FLAGS,
)
SHARED = re.compile(r"并列同奖|并列|平分|ties?\s+shared?", _FLAGS)
FIRST_WINS = re.compile(r"先到先[赢得]|先到者?[赢胜]|ties?\s+first", _FLAGS)
LATE_NOT = re.compile(
    r"补[报录登]?(?:的|单)?\s*不算|不算补[报录登]?|no\s+late(?:\s+entries)?", _FLAGS
)
LATE = re.compile(r"补[报录登]?(?:的|单)?\s*(?:也)?算|late\s+entries\s+count", _FLAGS)
AMOUNT = r"[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:万|w|k|千)?"
RACE = re.compile(
    rf"(?:先到|先做到|先卖到|先达到|先开到?|先出到?|first\s+to)\s*(?P<goal>{AMOUNT})\s*"
    r"(?P<unit>单|元|块|个?新客|orders?|yuan)?",
    _FLAGS,
)
STEPS = re.compile(
    rf"(?:阶梯|台阶|闯关|档位|steps?)\s*[:]?\s*(?P<steps>{AMOUNT}(?:\s*[/、]\s*{AMOUNT})*)\s*(?P<unit>单|元|orders?)?",
    _FLAGS,
)
MINIMUM = re.compile(
    rf"(?:保底|最低|至少|起评|minimum)\s*(?P<least>{AMOUNT})\s*(?P<unit>单|元|块|%|orders?|yuan)?",
    _FLAGS,
)
RELAY = re.compile(
    rf"接力赛?|relay|每棒\s*(?P<n>{N})\s*天|每\s*(?P<n2>{N})\s*天\s*(?:一棒|换人|换棒)", _FLAGS
)
DRAW = re.compile(
    rf"(?:随机|抽签)\s*(?:平均)?(?:分组|分队|平分|抽签|组队|分成?|抽)?\s*(?:(?P<n>{N})\s*(?:队|组))?|random(?:ly)?",
    _FLAGS,
)
PARTS = re.compile(rf"分(?:成|为)?\s*(?P<n>{N})\s*(?:队|组)", _FLAGS)
OPEN = re.compile(r"报名自选|自选(?:队伍?)?|自由(?:报名|组队)|自己选队|sign-?up", _FLAGS)
EVERYBODY = re.compile(
    r"@?(?:全员|所有人|全体(?:成员)?|全队|大家|everyone|everybody)(?![\w])", _FLAGS
)
OPT_OUT = re.compile(r"默认参加|不用应战|免应战|自动参加|opt-?out", _FLAGS)
OPT_IN = re.compile(r"自愿(?:参加)?|需应战|要应战|报名(?:参加)?|opt-?in", _FLAGS)
RANKED = re.compile(r"排名赛?|排位赛?|比拼|擂台赛?|个人赛|ranking", _FLAGS)
MIX = re.compile(
    rf"(?:按|比|拼|by\s)?\s*(?P<mix>(?:(?:{_MEASURE})\s*\d{{1,3}}\s*[%]?\s*[+、,/]?\s*){{2,6}})",
    _FLAGS,
)
MIX_PART = re.compile(rf"(?P<what>{_MEASURE})\s*(?P<weight>\d{{1,3}})", _FLAGS)
MEASURE = re.compile(rf"(?:按|比|拼|看|by\s)\s*(?P<what>{_MEASURE})(?:算|来)?(?![\w])", _FLAGS)
UNKNOWN_MEASURE = re.compile(r"(?<!\S)(?:按|by\s)\s*(?P<what>[^\s,;@]{1,12})", _FLAGS)
# One against one, as a word for the form and not for the sides.
ONE_TO_ONE = re.compile(r"(?<![0-9])1\s*(?:v\s*s?|对|挑|:)\s*1(?![0-9])|一对一|单挑", _FLAGS)
VERSUS = re.compile(r"(?<![a-z])(?:vs?\.?|pk)(?![a-z])|对战|对阵|大战|对抗", _FLAGS)
LENGTH = re.compile(
    rf"(?:接下来|未来|连比|连续|比|为期|for\s+)?\s*(?P<n>{N})\s*(?:天|days?)(?![\w])", _FLAGS
)
RANGE = re.compile(
    r"(?<![\d/])(?P<m1>\d{1,2})[/.月](?P<d1>\d{1,2})[日号]?\s*[-~到至–—]+\s*"
    r"(?:(?P<m2>\d{1,2})[/.月])?(?P<d2>\d{1,2})[日号]?(?![\d/])"
)
SPAN = re.compile(
    r"本周|这周|这个?星期|本月|这个?月|下周|下个?月|this week|this month|next week", _FLAGS
)
UNTIL_HEAD = re.compile(r"\s*(?:到|至|直到|截止|until|till|by )", _FLAGS)
UNTIL = re.compile(r"(?:到|至|直到|截止到?|until|till)\s*$", _FLAGS)
