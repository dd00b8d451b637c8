"""`奖励`: the rules that hold, their history, and what a manager wants them to be."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Refusal, Role, T, t
from bot.language.reward_limits import Limit
from bot.language.rewards import RewardWords, read_rules
from handlers.rewards import listing
from handlers.rewards.routing import router
from handlers.rewards.words import money, reason, rule_lines, since
from models import award_budget, award_rows, award_steps, membership, reward_rules, rewards
from models.reward_clauses import NEWCOMERS, RuleSet
from models.reward_groups import is_title
from models.reward_rules import Rules
from models.rewards import Trial
from models.rosters import roster

# Versions in the history.
VERSIONS = 6
# Signs of a version's text in the history.
LONGEST = 60
_SHOW = frozenset({"", "规则", "查看", "看", "列表", "rules", "show"})
_HISTORY = frozenset({"历史", "记录", "版本", "history"})
_STOP = frozenset({"停", "停止", "停用", "关", "关闭", "取消", "暂停", "结束", "stop", "off"})
_OWED = re.compile(r"(?:未发|待发|应发|没发|欠发|due|unpaid|owed)(?=\s|$|[#Rr])", re.IGNORECASE)
_RELEASE = re.compile(r"(?:放行|批准|release)(?=\s|$|[#Rr全])", re.IGNORECASE)
_ADD = re.compile(r"(?:加|加上|再加|增加|新增|add)(?:一条)?[\s:：]+", re.IGNORECASE)
# What makes a line behind the word a remark and no rule.
_TALK = re.compile(
    r"[?？]|[吗呢]\s*$|什么|怎么|谁|多少|为啥|为什么|机制|辛苦|感谢|谢谢|给力|到位|很|太|真|不错"
    r"|[啊呀哦哈嘛啦吧了的]\s*[!！~～。…]*$"
)


@router.command("reward", "奖励", "奖励规则", role=Role.MEMBER, whole=True)
def reward(ctx: Ctx) -> Answer:
    """Show the rules, propose others, or see what is owed: what stands behind the word decides."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line.strip(" \t\n:：,，")
    word = line.lower()
    if word in _SHOW:
        return shown(ctx)
    if word in _HISTORY:
        return _history(ctx)
    if word in _STOP:
        return _stop(ctx)
    if _OWED.match(line):
        return listing.owed(ctx, line)
    if _RELEASE.match(line):
        return listing.release(ctx, line)
    return _proposed(ctx, line, is_sure=called.typed)


def shown(ctx: Ctx) -> Card:
    """The rules that hold, since when, and what is left of the budget."""
    rules = reward_rules.current(ctx.db, ctx.team.id)
    if rules is None:
        return Card(t("reward-none"), (t("reward-none-example"),), note=t("reward-never-pays"))
    lines = rule_lines(rules)
    if rules.budget is not None:
        used = award_budget.spent(ctx.db, ctx.team.id, ctx.today)
        lines.append(t("reward-budget-used", used=money(used), budget=money(rules.budget)))
    payer = roster(ctx.db, ctx.team.id).name(rules.payer_id)
    lines.append(t("reward-payer", name=payer))
    title = t("reward-rules", version=rules.version, since=since(ctx, rules.start_at))
    return Card(title, tuple(lines), note=t("reward-rules-note"))


def _history(ctx: Ctx) -> Card:
    found = reward_rules.of_team(ctx.db, ctx.team.id)
    if not found:
        return shown(ctx)
    lines = tuple(
        t(
            "reward-version",
            version=each.version,
            start=since(ctx, each.start_at),
            end=since(ctx, each.end_at) if each.end_at is not None else t("reward-now"),
            words=_short(each.words),
            payer=roster(ctx.db, ctx.team.id).name(each.payer_id),
            budget=money(each.budget) if each.budget is not None else "none",
        )
        for each in reversed(found[-VERSIONS:])
    )
    return Card(t("reward-history", count=len(found)), lines)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _stop(ctx: Ctx) -> Card:
    ended = reward_rules.stop(ctx.db, ctx.actor, ctx.team, ctx.now)
    left = award_steps.listed(ctx.db, ctx.team.id, (award_rows.DUE,))
    line = t("reward-stopped-left", count=len(left))
    return Card(t("reward-stopped", version=ended.version), (line,))


def _proposed(ctx: Ctx, line: str, *, is_sure: bool) -> Answer:
    """A draft of new rules with what they would have cost; None for talk."""
    add = _ADD.match(line)
    words = read_rules(line[add.end() :] if add is not None else line)
    is_rule = not words.is_empty or is_sure
    if not is_rule and (_TALK.search(line) or words.limit is None):
        # What is no rule and no forbidden one is talk, unless it nearly is a rule.
        nearly = [what for _, what in words.unclear if what not in ("what", "long")]
        if _TALK.search(line) or not nearly or ctx.actor.role < Role.MANAGER:
            return None
    if words.limit is None and not words.is_empty and words.unclear and _TALK.search(line):
        return None if not is_sure else _unclear(words)
    membership.require(ctx.db, ctx.actor, Role.MANAGER)
    if words.limit is not None:
        return _refused(words.limit)
    if words.unclear:
        return _unclear(words)
    return _draft(ctx, words, is_added=add is not None)


def _refused(limit: Limit) -> Card:
    """The no to pyramid pay, fines and commission, with the reason and what is possible."""
    lines = [t(f"reward-refused-{limit.reason}")]
    if limit.reason not in ("fine", "commission"):
        lines.append(t("reward-refused-law"))
    title = t("reward-refused", words=limit.words)
    return Card(title, tuple(lines), note=t("reward-refused-instead"))


def _unclear(words: RewardWords) -> Card:
    piece, what = words.unclear[0]
    return Card(t(f"reward-unclear-{what}", words=piece[:30]), note=t("reward-none-example"))


def _draft(ctx: Ctx, words: RewardWords, *, is_added: bool) -> Card:
    before = reward_rules.current(ctx.db, ctx.team.id)
    text = words.text
    if before is not None and (is_added or not words.clauses):
        text = ";".join(part for part in (before.words, words.text) if part)
    whole = read_rules(text)
    if whole.unclear or not whole.clauses:
        if not whole.clauses:
            raise Refusal("reward-no-rules")
        return _unclear(whole)
    for clause in whole.clauses:
        if clause.group not in ("", NEWCOMERS) and not is_title(ctx.db, ctx.team.id, clause.group):
            raise Refusal("reward-unknown-group", group=clause.group)
    budget = words.budget
    if budget is None and before is not None and not words.is_unlimited:
        budget = before.budget
    payer = _payer(ctx, words.payer, before)
    new = RuleSet(text, tuple(whole.clauses), budget)
    draft = reward_rules.propose(ctx.db, ctx.actor, new, payer, ctx.now)
    return _preview(ctx, draft)


def _payer(ctx: Ctx, name: str, before: Rules | None) -> MemberInfo:
    people = roster(ctx.db, ctx.team.id)
    if name:
        found = people.find(name)
        if found is None:
            raise Refusal("reward-unknown-payer", name=name[:20])
        return found
    kept = people.members[before.payer_id] if before is not None else ctx.actor
    return kept if kept.state == "active" and kept.role >= Role.LEAD else ctx.actor


def _preview(ctx: Ctx, draft: Rules) -> Card:
    """The draft as it was understood, what it would have cost, and the question."""
    lines = rule_lines(draft)
    if draft.budget is not None:
        lines.append(t("reward-budget", budget=money(draft.budget)))
    lines.append(t("reward-payer", name=roster(ctx.db, ctx.team.id).name(draft.payer_id)))
    tried = rewards.trial(ctx.db, ctx.team, draft, ctx.today)
    lines.append(_tried(draft, tried, ctx) if tried is not None else t("reward-untried"))
    note = t("reward-from-now", replaces=draft.replaces)
    buttons = (
        Button(t("reward-button-confirm"), f"/reward_confirm {draft.id}", words=_CONFIRM),
        Button(t("reward-button-drop"), f"/reward_drop {draft.id}", words=_DROP),
    )
    return Card(t("reward-draft"), tuple(lines), note=note, buttons=buttons, question=True)


_CONFIRM, _DROP = ("确认", "好", "yes", "confirm"), ("算了", "不", "取消", "no")


def _tried(draft: Rules, tried: Trial, ctx: Ctx) -> T:
    """«按5月数据会发 7 次(当日首单4、单日3)共 191.6 元»."""
    parts = tuple(
        t("reward-tried-part", what=reason(clause), count=count)
        for clause, count in zip(draft.clauses, tried.counts, strict=True)
        if count
    )
    return t(
        "reward-tried",
        month=tried.period.first.month,
        this=int(tried.period.first <= ctx.today <= tried.period.last),
        count=tried.count,
        parts=parts,
        amount=money(tried.amount),
        over=int(draft.budget is not None and tried.amount > draft.budget),
    )
