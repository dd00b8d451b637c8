"""Steps that somebody with an open draft can say: 确认, 改2 周六, 删3, 找回3, 加 …, 放弃."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.draft_steps import said_step

_MEETING = r"(?:\s*#?[Mm](?P<meeting>\d{1,9})(?![A-Za-z0-9]))?"
_LINES = r"(?P<lines>\d{1,3}(?:\s*(?:[、,，和]|\s)\s*\d{1,3})*)\s*[条行]?"
_FLAGS = re.IGNORECASE | re.DOTALL
_STEPS = {
    "confirm": re.compile(rf"\s*(?:确认|确认发布|confirm){_MEETING}(?:纪要)?[\s。.!！]*", _FLAGS),
    "amend": re.compile(
        rf"\s*(?:改|amend|change){_MEETING}\s*第?\s*(?P<lines>\d{{1,3}})[条行]?"
        r"(?!\d|[月号日年点]|[/.:：-]\d)(?P<words>[\s,，、:：]*\S.*)",
        _FLAGS,
    ),
    "strike": re.compile(rf"\s*(?:删除|删掉|删|strike|delete){_MEETING}\s*第?{_LINES}\s*", _FLAGS),
    "restore": re.compile(rf"\s*(?:找回|bring[_ ]back){_MEETING}\s*第?{_LINES}\s*", _FLAGS),
    "add": re.compile(rf"\s*(?:加|补充|add){_MEETING}(?:\s+|\s*[:：])(?P<words>\S.*)", _FLAGS),
    "discard": re.compile(rf"\s*(?:放弃|discard){_MEETING}(?:草稿)?[\s。.!！]*", _FLAGS),
}
# The same the other way round: 第2条改成周六, 第3条删了.
_TURNED = (
    ("amend", re.compile(r"\s*把?第\s*(?P<lines>\d{1,3})\s*条\s*(?:改|换)(?P<words>\S.*)", _FLAGS)),
    ("strike", re.compile(r"\s*把?第\s*(?P<lines>\d{1,3})\s*条\s*(?:删|去|拿)掉?了?吧?", _FLAGS)),
)


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its verb, the meeting where one is named, line numbers, and other words."""

    verb: str
    meeting: int | None = None
    lines: tuple[int, ...] = ()
    words: str = ""


def read_step(text: str) -> Step | None:
    """The step that a text says, None for anything else."""
    said = said_step(text, (*_STEPS.items(), *_TURNED))
    if said is None:
        return None
    numbers = tuple(int(each) for each in re.findall(r"\d+", said.parts.get("lines") or ""))
    meeting = said.parts.get("meeting")
    return Step(said.verb, int(meeting) if meeting else None, numbers, said.words)
