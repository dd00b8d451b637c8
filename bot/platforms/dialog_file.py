"""Reads dialog files: written conversations that serve as demo, document and test."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.platforms.cast import ROLES
from bot.platforms.chat_line import ChatLine, Unreadable, read_chat_line
from bot.platforms.dialog_steps import (
    Act,
    Change,
    Declare,
    DialogError,
    Expected,
    Look,
    Move,
    Offline,
    OpenGroup,
    Restart,
    Say,
    Script,
    Step,
    Wait,
)

# A file without @now starts here, so that it means the same on every day.
DEFAULT_START = "2025-06-18 00:00"
DEFAULT_ZONE = "Asia/Shanghai"

_EXAMPLES = {
    "now": "@now 2025-06-18 08:00 Asia/Shanghai",
    "group": "@group 冲刺群",
    "member": "@member 老王 owner",
    "until": "@until 21:31",
    "join": "@join 新人",
    "leave": "@leave 小美",
    "rename": "@rename 小美 美美",
    "restart": "@restart",
    "offline": "@offline 12:00",
}
_CHAT_EXAMPLE = "[08:30] 小美: 报单 398"
_TIMED = re.compile(r"[\[【]([^\]】]*)[\]】]\s*(.*)")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_EXPECTED = re.compile(r"([!！]?)[<＜]\s*(.*)")
_TRAILING_COMMENT = re.compile(r"\s#\s.*")
_WIDE = str.maketrans({"：": ":", "\u3000": " ", "＠": "@"})


def read(path: Path) -> Script:
    """The conversation in a file; raises DialogError."""
    try:
        source = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DialogError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DialogError(f"{path}: is not UTF-8 text; save it as UTF-8") from None
    return parse(source, path)


def parse(source: str, path: Path) -> Script:
    """The conversation in a text; `path` names it in errors and is where its files lie."""
    reader = _Reader(path)
    for number, line in enumerate(source.removeprefix("\ufeff").split("\n"), start=1):
        reader.take(number, line.strip(" \t\r\u3000"))
    return reader.script()


class _Reader:
    """Reads line by line and knows the time and the number of the last chat line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._zone = ZoneInfo(DEFAULT_ZONE)
        self._now = dt.datetime.fromisoformat(DEFAULT_START).replace(tzinfo=self._zone)
        self._start = self._now
        self._line = 0
        self._said = 0
        self._steps: list[Step | Expected] = []

    def script(self) -> Script:
        """What was read."""
        return Script(self._path, self._start, self._zone, tuple(self._steps))

    def take(self, number: int, line: str) -> None:
        """Read one line, stripped."""
        self._line = number
        if not line or line.startswith("#"):
            return
        if line[0] in "@＠":
            self._take_directives(line.translate(_WIDE))
        elif timed := _TIMED.fullmatch(line):
            self._take_chat_line(*timed.groups())
        elif expected := _EXPECTED.fullmatch(line):
            self._take_expected(*expected.groups())
        else:
            self._fail("not a chat line, a directive, an expectation or a comment", _CHAT_EXAMPLE)

    def _fail(self, problem: str, example: str) -> NoReturn:
        raise DialogError(f"{self._path}:{self._line}: {problem}; for example: {example}")

    # -- expectations and chat lines

    def _take_expected(self, mark: str, text: str) -> None:
        if not self._steps:
            self._fail("an expectation follows the chat line or directive it is about", "< ✅ #S1")
        if not text:
            self._fail("expected the words that the bot must say", "< ✅ #S1")
        is_regex = len(text) > 2 and text.startswith("/") and text.endswith("/")
        if is_regex:
            text = text[1:-1]
            try:
                re.compile(text)
            except re.error as error:
                self._fail(f"not a regular expression: {error}", r"< /今日\s*384/")
        self._steps.append(Expected(self._line, text, is_regex=is_regex, is_absent=bool(mark)))

    def _take_chat_line(self, time: str, rest: str) -> None:
        try:
            said = read_chat_line(rest)
        except Unreadable as error:
            self._fail(str(error), error.example)
        self._said += 1
        self._now = self._next(time, _CHAT_EXAMPLE)
        self._check_references(said)
        self._steps.append(
            Say(
                self._line,
                self._now,
                self._said,
                said.name,
                text=said.text,
                private=said.private,
                act=said.act,
                target=said.target,
                button=said.button,
                quoted_output=said.quoted_output,
                quoted_line=said.quoted_line,
                file=self._file(said.file) if said.file else None,
            )
        )

    def _check_references(self, said: ChatLine) -> None:
        numbers = [said.quoted_line] if said.quoted_line is not None else []
        if said.act in (Act.EDIT, Act.RECALL):
            numbers.append(said.target)
        for number in numbers:
            if not 0 < number < self._said:
                self._fail(
                    f"there is no chat line {number} before this one, which is number {self._said}",
                    "[08:40] 小美 ~1: 报单 389",
                )

    def _file(self, name: str) -> Path:
        path = self._path.parent / name
        if not path.is_file():
            self._fail(
                f"there is no file {name} beside the dialog file", "[08:42] 小美 +海报.png: 收录"
            )
        return path

    # -- directives

    def _take_directives(self, line: str) -> None:
        for part in re.split(r"\s+·\s+(?=@)", _TRAILING_COMMENT.sub("", line)):
            name, *words = part.removeprefix("@").split()
            if name not in _EXAMPLES:
                near = difflib.get_close_matches(name, _EXAMPLES, n=1)
                hint = f", did you mean @{near[0]}?" if near else ""
                self._fail(
                    f"unknown directive @{name}{hint}", _EXAMPLES[near[0] if near else "now"]
                )
            self._take_directive(name, words)

    def _take_directive(self, name: str, words: list[str]) -> None:
        match name, words:
            case "now", [date, time, *zone] if len(zone) <= 1:
                self._set_now(f"{date} {time}", *zone)
            case "group", [title, *more]:
                self._add_group([title, *more])
            case "member", [first, *more]:
                role = more.pop() if more else "member"
                self._declare(" ".join([first, *more]), role)
            case "join" | "leave", [_, *_]:
                move = Move(self._line, self._now, Change(name), " ".join(words))
                self._steps.append(move)
            case "rename", [old, new]:
                self._steps.append(Move(self._line, self._now, Change.RENAME, old, new))
            case "until", [_, *_]:
                self._now = self._next(" ".join(words), _EXAMPLES[name])
                self._steps.append(Wait(self._line, self._now))
            case "offline", [_, *_]:
                until = self._next(" ".join(words), _EXAMPLES[name])
                self._steps.append(Offline(self._line, self._now, until))
            case "restart", []:
                self._steps.append(Restart(self._line, self._now))
            case _:
                self._fail(f"@{name} is written otherwise", _EXAMPLES[name])

    def _set_now(self, moment: str, zone: str = DEFAULT_ZONE) -> None:
        if self._said or any(not isinstance(step, OpenGroup | Declare) for step in self._steps):
            self._fail("@now stands before the first chat line; later time passes", "@until 21:31")
        try:
            self._zone = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._fail(f"there is no time zone {zone}", _EXAMPLES["now"])
        self._start = self._now = self._moment(moment, _EXAMPLES["now"])

    def _add_group(self, words: list[str]) -> None:
        look = next((each for each in Look if each == words[-1] and len(words) > 1), None)
        title = " ".join(words[:-1] if look else words)
        self._steps.append(OpenGroup(self._line, self._now, title, look))

    def _declare(self, name: str, role: str) -> None:
        if role not in ROLES:
            self._fail(f"there is no role {role}, only {' '.join(ROLES)}", _EXAMPLES["member"])
        self._steps.append(Declare(self._line, self._now, name, role))

    # -- time

    def _next(self, words: str, example: str) -> dt.datetime:
        """The moment of a time of day, which is tomorrow's where today's is over, or of a date."""
        words = words.translate(_WIDE)
        time = _TIME.fullmatch(words)
        if time is None:
            moment = self._moment(words, example)
            if moment < self._now:
                self._fail(f"time does not go back from {self._now:%Y-%m-%d %H:%M}", example)
            return moment
        hour, minute, second = (int(part or 0) for part in time.groups())
        if hour > 23 or minute > 59 or second > 59:
            self._fail(f"there is no time {words}", example)
        moment = self._now.replace(hour=hour, minute=minute, second=second)
        return moment if moment >= self._now else moment + dt.timedelta(days=1)

    def _moment(self, words: str, example: str) -> dt.datetime:
        try:
            moment = dt.datetime.fromisoformat(words)
        except ValueError:
            self._fail(f"«{words}» is not a time", example)
        if moment.tzinfo is not None:
            self._fail("write local times without an offset", example)
        return moment.replace(tzinfo=self._zone)
