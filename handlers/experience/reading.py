"""What stands behind 经验: a number, a search, or something to keep; and ordinary talk."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"[#＃]([\w一-鿿]{1,20})")
_SALE = re.compile(r"(?<![A-Za-z0-9])[#＃]?[Ss](\d{1,9})(?![A-Za-z0-9])")
_OWN = re.compile(r"(?<![A-Za-z0-9])[#＃]?[Xx](\d{1,9})(?![A-Za-z0-9-])")
_KEEP = re.compile(r"(?:存|记|记下|加|添加|add|save|keep)[\s:：]+", re.IGNORECASE)
_SEARCH = re.compile(r"(?:搜|搜索|找|查|search|find)[\s:：]+", re.IGNORECASE)
_TALK = re.compile(
    r"^\s*(?:不足|不够|不多|丰富|之谈|主义|告诉|教训|分享会|交流会|值|很|太|都|还|也|最|是|的|得"
    r"|呢|吧|谁|怎么|什么|多|少|越)"
)
_QUESTION = re.compile(r"[?？]|[吗呢么]\s*$|^\s*(?:谁|怎么|什么|哪)")
_CHATTY = re.compile(r"[!！~～…]\s*$|[了的吧啊呀哦哈嘛啦]\s*$")
_SENTENCE = re.compile(r"[,，。;；、:：!！\n]")
# A search is as short as this: signs of Chinese, words of English.
_SHORT, _FEW = 8, 3
# An answer is at least as long as this; less is a nod.
_ANSWER = 4
_NO = re.compile(
    r"(?:没有?|没啥|不知道|不想[写说]|运气|算了|没什么|以后再说|下次再?[说写]?|no|nothing"
    r"|not now|skip)"
    r"[好了的吧啊。.!！~]*",
    re.IGNORECASE,
)
SIGNS = " \t\n:：,，、"


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says: words with their tags and an order's number taken out of the way."""

    words: str
    tags: tuple[str, ...]
    sale: int | None

    @property
    def is_search(self) -> bool:
        """Whether it is too short to be worth keeping: 朋友圈, #异议."""
        if not self.words:
            return True
        if _SENTENCE.search(self.words):
            return False
        if self.words.isascii():
            return len(self.words.split()) <= _FEW
        return len("".join(self.words.split())) <= _SHORT


def read(line: str) -> Said:
    """The words, tags and order of a line; «#S27» is the order and no tag."""
    sale = _SALE.search(line)
    rest = _SALE.sub(" ", line, count=1) if sale is not None else line
    tags = tuple(match[1] for match in _TAG.finditer(rest))
    words = _TAG.sub(" ", rest)
    words = "\n".join(" ".join(part.split()) for part in words.splitlines()).strip(SIGNS)
    return Said(words, tags, int(sale[1]) if sale is not None else None)


def order(line: str) -> tuple[str, str]:
    """What is wanted with a line, `keep`, `search` or nothing said; and the line without it."""
    for what, pattern in (("keep", _KEEP), ("search", _SEARCH)):
        match = pattern.match(line)
        if match is not None:
            return what, line[match.end() :]
    return "", line


def number_in(text: str) -> int | None:
    """The number of the experience that a text names."""
    match = _OWN.search(text)
    return int(match[1]) if match is not None else None


def number_alone(text: str) -> int | None:
    """The number of the experience that a text consists of."""
    match = _OWN.fullmatch(text.strip())
    return int(match[1]) if match is not None else None


def without_number(text: str) -> str:
    """A text without the experience's number."""
    return _OWN.sub(" ", text, count=1).strip(SIGNS)


def sale_in(text: str) -> int | None:
    """The number of the order that a text names."""
    match = _SALE.search(text)
    return int(match[1]) if match is not None else None


def is_talk(line: str, said: Said) -> bool:
    """Whether what stands behind the word makes a sentence with it: 经验 不足啊."""
    if _TALK.search(line) or _QUESTION.search(line):
        return True
    return said.is_search and not said.tags and _CHATTY.search(line) is not None


def is_no(text: str) -> bool:
    """Whether an answer says that there is nothing to say."""
    return _NO.fullmatch(text.strip()) is not None


def is_answer(text: str) -> bool:
    """Whether an answer is long enough to tell something, and asks nothing."""
    words = read(text).words
    return len("".join(words.split())) >= _ANSWER and _QUESTION.search(words) is None
