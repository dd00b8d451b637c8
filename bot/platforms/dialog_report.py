"""Shows a dialog that was played: as a transcript, as JSON, or held against its expectations."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator

from bot.core.cards import T, t
from bot.platforms.cast import BOT_NAME
from bot.platforms.dialog_record import Failure, Heard, Outcome, Output

# Columns of a transcript's speakers at most, so that one long name does not push all words away.
_SPEAKER_COLUMNS = 20


def transcript(outcome: Outcome, text: Callable[[T], str]) -> str:
    """The conversation for a README: time, speaker and words, aligned; `text` is the catalog."""
    rows = [_row(entry, text) for entry in outcome.record]
    column = max((_columns(speaker) for _, speaker, _ in rows), default=0)
    column = min(column, _SPEAKER_COLUMNS)
    lines: list[str] = []
    day: dt.date | None = None
    group = ""
    for entry, (time, speaker, words) in zip(outcome.record, rows, strict=True):
        where = entry.to.removeprefix("group:") if entry.to.startswith("group:") else group
        if entry.at.date() != day or where != group:
            day, group = entry.at.date(), where
            lines += ["", " ".join(["──", *filter(None, [group]), day.isoformat(), "──"])]
        lines += _aligned(time, speaker, words, column)
    return "\n".join([*lines[1:], ""])


def json_lines(outcome: Outcome) -> str:
    """One JSON object a line for each output."""
    return "".join(
        json.dumps(_as_json(output), ensure_ascii=False) + "\n" for output in outcome.outputs
    )


def check_report(outcome: Outcome) -> str:
    """What did not come true, each by file line, what was expected and what was said."""
    lines = [line for failure in outcome.failures for line in _difference(outcome, failure)]
    total = outcome.held + len(outcome.failures)
    lines.append(
        f"{outcome.script.path}: {outcome.held} of {total} expectations hold, "
        f"{len(outcome.outputs)} outputs"
    )
    return "\n".join([*lines, ""])


def _as_json(output: Output) -> dict[str, object]:
    return {
        "n": output.number,
        "at": output.at.isoformat(),
        "to": output.to,
        "text": output.text,
        "buttons": [label for label, _ in output.buttons],
        "picture": output.picture,
        "file": output.file,
        "edits": output.edits,
        "after": output.after,
    }


def _difference(outcome: Outcome, failure: Failure) -> Iterator[str]:
    reason = f": {failure.reason}" if failure.reason else ""
    yield f"{outcome.script.path}:{failure.line}: expected {failure.expected}{reason}"
    for output in failure.said:
        yield f"  output {output.number} {output.at:%H:%M} {output.to}"
        yield from (f"    {line}" for line in output.seen.split("\n"))
        if output.buttons:
            yield f"    {_labels(output)}"
    yield ""


def _row(entry: Heard | Output, text: Callable[[T], str]) -> tuple[str, str, str]:
    """Time, speaker and words of an entry."""
    private = entry.to.startswith("private:")
    if isinstance(entry, Output):
        speaker = f"{BOT_NAME} → {entry.to.removeprefix('private:')}" if private else BOT_NAME
        return f"{entry.at:%H:%M}", speaker, _shown(entry, text)
    words = " ".join(
        part for part in (text(entry.prefix) if entry.prefix else "", entry.text) if part
    )
    speaker = f"{entry.speaker} → {BOT_NAME}" if private else entry.speaker
    return f"{entry.at:%H:%M}", speaker, words if entry.speaker else f"({words})"


def _shown(output: Output, text: Callable[[T], str]) -> str:
    replaced = [text(t("replay-replaced", number=output.edits))] if output.edits else []
    pressable = [_labels(output)] if output.buttons and output.shows_buttons else []
    file = [text(t("replay-file", name=output.file))] if output.file else []
    picture = [text(t("replay-picture", name=output.picture))] if output.picture else []
    return "\n".join([*replaced, *picture, output.seen, *file, *pressable])


def _labels(output: Output) -> str:
    return " ".join(f"[{label}]" for label, _ in output.buttons)


def _aligned(time: str, speaker: str, words: str, column: int) -> Iterator[str]:
    first, *others = words.split("\n")
    padding = " " * max(column - _columns(speaker), 0)
    yield f"{time}  {speaker}{padding}  {first}".rstrip()
    for line in others:
        yield f"{' ' * (len(time) + 2 + column)}  {line}".rstrip()


def _columns(words: str) -> int:
    from wcwidth import wcswidth

    return max(wcswidth(words), 0)
