"""What stands behind the word for a goal: whose, which period, how much of what; or talk."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from bot.language.goal_periods import GLUED, read_ahead
from bot.language.goal_terms import GoalWords, Terms
from bot.language.money import Amount, Problem, read_amount
from bot.language.numerals import Fault, read_numeral
from bot.language.text import normalise
from models.values import Metric

MAX_COUNT = 1_000_000
LONGEST = 90
# The whole of a market, in hundredths of a percent.
_WHOLE = 10_000
# A smaller number is hardly an amount: without a period it is the heading of a list.
_LEAST = 100_00
_TEAM = frozenset({"团队", "全队", "全团", "team"})
_OWN = frozenset({"我", "我的", "自己", "me", "my", "mine"})
_CANCEL = frozenset({"取消", "删除", "删掉", "不接", "不干", "cancel", "remove", "drop", "decline"})
_FILLERS = frozenset({"定", "设", "定为", "设为", "改", "改为", "改成", "set", "to"})
_VIEWS = {
    **dict.fromkeys(("看板", "board", "tree"), "board"),
    **dict.fromkeys(("图", "曲线", "图表", "chart", "picture", "curve"), "picture"),
}
_METRICS = {
    **dict.fromkeys(("新客", "新客户", "新顾客", "新客数", "new", "new-customers"), Metric.NEW),
    **dict.fromkeys(("复购", "回购", "复购单", "repeat", "repeats"), Metric.REPEAT),
    **dict.fromkeys(("份额", "市场份额", "市占率", "占有率", "share"), Metric.SHARE),
}
_DOTTED = re.compile(r"[0-9]{1,2}[.-][0-9]{1,2}")
_HAN_COUNT = "[一二两三四五六七八九十百千万]{1,7}"
_COUNT = rf"(?P<count>[0-9]{{1,9}}|{_HAN_COUNT})"
_UNITS = "盒|瓶|套|件|支|箱|袋|罐|片|包|双|份|组|板|条|对|pcs|pieces?|boxes|bottles|sets?"
_ORDERS = re.compile(rf"{_COUNT}(?:单|笔|orders?)")
_PIECES = re.compile(rf"(?P<name>\D*?)[x×*]?{_COUNT}(?P<unit>{_UNITS}|个)")
_PEOPLE = re.compile(
    rf"(?P<before>新客户?|新顾客|复购|回购)?{_COUNT}(?:个|位|名|人|单)?(?P<after>新客户?|新顾客|复购)?"
)
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)%")
_NUMBER = re.compile(r"#?g([0-9]{1,9})")
_NAME = re.compile(r"@?(?![0-9]+$)[\w·]{1,32}(?:#[0-9]{1,9})?")
_REASON = re.compile(r"[\s,、;]*(?:因为|由于|because|原因[::]?)\s*", re.IGNORECASE)
_GLUED = re.compile(
    rf"(?<![@0-9])({GLUED}|团队|全队|全团|取消|@[^\s@]+?(?=本|这|今|明|下|[0-9]|$))"
)
_SPLIT_UNIT = re.compile(
    rf"(?<=[0-9十百千万])\s+(?=(?:[单笔元万]|orders?\b|yuan\b|(?:{_UNITS})(?:\s|$)))"
)
_NEXT = re.compile(r"\b(next|this)\s+(week|month|quarter|year)\b")
_NEW = re.compile(r"\bnew\s+customers?\b")


def read_goal(line: str, today: dt.date, terms: Terms | None = None) -> GoalWords | None:
    """What a line behind the word for a goal means; None for talk."""
    whole = normalise(line).strip()
    if not whole:
        return GoalWords()
    said, *why = _REASON.split(whole, 1)
    text = said.strip().lower()
    if "\n" in text or len(text) > LONGEST:
        return None
    words = goal_words(text)
    found = GoalWords(reason=why[0].strip() if why else "")
    reader = _Reader(found, today, terms or Terms())
    if not reader.read(words, text):
        return None
    if found.metric is Metric.SHARE and found.subject:
        # A place is called as it was written.
        at = text.find(found.subject)
        found.subject = said.strip()[at : at + len(found.subject)] if at >= 0 else found.subject
    return found


def goal_words(text: str) -> list[str]:
    """The words of a line in lower case, glued ones apart and units with their numbers."""
    plain = _NEW.sub("new", _NEXT.sub(_as_one, re.sub(r"[:=]", " ", text)))
    return _SPLIT_UNIT.sub("", _GLUED.sub(r" \1 ", plain)).split()


def _as_one(match: re.Match[str]) -> str:
    return match[2] if match[1] == "this" else f"next-{match[2]}"


@dataclass(slots=True)
class _Reader:
    """Gives the words of a line their places; what is counted decides what numbers mean."""

    found: GoalWords
    today: dt.date
    terms: Terms

    def read(self, words: list[str], text: str) -> bool:
        """Take all words; False for talk."""
        found, unsure, has_filler = self.found, [], False
        rest = [word for word in words if not self._measure(word)]
        for word in rest:
            if word in _FILLERS:
                has_filler = True
            elif _DOTTED.fullmatch(word):
                unsure.append(word)
            elif not self._take(word):
                return False
        # 6.18 is a day where no other period is named, and money otherwise.
        for word in unsure:
            if not any(take(word) for take in (self._period, self._amount)):
                return False
        is_empty = found.target is None and not found.fault and not found.number
        if is_empty and not found.view and (has_filler or ":" in text or not words):
            return False
        return self._is_whole()

    def _is_whole(self) -> bool:
        """Whether the words make sense together; a bare number must be large to be one."""
        found = self.found
        if found.number is not None:
            return True
        if found.period is None and found.metric is Metric.AMOUNT and found.target is not None:
            return found.target >= _LEAST or found.is_team
        return not (found.fault and found.period is None) or found.metric is Metric.SHARE

    def _measure(self, word: str) -> bool:
        """Take a word for what is counted, such as 新客 or the name of a product."""
        found = self.found
        if word in _METRICS and found.metric is Metric.AMOUNT:
            found.metric = _METRICS[word]
            return True
        product = self.terms.products.get(word)
        if product is not None and found.metric in (Metric.AMOUNT, Metric.QUANTITY):
            found.metric = Metric.QUANTITY
            found.subject, unit = product
            found.unit = found.unit or unit
            return True
        return False

    def _take(self, word: str) -> bool:
        """Give a word its place; False where there is none for it."""
        found = self.found
        if word in _TEAM:
            found.is_team = True
        elif word in _CANCEL:
            found.is_cancelled = True
        elif word in _VIEWS:
            found.view = _VIEWS[word]
        elif (number := _NUMBER.fullmatch(word)) is not None and found.number is None:
            found.number = int(number[1])
        elif word not in _OWN:
            takers = (
                self._period,
                self._percent,
                self._orders,
                self._counted,
                self._pieces,
                self._amount,
                self._name,
            )
            return any(take(word) for take in takers)
        return True

    def _period(self, word: str) -> bool:
        found = self.found
        if found.period is not None:
            return False
        found.period = read_ahead(word, self.today)
        if found.period is None:
            return False
        found.when = word
        return True

    def _percent(self, word: str) -> bool:
        match = _PERCENT.fullmatch(word)
        found = self.found
        is_share = found.metric is Metric.SHARE or found.number is not None
        if match is None or not is_share or found.target is not None:
            return False
        found.metric = Metric.SHARE
        self._count(int(Decimal(match[1]) * 100), most=_WHOLE)
        return True

    def _orders(self, word: str) -> bool:
        match = _ORDERS.fullmatch(word)
        found = self.found
        if match is None or found.target is not None or found.metric is Metric.QUANTITY:
            return False
        if found.metric is Metric.AMOUNT:
            found.metric = Metric.ORDERS
        self._count(read_numeral(match["count"]))
        return True

    def _counted(self, word: str) -> bool:
        """20, 20个 or 20个新客, where new or returning customers are counted."""
        match, found = _PEOPLE.fullmatch(word), self.found
        if match is None or found.target is not None:
            return False
        said = match["before"] or match["after"]
        if said is not None and found.metric is Metric.AMOUNT:
            found.metric = _METRICS[said]
        if found.metric not in (Metric.NEW, Metric.REPEAT):
            return False
        self._count(read_numeral(match["count"]))
        return True

    def _pieces(self, word: str) -> bool:
        """300盒, 面膜300盒, and 300 behind the name of a product."""
        found = self.found
        if found.target is not None or found.metric not in (Metric.AMOUNT, Metric.QUANTITY):
            return False
        if word.isdecimal() and found.metric is Metric.QUANTITY:
            self._count(Decimal(word))
            return True
        match = _PIECES.fullmatch(word)
        if match is None:
            return False
        name = match["name"].strip()
        product = self.terms.products.get(name)
        if match["unit"] == "个" and product is None and found.metric is not Metric.QUANTITY:
            return False
        if product is not None:
            found.subject = product[0]
        elif name:
            if found.who:
                return False
            found.who = name
        found.metric, found.unit = Metric.QUANTITY, match["unit"]
        self._count(read_numeral(match["count"]))
        return True

    def _count(self, value: Decimal | Fault | int, most: int = MAX_COUNT) -> None:
        """A number as the target, or what is wrong with it."""
        if isinstance(value, Fault):
            self.found.fault = "too-large"
        elif 0 < value <= most:
            self.found.target = int(value)
        else:
            large = "share" if most == _WHOLE else "too-large"
            self.found.fault = large if value else "zero"

    def _amount(self, word: str) -> bool:
        found = self.found
        if found.target is not None or found.fault:
            return False
        amount = read_amount(word)
        if found.metric is not Metric.AMOUNT:
            return self._fault(amount, word)
        if isinstance(amount, Amount):
            found.target = amount.minor
            found.is_unitless = word.isdecimal() and amount.minor < _LEAST
            return True
        return self._fault(amount, word)

    def _fault(self, problem: Problem | Amount, word: str) -> bool:
        has_digit = re.search(r"[0-9一二三四五六七八九十]", word) is not None
        if isinstance(problem, Amount):
            # A number without the sign that the measure needs: 份额 一小区 15.
            self.found.fault = "share" if self.found.metric is Metric.SHARE else "count"
            return True
        if not has_digit or problem.reason not in _NO_GOAL or re.search(r"[,!?。;]", word):
            return False
        self.found.fault = str(problem.reason).replace("_", "-")
        return True

    def _name(self, word: str) -> bool:
        found = self.found
        if not _NAME.fullmatch(word):
            return False
        if found.metric is Metric.SHARE and not found.subject and not word.startswith("@"):
            found.subject = word
            return True
        if found.who:
            return False
        found.who = word
        return True


# What is a number and can be no goal; other faults are words.
_NO_GOAL = frozenset({Fault.TOO_LARGE, Fault.ZERO, Fault.NEGATIVE, Fault.CURRENCY, Fault.RANGE})
