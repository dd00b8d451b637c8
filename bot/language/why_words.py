"""What «why» asks about: 为什么 我第3, 为什么 G3 没奖, /why my rank; talk asks nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.language.board_words import BoardWords, read_board

_RECORD = re.compile(r"[#＃]?([A-Za-z]{1,2})(\d{1,9})(?:-\d{1,4})?(?![A-Za-z0-9])")
_SELF = re.compile(r"我的?|my|i|me|mine|am|i'm", re.IGNORECASE)
# A place on a board, or the board itself: without one of these the question is talk.
_PLACE = re.compile(
    r"(?:并列)?第\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})名?|排名|名次|排行榜?|榜单|榜"
    r"|(?:rank|place|position|board|leaderboard)\b|#?\d{1,3}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"金额|业绩|销售额|完成率|进步|首单|复购|帮助|贡献|坚持|新人"
    r"|(?:amount|completion|progress|first|repeat|helping|steady|newcomers)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"今天|今日|昨天|昨日|前天|本周|这周|上周|本月|这个月|上个?月|今年|去年|累计|\d{1,2}月"
    r"|(?:this|last)\s+(?:week|month|year)|(?:today|yesterday|week|month)\b",
    re.IGNORECASE,
)
# What may stand around it and says nothing else.
_FILLING = re.compile(
    r"[是排在才只的了呢吗啊嘛呀吧不没有上进掉到变成这么那低高多少后前个里数都还就会]"
    r"|[,，?？!！。.~～…\s]|(?:is|are|the|on|in|of|so|low|not|only|this|at|as)\b",
    re.IGNORECASE,
)
# Behind a record: whether it counts, wins, is so much. Anything else is about something else.
_ABOUT = re.compile(
    r"\s*(?:(?:为什么|怎么|咋|还|就|都|是)?(?:没有?|不|少|只有?)?"
    r"(?:被|给|能)?(?:算|计入|计|上榜|中奖|得奖|有奖|奖|发|达成|完成|输|赢|这么[多少高低]|确认)?"
    r"(?:进去|进|我)?[了的呢吗啊嘛呀]*)[\s?？!！。.~～]*|\s*(?:does\s?n[o']t|not)?\s*count\w*\s*\??",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WhyWords:
    """What a question is about: a record by its letter and number, or the place of somebody (empty
    for the one who asks) on a board. With neither it is about what is quoted.
    """

    letter: str = ""
    number: int = 0
    who: str = ""
    board: BoardWords | None = None


def read_why(line: str, names: Collection[str], today: dt.date) -> WhyWords | None:
    """What the words behind «why» ask about; None where they ask about something else.

    `names` are those of the team's members.
    """
    line = line.strip()
    record = _RECORD.match(line)
    if record is not None:
        is_about = _ABOUT.fullmatch(line[record.end() :])
        return WhyWords(record[1].upper(), int(record[2])) if is_about else None
    rest, found = line, _Found()
    while rest:
        length = found.take(rest, names)
        if not length:
            return None
        rest = rest[length:]
    if not found.is_place:
        return None if found.who or found.words else WhyWords()
    return WhyWords(who=found.who, board=read_board(found.words, today))


class _Found:
    """What was found in a line so far."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.who = ""
        self.is_place = False

    def take(self, rest: str, names: Collection[str]) -> int:
        """How many characters at the beginning are understood; 0 for none."""
        name = _name_at(rest, names)
        if name:
            self.who = self.who or name.removeprefix("@")
            return len(name)
        for pattern, keep in ((_PERIOD, True), (_KIND, True), (_PLACE, False)):
            match = pattern.match(rest)
            if match is not None:
                self.is_place = self.is_place or pattern is _PLACE
                if keep:
                    self.words += match[0].split()
                return match.end()
        match = _SELF.match(rest) or _FILLING.match(rest)
        return match.end() if match is not None else 0


def _name_at(rest: str, names: Collection[str]) -> str:
    """The longest name of a member that a text begins with, with its «@»."""
    at = 1 if rest.startswith("@") else 0
    fitting = [name for name in names if name and rest.startswith(name, at)]
    if not fitting:
        return ""
    return rest[: at + max(map(len, fitting))]
