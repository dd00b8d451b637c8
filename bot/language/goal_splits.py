"""What stands behind 目标拆分: a draft by some basis or by hand, a plan over time, or an answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.language.goal_terms import GoalWords, Terms
from bot.language.goals import LONGEST, goal_words, read_goal
from bot.language.money import Amount, read_amount
from bot.language.text import normalise
from models.values import PeriodKind

_BASES = {
    **dict.fromkeys(("按去年", "按去年同期", "去年", "last-year", "by-last-year"), "last_year"),
    **dict.fromkeys(("平均", "按平均", "平分", "均分", "even", "evenly", "equal"), "even"),
    **dict.fromkeys(("按能力", "能力", "按近期", "by-ability", "ability"), "ability"),
}
_KINDS = {
    **dict.fromkeys(("按周", "每周", "分周", "weekly", "by-week"), PeriodKind.WEEK),
    **dict.fromkeys(("按天", "每天", "按日", "分天", "daily", "by-day"), PeriodKind.DAY),
}
_STEPS = {
    **dict.fromkeys(("确认", "定了", "confirm"), "confirm"),
    **dict.fromkeys(("放弃", "取消", "不拆", "drop", "cancel"), "drop"),
    **dict.fromkeys(("补齐", "重新分", "再平衡", "balance", "rebalance"), "balance"),
    **dict.fromkeys(("同意", "接受", "可以", "接", "agree", "accept"), "accept"),
    **dict.fromkeys(("不接", "不行", "decline", "no"), "decline"),
    **dict.fromkeys(("采纳", "都按他们", "adopt"), "adopt"),
    **dict.fromkeys(("退回", "按原来", "keep"), "keep"),
    **dict.fromkeys(("照这样", "anyway", "as-is"), "anyway"),
}
_OWN = frozenset({"我", "我的", "me", "my", "mine", "i"})
_FILLERS = frozenset({"改", "改成", "改为", "to", "change"})
_DRAFT = re.compile(r"#?gs([0-9]{1,9})")
_REASON = re.compile(r"[\s,、;]*(?:因为|由于|because)\s*", re.IGNORECASE)
_PHRASES = re.compile(r"\b(by|last)[\s-]+(last[\s-]+year|ability|week|day|year)\b")
_PAIR = re.compile(
    r"@?(?P<name>[^\s@:x×*]*?[^\s@:x×*0-9.])[:x×*]?(?P<figure>[0-9][0-9.,]*[wk万千]?)"
)


@dataclass(slots=True)
class SplitWords:
    """What is to be done with a draft or a goal.

    `step` is draft, time, show, confirm, drop, balance, accept, decline, counter, adopt, keep or
    settle; `figures` are (name, minor units) as they were written; `draft` names a draft.
    """

    step: str = "show"
    goal: GoalWords = field(default_factory=GoalWords)
    basis: str = ""
    kind: PeriodKind | None = None
    figures: tuple[tuple[str, int], ...] = ()
    draft: int | None = None
    wish: int | None = None
    reason: str = ""


def read_split(
    line: str, today: dt.date, terms: Terms, is_member: Callable[[str], bool]
) -> SplitWords | None:
    """What a line behind 目标拆分 means; None where that is unclear."""
    said, *why = _REASON.split(normalise(line).strip(), 1)
    text = _PHRASES.sub(lambda match: re.sub(r"[\s-]+", "-", match[0]), said.strip().lower())
    if "\n" in text or len(text) > LONGEST * 3:
        return None
    found = SplitWords(reason=why[0].strip() if why else "")
    rest = _marked(
        found, goal_words(re.sub(r"(?<=[^\s])(?=按(?:去年|平均|能力|周|天|日))", " ", text))
    )
    if found.step != "show":
        names = [word.removeprefix("@") for word in rest]
        if not all(is_member(name) for name in names):
            return None
        found.figures = tuple((name, 0) for name in names)
        return found
    figures, rest = _figures(rest, is_member)
    return _meant(found, figures, rest, lambda words: read_goal(words, today, terms))


def _marked(found: SplitWords, words: list[str]) -> list[str]:
    """Take the words that say how and what; returns the others."""
    rest = []
    for word in words:
        draft = _DRAFT.fullmatch(word)
        if draft is not None:
            found.draft = int(draft[1])
        elif word in _BASES and not found.basis:
            found.basis = _BASES[word]
        elif word in _KINDS and found.kind is None:
            found.kind = _KINDS[word]
        elif word in _STEPS and found.step == "show":
            found.step = _STEPS[word]
        elif word not in _FILLERS:
            rest.append(word)
    # 目标拆分 G4 取消 is about a goal's parts.
    if found.step == "drop" and any(re.fullmatch(r"#?g[0-9]+", word) for word in rest):
        found.step, found.kind = "show", PeriodKind.ALL
    return rest


def _meant(
    found: SplitWords,
    figures: tuple[tuple[str, int], ...],
    rest: list[str],
    read: Callable[[str], GoalWords | None],
) -> SplitWords | None:
    if not rest and not figures:
        return found if not (found.basis or found.kind) else None
    if len(rest) == 2 and rest[0] in _OWN:
        found.step, found.wish = "counter", _minor(read_amount(rest[1]))
        return found if found.wish is not None else None
    if figures and not rest:
        found.step, found.figures = "settle", figures
        return found
    goal = read(" ".join(rest))
    if goal is None or goal.view or goal.is_cancelled:
        return None
    found.goal, found.figures = goal, figures
    found.step = "time" if found.kind is not None else "draft"
    return found


def _figures(
    words: list[str], is_member: Callable[[str], bool]
) -> tuple[tuple[tuple[str, int], ...], list[str]]:
    """Members with figures, glued or apart; and the other words."""
    found: list[tuple[str, int]] = []
    rest: list[str] = []
    n = 0
    while n < len(words):
        word, name = words[n], words[n].removeprefix("@").rstrip(":")
        pair = _PAIR.fullmatch(word)
        after = _minor(read_amount(words[n + 1])) if n + 1 < len(words) else None
        glued = _minor(read_amount(pair["figure"])) if pair is not None else None
        if is_member(name) and after is not None:
            found.append((name, after))
            n += 1
        elif pair is not None and glued is not None and is_member(pair["name"]):
            found.append((pair["name"], glued))
        else:
            rest.append(word)
        n += 1
    return tuple(found), rest


def _minor(amount: object) -> int | None:
    return amount.minor if isinstance(amount, Amount) else None


_ANSWER = re.compile(
    r"(?:(?P<yes>同意|接受|没问题|可以|ok|agree|accept)|(?P<no>不接|接不了|decline)"
    r"|(?:改|改成|改为|我想改|我报|change to|change)\s*(?:到|为|成)?\s*(?P<figure>\S+))",
    re.IGNORECASE,
)


def read_answer(text: str) -> SplitWords | None:
    """What somebody says to a share that was drafted: 同意, 改 25000 因为…, 不接; None for talk."""
    said, *why = _REASON.split(normalise(text).strip(), 1)
    match = _ANSWER.fullmatch(said.strip().rstrip("。.!,"))
    if match is None:
        return None
    reason = why[0].strip() if why else ""
    if match["yes"]:
        return SplitWords("accept", reason=reason)
    if match["no"]:
        return SplitWords("decline", reason=reason)
    wish = _minor(read_amount(re.sub(r"(?:盒|瓶|套|件|支|单|个)$", "", match["figure"])))
    return SplitWords("counter", wish=wish, reason=reason) if wish is not None else None
