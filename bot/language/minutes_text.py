"""A reply to a meeting card in one spelling, cut into lines and numbered points, quotes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.minutes_words import CROSS, TICK
from bot.language.text import MARKERS

_TRADITIONAL = (
    "決議負責還沒達標開會週後這時間紀錄數據討論統價點號單補貨賣萬塊錢兩幫給總計實個訂餘產現優惠軟雙發漏銷錯對禮麗張龐請讓確認準備聯繫絡訪盤庫圖寫樣稿檔長動項辦務員門問題當轉變東無從業績漲減贈運費誰進為與過來線點頭寄應該報導導購買",
    "决议负责还没达标开会周后这时间纪录数据讨论统价点号单补货卖万块钱两帮给总计实个订余产现优惠软双发漏销错对礼丽张庞请让确认准备联系络访盘库图写样稿档长动项办务员门问题当转变东无从业绩涨减赠运费谁进为与过来线点头寄应该报导导购买",
)
_SPELLING = (
    {0xFF01 + place: chr(0x21 + place) for place in range(94)}
    | {ord(old): new for old, new in zip(*_TRADITIONAL, strict=True)}
    | {0x3000: " ", 0x2005: " ", 0x00A0: " ", ord("\t"): "\t", ord("～"): "~", ord("｡"): "。"}
    | {ord("−"): "-", ord("–"): "-", ord("￥"): "¥", ord("‘"): "'", ord("’"): "'"}
)
_QUOTED_BLOCK = re.compile(
    r"[「『“\"][^「」『』\n:]{1,30}:[^」』]{0,2000}?[」』”\"]"
    r"[ \t]*\n[ \t]*(?:[-—_=][ \t]*){3,}(?:\n"
    r"|$)"
)
_QUOTED_LINE = re.compile(r"^[ \t]*>[^\n]*", re.MULTILINE)
# 脚本周四 is a script on Thursday, not 本周四.
_SCRIPT = re.compile(r"(?<=[脚版剧成账样文剪课书])本(?=(?:周|星期|礼拜)[一二三四五六日天末])")
# 这周三条视频 are three videos this week.
_COUNT = re.compile(r"(?<=[这本上下]周)(?=[一二三四五六](?:条|个|篇|次|场|份|张|单|天))")
# 周一回话 is an answer on Monday, not once a week.
_REPLY = re.compile(
    r"(?<=[周期拜][一二三四五六日天])(?=回[话复访来家款报信答]|更[新换改]|场[地景馆]|次[日品])"
)

# 6/20打款 is a date and a verb; 1/2盒 is a share.
_SLASHED = re.compile(
    r" ?(?<![0-9./])((?:1[0-2]|0?[1-9])/(?:3[01]|[12][0-9]|0?[1-9]))(?=[一-鿿])"
    r"(?![日号元块折盒瓶套件单个天人起前之以内到至晚早上中下周开万])"
)

_BULLET = re.compile(
    rf"[\s>]*(?:[-*•·●○◦▪▫■◆◇►▶→⇒➤➡☆★✦#]+\s+"
    rf"|[•·●○◦▪▫■◆◇►▶→⇒➤➡★☆✦]\s*|-(?=[^\W\d]|@)|—+(?=[^\W\d])"
    rf"|\d{{1,2}}\s*[、)](?!\d{{1,2}}(?:[、)]|号|日))\s*"
    rf"|\d{{1,2}}\.\d(?:\.\d)?[、.\s]+(?=[^\d\s])|\d{{1,2}}\s*[.:](?!\d)\s*|\(\d{{1,2}}\)\s*"
    rf"|第[一二三四五六七八九十]+[、:,点]|[一二三四五六七八九十]{{1,3}}[、.]\s*"
    rf"|\([一二三四五六七八九十]{{1,3}}\)\s*|[{MARKERS}]\s*[.、)]?\s*|[0-9]\ufe0f?\u20e3\s*|🔟\s*"
    rf"|[a-h][.)、]\s*)"
)
_POINT = re.compile(
    rf"(?P<circled>[{MARKERS}]|[0-9]\ufe0f?\u20e3)\s*[.、)]?"
    rf"|(?<![0-9.])(?P<number>[0-9]{{1,2}})(?:\s*[、)]|\.|:(?![0-9]{{2}}))"
    rf"|\((?P<round>[0-9]{{1,2}})\)"
    rf"|(?<![第周十期])(?P<han>[一二三四五六七八九十])(?:、|是(?=[^一二三四五六七八九十否]))"
)
_HAN = "一二三四五六七八九十"
_TRIM = " \t\r\n,，、;；。.:：~～-—–·|/\\*#_=!！"
_EMOJI_START = re.compile(
    r"(?:[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d]"
    r"|\[[^\[\]\s]{1,4}\])+\s*"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line or numbered point of a reply: where it stands, and in which line, from 0.

    `mark` is the sign at its head that tells its kind: done, undone, settled, figures, open, or "".
    `listed` tells that it had a bullet or a number; `inner` that it is a point within a line.
    """

    start: int
    end: int
    line: int
    mark: str = ""
    listed: bool = False
    inner: bool = False


_MARKS = (
    ("done", TICK),
    ("undone", CROSS),
    ("settled", re.compile("📌|📍|🔒|⚖|🔨|🎉|🆕")),
    ("figures", re.compile("📊|📈|📉|💰|🔢")),
    ("open", re.compile("❓|❔|⏳|🤔|🚧|⏸")),
)


def spell_plainly(text: str) -> str:
    """The text in one spelling, every sign in the place it had."""
    plain = text.translate(_SPELLING)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else plain


def split_scripts(text: str) -> str:
    """The text with a space where 脚本周四 could be taken for 脚 and 本周四."""
    text = _SCRIPT.sub("本 ", text) if "本" in text else text
    text = _SLASHED.sub(r" \1 ", text) if "/" in text else text
    text = _COUNT.sub(" ", text) if "周" in text else text
    return _REPLY.sub(" ", text)


def without_quotes(plain: str) -> str:
    """The text with quoted words blanked, every sign of the others in its place."""
    if ">" in plain:
        plain = _QUOTED_LINE.sub(_blank, plain)
    if "\n" in plain and any(sign in plain for sign in '「『“"'):
        plain = _QUOTED_BLOCK.sub(_blank, plain)
    return plain


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a piece without signs and spaces around it."""
    while start < end and text[start] in _TRIM:
        start += 1
    while start < end and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def rows(plain: str) -> Iterator[Row]:
    """The rows of a text from top to bottom, bullets and numbers cut off."""
    start = 0
    for number, line in enumerate(plain.split("\n")):
        end = start + len(line)
        if line.strip():
            yield from _rows_of(plain, start, end, number)
        else:
            yield Row(start, start, number)
        start = end + 1


def _rows_of(plain: str, start: int, end: int, number: int) -> Iterator[Row]:
    cuts = _points(plain, start, end)
    if not cuts:
        yield _row(plain, start, end, number)
        return
    head = cuts[0][0]
    if plain[start:head].strip(" \t-*•·"):
        yield _row(plain, start, head, number)
    for index, (_, begin) in enumerate(cuts):
        last = cuts[index + 1][0] if index + 1 < len(cuts) else end
        if plain[begin:last].strip():
            row = _row(plain, begin, last, number)
            yield Row(
                row.start,
                row.end,
                number,
                row.mark,
                listed=True,
                inner=index > 0 or bool(plain[start:head].strip()),
            )


def _points(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The numbers within a line that count its points: their places and where the points begin."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _POINT.finditer(plain, start, end):
        kind = match.lastgroup or ""
        # 2.4 is a figure where it does not stand alone; 1.618 may be the first point.
        inside = match.start() > start and plain[match.start() - 1] not in " \t:;,。"
        if match[0].endswith(".") and inside and plain[match.end() : match.end() + 1].isdigit():
            continue
        places = found.setdefault(kind, [])
        if kind == "circled" or _value(match[kind]) == len(places) + 1:
            places.append(match.span())
    for kind in ("circled", "number", "round", "han"):
        places = found.get(kind, [])
        if len(places) >= 2 or (kind == "circled" and places):
            return places
    return []


def _value(number: str) -> int:
    return _HAN.index(number) + 1 if number in _HAN else int(number)


def _row(plain: str, start: int, end: int, number: int) -> Row:
    mark, listed = "", False
    for _ in range(4):
        bullet = _BULLET.match(plain, start, end)
        emoji = _EMOJI_START.match(plain, start, end)
        tick = re.match(r"\s*(?:-\s*)?\[[ x]?\]\s*", plain[start : min(end, start + 12)])
        sign = emoji or tick
        if sign is not None:
            mark = mark or next((name for name, pattern in _MARKS if pattern.search(sign[0])), "")
            start += len(sign[0])
        elif bullet is not None and bullet.end() > start:
            listed, start = True, bullet.end()
        else:
            break
    while start < end and plain[start].isspace():
        start += 1
    tail = plain[start:end].rstrip()
    return Row(start, start + len(tail), number, mark, listed)
