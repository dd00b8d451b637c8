"""Which open tasks are about the same thing: titles compared sign by sign, customers by name."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, islice

from sqlalchemy import bindparam, func, select

from models.db import Db
from models.task_tables import TASK_FOR_CUSTOMER, TASK_OPEN, Task, TaskMember
from models.tasks import TaskInfo, infos

# From this likeness on, of 100, two tasks are asked about. On the pairs of the test none that
# differ reach 60, and from 82 on the same thing in other words is lost.
ALIKE = 72
_SAME_CUSTOMER = 8
# What is left of a likeness where something stands in one title instead of something else in the
# other: another name, month or product.
_INSTEAD = 0.6
# Answers of one look: as many as anybody reads.
_MOST = 3
# Pairs that a digest may tell of; open tasks of which the newest are compared, looks at two titles,
# rare letters of a title that lead to one, and tasks of one customer that are read: what bounds the
# search among ten thousand.
_DOUBLES, _NEWEST, _LOOKS, _RAREST, _OF_ONE = 5, 2_000, 1_500, 2, 20
# Titles of few signs say too little: they are alike when they are the same.
_SHORT = 3
# Liang and lia, two in the words of a count; Unicode does not know them as numbers.
_TWO = frozenset({0x4E24, 0x4FE9})

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Double:
    """Two open tasks of different people about the same thing, or for the same customer."""

    first: TaskInfo
    second: TaskInfo
    customer: str = ""


@lru_cache(maxsize=20_000)
def tokens(title: str) -> Tokens:
    """A title as it is compared: numbers and Latin words whole, other letters one by one, no signs.

    Numbers in Chinese are those in figures.
    """
    found: list[str] = []
    word, number = "", list[int]()
    for sign in unicodedata.normalize("NFKC", title).lower() + " ":
        value = _value(sign)
        is_word = sign.isascii() and sign.isalnum()
        if number and value is None:
            found.append(str(_count(number)))
            number = []
        if word and not (is_word and sign.isdigit() == word[-1].isdigit()):
            found.append(word)
            word = ""
        if value is not None:
            number.append(value)
        elif is_word:
            word += sign
        elif sign.isalnum():
            found.append(sign)
    return tuple(found)


def _value(sign: str) -> int | None:
    """The value of a Chinese numeral, None for other signs and for figures."""
    if sign.isascii():
        return None
    if ord(sign) in _TWO:
        return 2
    value = unicodedata.numeric(sign, None)
    return int(value) if value is not None and value == int(value) else None


def _count(values: Sequence[int]) -> int:
    """Digits and tens, hundreds … as one number: (2, 10, 5) is 25."""
    total = current = 0
    for value in values:
        if value >= 10:
            total, current = total + (current or 1) * value, 0
        else:
            current = current * 10 + value
    return total + current


def likeness(first: str, second: str, customers: tuple[str, str] = ("", "")) -> float:
    """How much two titles are about the same thing, 0 to 100."""
    a, b = tokens(first), tokens(second)
    if not a or not b:
        return 0.0
    only_a, only_b = Counter(a), Counter(b)
    common = (only_a & only_b).total()
    only_a, only_b = only_a - Counter(b), only_b - Counter(a)
    if min(len(a), len(b)) < _SHORT and (only_a or only_b):
        return 0.0
    score = 50 * (2 * common / (len(a) + len(b)) + common / min(len(a), len(b)))
    if _is_instead(a, b, only_a, only_b):
        score *= _INSTEAD
    if all(customers):
        score = score + _SAME_CUSTOMER if customers[0] == customers[1] else score * _INSTEAD
    return min(score, 100.0)


def _is_instead(a: Tokens, b: Tokens, only_a: Counter[str], only_b: Counter[str]) -> bool:
    """Whether something that only one title has stands in the place of something of the other."""
    if not only_a or not only_b:
        return False
    if any(map(str.isdigit, only_a)) and any(map(str.isdigit, only_b)):
        return True
    # Costs 4 MB, which a team without tasks never needs.
    from rapidfuzz.distance import Levenshtein

    return any(
        step.tag == "replace"
        and any(token in only_a for token in a[step.src_start : step.src_end])
        and any(token in only_b for token in b[step.dest_start : step.dest_end])
        for step in Levenshtein.opcodes(a, b)
    )


_OPEN = select(Task.id, Task.title, Task.customer, Task.number).where(
    Task.team_id == bindparam("team"), TASK_OPEN
)


def similar_to(
    db: Db, team_id: int, title: str, customer: str, *, without: Iterable[int] = ()
) -> list[tuple[TaskInfo, float]]:
    """The open tasks that are much like one to be made, the likest first, with how much of 100;
    `without` are numbers of tasks that are not asked about.
    """
    letters = set(unicodedata.normalize("NFKC", title).lower())
    least = min(2, len(letters))
    left_out = frozenset(without)
    scores: dict[int, float] = {}
    for task_id, other, its_customer, number in db.rows(_OPEN, team=team_id):
        # Most titles share nothing and need no closer look.
        if len(letters.intersection(other.lower())) >= least and number not in left_out:
            score = likeness(title, other, (customer, its_customer))
            if score >= ALIKE:
                scores[task_id] = score
    best = sorted(scores, key=lambda task_id: (-scores[task_id], task_id))[:_MOST]
    return [(task, scores[task.row.id]) for task in _read(db, best)]


def _read(db: Db, ids: Sequence[int]) -> list[TaskInfo]:
    if not ids:
        return []
    rows = {row.id: row for row in db.session.scalars(select(Task).where(Task.id.in_(ids)))}
    return infos(db, [rows[task_id] for task_id in ids])


def doubles(db: Db, team_id: int) -> list[Double]:
    """Pairs of open tasks that two people may be doing without knowing of each other: first those
    that are alike, of the newest ones, then those for one customer; a few of each.
    """
    rows = sorted(db.rows(_OPEN, team=team_id))[-_NEWEST:]
    customers = {task_id: customer for task_id, _, customer, _ in rows}
    titles = {task_id: title for task_id, title, _, _ in rows}
    alike = [
        (one, two)
        for one, two in _candidates(titles)
        if likeness(titles[one], titles[two], (customers[one], customers[two])) >= ALIKE
    ]
    read = {task.row.id: task for task in _read(db, sorted({i for pair in alike for i in pair}))}
    found = [Double(read[one], read[two]) for one, two in alike if _apart(read[one], read[two])]
    found = found[:_DOUBLES]
    known = {(pair.first.row.id, pair.second.row.id) for pair in found}
    for customer, tasks in _shared(db, team_id).items():
        pair = next((pair for pair in combinations(tasks, 2) if _apart(*pair)), None)
        if pair is not None and (pair[0].row.id, pair[1].row.id) not in known:
            found.append(Double(*pair, customer=customer))
    return found


def _apart(one: TaskInfo, two: TaskInfo) -> bool:
    """Whether two tasks are done by different people."""
    return bool(one.owners and two.owners) and not set(one.owners) & set(two.owners)


def _candidates(titles: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of tasks that share a rare letter and half of the others, the rarest first; of a
    bounded number of looks, whatever there is.

    Two titles about one thing share most of their letters, so also one of the rarest of each.
    """
    signs = {task_id: frozenset(title) for task_id, title in titles.items()}
    often = Counter(chain.from_iterable(signs.values()))
    rank = {sign: place for place, sign in enumerate(sorted(often, key=often.__getitem__))}
    alone = sum(count == 1 for count in often.values())
    blocks: dict[int, list[int]] = {}
    for task_id, letters in signs.items():
        # What stands in one title only leads nowhere.
        shared = [place for place in map(rank.__getitem__, letters) if place >= alone]
        for place in sorted(shared)[:_RAREST]:
            blocks.setdefault(place, []).append(task_id)
    pairs = chain.from_iterable(
        combinations(block, 2) for block in sorted(blocks.values(), key=len)
    )
    for one, two in dict.fromkeys(islice(pairs, _LOOKS)):
        a, b = signs[one], signs[two]
        if 2 * len(a & b) >= min(len(a), len(b)):
            yield one, two


_SEVERAL = (
    select(Task.customer)
    .where(Task.team_id == bindparam("team"), TASK_FOR_CUSTOMER)
    .group_by(Task.customer)
    .having(func.count() > 1)
)
_SHARED = (
    select(Task.customer)
    .join(TaskMember, TaskMember.task_id == Task.id)
    .where(Task.team_id == bindparam("team"), TASK_FOR_CUSTOMER, Task.customer.in_(_SEVERAL))
    .group_by(Task.customer)
    .having(func.count(TaskMember.member_id.distinct()) > 1)
    .order_by(Task.customer)
)


def _shared(db: Db, team_id: int) -> dict[str, list[TaskInfo]]:
    """The open tasks of customers that several people follow, some of each."""
    customers = [row[0] for row in db.rows(_SHARED, team=team_id)[:_DOUBLES]]
    found: dict[str, list[TaskInfo]] = {}
    for customer in customers:
        query = select(Task).where(
            Task.team_id == team_id, TASK_FOR_CUSTOMER, Task.customer == customer
        )
        rows = db.session.scalars(query.order_by(Task.number).limit(_OF_ONE)).all()
        found[customer] = infos(db, rows)
    return found
