"""Which board is asked for, and who is in the league of newcomers."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, MemberInfo, Period, PeriodKind, Refusal, Role, t
from bot.language.board_words import BoardWords, read_board
from handlers.leaderboard.routing import router
from handlers.leaderboard.showing import cards
from models import membership, visibility
from models.board_kinds import Kind
from models.boards import Which
from models.rosters import roster

_CHATTY = re.compile(r"[。!?！？~～…]|[吗呢吧啊呀哦哈嘛啦了的]\s*$")
# Unknown words behind a bare 排行 that are longer than this are talk.
_LONGEST = 8
_INTO = frozenset(("加", "加入", "算", "add"))
_OUT_OF = frozenset(("移出", "去掉", "不算", "remove"))


@router.command(
    "board", "排行", "排行榜", "榜单", "业绩榜", "金额榜", "完成率榜", "进步榜", "首单榜", "复购榜",
    "帮助榜", "贡献榜", "坚持榜", "新人榜", role=Role.MEMBER, whole=True,
)  # fmt: skip
def leaderboard(ctx: Ctx) -> Answer:
    """Show a board: `排行`, `排行 进步 上周`, `新人榜`, `排行 图`; by default this week's
    amounts.
    """
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    head = ctx.text[: len(ctx.text) - len(called.line)].strip().lstrip("/／")
    words = _split(called.line)
    change = _league(ctx, head, words)
    if change is not None:
        return change
    asked = read_board([head, *words] if head.endswith("榜") else words, ctx.today)
    if asked.unknown:
        return _unclear(called.line, asked, typed=called.typed, glued=called.glued)
    period = asked.period or Period.of(PeriodKind.WEEK, ctx.today)
    which = Which(asked.kind or Kind.AMOUNT, period, asked.newcomers)
    return cards(ctx, which, picture=asked.picture)


def _split(line: str) -> list[str]:
    """The words of a line; a range of days stays whole."""
    return line.replace("@", " @").replace("　", " ").split()


def _unclear(line: str, asked: BoardWords, *, typed: bool, glued: bool) -> Card | None:
    """What was wrong with the words; talk about boards gets silence."""
    is_talk = glued or len(asked.unknown) > 1 or len(line.strip()) > _LONGEST
    if not typed and (is_talk or _CHATTY.search(line)):
        return None
    word = asked.unknown[0][:40]
    return Card(t("common-bad-word", word=word), lines=(t("board-example-board"),))


def _league(ctx: Ctx, head: str, words: list[str]) -> Card | None:
    """Put somebody among the newcomers or take them out: `新人榜 移出 @娜娜`; a lead may."""
    if not (head == "新人榜" or (words and read_board(words[:1], ctx.today).newcomers)):
        return None
    rest = [word for word in words if not read_board([word], ctx.today).newcomers]
    verbs = [word.lower() for word in rest if word.lower() in _INTO | _OUT_OF]
    names = [word for word in rest if word.lower() not in _INTO | _OUT_OF]
    if len(verbs) != 1 or len(names) != 1:
        return None
    who = _member(ctx, names[0])
    membership.require(ctx.db, ctx.actor, Role.LEAD)
    is_new = verbs[0] in _INTO
    visibility.change(ctx.db, who, league="new" if is_new else "old")
    return Card(t("board-league-in" if is_new else "board-league-out", name=who.name))


def _member(ctx: Ctx, name: str) -> MemberInfo:
    found = roster(ctx.db, ctx.team.id).find(name.removeprefix("@"))
    if found is None:
        raise Refusal("board-unknown-member", name=name.removeprefix("@")[:20])
    return found


@router.on("join")
def joined(ctx: Ctx) -> Answer:
    """Who comes into the running group begins among the newcomers."""
    visibility.came(ctx.db, ctx.actor, ctx.now)
    return None
