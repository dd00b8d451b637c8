"""The table of what can be found by its words, and SQLite's index over it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, ForeignKey, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class SearchText(Base):
    """What can be found by its words: a line of minutes, a note or an experience.

    `kind` and `subject` name the record; `words` are what is shown. `letters` are the words with
    each Chinese character apart, as the full-text index wants them: that finds two characters,
    which SQLite's own trigram index does not.
    """

    __tablename__ = "search_text"
    __table_args__ = (UniqueConstraint("kind", "subject", name="uq_search_text_subject"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    kind: Mapped[str] = mapped_column(String(12))
    subject: Mapped[int] = mapped_column(Id)
    at: Mapped[dt.datetime]
    words: Mapped[str] = mapped_column(Text)
    letters: Mapped[str] = mapped_column(Text)


# SQLite's full-text index over `letters` keeps no text of its own and follows by triggers.
SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING"
    " fts5(letters, content='search_text', content_rowid='id', tokenize='unicode61')",
    "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN"
    " INSERT INTO search_index (rowid, letters) VALUES (new.id, new.letters); END",
    "CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN"
    " INSERT INTO search_index (search_index, rowid, letters)"
    " VALUES ('delete', old.id, old.letters); END",
    "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN"
    " INSERT INTO search_index (search_index, rowid, letters)"
    " VALUES ('delete', old.id, old.letters);"
    " INSERT INTO search_index (rowid, letters) VALUES (new.id, new.letters); END",
)


@event.listens_for(SearchText.__table__, "after_create")
def _index(_table: object, connection: Connection, **_details: object) -> None:
    if connection.dialect.name == "sqlite":
        for statement in SEARCH_INDEX:
            connection.exec_driver_sql(statement)
