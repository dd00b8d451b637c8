"""Who is to do a task and who accepts it: @阿芳、丽姐, 让阿芳, 由@丽姐验收."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.language.task_sheet import DROPPED, Draft, Sheet
from bot.language.task_words import FILLER, NAME

Known = Callable[[str], bool]

_LONGEST = 24
_MENTION = re.compile(
    rf"(?:(?<![a-z0-9._-])|(?<=[0-9])(?![^\s]*\.[a-z]))@[ \t]?(?P<name>{NAME}{{1,24}})"
)
_FIRST_NAME = re.compile(rf"[ \t]*@?[ \t]?(?P<name>{NAME}{{1,24}})")
_LONGER = re.compile(r"[^\s@,，、:：;；]{1,20}(?:[ \u2005][^\s@,，、:：;；]{1,20}){1,2}")
_LAST_WORD = re.compile(r"[ \u2005][^ \u2005]*$")
_EVERYBODY = re.compile(
    r"所有人|全体成员|全体|全员|大家|(?:everyone|everybody|all|here|channel)(?![a-z0-9_])"
)
_SELF = {"我": "我", "自己": "我", "me": "我", "myself": "我"}
_JOIN = re.compile(
    rf"[ \t]*(?:[、,&+/]|和|与|跟|(?<![a-z])and(?![a-z]))[ \t]*(?P<name>{NAME}{{1,24}})"
)
_JOINED = re.compile(r"[ \t]*(?:[、,&+/]|和|与|跟|(?<![a-z])and(?![a-z]))?[ \t]*$")
_PARTED = re.compile(r"和|与|跟")
# What hands a task over, before a mention.
_GLUE = re.compile(
    r"(?:(?:指派|分配|分派|安排|派)给?|(?<!\w)(?:交给|请|让|由|给|叫|麻烦|辛苦|转给|安排|for|ask"
    r"|assign(?:ed)? to|to))[ \t]*$"
)
# A mention behind these is somebody the title speaks of.
_OBJECT = re.compile(
    r"(?:[发送寄交转传递拿带还回打报汇]给|[跟找问向帮替陪和与同对教催等把将像比]|(?<![a-z])(?:for|to|with|from|by|of|and"
    r"|tell|call|help|about))[ \t]?$"
)
# 和@丽姐对价格: what is done with somebody.
_TOGETHER = re.compile(r"[ \t]?(?:对|谈|沟通|商量|确认|核对|聊|碰|说|讲|交接|配合|要|学|开会)")
_WITH = re.compile(r"[和与跟][ \t]?$")
_WEAK = re.compile(r"给[ \t]?$")
_BEHIND = re.compile(r"[ \t]*(?:来?负责(?=[\s,:]|$)|to(?= ))?[ \t]*[:,]?")
_ACCEPTS = r"(?:来|负责)?[ \t]?(?:验收|审核|把关|验货)(?!\w|[ \t]*:)"
_ACCEPTOR = re.compile(
    rf"(?P<by>由|请|让|给|找)?[ \t]*@[ \t]?(?P<name>{NAME}{{1,24}}?)[ \t]*{_ACCEPTS}"
)
_BARE_ACCEPTOR = re.compile(rf"(?<![\w@])(?:由|请|让|给|找)?(?P<name>[^\W_]{{1,12}}?){_ACCEPTS}")
_ACCEPTOR_LABEL = re.compile(
    rf"(?:验收人|审核人|把关人|(?<![a-z])(?:acceptor|reviewer|approver))"
    rf"(?:[ \t]*@[ \t]?|[ \t]*[是为][ \t]*@?|[ \t]+)(?P<name>{NAME}{{1,24}})"
)
_PEOPLE_LABEL = re.compile(
    r"(?<![\w#@])(?:负责人?|执行人?|责任人|经办人|指派给?|分配给|派给|交给|assignees?|assigned to"
    r"|assign to|owners?|assign)[ \t]*:[ \t]*"
)
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
    for end in range(min(len(run) - 2, _LONGEST), 0, -1):
        ascii_cut = run[end - 1].isascii() and run[end].isascii() and run[end].isalnum()
        if not ascii_cut and known(run[:end]):
            return run[:end]
    # 小明出文案: who is no member still has a name before what is to be done.
    strange = _STRANGE.match(run)
    return strange[0] if strange else run.rstrip("._-") or run


def take_acceptor(sheet: Sheet, draft: Draft, known: Known) -> None:
    """Take who accepts: 验收人@丽姐, 由@丽姐验收, 丽姐验收."""

    def named(match: re.Match[str]) -> bool:
        name = sheet.said(*match.span("name"))
        if draft.acceptor:
            return False
        if match.re is _BARE_ACCEPTOR and not known(name):
            return False
        draft.acceptor = name
        if match.re is not _ACCEPTOR_LABEL and not match[0].startswith("由"):
            draft.handed = sheet.said(match.start(), match.end())
        return True

    for pattern in (_ACCEPTOR_LABEL, _ACCEPTOR, _BARE_ACCEPTOR):
        sheet.take(pattern, named)


def take_mentions(sheet: Sheet, draft: Draft, known: Known) -> None:
    """Take everybody who is named with @ or behind a label as the one who does it."""
    _labelled(sheet, draft, known)
    text = sheet.left
    taken: list[tuple[int, int]] = []
    dropped: list[tuple[int, int]] = []
    weak: list[tuple[int, int, str]] = []
    at = 0
    while (match := _MENTION.search(text, at)) is not None:
        name, end = _name(sheet, match, known)
        grouped = _is_grouped(text, taken, match.start(), end)
        glue = _GLUE.search(text, max(0, match.start() - 12), match.start())
        before = max(0, match.start() - 8)
        if not grouped and glue is None and _OBJECT.search(text, before, match.start()):
            dropped.append((match.start(), match.start() + 1))
        elif not grouped and glue is None and _WEAK.search(text, before, match.start()):
            weak.append((match.start(), end, name))
        else:
            start = taken[-1][1] if grouped else glue.start() if glue else match.start()
            end = _add(draft, name, end, sheet=sheet, known=known)
            taken.append((start, end))
        at = max(end, match.start() + 1)
    _settle(sheet, draft, (taken, dropped, weak))


def _is_grouped(text: str, taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a mention stands beside the one before it as one more assignee."""
    if not taken or _JOINED.fullmatch(text, taken[-1][1], start) is None:
        return False
    return _WITH.search(text, start - 2, start) is None or _TOGETHER.match(text, end) is None


def _settle(
    sheet: Sheet,
    draft: Draft,
    found: tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int, str]]],
) -> None:
    """文案给@阿芳 is an order to her if nobody else is named, else she is spoken of."""
    taken, dropped, weak = found
    for start, end, name in weak:
        if draft.people or draft.everybody:
            dropped.append((start, start + 1))
        else:
            draft.people.append(name)
            taken.append((start - 1, end))
    sheet.blank(taken)
    sheet.blank(dropped, DROPPED)


def _name(sheet: Sheet, match: re.Match[str], known: Known) -> tuple[str, int]:
    """The name behind an @ and where it ends in the spelled text."""
    start = match.start("name")
    written = sheet.places[start]
    # A name may hold blanks; some chats end a mention with a sign of their own (U+2005).
    for whole in _LONGER.findall(sheet.text, written, written + _LONGEST)[:1]:
        while " " in whole or "\u2005" in whole:
            if known(whole):
                return whole, _spelled_end(sheet, start, written + len(whole))
            whole = _LAST_WORD.sub("", whole)
    everybody = _EVERYBODY.match(sheet.spelled, start, match.end())
    if everybody is not None:
        return "@", everybody.end()
    run = sheet.said(start, match.end())
    name = resolve(run, known)
    return name, _spelled_end(sheet, start, written + len(name))


def _spelled_end(sheet: Sheet, start: int, written: int) -> int:
    end = start
    while end < len(sheet.spelled) and sheet.places[end] < written:
        end += 1
    return end


def _add(draft: Draft, name: str, end: int, *, sheet: Sheet, known: Known) -> int:
    """Note one person and the known names that are joined to it; where all of it ends."""
    add_person(draft, name)
    while (more := _JOIN.match(sheet.left, end)) is not None:
        run = sheet.said(*more.span("name"))
        if run in _SELF or known(run):
            add_person(draft, run)
            end = more.end()
            continue
        halves = [half for half in _PARTED.split(run, maxsplit=1) if known(half)]
        if len(halves) < 2:
            break
        for half in halves:
            add_person(draft, half)
        end = more.end()
    behind = _BEHIND.match(sheet.left, end)
    return behind.end() if behind else end


def add_person(draft: Draft, name: str) -> None:
    """Note somebody as an assignee, once; "@" is everybody."""
    if name == "@":
        draft.everybody = True
        return
    name = _SELF.get(name.lower(), name)
    if name not in draft.people:
        draft.people.append(name)


def _labelled(sheet: Sheet, draft: Draft, known: Known) -> None:
    taken: list[tuple[int, int]] = []
    for label in _PEOPLE_LABEL.finditer(sheet.left):
        first = _FIRST_NAME.match(sheet.left, label.end())
        if first is None:
            continue
        run = sheet.said(*first.span("name"))
        everybody = _EVERYBODY.fullmatch(sheet.spelled, *first.span("name"))
        halves = [half for half in _PARTED.split(run, maxsplit=1) if known(half)]
        names = ["@"] if everybody else halves if len(halves) == 2 and not known(run) else [run]
        for name in names:
            add_person(draft, name)
        taken.append((label.start(), _add(draft, names[-1], first.end(), sheet=sheet, known=known)))
    sheet.blank(taken)


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
    while (run := _FIRST_NAME.match(title, at)) is not None and len(names) < 20:
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
    if run in _SELF:
        return None if gives and run == "我" else ([run], len(run))
    if known(run):
        return [run], len(run)
    parts = [part for part in _PARTED.split(run) if part]
    if len(parts) > 1 and all(known(part) or part in _SELF for part in parts):
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
        joined = _PARTED.match(rest)
        second = _names_in(rest[1:], known, gives=False, leads=False) if joined else None
        return ([name, *second[0]], end + 1 + second[1]) if second else None
    return None
