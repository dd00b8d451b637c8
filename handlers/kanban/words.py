"""How members write stages, columns and moves; pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

# What a name of a column says about the state of a task; these are no stages of a team's own.
STATES: Mapping[str, str] = {
    "待办": "open",
    "未开始": "open",
    "todo": "open",
    "open": "open",
    "进行": "doing",
    "进行中": "doing",
    "开始": "doing",
    "doing": "doing",
    "待验收": "review",
    "验收": "review",
    "交活": "review",
    "review": "review",
    "退回": "returned",
    "returned": "returned",
    "完成": "done",
    "已完成": "done",
    "done": "done",
}
# The workflow without a name, as members call it.
NAMELESS = frozenset({"流程", "workflow", "flow"})

_ARROW = r"(?:→|➜|➡\ufe0f?|⇒|[-—–=]{1,2}>|>)"
_ARROWS = re.compile(rf"\s*{_ARROW}\s*")
_COMMAS = re.compile(r"\s*[、,;/|\n]\s*")
_MOVE = re.compile(
    rf"\s*#?T(\d{{1,9}})\s*(?:(?P<arrow>{_ARROW})|(?:移|挪|转|推进?|进)?[到至]|进入|\bto\b)\s*(?P<name>[^\n]+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*#?T(\d{1,9})(?![A-Za-z0-9])\s*", re.IGNORECASE)
_INTO = re.compile(rf"\s*(?:{_ARROW}|(?:移|挪)?[到至]|\bto\b)\s*", re.IGNORECASE)
_QUOTES = "“”「」\"'《》"
_BEHIND = re.compile(r"(?:阶段)?(?:了|啦)?[。.!]*$")
# Words of sentences; no name of a stage has them.
_TALK = re.compile(r"[。!?~…()]|[的了吗呢吧啊呀哦哈嘛啦是在不很太真这那我你他们都就还也没]")

_LIMIT = re.compile(
    r"(?P<name>\S.{0,19}?)\s*(?:上限|最多|wip|limit)\s*[:=]?\s*"
    r"(?:(?P<limit>\d{1,9})\s*个?|(?P<none>无|没有|不限|取消|none|off|no))",
    re.IGNORECASE,
)
_REMOVE = re.compile(r"(?:删除|去掉|remove|delete)\s*(?P<name>\S.*)", re.IGNORECASE)
_FLOW = re.compile(r"(?P<flow>[^:→>、,\n]{1,20}?)\s*:\s*(?P<rest>.+)", re.DOTALL)
# Names with spaces between them may be a sentence: they are short and at least so many.
_SHORT, _SEVERAL = 4, 3


@dataclass(frozen=True, slots=True)
class StageOrder:
    """What a message wants with the stages: set, limit, remove, or look at one."""

    action: str
    name: str = ""
    names: tuple[str, ...] = ()
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A task by its number and the column it is to go to; a plain one is no order but for a name
    that is known.
    """

    number: int
    name: str
    is_plain: bool = False


def plain(text: str) -> str:
    """A text in the one spelling that the readers here look at."""
    return unicodedata.normalize("NFKC", text).strip()


def is_talk(words: str) -> bool:
    """Whether words have what only sentences have."""
    return bool(_TALK.search(words))


def read_move(text: str) -> Move | None:
    """`T31 → 付款`, `T31 到 付款`: the move, or None."""
    match = _MOVE.fullmatch(plain(text))
    if match is None or not _name(match["name"]):
        return None
    return Move(int(match[1]), _name(match["name"]), is_plain=match["arrow"] is None)


def read_command(line: str, quoted: str) -> Move | None:
    """What stands behind `移`: a task and a column; the task may be the one of a quoted text."""
    line = plain(line)
    match = _NUMBER.match(line)
    if match is not None:
        line = line[match.end() :]
    else:
        match = re.search(r"#T(\d{1,9})(?!\d)", quoted) or re.match(r"\s*T(\d{1,9})(?!\d)", quoted)
    into = _INTO.match(line)
    name = _name(line[into.end() :] if into else line)
    if match is None or not name or len(name) > 20:
        return None
    return Move(int(match[1]), name)


def _name(words: str) -> str:
    return _BEHIND.sub("", words.strip().strip(_QUOTES).strip()).strip().strip(_QUOTES)


def read_stages(line: str, *, is_sure: bool, is_glued: bool) -> StageOrder | None:
    """What stands behind `阶段`; None for talk. A sure one began with a slash."""
    line = plain(line)
    if is_glued and not is_sure and not line.startswith(":"):
        return None
    line = line.removeprefix(":").strip()
    limit, removal = _LIMIT.fullmatch(line), _REMOVE.fullmatch(line)
    if limit is not None:
        most = None if limit["none"] else int(limit["limit"])
        return StageOrder("limit", limit["name"].strip(), limit=most)
    if removal is not None:
        return StageOrder("remove", removal["name"].strip())
    flow = _FLOW.fullmatch(line)
    name, rest = (flow["flow"].strip(), flow["rest"]) if flow else ("", line)
    names = _names(rest, is_sure=is_sure)
    if names is None:
        return None
    if len(names) == 1 and not name:
        return StageOrder("look", names[0])
    if len(names) == 1 and not is_sure:
        return None
    return StageOrder("set", "" if name.lower() in NAMELESS else name, names)


def _names(rest: str, *, is_sure: bool) -> tuple[str, ...] | None:
    """The names of stages in their order; None where the words are a sentence."""
    for separator in (_ARROWS, _COMMAS):
        if separator.search(rest):
            names = tuple(name.strip(_QUOTES) for name in separator.split(rest.strip()))
            names = tuple(name for name in names if name)
            return names if is_sure or not any(map(is_talk, names)) else None
    names = tuple(rest.split())
    if is_sure or len(names) == 1:
        return names if is_sure or not is_talk(rest) else None
    is_list = len(names) >= _SEVERAL and all(len(name) <= _SHORT for name in names)
    return names if is_list and not is_talk(rest) else None
