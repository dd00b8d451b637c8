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
_MENTION = re.compile(r"(?<![a-z0-9._-])@\S+")
_NUMBERED = re.compile(r"^\s*(?:1[.、)]|①|[(]1[)]|[-·•□])\s*\S", re.MULTILINE)
_RECORD = re.compile(r"^\s*#?[a-z]{1,2}[0-9]{1,9}\b")
_TALK = re.compile(
    r"太[^\s阳极]|好多|好难|好累|好重|好烦|这么多|那么多|挺|有点|怎么|什么|为何|谁|多少|哪|还没|没做|没完成|没有|不错|辛苦|谢谢|加油|再(?:说|议|定|讲|聊|安排)|已经"
    r"|完成(?:了|得|的|情况|率|度)?(?:$|[\s,。!])|完成得|做完|搞定|收到|好的|知道|明白|哈哈|呵呵|嘿嘿|我觉得|感觉|我的|今天的|大家都|艰巨|繁重|很[重多难]"
    r"|^[\s:]*(?:是|先这|先放|就这|又|还|真|都|才|只)|再看$|压力|[很量]大|不完|抓紧|说三遍|是[个什不一]|就是|不是|来了|在哪|列表呢|都[^\s]{0,4}了|快完|看到|吧?不?行了|算了|见|666"
)
# What is said to somebody about a task, and is no new one.
_TALK_TO = re.compile(
    r"做得|完成(?:了|得)|做完[了没]|搞定|不错|收到|好的|知道|明白|哈哈|怎么样|辛苦|谢谢|加油|还没|了没有?|能不能|行不行|可以吗"
)
_PARTICLE = re.compile(
    r"[吗呢嘛了的噢喔嗯啊呀啦哈吧哦么]\s*[~!。.…\s\U0001f000-\U0001faff]*$|[。~…?]\s*$"
)
_HARD = re.compile(r"[吗呢嘛么了的]\s*[~!。.…\s\U0001f000-\U0001faff]*$|[…?]\s*$")
_THANKS = re.compile(r"[\s,。](?:谢谢|多谢|感谢|辛苦|拜托)[了啦哈啊大家~!。]*$")
# What asks for a list rather than for a task.
_LISTS = re.compile(r"列表|一览|清单|看板|统计|安排|进度|情况|汇总")
_WORD = re.compile(r"[^\W_]")


def is_order(line: str) -> bool:
    """Whether the text behind a bare 任务, with the blank or colon before it, is an order."""
    spelled, _ = spell(line)
    begin = _BEGINS.match(spelled)
    if begin is None:
        return False
    said = spelled[begin.end() :]
    first = said.strip().split("\n")[0]
    if not _WORD.search(said) or _RECORD.match(said) or _HARD.search(first):
        return False
    if LABEL.search(said) or ("\n" in begin[0] + said and _NUMBERED.search(said)):
        return True
    if _MENTION.search(said):
        return _is_said_to_somebody(first)
    return _is_title(first, said)


def _is_said_to_somebody(first: str) -> bool:
    """Whether a line with an @ asks for something to be done, and does not only speak to them."""
    words = _THANKS.sub("", first)
    if words != first and not _WORD.search(_MENTION.sub("", words)):
        return False
    return _TALK_TO.search(words) is None


def _is_title(first: str, said: str) -> bool:
    """Whether a line that names nobody reads like a thing to do."""
    if QUESTION.search(said) or _TALK.search(first) or _PARTICLE.search(first):
        return False
    if _LISTS.fullmatch(first.strip()) or len(first) > _LONGEST_LINE:
        return False
    if any(each.search(said) for each in (TAG, PRIORITY, AFTER, NEEDS)):
        return True
    return len(first) <= _LONGEST_TITLE or bool(scan(first, 0, len(first)))
