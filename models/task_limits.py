"""How much people may say about a task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.errors import Refusal

# As much as the columns hold, in characters.
MAX_TITLE, MAX_WORDS, MAX_CUSTOMER, MAX_ITEMS = 200, 1000, 64, 50
_MOST = {"detail": MAX_WORDS, "criteria": MAX_WORDS, "customer": MAX_CUSTOMER}


def fitting(values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a task as far as they hold what was said; raises Refusal for a title that is
    empty or too long.
    """
    found = dict(values)
    if "title" in found:
        found["title"] = title = " ".join(found["title"].split())
        if not title:
            raise Refusal("task-no-title")
        if len(title) > MAX_TITLE:
            raise Refusal("task-title-long", length=len(title), most=MAX_TITLE)
    for name, most in _MOST.items():
        if name in found:
            found[name] = found[name][:most]
    return found
