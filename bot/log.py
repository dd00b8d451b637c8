"""The log: one JSON object a line on standard error, never the text of a message."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys

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
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def configure(level: str) -> None:
    """Log from that level on: debug, info, warning or error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    # The ticker says every second that it ran.
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
