"""Rules of rewards as managers write them: `首单18.8;单日≥5000 红包38.8;预算 500/月`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.language.reward_limits import Limit, find_limit
from bot.language.reward_prizes import AT, Faulty, read_prize
from bot.language.reward_reasons import CLAUSE_READERS, read_threshold
from bot.language.text import normalise
from models.reward_clauses import NEWCOMERS, Clause, Reason, RuleSet, Tier
from models.values import MAX_AMOUNT

MAX_CLAUSES, MAX_TEXT = 9, 400
_PIECES = re.compile(
    r"[;\n、。]+|,(?![0-9]{3}(?![0-9]))|\s+/\s+|/(?=\s*(?:≥|>|满|过|超))|\s+(?=(?:≥|>=))(?<=[0-9元块杯份个包券卡]\s)"
)
_BUDGET = re.compile(
    rf"(?:(?:每月|本月|月)?(?:总)?(?:预算|封顶|上限)|budget)\s*(?:是|为|:)?\s*(?:每月|月)?\s*"
    rf"(?P<at>{AT})\s*(?:元|块)?\s*(?:/\s*月|每月|一个?月|per month|/ ?month|a month)?",
    re.IGNORECASE,
)
_NO_BUDGET = re.compile(
    r"(?:预算|上限)\s*(?:不限|无|取消|没有|去掉)|(?:不限|取消)预算|no budget", re.IGNORECASE
)
_PAYER = re.compile(
    r"(?:发放人|发奖人|由|payer)\s*(?:是|为|:)?\s*@?(?P<who>[^\s@,;]{1,32}?)\s*(?:来?(?:发放?|发奖|负责发))?",
    re.IGNORECASE,
)
_NEWCOMER = re.compile(
    r"(?:仅限?|只?限|给|只给)?(?:新人|新成员|新队员|newcomers?)(?:专享|专属|组|专场)?\s*[:,]?\s*(?=\S)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:仅限?|只?限|只给)?(?P<title>[一-鿿a-z]{1,8})组\s*:?\s*(?=\S)", re.IGNORECASE
)
_EVERY = re.compile(r"(?:[单每当][日天周月])?\s*每满|每\s*[0-9]{2,}元?[奖给发]")
_HEAD = re.compile(r"^(?:规则|设|设置|改|改为|改成|rules?|set)\s*[:\s]\s*", re.IGNORECASE)
# The figures behind these grow with what is sold, so several of them are tiers of one rule.
_TIERED = frozenset({Reason.SINGLE, Reason.SUM})


@dataclass(slots=True)
class RewardWords:
    """Rules as they were read. `limit` is what is not allowed in them; `unclear` are the pieces
    that could not be read, each with what is wrong: prize, value, every, each (the team's prize for
    each is not said), twice, what, long, many. `payer` is a name that is not looked up yet;
    `is_unlimited` takes the budget away.
    """

    clauses: list[Clause] = field(default_factory=list)
    budget: int | None = None
    payer: str = ""
    limit: Limit | None = None
    unclear: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""
    is_unlimited: bool = False

    @property
    def rules(self) -> RuleSet:
        """The set of rules."""
        return RuleSet(self.text, tuple(self.clauses), self.budget)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is a rule."""
        return not (self.clauses or self.budget or self.payer or self.is_unlimited)


def read_rules(text: str) -> RewardWords:
    """What a text says as rules of rewards."""
    plain = _HEAD.sub("", normalise(text).strip())
    found = RewardWords(text="")
    found.limit = find_limit(plain)
    if len(plain) > MAX_TEXT:
        found.unclear.append((plain[:20], "long"))
        return found
    said = []
    for piece in _PIECES.split(plain):
        words = piece.strip(" \t.!:")
        if not words:
            continue
        try:
            is_rule = _take(found, words)
        except Faulty as fault:
            found.unclear.append((words, fault.what))
            continue
        if is_rule:
            said.append(words)
    found.text = ";".join(said)
    if len(found.clauses) > MAX_CLAUSES:
        found.unclear.append((plain[:20], "many"))
    return found


def _take(found: RewardWords, words: str) -> bool:
    """Read one piece into its place; True for a rule. Raises Faulty for one that is none."""
    if _NO_BUDGET.fullmatch(words):
        found.is_unlimited = True
        return False
    budget = _BUDGET.fullmatch(words)
    if budget is not None:
        found.budget = read_threshold(budget["at"], is_money=True)
        return False
    payer = _PAYER.fullmatch(words)
    if payer is not None:
        found.payer = payer["who"]
        return False
    if _EVERY.match(words):
        raise Faulty("every")
    clause = _clause(words)
    if clause is None and found.clauses and found.clauses[-1].reason in _TIERED:
        clause = _next_tier(found.clauses[-1], words)
    if clause is None:
        raise Faulty("what")
    _add(found, clause)
    return True


def _clause(words: str) -> Clause | None:
    """The rule that a piece says: for what, and then what there is for it; for a group first."""
    clause = _plain_clause(words)
    if clause is not None:
        return clause
    newcomer = _NEWCOMER.match(words)
    title = _TITLE.match(words)
    head = newcomer or title
    if head is None:
        return None
    clause = _plain_clause(words[head.end() :])
    group = NEWCOMERS if newcomer is not None else head["title"]
    return replace(clause, group=group) if clause is not None else None


def _plain_clause(words: str) -> Clause | None:
    fault: Faulty | None = None
    for read in CLAUSE_READERS:
        found = read(words)
        if found is None:
            continue
        clause, at, end = found
        try:
            prize, is_for_each = read_prize(words[len(words[:end].rstrip()) :])
        except Faulty as problem:
            fault = fault or problem
            continue
        if clause.is_team and not is_for_each:
            raise Faulty("each")
        if not 0 < at < MAX_AMOUNT:
            raise Faulty("value")
        return replace(clause, tiers=(Tier(at, prize),))
    if fault is not None:
        raise fault
    return None


_CONTINUED = re.compile(
    rf"(?:≥|>=|>|满|达到?|超过?|过|破)\s*(?P<at>{AT})\s*(?:元|块|单|笔|个|盒|瓶|套|件)?(?:以上)?"
)


def _next_tier(clause: Clause, words: str) -> Clause | None:
    """A further tier of the rule before: ≥10000 68.8."""
    match = _CONTINUED.match(words)
    if match is None:
        return None
    is_money = clause.metric.value == "amount"
    prize, _ = read_prize(words[match.end() :])
    return replace(clause, tiers=(Tier(read_threshold(match["at"], is_money=is_money), prize),))


def _add(found: RewardWords, clause: Clause) -> None:
    """Put a rule to the others, as a tier where there is one of its kind."""
    for n, other in enumerate(found.clauses):
        if replace(other, tiers=()) != replace(clause, tiers=()):
            continue
        if clause.reason in _TIERED:
            if clause.tiers[0].at in {tier.at for tier in other.tiers}:
                raise Faulty("twice")
            tiers = sorted((*other.tiers, *clause.tiers), key=lambda tier: tier.at)
            found.clauses[n] = replace(other, tiers=tuple(tiers))
            return
        same_at = other.tiers[0].at == clause.tiers[0].at
        if same_at and bool(other.tiers[0].prize.thing) == bool(clause.tiers[0].prize.thing):
            raise Faulty("twice")
    found.clauses.append(clause)
