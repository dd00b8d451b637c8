"""Minutes as files: Markdown for a note book, .docx for those who print."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, File, Refusal, T, t, written
from handlers.minutes.docx_file import docx_file
from handlers.minutes.drafting import scene
from handlers.minutes.words import Scene, due_words, head, names
from models import minutes, minutes_comments, tasks
from models.meeting_tables import Meeting, Minutes
from models.minutes_lines import KINDS, Line

MARKDOWN, WORD = "md", "docx"
_EXPORT = re.compile(
    r"(?:导出|下载|export)\s*(md|markdown|docx|word|文档)?|(md|markdown|docx|word)", re.IGNORECASE
)
_OTHER = re.compile(r"(?:导出|下载|export)(?![a-z])\s*[^\s,，。;；]{0,8}", re.IGNORECASE)
_KINDS = {"md": (MARKDOWN,), "markdown": (MARKDOWN,), "docx": (WORD,), "word": (WORD,)}
# What no file name may hold on a phone or a computer.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f.]+')
_NAME_LENGTH = 40


def read_export(words: str) -> tuple[str, ...] | None:
    """The kinds of file that words behind 纪要 M12 ask for, None where they ask for none; raises
    Refusal for a kind that there is not.
    """
    match = _EXPORT.fullmatch(words.strip())
    if match is None:
        if _OTHER.fullmatch(words.strip()):
            raise Refusal("minutes-file-kinds")
        return None
    named = (match[1] or match[2] or "").lower()
    return _KINDS.get("docx" if named == "文档" else named, (MARKDOWN, WORD))


def exported(ctx: Ctx, meeting: Meeting, kinds: tuple[str, ...]) -> Answer:
    """The posted minutes as files, one card for each; raises Refusal where nothing is posted."""
    row = minutes.posted(ctx.db, meeting.id)
    if row is None:
        raise Refusal("minutes-not-posted", number=meeting.number)
    title = _NOT_IN_NAMES.sub("_", meeting.title).strip("_")[:_NAME_LENGTH]
    name = f"M{meeting.number}_{title}_v{row.version or 1}"
    document = _Document(ctx, scene(ctx, meeting), row)
    cards = []
    for kind in kinds:
        data = document.markdown() if kind == MARKDOWN else document.word()
        caption = t("minutes-file", head=head(meeting), version=row.version or 1)
        cards.append(Card(caption, file=File(f"{name}.{kind}", data)))
    return cards


class _Document:
    """One version of minutes as sections of lines, in the reader's language."""

    def __init__(self, ctx: Ctx, here: Scene, row: Minutes) -> None:
        self._language = ctx.language
        self._scene, self._row = here, row
        self._lines = minutes.lines(here.db, row)

    def _text(self, words: T) -> str:
        return written(words, self._language)

    def title(self) -> str:
        """«#M12 618冲刺会 · 2025-06-18»."""
        meeting = self._scene.meeting
        day = f"{meeting.day:%Y-%m-%d}"
        version = self._row.version or 1
        return self._text(t("minutes-file-title", head=head(meeting), day=day, version=version))

    def sections(self) -> list[tuple[str, list[str]]]:
        """Headings with their lines, only those that have any."""
        found = []
        for kind in KINDS:
            lines = [self._line(line) for line in self._lines if line.kind == kind]
            found.append((self._text(t("minutes-kind", kind=kind)), lines))
        notes = minutes_comments.comments(self._scene.db, self._scene.meeting.id)
        people = self._scene.people
        said = [f"{people.name(note.by_id)}:{note.words}" for note in notes]
        found.append((self._text(t("minutes-file-comments")), said))
        found.append((self._text(t("minutes-file-raw")), self._row.raw.splitlines()))
        return [(heading, lines) for heading, lines in found if lines]

    def facts(self) -> list[str]:
        """What stands under the title: what the meeting was for and what became of it."""
        meeting = self._scene.meeting
        found = []
        if meeting.goal:
            found.append(self._text(t("minutes-file-goal", goal=meeting.goal)))
        if self._row.goal:
            found.append(self._text(t("minutes-goal", reached=self._row.goal)))
        return found

    def _line(self, line: Line) -> str:
        here = self._scene
        task = tasks.by_id(here.db, here.team.id, line.task_id) if line.task_id else None
        due = due_words(here, line)
        parts = [
            f"#T{task.number}" if task is not None else "",
            line.words,
            names(here.people, line.people),
            self._text(due) if isinstance(due, T) else due,
        ]
        return " ".join(part for part in parts if part)

    def markdown(self) -> bytes:
        """The document as Markdown, in UTF-8."""
        rows = [f"# {self.title()}", "", *self.facts()]
        for heading, lines in self.sections():
            rows += ["", f"## {heading}", "", *(f"- {line}" for line in lines if line.strip())]
        return ("\n".join(rows) + "\n").encode()

    def word(self) -> bytes:
        """The document for a word processor."""
        return docx_file(self.title(), self.facts(), self.sections())
