"""接龙 lists: one line per author, re-sent as a whole by everybody."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.buyers import buyer
from bot.language.dated import find_day
from bot.language.days import DAY, day_of
from bot.language.figures import add_up
from bot.language.lexicon import Lexicon
from bot.language.noise import blank_noise
from bot.language.reading import Chain, Entry, Kind, Reading, Vocabulary
from bot.language.text import MARKERS
from bot.language.tokens import cut

_HEAD = re.compile(r"^\s*(?:[#【]?\s*接龙】?|#?\s*group\s*note|#\s*solitaire)", re.IGNORECASE)
_ANY_HEAD = re.compile(r"接龙|group\s*note", re.IGNORECASE)
_MARKER = re.compile(
    rf"^\s*(?:[{MARKERS}]\s*[.、)]?|[0-9]{{1,3}}\s*(?:[、):,]|\.(?![0-9]))\s*"
    rf"|[0-9]{{1,3}}\s+(?=@?[^\W\d]))\s*"
)
_EXAMPLE = re.compile(r"^\s*(?:[0-9]+\s*[.、):]\s*)?(?:例|示例|格式|样板|模板|如:|范例|举例)")
_SALES = re.compile(r"报单|开单|出单|成交|爆单|晒单|报喜|业绩接龙|战绩接龙")
_GOALS = re.compile(r"目标|计划|预计|预估|军令状|承诺|预报|意向|预约")
# A list of reports may well be called a sprint.
_SPRINT = re.compile(r"冲刺|挑战|pk", re.IGNORECASE)
_STOCK = re.compile(r"拿货|补货|订货|进货|囤货|备货|预订|要货|团购")
_RANKING = re.compile(r"榜|排名|战报|业绩|排行|总结|累计|本月|上月|本周|冠军|🥇")
_NOTHING = re.compile(
    r"^[\W_]*(?:0+(?:\.0+)?(?:元|单|块)?|零|未开单|没开单|没有|暂无|无|未出单|没出单|没单"
    r"|还没.{0,4}|待开单|休息|请假|空|加油|努力中?|x"
    r"|-)?[\W_]*$"
)
_DAY = re.compile(DAY, re.IGNORECASE)
# A line of a list is a name and a few words.
_MAX_LINE = 200
_DETAIL = re.compile(r"^[\s:,，\-—(]+")


@dataclass(frozen=True, slots=True)
class _Author:
    name: str
    known: bool
    text: str


def read_chain(text: str, words: Vocabulary, lexicon: Lexicon) -> Reading | None:
    """The meaning of a 接龙 list, None where the text is none."""
    if "\n" not in text:
        return None
    lines = [line[:_MAX_LINE] for line in text.split("\n")]
    head = _HEAD.match(text) is not None or _ANY_HEAD.search(lines[0]) is not None
    first = next((i for i, line in enumerate(lines) if _is_entry(line, lexicon)), len(lines))
    title = _title(lines[:first])
    authors = [_author(line, words, lexicon) for line in lines[first:] if _is_entry(line, lexicon)]
    if not authors:
        return (
            Reading(Kind.OTHER, reason="chain", topic="chain")
            if head and _HEAD.match(text)
            else None
        )
    topic = _topic(title)
    if not head and not _is_bare_list(authors, title, topic, lines[first:]):
        return None
    day, reason = _title_day(title, words.today)
    if topic != "sales" and (head or topic != "other"):
        rows = tuple((author.name, ()) for author in authors)
        chain = Chain(_without_date(title), day, topic, rows)
        return Reading(
            Kind.OTHER, reason="chain", topic="goal" if topic == "goals" else "chain", chain=chain
        )
    certain = topic == "sales" and head
    return _sales(title, day, reason, authors, words=words, lexicon=lexicon, certain=certain)


def _is_entry(line: str, lexicon: Lexicon) -> bool:
    marker = _MARKER.match(line)
    if marker is None or _EXAMPLE.match(line) or _EXAMPLE.match(line[marker.end() :]):
        joined = re.match(r"^\s*[0-9]{1,2}(?=@?\D)", line)
        return joined is not None and _starts_with_member(line[joined.end() :], lexicon)
    return bool(line[marker.end() :].strip())


def _starts_with_member(text: str, lexicon: Lexicon) -> bool:
    return lexicon.members.match(text.lstrip("@ ")) is not None


def _title(lines: list[str]) -> str:
    kept = [line.strip() for line in lines if line.strip() and not _EXAMPLE.match(line)]
    title = " ".join(kept)
    return _HEAD.sub("", title).strip() or title


def _without_date(title: str) -> str:
    return re.sub(r"\s+", " ", _DAY.sub(" ", title)).strip()


def _topic(title: str) -> str:
    if _GOALS.search(title):
        return "goals"
    if _STOCK.search(title) and not _SALES.search(title):
        return "stock"
    if _SALES.search(title):
        return "sales"
    return "goals" if _SPRINT.search(title) else "other"


def _is_bare_list(authors: list[_Author], title: str, topic: str, lines: list[str]) -> bool:
    """A list without its first line: only members, each with a number, and no other title."""
    if len(authors) < 2 or not all(author.known for author in authors):
        return False
    if _RANKING.search(title) is not None and topic != "sales":
        return False
    if topic != "sales" and title:
        return False
    return any(re.search(r"[0-9]", author.text) for author in authors)


def _title_day(title: str, today: dt.date) -> tuple[dt.date, str]:
    for match in _DAY.finditer(title):
        if match["dotted"] or match["slash"]:
            month, day = re.split(r"[./-]", match["dotted"] or match["slash"])
            if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
                continue
        found = day_of(match, today)
        if not isinstance(found, dt.date):
            return today, "bad_date"
        if found > today:
            return found, "future_date"
        return found, "old_date" if (found.year, found.month) < (today.year, today.month) else ""
    return today, ""


def _author(line: str, words: Vocabulary, lexicon: Lexicon) -> _Author:
    marker = _MARKER.match(line) or re.match(r"^\s*[0-9]{1,2}", line)
    body = line[marker.end() :].strip().lstrip("@") if marker else line
    known = lexicon.members.match(body)
    if known is not None:
        return _Author(
            words.members.get(known[0], known[0]), True, _DETAIL.sub("", body[known.end() :])
        )
    name = re.match(r"[^\s:,，0-9]{1,12}", body)
    cut_at = name.end() if name else 0
    return _Author(body[:cut_at], False, _DETAIL.sub("", body[cut_at:]))


def _sales(
    title: str,
    day: dt.date,
    reason: str,
    authors: list[_Author],
    *,
    words: Vocabulary,
    lexicon: Lexicon,
    certain: bool,
) -> Reading:
    rows: list[tuple[str, tuple[Entry, ...]]] = []
    entries: list[Entry] = []
    details: dict[str, str] = {}
    for author in authors:
        if _NOTHING.match(author.text) is not None:
            rows.append((author.name, ()))
            continue
        found, doubt = line_entries(author.text, author.name, day, words=words, lexicon=lexicon)
        if not author.known and (found or doubt):
            doubt, found = "unknown_member", ()
        if doubt and not reason:
            reason, details = doubt, {"name": author.name, "text": author.text[:40]}
        rows.append((author.name, found))
        entries.extend(found)
    chain = Chain(_without_date(title), day, "sales", tuple(rows))
    booked = tuple(entries)
    if certain and not reason and booked:
        return Reading(Kind.RECORD, booked, chain=chain, explicit=True)
    if not booked and not reason:
        return Reading(Kind.OTHER, reason="chain", topic="chain", chain=chain)
    proposals = (booked,) if booked else ()
    return Reading(
        Kind.ASK, booked, reason or "bare_list", details, proposals, explicit=certain, chain=chain
    )


def line_entries(
    text: str, name: str, day: dt.date, *, words: Vocabulary, lexicon: Lexicon
) -> tuple[tuple[Entry, ...], str]:
    """The entries of one line of a chain, and the reason where they are in doubt."""
    dated = find_day(text, words.today)
    if dated.text and not dated.reason:
        day = dated.day
    bought = buyer(dated.rest, lexicon)
    tokens = cut(blank_noise(bought.rest), lexicon)
    figures = add_up(
        tokens, discounted=re.search("价|折|惠|减|活动|券|实付|实收|到手", text) is not None
    )
    reason = str(figures.reason)
    if reason == "zero":
        return (), ""
    if reason == "no_amount" and not figures.deals:
        return (), ("" if not re.search(r"[0-9]", text) else reason)
    entries = tuple(
        Entry(
            "sale", name, deal.amount, deal.orders, day, deal.lines,
            customer=bought.customer, repeat=bought.repeat, discount=deal.discount,
        )
        for deal in figures.deals
    )  # fmt: skip
    return entries, reason
