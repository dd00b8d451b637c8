"""On which day the sale was made, told apart from days on which something else happens."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.days import DAY, NoSuchDay, day_of
from bot.language.triggers import MARK

_DAY = re.compile(DAY, re.IGNORECASE)
_HINT = re.compile(
    r"[昨前今明后周天日号月礼星]|[0-9]\s*[./-]\s*[0-9]|20[0-9]{6}|day|mon|tue|wed|thu|fri|sat|sun",
    re.IGNORECASE,
)
# What happens on such a day is not the sale itself.
_OTHER_EVENT = re.compile(
    r"\s*+(?:之?前|左右|再|就|来|要|会|才|晚上|上午|下午|早上|中午|那个?|客户|统一|可以|能"
    r"|给他?她?)*+\s*+"
    r"(?:付|发(?!朋友圈)|寄|送|到(?!账)|取(?!消)|拿(?!下)|收(?!款|了)|补(?!报|录|登|记|单|一)"
    r"|结清?|转(?!账)|开会|直播|还|用|讲|见|聊"
    r"|加(?!单)|咨询|问|看|约|认识|进群|拍|领|培训|上课|生日|活动|开始|截止|回来|下班|带|谈|沟通"
    r"|跟|试用|说|打电话|晒|预约|安排|出货|生效|涨价|恢复)"
)
# The refund of yesterday's order is today's.
_REFUNDED = re.compile(
    rf"\s*(?:的|那|卖的?|成交的?|报的?)+[^,。\n]{{0,4}}单[^,。\n]{{0,6}}(?:{MARK}|退)"
)
_OCCASION = re.compile(
    r"(?:生日|预产期|到期|预约|约[在到好了]*|发货(?:时间|日期?)?|交货|到货)\s*[:是在]?\s*$"
)
_PAYMENT = re.compile(r"\s*+(?:之?前|再|就|来|要|会|给|晚上|上午|下午)*+\s*+(?:付|补|结|转|给)")
_BESIDE_COMMAND = re.compile(rf"{MARK}\s*[:(,]?\s*$")
_COMMAND_NEXT = re.compile(rf"\s*+[:),]?\s*+(?:晚上?|下午|上午|早上)?的?(?:{MARK}|漏|忘|那单|单)")
_ANY_AMOUNT = re.compile(r"[0-9]{2}|[十百千万]|[一二两三四五六七八九]\S?[盒瓶套件]")


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a sale and the text without it; on `due_on` a balance will be paid."""

    day: dt.date
    rest: str
    reason: str = ""
    text: str = ""
    due_on: dt.date | None = None


def find_day(text: str, today: dt.date, *, trigger_at: int = 0, refund: bool = False) -> Dated:
    """The day of the sale in a normalised text, today where none is named."""
    if _HINT.search(text) is None:
        return Dated(today, text)
    found: list[tuple[int, dt.date | NoSuchDay, str]] = []
    due_on: dt.date | None = None
    pieces: list[str] = []
    end = 0
    for match in _DAY.finditer(text):
        if not _is_day(match, text):
            continue
        day = day_of(match, today)
        occasion = _OCCASION.search(text, 0, match.start()) is not None
        if (
            occasion
            or _OTHER_EVENT.match(text, match.end()) is not None
            or (refund and _REFUNDED.match(text, match.end()))
        ):
            if _PAYMENT.match(text, match.end()) and isinstance(day, dt.date):
                due_on = _coming(match, day, today)
        else:
            found.append((abs(match.start() - trigger_at), day, match[0]))
        pieces.append(text[end : match.start()])
        end = match.end()
    rest = " ".join([*pieces, text[end:]])
    if not found:
        return Dated(today, rest, due_on=due_on)
    _, day, words = min(found, key=lambda each: each[0])
    if isinstance(day, NoSuchDay):
        return Dated(today, rest, "bad_date", words, due_on)
    return Dated(day, rest, _date_reason(day, today), words, due_on)


def _date_reason(day: dt.date, today: dt.date) -> str:
    if day > today:
        return "future_date"
    # A closed month is on boards and pay slips already.
    return "old_date" if (day.year, day.month) < (today.year, today.month) else ""


def _is_day(match: re.Match[str], text: str) -> bool:
    """Whether digits that look like a day are one, and not an amount or a count."""
    before, after = text[: match.start()], text[match.end() :]
    if not (match["dotted"] or match["slash"]):
        return True
    rest = before + " " + after
    if _ANY_AMOUNT.search(rest) is None:
        return False
    month, day = re.split(r"[./-]", match["dotted"] or match["slash"])
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return False
    if match["slash"] or match[0][-1] in "号日":
        return True
    if before.endswith("(") and after.startswith(")"):
        return True
    beside = _BESIDE_COMMAND.search(before) is not None or _COMMAND_NEXT.match(after) is not None
    return beside or not before.strip(" \n#/【") or before.endswith("\n")


def _coming(match: re.Match[str], day: dt.date, today: dt.date) -> dt.date:
    if match["weekday"] and not match["week"] and day < today:
        return day + dt.timedelta(days=7)
    return day
