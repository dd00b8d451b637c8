"""Names among the words of an order: where one begins, and names that stand without @."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.language.task_sheet import Draft
from bot.language.task_words import FILLER, NAME

Known = Callable[[str], bool]

LONGEST_NAME = 24
SELF = {"我": "我", "自己": "我", "me": "我", "myself": "我"}
FIRST_NAME = re.compile(rf"[ \t]*@?[ \t]?(?P<name>{NAME}{{1,24}})")
PARTED = re.compile(r"和|与|跟")
_HANDED_BARE = re.compile(
    rf"(?:(?<!\w)|(?<=[前点]))(?P<word>让|请|由|给|叫|交给|安排|派给|指派给)(?P<name>{NAME}{{1,24}})"
)
_LEAD = re.compile(r"(?:交给|派给|指派给|安排|让|请|由|给|叫)?")
_NAME_JOIN = re.compile(r"[ \t\u2005]*(?:[、,，&+/]|和|与|跟)[ \t\u2005]*")
_SPACED = re.compile(
    rf"[ \t\u2005]+(?=(?P<name>{NAME}{{1,24}})[ \t]+(?![那这]边|[那这]里|家|说|的)\w)"
)
_BEHIND_NAME = re.compile(r"[ \t]*(?:来?负责(?=[\s,:，：]|$))?[ \t]*[:：,，]?")
_VERB = re.compile(
    r"(?:来|去|负责|把|出|做|写|拍|剪|发|改|跟进|联系|整理|准备|盯|催|对接|统计|设计|核对|核实|回访|画|买|订|收集|查|约|问"
    r"|打|更新|上传|上架|安排|汇总|制作|提交|完成|处理|补|寄|主持|组织|确认|检查|帮忙|录|导|看|申请|负责)"
)
_STRANGE = re.compile(rf"[\u4e00-\u9fff]{{2,3}}?(?={_VERB.pattern}\S\S)")
_NOT_OWN = re.compile(r".{1,4}的")


def resolve(run: str, known: Known) -> str:
    """The name that stands behind an @: the longest known one it begins with, else all of it."""
    if known(run):
        return run
    for end in range(min(len(run) - 2, LONGEST_NAME), 0, -1):
        ascii_cut = run[end - 1].isascii() and run[end].isascii() and run[end].isalnum()
        if not ascii_cut and known(run[:end]):
            return run[:end]
    # 小明出文案: who is no member still has a name before what is to be done.
    strange = _STRANGE.match(run)
    return strange[0] if strange else run.rstrip("._-") or run


def add_person(draft: Draft, name: str) -> None:
    """Note somebody as an assignee, once; "@" is everybody."""
    if name == "@":
        draft.everybody = True
        return
    name = SELF.get(name.lower(), name)
    if name not in draft.people:
        draft.people.append(name)


def take_bare_names(title: str, draft: Draft, known: Known) -> str:
    """The title without known names at its beginning or right behind 给, 让, 请 or 由."""
    if draft.people or draft.everybody:
        return title
    start = len(title) - len(title.lstrip(" \t\u2005\u3000,，"))
    filler = FILLER.match(title, start)
    start = filler.end() if filler and filler.end() < len(title) else start
    end = _bare(title, start, draft, known)
    if end > start:
        return title[:start] + title[end:]
    for match in _HANDED_BARE.finditer(title, start):
        end = _bare(title, match.start(), draft, known)
        if end > match.start():
            return f"{title[: match.start()]} {title[end:]}"
    return title


def _bare(title: str, start: int, draft: Draft, known: Known) -> int:
    """Where the known names from a place on end; the place itself if there are none."""
    lead = _LEAD.match(title, start)
    word = lead[0] if lead else ""
    at = start + len(word)
    names: list[str] = []
    end = start
    while (run := FIRST_NAME.match(title, at)) is not None and len(names) < 20:
        found = _names_in(run["name"], known, gives=word == "给", leads=bool(word) and not names)
        if not found:
            break
        names += found[0]
        end = run.start("name") + found[1]
        join = _NAME_JOIN.match(title, end) or _next_word(title, end, known)
        if join is None or end != run.end():
            break
        at = join.end()
    for name in names:
        add_person(draft, name)
    if end > start:
        behind = _BEHIND_NAME.match(title, end)
        end = behind.end() if behind else end
    return end


def _next_word(title: str, end: int, known: Known) -> re.Match[str] | None:
    """The blank before one more name that is a word of its own: 阿芳 丽姐 出文案."""
    word = _SPACED.match(title, end)
    return word if word is not None and known(word["name"]) else None


def _names_in(run: str, known: Known, *, gives: bool, leads: bool) -> tuple[list[str], int] | None:
    """The names that a word is or begins with, and how much of it they are."""
    if run in SELF:
        return None if gives and run == "我" else ([run], len(run))
    if known(run):
        return [run], len(run)
    parts = [part for part in PARTED.split(run) if part]
    if len(parts) > 1 and all(known(part) or part in SELF for part in parts):
        return parts, len(run)
    if gives:
        return None
    for end in range(min(len(run) - 1, 12), 0, -1):
        name, rest = run[:end], run[end:]
        ascii_cut = name[-1].isascii() and rest[0].isascii()
        if ascii_cut or not (known(name) or (name == "我" and not leads)):
            continue
        if _VERB.match(rest) and not _NOT_OWN.match(rest):
            return [name], end
        joined = PARTED.match(rest)
        second = _names_in(rest[1:], known, gives=False, leads=False) if joined else None
        return ([name, *second[0]], end + 1 + second[1]) if second else None
    return None
