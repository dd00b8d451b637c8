"""Steps that are said to the draft of a review: 确认, 改1 …, 删2, 找回2, 加 …."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.draft_steps import said_step

_CAMPAIGN = r"(?:\s*#?K(?P<number>\d{1,9})(?![A-Za-z0-9]))?"
_LINE = r"\s*第?\s*(?P<line>\d{1,2})\s*[条行]?"
_FLAGS = re.IGNORECASE | re.DOTALL
_STEPS = {
    "confirm": re.compile(
        rf"\s*(?:确认|确认发布|发布|confirm){_CAMPAIGN}(?:复盘)?[\s。.!！]*", _FLAGS
    ),
    "amend": re.compile(
        rf"\s*(?:改|amend|change){_CAMPAIGN}{_LINE}(?!\d|[月号日年点]|[/.-]\d)"
        r"(?P<words>[\s,，、:：]*\S.*)",
        _FLAGS,
    ),
    "strike": re.compile(rf"\s*(?:删除|删掉|删|delete){_CAMPAIGN}{_LINE}\s*", _FLAGS),
    "restore": re.compile(rf"\s*(?:找回|restore){_CAMPAIGN}{_LINE}\s*", _FLAGS),
    "add": re.compile(rf"\s*(?:加|补充|add){_CAMPAIGN}(?:\s+|\s*[:：])(?P<words>\S.*)", _FLAGS),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its verb, the campaign where one is named, the line, and other words."""

    verb: str
    number: int | None = None
    line: int = 0
    words: str = ""


def read_step(text: str) -> Step | None:
    """The step that a text says, None for anything else."""
    said = said_step(text, _STEPS.items())
    if said is None:
        return None
    number, line = said.parts.get("number"), said.parts.get("line")
    return Step(said.verb, int(number) if number else None, int(line) if line else 0, said.words)
