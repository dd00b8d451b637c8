"""How a rule says no."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """A rule's no: a catalog key and its values become the answer, and nothing of the message is
    written.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values: Mapping[str, str | int] = values


class Ambiguous(Exception):
    """A name that fits several members: (member id, words that tell them apart) for each; `line` is
    the command line that it stands in, where that is not the message.
    """

    def __init__(self, name: str, candidates: tuple[tuple[int, str], ...]) -> None:
        super().__init__(name)
        self.name = name
        self.candidates = candidates
        self.line = ""
