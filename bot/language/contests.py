"""What a line that sets a contest says, its clauses in any order."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field

from bot.language import contest_words as words
from bot.language.contest_days import Days, read_days
from bot.language.money import Amount, read_amount

# A number in a clause, in the unit that was said: «orders», «amount», «new», «share» or none.
Figure = tuple[int, str]
_UNITS = {"单": "orders", "元": "amount", "块": "amount", "%": "share", "yuan": "amount"}
_JOINT = re.compile(r"[\s、,，;；]+|(?<=\S)(?=@)")
_EDGE = " \t:：,，、;；.。-"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a side: a name, or with an @ surely a person's."""

    text: str
    is_person: bool


@dataclass(slots=True)
class Wish:
    """What somebody wants a contest to be; what was not said is empty.

    `sides` are the words between «vs», or of each line that names people. `problem` is a clause
    that cannot be: (what is wrong with it, the words). `clauses` counts what was understood.
    """

    form: str = ""
    measure: tuple[tuple[str, int], ...] = ()
    days: Days | None = None
    cutoff: int | None = None
    daily: bool = False
    blind_days: int = 0
    blind_hours: int = 0
    no_blind: bool = False
    tie: str = ""
    late: bool | None = None
    minimum: Figure | None = None
    goal: Figure | None = None
    steps: tuple[int, ...] = ()
    unit: str = ""
    prizes: tuple[tuple[int, int, str], ...] = ()
    news: int | None = None
    opt_out: bool | None = None
    draw: bool = False
    parts: int = 0
    is_open: bool = False
    everybody: bool = False
    leg_days: int = 0
    sides: tuple[tuple[Word, ...], ...] = ()
    versus: bool = False
    problem: tuple[str, str] | None = None
    clauses: int = 0


@dataclass(slots=True)
class _Line:
    text: str
    wish: Wish = field(default_factory=Wish)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The next match of a clause, cut out of the line."""
        match = pattern.search(self.text)
        if match is None or not match[0].strip():
            return None
        self.text = f"{self.text[: match.start()]} {self.text[match.end() :]}"
        self.wish.clauses += 1
        return match


def read_contest(text: str, now: dt.datetime, today: dt.date) -> Wish:
    """What a line says; `now` is on the clock of the team, `today` its business day."""
    line = _Line(words.ONE_TO_ONE.sub(" ", unicodedata.normalize("NFKC", text)))
    for read in (_prizes, _times, _manners, _measure, _forms):
        read(line)
    wish = line.wish
    days = read_days(line.text, now, today)
    if days is not None:
        line.text = days.rest
        wish.days = days
    unknown = words.UNKNOWN_MEASURE.search(line.text)
    if unknown is not None and wish.problem is None and not wish.measure:
        wish.problem = ("measure", unknown["what"])
    _sides(line)
    return wish


def _prizes(line: _Line) -> None:
    placed = line.take(words.PLACED_PRIZE)
    match = placed or line.take(words.PRIZE)
    if match is None:
        return
    what = match["what"]
    if words.FORBIDDEN_PRIZE.search(what) or words.FORBIDDEN_PRIZE.search(match[0]):
        line.wish.problem = ("prize", what)
        return
    found = [
        prize
        for part in words.PRIZE_PART.finditer(what)
        for prize in _shared_out(_places(part["place"]), part["what"])
    ]
    if placed is not None:
        found = _shared_out(_places(placed["before"]), what)
    if not found:
        found = [(n, n, each) for n, each in enumerate(re.split(r"[/、]", what), start=1) if each]
    line.wish.prizes = tuple(found)


def _shared_out(places: tuple[int, int], what: str) -> list[tuple[int, int, str]]:
    """A prize for some places; as many with slashes as there are places are one for each."""
    first, last = places
    parts = [part for part in re.split(r"[/、]", what) if part]
    if first < last and len(parts) == last - first + 1:
        return [(first + n, first + n, part) for n, part in enumerate(parts)]
    return [(first, last, what)]


def _places(text: str) -> tuple[int, int]:
    fixed = {"冠军": 1, "亚军": 2, "季军": 3, "1st": 1, "2nd": 2, "3rd": 3}.get(text.lower())
    if fixed:
        return fixed, fixed
    found = [words.number(n) for n in re.findall(words.N, text)]
    return (1, found[0]) if text.startswith("前") else (found[0], found[-1])


def _times(line: _Line) -> None:
    wish = line.wish
    blind = line.take(words.BLIND)
    if blind is not None:
        count = blind["n"] or blind["n2"] or blind["n3"] or "1"
        unit = (blind["unit"] or blind["unit2"] or blind["unit3"] or "天").lower()
        in_days = unit.startswith(("天", "日", "day"))
        wish.no_blind = bool(blind["no"])
        if not wish.no_blind:
            wish.blind_days = words.number(count) if in_days else 0
            wish.blind_hours = 0 if in_days else words.number(count)
    news = line.take(words.NEWS)
    if news is not None:
        wish.news = _minute(line, news)
    cutoff = line.take(words.CUTOFF)
    if cutoff is not None:
        wish.cutoff = _minute(line, cutoff)
        wish.daily = bool(cutoff["daily"] or cutoff["daily2"])


def _minute(line: _Line, match: re.Match[str]) -> int:
    """A clock time of a clause in minutes; one that does not exist is a problem."""
    found = match.groupdict()
    for prefix in ("", "x_", "y_"):
        if found.get(f"{prefix}hour"):
            minute = found.get(f"{prefix}minute") or found.get(f"{prefix}past") or "0"
            total = int(found[f"{prefix}hour"]) * 60 + int(minute)
            total += 30 if found.get(f"{prefix}half") else 0
            if int(minute) < 60 and 0 < total <= 24 * 60:
                return total
    line.wish.problem = ("clock", match[0].strip())
    return 0


def _manners(line: _Line) -> None:
    """Ties, late entries, who takes part and how."""
    wish = line.wish
    if line.take(words.FIRST_WINS):
        wish.tie = "first"
    elif line.take(words.SHARED):
        wish.tie = "shared"
    if line.take(words.LATE_NOT):
        wish.late = False
    elif line.take(words.LATE):
        wish.late = True
    if line.take(words.OPT_OUT):
        wish.opt_out = True
    wish.is_open = line.take(words.OPEN) is not None
    if line.take(words.OPT_IN):
        wish.opt_out = False
    wish.everybody = line.take(words.EVERYBODY) is not None
    draw = line.take(words.DRAW)
    wish.draw = draw is not None
    parts = draw if draw is not None and draw["n"] else line.take(words.PARTS)
    wish.parts = words.number(parts["n"]) if parts is not None else 0


def _measure(line: _Line) -> None:
    wish = line.wish
    bad = words.FORBIDDEN.search(line.text)
    if bad is not None:
        wish.problem = wish.problem or ("forbidden", bad[0])
        return
    mix = line.take(words.MIX)
    if mix is not None:
        parts = [(p["what"], int(p["weight"])) for p in words.MIX_PART.finditer(mix["mix"])]
        wish.measure = tuple((words.MEASURES[what.lower()], weight) for what, weight in parts)
        if sum(weight for _, weight in parts) != 100:
            wish.problem = wish.problem or ("weights", str(sum(w for _, w in parts)))
        elif len({what for what, _ in wish.measure}) < len(parts):
            wish.problem = wish.problem or ("twice", mix["mix"].strip())
        return
    one = line.take(words.MEASURE)
    if one is not None:
        wish.measure = ((words.MEASURES[one["what"].lower()], 100),)


def _forms(line: _Line) -> None:
    wish = line.wish
    race = line.take(words.RACE)
    if race is not None:
        wish.form = "first"
        wish.goal = _figure(line, race["goal"], race["unit"])
    steps = line.take(words.STEPS)
    if steps is not None:
        wish.form = "steps"
        parts = re.split(r"\s*[/、]\s*", steps["steps"])
        figures = [_figure(line, part, steps["unit"]) for part in parts]
        wish.unit = figures[0][1]
        wish.steps = tuple(value for value, _ in figures)
    least = line.take(words.MINIMUM)
    if least is not None:
        wish.minimum = _figure(line, least["least"], least["unit"])
    while (relay := line.take(words.RELAY)) is not None:
        wish.form = "relay"
        if relay["n"] or relay["n2"]:
            wish.leg_days = words.number(relay["n"] or relay["n2"])
    if line.take(words.RANKED) and not wish.form:
        wish.form = "rank"


def _figure(line: _Line, text: str, unit: str | None) -> Figure:
    """A number with its unit; amounts in minor units, others as they are."""
    said = (unit or "").lower()
    kind = _UNITS.get(said, "orders" if said.startswith("order") else "new" if said else "")
    amount = read_amount(text.replace(" ", ""))
    minor = amount.minor if isinstance(amount, Amount) else 0
    if minor <= 0 or (kind in ("orders", "new", "share") and minor % 100):
        line.wish.problem = line.wish.problem or ("figure", text)
    return (minor // 100 if kind in ("orders", "new") else minor), kind


def _sides(line: _Line) -> None:
    """What is left: names of people and sides, between «vs» or a line each."""
    wish = line.wish
    pieces = words.VERSUS.split(line.text)
    wish.versus = len(pieces) > 1
    if not wish.versus:
        lines = [piece for piece in line.text.split("\n") if piece.strip(_EDGE)]
        with_people = [piece for piece in lines if "@" in piece or ":" in piece]
        pieces = lines if len(with_people) > 1 else [" ".join(lines)]
    sides = [_words(piece) for piece in pieces]
    wish.sides = tuple(side for side in sides if side or wish.versus)


def _words(piece: str) -> tuple[Word, ...]:
    found = []
    for part in _JOINT.split(piece.replace(":", " ")):
        text = part.strip(_EDGE)
        if text and text != "@":
            is_person = text.startswith("@")
            found.append(Word(text.removeprefix("@"), is_person))
    return tuple(found)
