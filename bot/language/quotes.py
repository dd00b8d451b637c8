"""Takes quotations out of a message: only a member's own words count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.reading import SaleText

_BLOCK = re.compile(
    r"^\s*[「『“\"](?P<sender>[^:\n「」]{1,30}):\s*(?P<text>.{0,2000}?)[」』”\"]\s*\n\s*(?:[-—–_=]\s*){3,}\n?(?P<reply>.*)$",
    re.DOTALL,
)
_UNFINISHED = re.compile(
    r"^\s*[「『](?P<sender>[^:\n「」]{1,30}):(?P<text>[^」』]*)[」』]?\s*$", re.DOTALL
)
_ARROW = re.compile(r"^\s*>[^\n]*(?:\n|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A message's own words, and the words of its sender that it quotes."""

    own: str
    quoted: str = ""


def split_quote(text: str, message: SaleText) -> Quoted:
    """Parts a normalised text from what it quotes; what others said is dropped."""
    quoted = message.quote_text or "" if message.quote_sender == message.sender else ""
    if text[:1] in '「『“"' or text[:1].isspace():
        block = _BLOCK.match(text) or _UNFINISHED.match(text)
        if block is not None:
            own = block.groupdict().get("reply") or ""
            said = block["text"] if block["sender"].strip() == message.sender else ""
            return Quoted(own.strip(), said or quoted)
    if ">" in text:
        text = _ARROW.sub("", text)
    return Quoted(text.strip(), quoted)
