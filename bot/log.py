"""The log: one JSON object a line on standard error, never the text of a message."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sqlite3
import sys
import traceback

# Errors whose words name parts of the program; others, like «invalid literal», quote what people
# wrote.
_ABOUT_CODE = (
    AttributeError,
    ImportError,
    NameError,
    OSError,
    RuntimeError,
    TypeError,
    sqlite3.Error,
)
# What every record has; whatever else stands in it came as `extra` and is a field of the event.
_STANDARD = frozenset(logging.LogRecord("", 0, "", 0, "", (), None).__dict__) | {"message"}


class JsonLines(logging.Formatter):
    """An event's name, level, time and fields, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON; line breaks in values cannot fake a second one."""
        at = dt.datetime.fromtimestamp(record.created, dt.UTC)
        line: dict[str, object] = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "room": record.name,
            "event": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info:
            line["exception"] = _trace(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def _trace(error: BaseException | None) -> str:
    """Where an error happened, and its words where they speak of code and never of a message."""
    parts = []
    while error is not None:
        words = f": {error}" if isinstance(error, _ABOUT_CODE) else ""
        frames = "".join(traceback.format_tb(error.__traceback__))
        parts.append(f"{frames}{type(error).__qualname__}{words}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\nafter\n".join(parts)


def configure(level: str) -> None:
    """Log from that level on: debug, info, warning or error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    # The ticker says every second that it ran.
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
