"""What is said about one contest behind its number: `PK3 复核`, `PK3 改 截止18:00`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.kit import Answer, Card, Ctx, Refusal
from handlers.contests import answering, deciding, drawing, settling
from handlers.contests.showing import rules_card, state
from models import contests
from models.contest_tables import Contest

_Deed = Callable[[Ctx, Contest, str], Answer]


def _state(ctx: Ctx, row: Contest, _words: str) -> Card:
    return state(ctx, row)


def _rules(ctx: Ctx, row: Contest, _words: str) -> Card:
    return rules_card(ctx, row)


PICTURE = frozenset(("图", "图片", "海报", "picture"))
# Words for a deed, and whether more words may follow them.
_DEEDS: Mapping[str, tuple[_Deed, bool]] = {
    word: (deed, takes_words)
    for words, deed, takes_words in (
        ("排行 排名 战绩 状态 进度 榜 state standing", _state, False),
        ("规则 rules", _rules, False),
        ("随机分 随机 随机分队 抽签 抽签分队 随机平分 draw random", settling.draw_words, True),
        ("应战 加入 参加 接受 in accept join", answering.accept_words, True),
        ("拒战 不参加 弃权 退出 out decline", answering.decline_words, True),
        ("队长 captain", answering.captain_words, True),
        ("取消 cancel", answering.cancel_words, False),
        ("记录 日志 log history", deciding.log_card, False),
        ("复核 重算 verify check", deciding.verify_card, False),
        ("改判 overrule", deciding.overrule_words, True),
        ("改 修改 change", deciding.change_words, True),
        ("同意 agree", deciding.agree, False),
        ("不同意 disagree", deciding.disagree, False),
        ("战况 播报 news", deciding.news_words, True),
        (" ".join(PICTURE), drawing.picture, False),
    )
    for word in words.split()
}


def about(ctx: Ctx, number: int, words: str, *, typed: bool) -> Answer:
    """Do what is said about a contest; None for talk. Raises Refusal for an unknown deed."""
    if not words:
        return state(ctx, contests.find(ctx.db, ctx.team.id, number))
    verb, rest = _split(words)
    found = _DEEDS.get(verb)
    if found is None and contests.has_number(ctx.db, ctx.team.id, number):
        filled = settling.fill_words(ctx, contests.find(ctx.db, ctx.team.id, number), words)
        if filled is not None:
            return filled
    if found is None or (rest and not found[1]):
        if typed:
            raise Refusal("contest-unknown-deed", words=words[:20], number=number)
        return None
    row = contests.find(ctx.db, ctx.team.id, number)
    return found[0](ctx, row, rest)


def _split(words: str) -> tuple[str, str]:
    """The deed and what stands behind it, also without a space: 战况17:30, 改截止18:00."""
    verb, _, rest = words.partition(" ")
    if verb.lower() in _DEEDS:
        return verb.lower(), rest.strip()
    for word in sorted(_DEEDS, key=len, reverse=True):
        behind = words[len(word) :]
        if words.startswith(word) and _DEEDS[word][1] and behind[:1] in "截到奖封0123456789@":
            return word, behind.strip()
    return words, ""
