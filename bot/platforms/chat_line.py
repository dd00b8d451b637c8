"""Reads one written chat line: who speaks, what it does and the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.platforms.dialog_steps import Act

_EXAMPLE = "小美: 报单 398"
_PRIVATE = re.compile(r"\s*[(（](?:私聊|private)[)）]\s*$")
_MARK = re.compile(r">#?\d+|!\d+\.\d+|~\d+|-\d+|\+\S+|\((?:私聊|private)\)")
_ACTS = {"!": Act.PRESS, "~": Act.EDIT, "-": Act.RECALL, "+": Act.FILE}
_NARROW = str.maketrans("＞＃！～－＋（）．", ">#!~-+().")


class Unreadable(Exception):
    """A chat line that cannot be read, with one that can."""

    def __init__(self, problem: str, example: str) -> None:
        super().__init__(problem)
        self.example = example


@dataclass(slots=True)
class ChatLine:
    """What a chat line says and does; the numbers mean what they mean in `dialog_steps.Say`."""

    name: str
    text: str = ""
    private: bool = False
    act: Act = Act.TEXT
    target: int = 0
    button: int = 0
    quoted_output: int | None = None
    quoted_line: int | None = None
    file: str = ""


def read_chat_line(words: str) -> ChatLine:
    """Read «名字 marks: text»; a press or a recall has no text and no colon. Raises Unreadable."""
    head, colon, text = _split_at_colon(words)
    tokens = head.split()
    marks: list[str] = []
    while len(tokens) > 1 and _MARK.fullmatch(tokens[-1].translate(_NARROW)):
        marks.append(tokens.pop())
    name = " ".join(tokens)
    private = _PRIVATE.search(name)
    line = ChatLine(_PRIVATE.sub("", name), text.strip(" \t").replace("⏎", "\n"), bool(private))
    for token in tokens[1:]:
        if token.translate(_NARROW)[0] in ">!~+":
            raise Unreadable(
                f"«{token}» is no quote, press, edit or file", "小美 >2: 纪要:1.主推套盒"
            )
    for mark in marks:
        _apply(line, mark)
    if not line.name:
        raise Unreadable("expected a name before the colon", _EXAMPLE)
    if not colon and line.act in (Act.TEXT, Act.EDIT):
        raise Unreadable("expected a colon after the name", _EXAMPLE)
    if line.text and line.act in (Act.PRESS, Act.RECALL):
        raise Unreadable(f"a {line.act} has no text", "小美 !1.1")
    return line


def _split_at_colon(words: str) -> tuple[str, str, str]:
    colon = re.search("[:：]", words)
    if colon is None:
        return words, "", ""
    return words[: colon.start()], ":", words[colon.end() :]


def _apply(line: ChatLine, token: str) -> None:
    mark = token.translate(_NARROW)
    sign, rest = mark[0], mark[1:]
    if sign == "(":
        line.private = True
    elif sign == ">" and rest.startswith("#"):
        line.quoted_line = int(rest[1:])
    elif sign == ">":
        line.quoted_output = int(rest)
    elif line.act is not Act.TEXT:
        raise Unreadable("one line presses, edits, recalls or sends one thing", "小美 !1.1")
    else:
        line.act = _ACTS[sign]
        if line.act is Act.FILE:
            line.file = token[1:]
            return
        target, _, button = rest.partition(".")
        line.target, line.button = int(target), int(button or 0)
