"""Which board is meant: 排行 进步 上周, 新人榜, /board progress last week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.language.days import read_period
from models.board_kinds import Kind
from models.values import Period

_KINDS: Mapping[str, Kind] = {
    word: kind
    for kind, words in {
        Kind.AMOUNT: "金额 业绩 销售 销售额 amount sales money",
        Kind.COMPLETION: "完成率 完成 达成率 达成 目标 completion goal goals",
        Kind.PROGRESS: "进步 progress",
        Kind.FIRST: "首单 first",
        Kind.REPEAT: "复购 回购 repeat",
        Kind.HELPING: "帮助 贡献 互助 helping help",
        Kind.STEADY: "坚持 连续 steady streak",
    }.items()
    for word in words.split()
}
_NEW = frozenset(("新人", "新人组", "newcomers", "newcomer", "rookies", "new"))
_PICTURE = frozenset(("图", "图片", "picture", "image"))
_ENDINGS = ("排行榜", "排行", "排名", "榜单", "榜")


@dataclass(frozen=True, slots=True)
class BoardWords:
    """What the words behind a board command say; `unknown` are those that say nothing of it."""

    kind: Kind | None = None
    newcomers: bool = False
    period: Period | None = None
    picture: bool = False
    unknown: tuple[str, ...] = ()


def read_board(words: Sequence[str], today: dt.date) -> BoardWords:
    """The board that words name, in any order."""
    kind: Kind | None = None
    period: Period | None = None
    newcomers = picture = False
    unknown: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0).lower()
        both = read_period(f"{word} {rest[0].lower()}", today) if rest else None
        if both is not None and period is None:
            period = both
            rest.pop(0)
            continue
        plain = _without_ending(word)
        span = read_period(plain, today) if period is None else None
        if plain in _KINDS and kind is None:
            kind = _KINDS[plain]
        elif plain in _NEW:
            newcomers = True
        elif plain in _PICTURE:
            picture = True
        elif span is not None:
            period = span
        elif plain:
            unknown.append(word)
    return BoardWords(kind, newcomers, period, picture, tuple(unknown))


def _without_ending(word: str) -> str:
    """A word without what only says that a board is meant: 进步榜, 本周排行."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word
