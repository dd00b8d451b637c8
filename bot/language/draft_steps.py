"""What people do with a draft that was sent to them: 确认, 改2 周六, 删3, 加 …."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TALK = re.compile(r"[吗呢么?？]\s*$|(?:微信|好友|油|班|群)\s*$")


@dataclass(frozen=True, slots=True)
class SaidStep:
    """A step as it was said: its verb, the named parts of its pattern, and other words."""

    verb: str
    parts: dict[str, str | None]
    words: str


def said_step(text: str, steps: Iterable[tuple[str, re.Pattern[str]]]) -> SaidStep | None:
    """The first of some steps that a text says, None for talk and for anything else."""
    for verb, pattern in steps:
        match = pattern.fullmatch(text.lstrip("/／"))
        if match is None:
            continue
        parts = match.groupdict()
        words = (parts.get("words") or "").strip(" \t\n,，、:：")
        if _TALK.search(words) and "\n" not in words:
            return None
        return SaidStep(verb, parts, words)
    return None
