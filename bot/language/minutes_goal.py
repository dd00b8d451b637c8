"""Whether a meeting reached its goal, as minutes say it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.language.minutes_clauses import Clause
from bot.language.minutes_words import DECIDED, GOAL, OPEN

_FIGURES = re.compile(r"[0-9]+\s?(?:万|元|单|w|k|%|盒|套|人|个)|[0-9]{3,}")
_OTHER_GOAL = re.compile(
    r"(?:本月|这个?月|上个?月|月度|月|下个?月|季度|年度|全年|今年|周|本周|上周|下周|日|今日|明日"
    r"|个人|各自|销售|业绩|营收|团队|加粉|出单|我的|她的|他的|自己的?|每人的?|的?小)的?(?:销售"
    r"|业绩|个人|团队|营收|出单)?(?:目标|goal|target)|sales goal|(?:monthly|weekly|personal|sales"
    r"|quarterly|revenue) (?:goals?|targets?)"
)
_NO = re.compile(
    r"(?:没|未|不)(?:有)?(?:能|算|完全)?(?:达成|达到|完成|实现|达标|做到|成)|没成|否|没有$|未完"
    r"|失败|落空|泡汤|差得远|(?<![a-z])(?:no|not(?: yet)?(?: (?:reached|met|achieved|accomplished"
    r"|hit))?|missed|failed|unmet|none)(?![a-z])"
)
_NOT_FULLY = re.compile(
    r"(?:没|未|不|没有)(?:有)?(?:完全|全部|全|都)|not (?:fully|entirely|completely|all)"
)
_PARTLY = re.compile(
    r"部分|一半|半|基本|大部分|大半|差不多|勉强|大致|大体|多数|只(?:完成|达成|达到|实现)了?"
    r"|差一点|[二三]分之[一二]|[1-9]0%|[三四五六七八]成|(?<![a-z])(?:partly|partial(?:ly)?|half"
    r"|halfway|mostly|in part|some(?:what)?|almost|nearly)(?![a-z])"
)
_YES = re.compile(
    r"达成|达到|完成|实现|达标|做到|圆满|顺利|搞定|^\s*:?\s*是的?(?=$|[,。!\s])|ok|✅|✔|☑|成了"
    r"|全部|满|100%"
    r"|(?<![a-z])(?:yes|reached|met|achieved|accomplished|done|hit|full(?:y)?)(?![a-z])"
)
_WHICH = {
    "1": "yes",
    "2": "partly",
    "3": "no",
    "①": "yes",
    "②": "partly",
    "③": "no",
    "是": "yes",
    "否": "no",
    "y": "yes",
    "n": "no",
}
_CHOICE = re.compile(
    r"(?:(?:会议|本次|这次|今天)?(?:的)?目标(?:达成)?(?:了?[吗没]|情况|与否|是否达成)?"
    r"|goal(?: reached)?|达成情况|是否达成)?\s*[?:=]*\s*(?:选"
    r"|是)?\s*(?P<which>[123①②③是否yn])\s*(?:[.。!,]|\s.*|$)"
)
_REACHED = re.compile(r"达成|达到|完成|实现|达标|reached|met|achieved|accomplished|hit")


def goal_said(words: str, names: bool) -> str | None:
    """What a clause says about the goal of the meeting: yes, partly, no, or None for nothing.

    `names` tells that members are named in it, whose own goals are not the meeting's.
    """
    match = GOAL.search(words)
    if match is None and re.search(r"达成情况|是否达成", words) is None:
        return None
    choice = _CHOICE.fullmatch(words.strip())
    if choice is not None:
        return _WHICH[choice["which"]]
    meeting = (
        re.search(
            r"会议?的?目[标的]|meeting|今天的目[标的]|本次目[标的]|这次(?:会|开会)?的?目[标的]"
            r"|开会(?:的)?目[标的]",
            words,
        )
        is not None
    )
    if not meeting and (
        names or _OTHER_GOAL.search(words) is not None or _FIGURES.search(words) is not None
    ):
        return None
    return reach_said(
        words[match.end() :]
        if match and not re.search(r"达成|完成|实现|达到|reached|met", words[: match.start()])
        else words
    )


def reach_said(words: str) -> str | None:
    """How far something was reached: yes, partly, no, or None where it is not said."""
    if _NOT_FULLY.search(words) is not None:
        return "partly"
    no, partly = _NO.search(words), _PARTLY.search(words)
    yes = _YES.search(re.sub(_NO, "", words))
    if partly is not None and (yes is not None or no is None):
        return "partly"
    if no is not None:
        return "partly" if yes is not None and _REACHED.search(re.sub(_NO, "", words)) else "no"
    return "yes" if yes is not None else None


_LABEL = re.compile(
    r"(?:本次|今天|这次)的?目[标的]|(?:本次|今天|这次|今晚"
    r"|这个)*(?:的)?会议?的?(?:[两三23]个)?目[标的]|meeting goals?"
    r"|(?:两|2|三|3)个目标|目标达成|目标[是为?]|goals?:"
)
_SEVERAL = re.compile(r"[两三23]个目[标的]|(?:two|three|2|3) goals")


@dataclass(slots=True)
class GoalTalk:
    """What was said about goals so far.

    `pending` tells that a goal was named in this row and not yet how far it was reached, `open`
    that one was in a row above, `several` that there are two or more.
    """

    said: list[str] = field(default_factory=list)
    pending: bool = False
    open: bool = False
    several: bool = False

    def next_row(self) -> None:
        """Another row begins."""
        self.open = self.open or self.pending
        self.pending = False

    def hear_label(self, name: str, behind: str) -> bool:
        """Whether a label such as 目标达成一半 says how far, with something else behind it."""
        said = goal_said(name, names=False) if GOAL.search(name) else None
        if said is None or reach_said(behind) is not None or re.match(r"[123①②③是否]", behind):
            return False
        self.said.append(said)
        return True

    def hear_settled(self) -> None:
        """What the meeting was to decide on was decided: 目标是敲定政策,敲定了:."""
        if self.pending:
            self.said.append("yes")
            self.pending = False

    def hear(self, clause: Clause) -> bool:
        """Whether a clause is about the goal of the meeting and nothing else."""
        plain = clause.plain
        if self.pending or (self._may_answer(clause)):
            said = reach_said(plain)
            self.pending = self.pending and said is None
            if said is not None:
                self.said.append(said)
                return OPEN.search(plain) is None
        if GOAL.search(plain) is None and "达成" not in plain:
            return False
        if plain.endswith("?") and _LABEL.match(plain) is not None:
            self.pending = True
            return True
        said = goal_said(
            plain, names=any(each.names and each.group != "everyone" for each in clause.people)
        )
        if said is not None:
            self.said.append(said)
            return True
        self.several = self.several or _SEVERAL.search(plain) is not None
        if _LABEL.match(plain) is None or re.search(r"[0-9]+万", plain):
            return False
        self.pending = True
        return True

    def _may_answer(self, clause: Clause) -> bool:
        """Whether a short clause in a row of its own may tell of a goal named above."""
        short = len(clause.plain) <= 8 and not clause.people and not clause.dates
        return self.open and not self.said and short and DECIDED.search(clause.plain) is None

    def reached(self, kinds: set[str]) -> str | None:
        """One word for all of it; of several goals, those are reached that were decided on."""
        if self.said:
            return self.said[0] if len(set(self.said)) == 1 else "partly"
        if not self.several or not kinds:
            return None
        return "partly" if len(kinds) == 2 else "yes" if kinds == {"decisions"} else "no"
