"""What can go wrong around the bot, in one line each."""

from __future__ import annotations


class Mistake(Exception):
    """Something wrong with what the program was given; the message says what to write instead."""


def explain(error: Exception) -> str | None:
    """An error in words; None for one that nobody foresaw."""
    # Only here: a command that goes well needs none of them.
    from bot.engine.connect import DatabaseUnusable, meaning
    from bot.engine.exports import NoSuchTeam
    from bot.platforms.dialog_steps import DialogError

    if isinstance(error, Mistake | DatabaseUnusable | DialogError):
        return one_line(str(error))
    if isinstance(error, NoSuchTeam):
        return one_line(f"name one of the teams with --team; there are: {error}")
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return one_line(f"{place}{error.strerror or error}")
    # What typer raises for a wrong line has no public class since it brings its own click.
    written = getattr(error, "format_message", None)
    return one_line(written()) if callable(written) else meaning(error)


def one_line(words: str) -> str:
    """The same words without line breaks."""
    return " ".join(words.split())
