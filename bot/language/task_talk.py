"""Whether what stands behind a bare 任务 is an order or only talk about tasks."""

from __future__ import annotations

import re

from bot.language.dates_patterns import scan
from bot.language.dates_words import spell
from bot.language.task_verb_words import QUESTION
from bot.language.task_words import AFTER, LABEL, NEEDS, PRIORITY, TAG

# A short title may stand bare; what is longer without who or when is talk.
_LONGEST_TITLE = 24
_LONGEST_LINE = 120

_BEGINS = re.compile(r"[ \t]*[:\n]|[ \t]+|(?=[@#①-⑳【\[])")
_MENTION = re.compile(r"(?<![a-z0-9._-])@\S")
_NUMBERED = re.compile(r"^\s*(?:1[.、)]|①|[(]1[)]|[-·•□])\s*\S", re.MULTILINE)
_RECORD = re.compile(r"^\s*#?[a-z]{1,2}[0-9]{1,9}\b")
_TALK = re.compile(
    r"太[^\s阳极]|好多|好难|好累|好重|好烦|这么多|那么多|挺|有点|怎么|什么|为何|谁|多少|哪|还没|没做|没完成|没有|不错|辛苦|谢谢|加油|再说|已经"
    r"|完成(?:了|得|的|情况|率|度)?(?:$|[\s,。!])|完成得|做完|搞定|收到|好的|知道|明白|哈哈|呵呵|嘿嘿|我觉得|感觉|我的|今天的|大家都|艰巨|繁重|很[重多难]"
    r"|^[\s:]*是|是[个什不一]|就是|不是|来了|在哪|列表呢|都[^\s]{0,4}了|快完|看到|吧?不?行了|算了|见|666"
)
_PARTICLE = re.compile(
    r"[吗呢嘛了的噢喔嗯啊呀啦哈吧哦么]\s*[~!。.…\s\U0001f000-\U0001faff]*$|[。~…?]\s*$"
)
_HARD = re.compile(r"[吗呢嘛么了的]\s*[~!。.…\s\U0001f000-\U0001faff]*$|[…?]\s*$")
_WORD = re.compile(r"[^\W_]")


def is_order(line: str) -> bool:
    """Whether the text behind a bare 任务, with the blank or colon before it, is an order."""
    spelled, _ = spell(line)
    begin = _BEGINS.match(spelled)
    if begin is None:
        return False
    said = spelled[begin.end() :]
    if "\n" in begin[0]:
        said = "\n" + said
    if not _WORD.search(said) or QUESTION.search(said) or _RECORD.match(said):
        return False
    named = _MENTION.search(said) is not None
    if _NUMBERED.search(said) and "\n" in said:
        return True
    first = said.strip().split("\n")[0]
    if LABEL.search(said):
        return not _HARD.search(first)
    if _TALK.search(first) or _HARD.search(first):
        return False
    if named:
        return True
    marked = any(each.search(said) for each in (TAG, PRIORITY, AFTER, NEEDS))
    if _PARTICLE.search(first) or len(first) > _LONGEST_LINE:
        return False
    dated = bool(scan(first, 0, min(len(first), _LONGEST_LINE)))
    return marked or dated or len(first) <= _LONGEST_TITLE
