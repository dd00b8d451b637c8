"""What kind of thing a clause of minutes says: an action, a decision, data, an open item, none."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.language import minutes_words as words
from bot.language.minutes_clauses import Clause
from bot.language.minutes_dates import due_of
from bot.language.minutes_people import ROLE, Mention
from bot.language.minutes_telling import (
    DISPOSED,
    QUANTITY,
    ends,
    is_fact,
    is_past,
    tells_figures,
)
from bot.language.minutes_verbs import DUTY, TASK


class Sort(StrEnum):
    """The kinds of clauses."""

    ACTION = "action"
    ORDER = "order"
    DECISION = "decision"
    SETTLED = "settled"
    REJECTED = "rejected"
    DATA = "data"
    OPEN = "open"
    SAID = "said"
    NEGATED = "negated"
    DONE = "done"
    CONDITION = "condition"
    DATE = "date"
    PERSON = "person"
    ASIDE = "aside"
    OTHER = "other"


_WORD = re.compile(r"[\w%]")
_LEADING = re.compile(
    r"^(?:[\s,:]|另外|还有|然后|接着|对了|那个?|所以|因此|最后|最终|其中|首先|其次|而且|并且"
    r"|但是?|不过|同时|此外|顺便|ps|also|and|then|so|but|finally|btw)+"
)
_ORDERING = re.compile(r"^\s*(?:让|由|请|叫|派|交给|还是|换)\s*$")
_STRONG = re.compile(
    r"(?<![待未没不确固决商约规预拟制])定(?:了|下来?|好了)|敲定|拍板|决定|(?<!不)统一|改[成为]"
    r"|以后|今后|不再|(?<![没未不])通过|一律|说好|商定"
)
_HAPPENED = re.compile(
    r"了(?!一?[遍下]|再)|过(?!一遍|目|去|来)|拿下|夺|荣获|成为|突破|来了|有[0-9]|是第|排名"
    r"|第[一二三]"
)
# 从9套涨到15套 tells what happened.
_MOVED = re.compile(
    r"率[^,]{0,6}(?:涨|升|降|掉|跌)[^,]{0,3}[0-9]|从[^,]{0,8}[0-9][^,]{0,5}(?:涨|升|降|掉|跌|提"
    r"|增|减|变|冲)[^,]{0,3}[0-9]"
)
_WHEN = re.compile(r"(?:活动|直播|返场|会议)?(?:时间|日期|周期|档期):")
# 7月1日起 tells that what stands before it is settled.
_BEGINS = re.compile(r"(?:起|开始)(?:执行|生效|实行|实施|算)?$")
# 等样品到了再定 leaves something open.
_WAITS = re.compile(r"等[^,]{1,16}再(?:定|说|议|看|决定|商量|讨论)")


def sort_of(clause: Clause, *, asked: bool, forced: bool) -> Sort:
    """The kind of a clause; `forced`: it stands under a heading, list or name that makes tasks."""
    plain = clause.plain
    if words.LAUGH.search(plain) is not None or words.JOKING.search(plain) is not None:
        return Sort.ASIDE
    if words.CHATTER.fullmatch(plain) is not None and words.CHATTER_CORE.search(plain) is not None:
        return Sort.ASIDE
    begins = clause.dates and _BEGINS.search(plain) and len(clause.rest().strip()) <= 4
    if begins or words.SETTLED_ONLY.fullmatch(plain) is not None:
        return Sort.SETTLED
    if not has_content(clause):
        return _empty(clause)
    wondered = clause.actor is None and words.WHO.search(plain) is not None
    inquiry = clause.actor is not None and words.INQUIRY.search(plain) is not None
    if asked or wondered or (words.QUESTION.search(plain) is not None and not inquiry):
        return Sort.OPEN if words.OPEN.search(plain) and not asked else Sort.SAID
    return Sort.OPEN if _WAITS.match(plain) is not None else _statement(clause, forced)


def _empty(clause: Clause) -> Sort:
    """A clause of nothing but names and dates."""
    if clause.actor is not None:
        done = words.DONE.search(clause.plain) is not None and due_of(clause.dates) is None
        return Sort.DONE if done else Sort.PERSON
    return Sort.DATE if due_of(clause.dates) is not None else Sort.OTHER


def has_content(clause: Clause) -> bool:
    """Whether a clause says more than who and when."""
    rest = _ORDERING.sub("", _LEADING.sub("", clause.rest()))
    return _WORD.search(rest) is not None and words.HAND_IN.fullmatch(rest) is None


def _statement(clause: Clause, forced: bool) -> Sort:
    plain = clause.plain
    acting = clause.actor
    due = due_of(clause.dates)
    talk = any(each.how == "talk" for each in clause.people)
    if words.CONDITION.search(plain) is not None:
        return _condition(clause)
    if words.THANKS.search(plain) is not None and due is None:
        return Sort.ASIDE
    if (
        words.UNDONE.search(plain) is not None
        and acting is not None
        and not words.LEAVE.search(plain)
        and not words.OPEN.search(plain)
    ):
        return Sort.ACTION
    if words.OPEN.search(plain) is not None and not (
        acting is not None and due is not None and TASK.search(clause.rest())
    ):
        return Sort.OPEN
    if words.REJECTED.search(plain) is not None:
        return Sort.REJECTED
    if (
        words.LEAVE.search(plain) is not None
        and (clause.people or len(clause.rest().strip()) <= 4)
        and not (due and DUTY.search(plain))
    ):
        return Sort.ASIDE
    if (talk and acting is None) or (words.OPINION.search(plain) and not _STRONG.search(plain)):
        return Sort.DECISION if talk and _STRONG.search(plain) and "同意" in plain else Sort.SAID
    if words.NEGATED.search(plain) is not None:
        return (
            Sort.DECISION
            if re.search(r"以后|今后|不再|一律|取消|停", plain) and acting is None
            else Sort.NEGATED
        )
    if acting is not None and _is_task(clause, forced):
        return Sort.ACTION
    return _impersonal(clause, forced)


_COMES = re.compile(
    r"\s*(?:那边)?(?:※|[今明后周下月0-9一二三四五六日天上中午晚早])*\s*(?:会|再)?(?:来|要(?!把)|想|买|付"
    r"|问|说|退|打款|付款|转账|拿货|进货|回款|回复|到|下单|订货|收货)"
)


def _stranger_works(acting: Mention, plain: str, rest: str) -> bool:
    """Whether one who is no member is said to do something for the team, and is no customer."""
    role = ROLE.match(acting.said)
    if role is not None and role.end() < len(acting.said):
        return True
    if acting.how == "agent" and _COMES.match(plain, acting.end) is not None:
        return False
    return TASK.search(rest) is not None or DUTY.search(rest) is not None


def _condition(clause: Clause) -> Sort:
    """要是没到 alone, or with what is to be done then."""
    then = re.search(r"(?:就|则|那就?|的话)[,\s]*", clause.plain)
    acting = clause.actor
    if (
        acting is not None
        and (acting.start >= 3 or then is not None)
        and TASK.search(clause.plain, acting.end)
    ):
        return Sort.ACTION
    return Sort.CONDITION


def _is_task(clause: Clause, forced: bool) -> bool:
    """Whether the one who is named is to do something, and has not done it."""
    plain, acting, due = clause.plain, clause.actor, due_of(clause.dates)
    if acting is None or is_fact(clause, acting, forced):
        return False
    rest, tail = clause.rest(), plain[acting.end :]
    works = acting.group != "stranger" or TASK.search(rest) is not None
    if due is not None:
        return acting.group != "stranger" or _stranger_works(acting, plain, rest)
    if is_past(clause) and not forced:
        return False
    finished = DISPOSED.search(plain) is not None
    happened = _HAPPENED.search(DISPOSED.sub("", tail)) is not None
    if acting.how in ("ordered", "given") and not happened:
        return acting.how == "given" or works
    if finished:
        return forced or plain.startswith("@") or _URGED.search(plain) is not None
    if happened:
        return False
    if DUTY.search(rest) is not None:
        return works
    if acting.group == "stranger" or (
        not forced and QUANTITY.search(tail) and TASK.search(tail) is None
    ):
        return False
    if _ONE_VERB.fullmatch(rest) is not None or _is_topped(clause, acting, tail):
        return True
    return forced or TASK.search(rest) is not None or plain.startswith("@")


def tells(clause: Clause, sort: Sort) -> bool:
    """Whether a clause is an account of what happened."""
    if "没" in clause.plain or DISPOSED.search(clause.plain) is not None:
        return False
    return sort in (Sort.DONE, Sort.DATA) or (sort in (Sort.OTHER, Sort.SAID) and ends(clause))


# 脚本小美主笔: the thing, who, and any verb.
_ANY_VERB = re.compile(
    r"\s*(?!同意|满意|反对|知道|支持|辛苦|第|最|没|不|很|太|也|说|在|是|有)[一-鿿]{1,3}"
    r"(?<![了过的好对错多少高低满棒牛强慢快忙累名])\s*"
)
_ONE_VERB = re.compile(r"\s*[收跟管上顶接看播送取查教带陪办签发写拍画剪]\s*")
_URGED = re.compile(r"尽快|记得|要把|得把|去把|务必|抓紧|赶紧|马上|先把|别忘|需要")
# 包装定牛皮纸, 后面重心放短视频, 这批全退
_SETTLES = re.compile(
    r"(?<=[一-鿿]{2})(?<![待未没不确固决商约规预拟制原])定(?=[一-鿿a-z])(?![期时制位金价额向点稿性量义居心格员])|重[心点](?:放|转|是)"
    r"|[全都]部?[退换停删撤]了?$|(?:后面|接下来|往后)(?:就|都|主)"
)
_MUST_BE = re.compile(r"(?:[^,]{0,8})(?:要把|得把|需要把|记得把?|务必|别忘|尽快把?|抓紧把?)")
_MUST = re.compile(r"(?:要|得|需要?|记得|务必)把")


def _is_topped(clause: Clause, acting: Mention, tail: str) -> bool:
    """Whether a clause names a thing, then who, then any verb and nothing more."""
    thing = clause.plain[: acting.start].strip()
    alone = acting.how == "agent" and len([e for e in clause.people if e.names]) == 1
    return alone and _THING.fullmatch(thing) is not None and _ANY_VERB.fullmatch(tail) is not None


_THING = re.compile(r"[一-鿿a-z0-9]{2,8}(?<![了过和跟给但就是在])")


def _impersonal(clause: Clause, forced: bool) -> Sort:
    """The kind of a clause that gives nobody in the team a task by name."""
    plain, due = clause.plain, due_of(clause.dates)
    outside = any(each.how == "outside" for each in clause.people)
    done = words.DONE.search(plain) is not None and due is None
    done = done and (DISPOSED.search(plain) is None or "已" in plain)
    bidden = forced and not outside
    if bidden and not done and TASK.match(_LEADING.sub("", clause.rest()).lstrip()):
        return Sort.ORDER
    happened = outside and ends(clause) and words.FIGURE.search(plain)
    if (happened or _MOVED.search(plain) is not None) and due is None:
        return Sort.DATA
    if _WHEN.match(plain) is not None and due is not None and not clause.people:
        return Sort.DECISION
    deadline = due is not None and due.due.deadline
    if deadline and _MUST.search(plain) is not None:
        return Sort.ORDER
    settles = words.DECIDED.search(plain) or (clause.actor is None and _SETTLES.search(plain))
    if settles and not done:
        return Sort.DECISION
    if tells_figures(clause) and not deadline:
        return Sort.DATA
    if done:
        return Sort.DONE
    if bidden:
        return Sort.ORDER
    once = due is not None and due.due.recurrence is None and not deadline
    if once and not outside and words.EVENT.search(plain):
        return Sort.DECISION
    return Sort.OTHER if outside or not _bids(clause) else Sort.ORDER


def _bids(clause: Clause) -> bool:
    """Whether a clause says that something is to be done, and not by whom."""
    plain, due, past = clause.plain, due_of(clause.dates), is_past(clause)
    ordered = words.BARE_ORDER.search(plain) is not None or "把" in plain
    if due is not None and TASK.search(plain) and not past and (due.due.deadline or ordered):
        return True
    if due is not None and _MUST.search(plain):
        return True
    return not past and _MUST_BE.match(plain) is not None
