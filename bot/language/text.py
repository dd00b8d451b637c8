"""Hygiene of incoming text and the one spelling in which the readers look at it."""

from __future__ import annotations

import re
import unicodedata

# Eight thousand Chinese characters: the longest minutes that somebody writes in one message.
MAX_BYTES = 24_576
# A character of UTF-8 has at most four bytes, so text up to this length needs no counting.
_SAFE_LENGTH = MAX_BYTES // 4

_EMOJI = "\u2190-\u21ff\u2300-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u0e31"
    "\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_DIRT = re.compile(f"[{_CONTROLS}{_INVISIBLE}\ud800-\udfff]|[{_MARKS}]{{4}}")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_SURROGATES = re.compile("[\ud800-\udfff]")
_JOINER = "\u200d"
_REMOVED = re.compile(f"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])|[{_CONTROLS}{_INVISIBLE}]", re.DOTALL)
_MARK_RUN = re.compile(f"([{_MARKS}]{{3}})[{_MARKS}]+")

# NFKC would turn these into digits that join their neighbours: ①398 into 1398, ½ into 1⁄2.
MARKERS = "①-⑳⑴-⒛⓪⓫-⓾❶-➓㈠-㈩㊀-㊉㉑-㉟㊱-㊿🄀-🄊"
STRANGE_DIGITS = "½¼¾⅐-⅞↉²³¹⁰⁴-⁹₀-₉Ⅰ-ⅿ٠-٩۰-۹०-९০-৯๐-๙௦-௯੦-੯૦-૯୦-୯౦-౯೦-೯൦-൯໐-໙༠-༩၀-၉០-៩᠐-᠙"
_SPECIAL = re.compile(f"[0-9]\ufe0f?\u20e3|🔟|[{MARKERS}{STRANGE_DIGITS}…]")
_KEYCAP_TO_MARKER = {str(digit): "⓪①②③④⑤⑥⑦⑧⑨"[digit] for digit in range(10)}

_ONE_SPELLING = str.maketrans(
    "報單補開貨賣萬億塊錢兩幫給總計實萬個週龍訂餘產現優惠還沒達軟號點雙發漏銷錯對禮麗張龐"
    "−–﹣✕✖╳⨯∗✱⁎＊➕˗‐‑",
    "报单补开货卖万亿块钱两帮给总计实万个周龙订余产现优惠还没达软号点双发漏销错对礼丽张庞"
    "---××××****+---",
)
_OTHER_SPELLING = re.compile("[" + "".join(re.escape(chr(code)) for code in _ONE_SPELLING) + "]")


def clean(raw: str) -> str:
    """The text without what has no place in a chat message, at most 24 KB of UTF-8."""
    if len(raw) > _SAFE_LENGTH:
        raw = raw[:MAX_BYTES]
    if _DIRT.search(raw) is not None:
        raw = _LINE_ENDS.sub("\n", raw)
        raw = _SURROGATES.sub("\ufffd", raw)
        raw = _REMOVED.sub(_keep_joiner, raw)
        raw = _MARK_RUN.sub(r"\1", raw)
    if len(raw) > _SAFE_LENGTH:
        raw = raw.encode()[:MAX_BYTES].decode(errors="ignore")
    return raw


def _keep_joiner(match: re.Match[str]) -> str:
    # A joiner between two emoji makes one picture of them.
    at, text = match.start(), match.string
    if match[0] == _JOINER and at and _is_emoji(text[at - 1]) and _is_emoji(text[at + 1 : at + 2]):
        return _JOINER
    return ""


_IS_EMOJI = re.compile(f"[{_EMOJI}]")


def _is_emoji(character: str) -> bool:
    return _IS_EMOJI.match(character) is not None


def normalise(text: str) -> str:
    """The text in one spelling for parsing: NFKC with list markers and odd digits left alone."""
    if text.isascii():
        return text
    if _SPECIAL.search(text) is not None:
        text = _normalise_around(text)
    elif not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    if _OTHER_SPELLING.search(text) is not None:
        text = text.translate(_ONE_SPELLING)
    return text


def _normalise_around(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in _SPECIAL.finditer(text):
        pieces.append(unicodedata.normalize("NFKC", text[end : match.start()]))
        pieces.append(_marker(match[0]))
        end = match.end()
    pieces.append(unicodedata.normalize("NFKC", text[end:]))
    return "".join(pieces)


def _marker(special: str) -> str:
    if special == "🔟":
        return "⑩"
    return _KEYCAP_TO_MARKER.get(special[0], special)
