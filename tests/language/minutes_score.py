"""Scores what the reader makes of minutes against what was expected.

By hand, for a file of cases and its context:
`PYTHONPATH=. python tests/language/minutes_score.py cases.jsonl context.toml`.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.language.parse import load_context, parse_lines

Case = Mapping[str, Any]
_DROPPED = re.compile(r"[^\w%.]|_|(?<![0-9])\.|\.(?![0-9])")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


@dataclass
class Score:
    """What was right and wrong in one reply."""

    case: str
    actions: int = 0
    right: int = 0
    invented: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return not self.wrong and not self.invented


def plain(text: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).lower())


def fits(piece: str, words: Sequence[str], limit: int = 120) -> bool:
    said = plain(piece)
    return len(said) <= limit and all(
        any(plain(part) in said for part in word.split("|")) for word in words
    )


def due_fits(due: str | None, wanted: Any) -> bool:
    accepted = wanted if isinstance(wanted, list) else [wanted]
    for each in accepted:
        if each == "*" or each == due:
            return True
        if each and due and len(each) == 10 and due[:10] == each:
            return True
    return False


def who_fits(who: Sequence[str], wanted: Case) -> bool:
    if "who_any" in wanted:
        return any(set(who) == set(each) for each in wanted["who_any"])
    return "who" not in wanted or set(who) == set(wanted["who"])


def action_fits(action: Case, wanted: Case) -> bool:
    return (
        who_fits(action["who"], wanted)
        and due_fits(action["due"], wanted.get("due", "*"))
        and fits(action["what"], wanted["what"], 80)
    )


def half_fits(action: Case, wanted: Case) -> bool:
    if fits(action["what"], wanted["what"], 80):
        return True
    due = wanted.get("due", "*")
    return who_fits(action["who"], wanted) and (due == "*" or due_fits(action["due"], due))


def joined(actions: Iterable[Case]) -> list[Case]:
    """The same task once for each person is one task of them all."""
    found: dict[tuple[str, str | None], dict[str, Any]] = {}
    for action in actions:
        key = plain(action["what"]), action["due"]
        if key in found and set(found[key]["who"]) != set(action["who"]):
            found[key]["who"] = [*found[key]["who"], *action["who"]]
        else:
            found[(key[0] + f"#{len(found)}" if key in found else key[0], key[1])] = dict(action)
    return list(found.values())


def score(case: Case, result: Case) -> Score:
    expected = case["expect"]
    told = Score(case["id"])
    optional = expected.get("optional", {})
    _score_actions(told, joined(result["actions"]), expected, optional.get("actions", []))
    _score_pieces(told, "decisions", result, expected)
    wrong_pieces = [
        piece
        for kind in ("data", "open")
        for piece in result[kind]
        if not any(
            fits(piece, words) for words in [*expected.get(kind, []), *optional.get(kind, [])]
        )
    ]
    if len(wrong_pieces) > 2 + len(case["text"]) // 250:
        told.wrong.append(f"too many: {wrong_pieces}")
    for kind in ("data", "open"):
        _score_pieces(told, kind, result, expected)
    goal = expected.get("goal", None)
    if result["goal"] not in (goal if isinstance(goal, list) else [goal]):
        told.wrong.append(f"goal {result['goal']}, not {goal}")
    if expected.get("unsure") and not result["unsure"]:
        told.wrong.append("no question")
    everything = json.dumps(result, ensure_ascii=False)
    pieces = [a["what"] for a in result["actions"]] + [
        p for k in ("decisions", "data", "open") for p in result[k]
    ]
    told.wrong += [
        f"never {words}: {p}"
        for words in expected.get("never", [])
        for p in pieces
        if fits(p, words, 10**6)
    ]
    if _MOBILE.search(everything):
        told.wrong.append("a mobile number")
    return told


def _score_actions(
    told: Score, actions: list[Case], expected: Case, optional: Sequence[Case]
) -> None:
    alternatives = expected.get("actions_any") or [expected.get("actions", [])]
    best: tuple[int, list[Case], list[Case], Sequence[Case]] | None = None
    for wanted in alternatives:
        left, missing = list(actions), []
        for each in wanted:
            match = next((a for a in left if action_fits(a, each)), None)
            if match is None:
                missing.append(each)
            else:
                left.remove(match)
        for each in optional:
            match = next((a for a in left if action_fits(a, each)), None)
            if match is not None:
                left.remove(match)
        if best is None or len(missing) + len(left) < best[0]:
            best = len(missing) + len(left), missing, left, wanted
    assert best is not None
    _, missing, left, wanted = best
    told.actions, told.right = len(wanted), len(wanted) - len(missing)
    told.wrong += [f"missing {each}" for each in missing]
    halves = [*missing, *optional]
    for action in left:
        half = next((each for each in halves if half_fits(action, each)), None)
        if half is None:
            told.invented.append(f"invented {action}")
        else:
            halves.remove(half)
            told.wrong.append(f"half right {action}")


def _score_pieces(told: Score, kind: str, result: Case, expected: Case) -> None:
    wanted = expected.get(kind, [])
    told.wrong += [
        f"no {kind} {words}" for words in wanted if not any(fits(p, words) for p in result[kind])
    ]
    if kind == "decisions":
        accepted = [*wanted, *expected.get("optional", {}).get(kind, [])]
        told.wrong += [
            f"too many: {p}" for p in result[kind] if not any(fits(p, words) for words in accepted)
        ]


def scored(cases: Sequence[Case], context: str) -> list[tuple[Score, Case]]:
    lines = [json.dumps(case, ensure_ascii=False) for case in cases]
    results = [
        json.loads(line) for line in parse_lines(lines, load_context(context), kind="minutes")
    ]
    return [(score(case, result), result) for case, result in zip(cases, results, strict=True)]


def main(cases: str, context: str, only: str = "") -> None:
    every = [
        json.loads(line) for line in Path(cases).read_text("utf-8").splitlines() if line.strip()
    ]
    every = [case for case in every if only in case["id"]]
    told = scored(every, Path(context).read_text("utf-8"))
    for (each, result), case in zip(told, every, strict=True):
        if not each.full or only:
            print(f"--- {each.case}: {case['text']!r}")
            for wrong in each.wrong + each.invented:
                print(f"      {wrong}")
            print(
                f"      => {json.dumps({k: v for k, v in result.items() if v and k != 'id'}, ensure_ascii=False)}"
            )
    total = sum(each.actions for each, _ in told)
    right = sum(each.right for each, _ in told)
    invented = sum(len(each.invented) for each, _ in told)
    full = sum(each.full for each, _ in told)
    print(f"replies {full}/{len(told)}  actions {right}/{total}  invented {invented}")


if __name__ == "__main__":
    main(*sys.argv[1:])
