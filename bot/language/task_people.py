"""Who is to do a task and who accepts it: @阿芳、丽姐, 让阿芳, 由@丽姐验收."""

from __future__ import annotations

import re

from bot.language.task_names import (
    FIRST_NAME,
    LONGEST_NAME,
    PARTED,
    SELF,
    Known,
    add_person,
    resolve,
)
from bot.language.task_sheet import DROPPED, Draft, Sheet
from bot.language.task_words import NAME

_MENTION = re.compile(
    rf"@(?:(?<![a-z0-9._-]@)|(?<=[0-9]@)(?!\S{{0,40}}\.[a-z]))[ \t]?(?P<name>{NAME}{{1,24}})"
)
_LONGER = re.compile(r"[^\s@,，、:：;；]{1,20}(?:[ \u2005][^\s@,，、:：;；]{1,20}){1,2}")
_LAST_WORD = re.compile(r"[ \u2005][^ \u2005]*$")
_EVERYBODY = re.compile(
    r"所有人|全体成员|全体|全员|大家|(?:everyone|everybody|all|here|channel)(?![a-z0-9_])"
)
_JOIN = re.compile(
    rf"[ \t]*(?:[、,&+/]|和|与|跟|(?<![a-z])and(?![a-z]))[ \t]*(?P<name>{NAME}{{1,24}})"
)
_FIRST_JOINED = re.compile(rf"[ \t]*(?P<name>{NAME}{{1,24}}?)[ \t]*[、,&+/]?[ \t]*(?=@)")
_JOINED = re.compile(r"[ \t]*(?:[、,&+/]|和|与|跟|(?<![a-z])and(?![a-z]))?[ \t]*$")
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
    rf"(?P<by>由|请|让|给|找)?[ \t]?@[ \t]?(?P<name>{NAME}{{1,24}}?)[ \t]*{_ACCEPTS}"
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
    taken = _first_before_mention(sheet, draft, known)
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


def _first_before_mention(sheet: Sheet, draft: Draft, known: Known) -> list[tuple[int, int]]:
    """A bare name at the beginning that is joined to a mention: 阿芳、@丽姐."""
    first = _FIRST_JOINED.match(sheet.left)
    if first is None:
        return []
    name = sheet.said(*first.span("name"))
    if not known(name) and name not in SELF:
        return []
    add_person(draft, name)
    return [(0, first.end("name"))]


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
    longer = _LONGER.match(sheet.text, written, written + LONGEST_NAME)
    whole = longer[0] if longer else ""
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
        if run in SELF or known(run):
            add_person(draft, run)
            end = more.end()
            continue
        halves = [half for half in PARTED.split(run, maxsplit=1) if known(half)]
        if len(halves) < 2:
            break
        for half in halves:
            add_person(draft, half)
        end = more.end()
    behind = _BEHIND.match(sheet.left, end)
    return behind.end() if behind else end


def _labelled(sheet: Sheet, draft: Draft, known: Known) -> None:
    taken: list[tuple[int, int]] = []
    for label in _PEOPLE_LABEL.finditer(sheet.left):
        first = FIRST_NAME.match(sheet.left, label.end())
        if first is None:
            continue
        run = sheet.said(*first.span("name"))
        everybody = _EVERYBODY.fullmatch(sheet.spelled, *first.span("name"))
        halves = [half for half in PARTED.split(run, maxsplit=1) if known(half)]
        names = ["@"] if everybody else halves if len(halves) == 2 and not known(run) else [run]
        for name in names:
            add_person(draft, name)
        taken.append((label.start(), _add(draft, names[-1], first.end(), sheet=sheet, known=known)))
    sheet.blank(taken)
