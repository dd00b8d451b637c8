"""What somebody writes about their week: the meeting it is for, own words, and what blocks them."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![A-Za-z0-9])#?[Mm](\d{1,9})(?![A-Za-z0-9-])")
_BLOCKER = re.compile(
    r"\s*(?:(?:卡点|难点|阻碍|卡住了?|blockers?|blocked(?:\s+by)?|stuck(?:\s+on)?)\s*[:：]"
    r"|卡在了?|卡住在|(?:i'?m\s+)?(?:stuck\s+(?:on|with|at)|blocked\s+by)\s)\s*(.*)",
    re.IGNORECASE,
)
# A blocker in the middle of a line: «发了10条圈,卡点:样品不够».
_WITHIN = re.compile(
    r"[,，。;；]\s*(?=卡点\s*[:：]|难点\s*[:：]|阻碍\s*[:：]|卡在|stuck\s|blocke)"
    r"|\s+(?=卡点\s*[:：]|难点\s*[:：]|阻碍\s*[:：]|卡在)",
    re.IGNORECASE,
)
_END = r"[\s。.!！~～]*"
_NOTHING = re.compile(
    rf"[\s_—-]*|(?:没有?|暂?无|都没有?|没什么|没?无?卡点|no(?:ne|thing)?|n/?a)[了的]?{_END}",
    re.IGNORECASE,
)
# What hands a draft in as it is.
_AS_IS = re.compile(
    r"(?:交了?|提交|没有?补充|没有?了?|暂?无|没有?卡点|无卡点|done|submit|hand in|none|no"
    rf"|nothing(?: to add)?){_END}",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:好的?|好嘞|收到|嗯+|哦+|行|ok|okay|got it|知道了|later|in a minute|soon"
    r"|(?:等|晚|迟|稍|待|一|马上)(?:一?下|点|等|后|会儿?)?(?:再?(?:交|写|填|弄|补|说))?)"
    rf"[哈啊呀哦]*{_END}",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?？]|[吗呢么]\s*$|怎么[填写交弄]|^\s*how\b", re.IGNORECASE)
_CHATTY = re.compile(
    r"^\s*(?:一下|一遍|完[了毕]|得|的|了|给[我你他她大]|什么|谁)|[?？!！~～…]\s*$"
    r"|[吗呢吧啊呀哦哈嘛啦]\s*$"
)
# Signs between a command, a number and what is said.
SIGNS = " \t\n:：,，、"


def number_in(text: str) -> tuple[int | None, str]:
    """The number of a meeting that a text names, and the text without it."""
    match = _NUMBER.search(text)
    if match is None:
        return None, text.strip()
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return int(match[1]), rest.strip(SIGNS)


def said(text: str) -> tuple[str, str]:
    """Own words and what blocks somebody, in any order; lines stay lines."""
    words: list[str] = []
    blockers: list[str] = []
    for line in text.splitlines():
        for part in _WITHIN.split(line):
            match = _BLOCKER.fullmatch(part)
            if match is None:
                words.append(part.strip())
            elif not _NOTHING.fullmatch(match[1]):
                blockers.append(match[1].strip(" 。"))
    kept = "\n".join(each for each in words if each)
    return ("" if is_as_is(kept) else kept), ";".join(blockers)


def is_as_is(text: str) -> bool:
    """Whether a text adds nothing to a draft: 交, 没有."""
    return _AS_IS.fullmatch(text.strip()) is not None


def is_later(text: str) -> bool:
    """Whether a text only says that the report will come: 好的, 等下交."""
    return _LATER.fullmatch(text.strip()) is not None


def is_question(text: str) -> bool:
    """Whether a text asks something."""
    return _QUESTION.search(text) is not None


def is_chatty(text: str) -> bool:
    """Whether what stands behind a command word makes a sentence with it: 汇报 一下."""
    return _CHATTY.search(text) is not None
