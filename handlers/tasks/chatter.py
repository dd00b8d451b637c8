"""Whether the words behind `完成 T31` go on with a sentence that only talks about the task."""

from __future__ import annotations

import re

from bot.language.task_verb_words import HEDGED, QUESTION

# These steps need no words: what stands there is a politeness or talk.
_WORDLESS = frozenset({"start", "done", "accept", "claim", "reopen", "unblock", "undo"})
# What these keep may be a question of a customer.
_VERBATIM = frozenset({"note", "edit", "item"})
# 完成 T31 的时候, 取消 T31 的话, 开始 T31 之前, 改 T31 吧
_OPENS = re.compile(
    r"(?:的|之前|之后|以前|以后|前[,，先再要]|后[,，再要]|时候?|[吗呢嘛么]|[吧了啊呀哦]+$|[行好]不[行好]"
    r"|可不可以|能不能|是不是|有没有)"
)
_OPENS_WORDLESS = re.compile(r"(?:还[要有得需]|要|会|能|需要|得|应该|可以)")
_POLITE = re.compile(r"[吧了啊呀哦啦]+$")
_ASKS = re.compile(
    r"[?？]\s*$|(?:[吗么呢嘛]|行不行|好不好|可不可以|能不能)\s*[。!！~～]*$|多久|会怎么样"
)


def is_chatter(step: str, words: str, *, is_named: bool) -> bool:
    """Whether `words` make a bare command no order; `is_named` tells that the text, and not a
    quoted card, names the task.
    """
    words = words.strip()
    if not words:
        return False
    if step in _WORDLESS:
        if not is_named:
            # What a quoted card is answered with is read as a whole sentence.
            return True
        if _POLITE.match(words):
            return False
        return any(each.search(words.lower()) for each in (QUESTION, HEDGED)) or bool(
            _OPENS.match(words) or _OPENS_WORDLESS.match(words)
        )
    if _OPENS.match(words):
        return True
    return step not in _VERBATIM and _ASKS.search(words) is not None
