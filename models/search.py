"""Finding what was written by its words: two Chinese characters are enough."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, text
from sqlalchemy.orm import Session

from models.base import moment
from models.db import Db
from models.search_tables import SearchText

MAX_QUERY = 60
# Signs of which each is a word of its own for the index.
_APART = re.compile(r"([\u3400-\u9fff\uf900-\ufaff])")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found, with the record it stands in."""

    kind: str
    subject: int
    at: dt.datetime
    words: str


def letters(team_id: int, words: str) -> str:
    """The words as the index holds them: each Chinese character apart, behind the team's own word,
    so that the texts of other teams cost a search nothing.
    """
    return f"team{team_id} {_apart(words)}"


def _apart(words: str) -> str:
    return _APART.sub(r" \1 ", words.lower())


def keep(db: Db, team_id: int, kind: str, subject: int, *, words: str, at: dt.datetime) -> None:
    """Let a record be found by its words; it must not be there yet."""
    row = SearchText(
        team_id=team_id,
        kind=kind,
        subject=subject,
        at=at,
        words=words,
        letters=letters(team_id, words),
    )
    db.session.add(row)


def forget(db: Db, kind: str, subjects: Iterable[int]) -> None:
    """Let records be found no more."""
    gone = delete(SearchText).where(SearchText.kind == kind, SearchText.subject.in_(list(subjects)))
    db.session.execute(gone)


def _phrases(team_id: int, query: str, *, begun: bool) -> str:
    """The words of a query for the index: each a phrase; with `begun` Latin words may go on."""
    found = []
    for word in query.split():
        signs = _WORD.findall(_apart(word))
        if signs:
            star = "*" if begun and signs[-1].isascii() and signs[-1].isalpha() else ""
            found.append(f'"{" ".join(signs)}"{star}')
    return " AND ".join([f"team{team_id}", *found]) if found else ""


_FIND = text(
    "SELECT kind, subject, at, words FROM search_index"
    " JOIN search_text ON search_text.id = search_index.rowid"
    " WHERE search_index MATCH :phrases AND team_id = :team AND kind IN (:first, :second)"
    " ORDER BY search_index.rowid DESC LIMIT :most"
)


def find(db: Db, team_id: int, query: str, *, kinds: tuple[str, str], most: int) -> list[Hit]:
    """The newest texts of these kinds that hold all words of a query."""
    query = query[:MAX_QUERY]
    if db.session.get_bind().dialect.name != "sqlite":
        return _compared(db.session, team_id, query, kinds=kinds, most=most)
    # Words that only begin as asked are looked for last: the index has to merge all of them.
    exact, begun = (_phrases(team_id, query, begun=each) for each in (False, True))
    found = _indexed(db, team_id, exact, kinds=kinds, most=most) if exact else []
    if found or begun == exact:
        return found
    return _indexed(db, team_id, begun, kinds=kinds, most=most)


def _indexed(db: Db, team_id: int, phrases: str, *, kinds: tuple[str, str], most: int) -> list[Hit]:
    values = {"phrases": phrases, "team": team_id, "most": most}
    values |= {"first": kinds[0], "second": kinds[1]}
    rows = db.session.execute(_FIND, values)
    return [Hit(kind, subject, moment(at), words) for kind, subject, at, words in rows]


def _compared(
    session: Session, team_id: int, query: str, *, kinds: tuple[str, str], most: int
) -> list[Hit]:
    """The same where there is no index of words: each text is looked at."""
    found = session.query(SearchText).filter(
        SearchText.team_id == team_id, SearchText.kind.in_(kinds)
    )
    for word in query.split():
        found = found.filter(SearchText.words.icontains(word, autoescape=True))
    rows = found.order_by(SearchText.id.desc()).limit(most)
    return [Hit(row.kind, row.subject, row.at, row.words) for row in rows]
