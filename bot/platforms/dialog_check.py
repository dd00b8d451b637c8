"""Holds what the bot said against the expectations of a dialog file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.platforms.dialog_record import Failure, Output
from bot.platforms.dialog_steps import Expected


class Expectations:
    """Compares in order and collects what did not come true."""

    def __init__(self) -> None:
        self.failures: list[Failure] = []
        self.held = 0
        self._earlier: tuple[Output, ...] = ()
        self._place = (0, 0)
        self._matched_line = 0

    def begin(self, earlier: Sequence[Output]) -> None:
        """A new step: `earlier` is what the bot said before time began to pass towards it."""
        self._earlier = tuple(earlier)
        self._place = (0, 0)
        self._matched_line = 0

    def compare(self, expected: Expected, outputs: Sequence[Output], answers: int) -> None:
        """Judge one expectation; the last `answers` of the outputs came after the step itself.

        What scheduled work said on the way to a chat line may be expected after that line, so that
        nothing is out of reach; what must not be said is looked for in the answers only.
        """
        fresh = tuple(outputs[len(self._earlier) :])
        if expected.is_absent:
            fresh = fresh[len(fresh) - answers :]
            found = any(_find(expected, _seen(output), 0) for output in fresh)
            reason = "it was said" if found else ""
        else:
            reason = self._follow(expected, fresh)
        if reason:
            self.failures.append(Failure(expected.line, expected.written, fresh, reason))
        else:
            self.held += 1

    def _follow(self, expected: Expected, outputs: tuple[Output, ...]) -> str:
        """Find the words after those of the expectation before; returns why they are not there."""
        first, offset = self._place
        for index in range(first, len(outputs)):
            match = _find(expected, _words(outputs[index]), offset if index == first else 0)
            if match is not None:
                self._place = (index, match.end())
                self._matched_line = expected.line
                return ""
        if any(_find(expected, _words(output), 0) for output in outputs):
            return f"it was said, but before what line {self._matched_line} expects"
        return "it was not said" if outputs else "nothing was said"


def _find(expected: Expected, text: str, start: int) -> re.Match[str] | None:
    pattern = expected.text if expected.is_regex else re.escape(expected.text)
    return re.compile(pattern, re.MULTILINE).search(text, start)


def _words(output: Output) -> str:
    """Everything a reader finds on the message: what is seen and the labels of its buttons."""
    return "\n".join([_seen(output), *(label for label, _ in output.buttons)])


def _seen(output: Output) -> str:
    """The text between its picture and file, which are named as the Chinese transcript does."""
    picture = [f"[图 {output.picture}]"] if output.picture else []
    file = [f"[文件 {output.file}]"] if output.file else []
    return "\n".join([*picture, output.seen, *file])
