"""What is said to a command that is not whole: what was wrong, and a right example."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.cards import Button, Card, T, t
from bot.core.commands import Command


def misused(command: Command, what: T) -> Card:
    """What was wrong with a command's words, and right examples; hidden ones have none."""
    return Card(what, lines=() if command.hidden else (command.text("example"),))


def incomplete(command: Command) -> Card:
    """What a command lacks that came without a word it needs."""
    return misused(command, t("common-missing", usage=command.words[0]))


def which_record(word: str, letters: Sequence[str]) -> Card:
    """Which records a word can be said of, and a right example."""
    names = tuple(t("common-record", letter=letter) for letter in letters)
    first = "T" if "T" in letters else letters[0]
    example = t("common-record-example", letter=first)
    return Card(t("common-which-record", word=word, names=names, example=example))


def did_you_mean(line: str) -> Card:
    """Offer a line that is nearly what was typed."""
    line = line.strip()
    return Card(
        t("common-near-miss", line=line),
        buttons=(Button(t("common-yes"), line), Button(t("common-no"), "/dismiss")),
        question=True,
    )
