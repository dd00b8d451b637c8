"""What a task can be, and which step leads from where to where."""

from __future__ import annotations

from collections.abc import Mapping

OPEN, DOING, REVIEW, RETURNED = "open", "doing", "review", "returned"
DONE, CANCELLED = "done", "cancelled"
# States in which there is something left to do.
ALIVE = frozenset({OPEN, DOING, REVIEW, RETURNED})

TASK, PROMISE = "task", "promise"

# From which states a step may be taken; steps that are not named here may be taken while a task
# is alive.
ALLOWED: Mapping[str, frozenset[str]] = {
    "start": frozenset({OPEN, RETURNED}),
    "submit": frozenset({OPEN, DOING, RETURNED}),
    "finish": frozenset({OPEN, DOING, RETURNED}),
    "accept": frozenset({REVIEW}),
    "return": frozenset({REVIEW, DONE}),
    "claim": frozenset({OPEN, DOING, RETURNED}),
    "reopen": frozenset({DONE, CANCELLED}),
    "note": ALIVE | {DONE, CANCELLED},
}
# The states to which steps lead; the others leave it as it is.
LEADS_TO: Mapping[str, str] = {
    "start": DOING,
    "submit": REVIEW,
    "finish": DONE,
    "accept": DONE,
    "return": RETURNED,
    "cancel": CANCELLED,
    "reopen": OPEN,
}
# What happened to a task that cannot be taken back: it changed nothing.
LASTING = frozenset({"note", "undo", "denied"})


def column(stage_id: int | None, state: str) -> tuple[bool, int | None, str]:
    """Where a task stands: whether it lives, its stage, and its state where it has no stage."""
    return state in ALIVE, stage_id, state if stage_id is None else ""
