"""Votes in a meeting: put, answered in a word or by a button, and ended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.kit import Answer, Button, Card, Ctx, Expect, Refusal, Role, T, doer, t
from handlers.agenda.routing import here, line_of, quotable, router
from handlers.agenda.words import counts, letter, note_line
from models import meetings, polls, session_notes
from models.meeting_tables import Meeting
from models.polls import ABSTAIN, AGAINST, AGREE, Tally
from models.rosters import ACTIVE
from models.session_notes import DECISION
from models.vote_tables import Poll

_OVER = re.compile(r"结束|截止|停止?|关闭?|完毕|end|close", re.IGNORECASE)
_OPTION = re.compile(
    r"(?:(?<=\s)|(?<=[?？:：])|^)([A-Ha-h]|[1-8])(?:[.、:：)）]\s*|\s+|(?=[\u4e00-\u9fff]))"
)
_ANSWER = re.compile(
    r"(?:我?[选投要]\s*)?([A-Ha-h]|[1-8])[。.!！]?"
    r"|(同意|赞成|支持|反对|不同意|不赞成|弃权|agree|against|disagree|abstain)[。.!！]?",
    re.IGNORECASE,
)
_WORDS: Mapping[str, int] = {
    "同意": AGREE,
    "赞成": AGREE,
    "支持": AGREE,
    "agree": AGREE,
    "反对": AGAINST,
    "不同意": AGAINST,
    "不赞成": AGAINST,
    "against": AGAINST,
    "disagree": AGAINST,
    "弃权": ABSTAIN,
    "abstain": ABSTAIN,
}
# A vote that somebody talks about: 表决 了吗, 表决 什么.
_ABOUT = re.compile(r"^(?:了|什么|怎么|一下|是|的|过|通过|吧|呢|前|后|时)")
_BALLOT = re.compile(r"#?[Pp](\d{1,9})\s+(\d)")
_EDGES = " \t\n,，、;；"


@dataclass(frozen=True, slots=True)
class Ballot:
    """A member's answer to the vote that is open."""

    row: Meeting
    poll: Poll
    choice: int


@router.command("vote", "表决", role=Role.MEMBER, whole=True)
def vote(ctx: Ctx) -> Answer:
    """Put a question to the vote, show how the open vote stands, or end it."""
    found = line_of(ctx)
    if found is None:
        return None
    line, typed = found
    row = here(ctx, typed=typed)
    if row is None:
        return None
    poll = polls.current(ctx.db, row)
    if not line:
        if poll is not None:
            return _live(polls.tally(ctx.db, row, poll))
        raise Refusal("agenda-poll-empty")
    if _OVER.fullmatch(line):
        if poll is None:
            raise Refusal("agenda-poll-none")
        polls.require_owner(ctx.db, row, poll, ctx.actor)
        return closed(ctx, row, poll)
    if not typed and _ABOUT.match(line):
        return None
    question, options = read_question(line)
    made = polls.put(ctx.db, row, question, options, doer(ctx))
    return _live(polls.tally(ctx.db, row, made))


def read_question(line: str) -> tuple[str, tuple[str, ...]]:
    """The question and its options: «主推哪款? A套盒 B精华»; none where they do not begin at A or 1
    and follow one another.
    """
    marks: list[re.Match[str]] = []
    for match in _OPTION.finditer(line):
        if _place(match[1]) == len(marks) + 1:
            marks.append(match)
    if len(marks) < 2 or not marks[0].start():
        return line, ()
    ends = [*(match.start() for match in marks[1:]), len(line)]
    words = tuple(
        " ".join(line[match.end() : end].strip(_EDGES).split())
        for match, end in zip(marks, ends, strict=True)
    )
    if not all(words):
        raise Refusal("agenda-poll-options", most=polls.MAX_OPTIONS, length=polls.MAX_OPTION)
    return line[: marks[0].start()].strip(_EDGES), words


def _place(sign: str) -> int:
    return int(sign) if sign.isdecimal() else ord(sign.upper()) - ord("A") + 1


def _live(found: Tally, *, renews: bool = False) -> Card:
    """A vote as it stands, with the ways to answer; where messages can be edited it stays one."""
    poll = found.poll
    title = t("agenda-poll", number=poll.number, question=poll.question)
    how = "agenda-poll-how-options" if found.options else "agenda-poll-how"
    return Card(
        title,
        tuple(counts(found)),
        t(how, last=letter(len(found.options) or AGAINST)),
        buttons=_buttons(found),
        expect=Expect("vote", poll.id),
        in_place=True,
        renews=renews,
    )


def _buttons(found: Tally) -> tuple[Button, ...]:
    number = found.poll.number
    labels = [t("agenda-poll-agree"), t("agenda-poll-against")]
    if found.options:
        labels = [
            t("agenda-poll-button", letter=letter(n), words=words)
            for n, words in enumerate(found.options, start=1)
        ]
    answers = [Button(label, f"/ballot P{number} {n}") for n, label in enumerate(labels, start=1)]
    return (*answers, Button(t("agenda-poll-abstain"), f"/ballot P{number} {ABSTAIN}"))


def read_ballot(ctx: Ctx) -> Ballot | None:
    """An answer in a word to the vote that is open here, of somebody who is invited; None for
    anything else, so that «A» is talk at other times.
    """
    match = _ANSWER.fullmatch(ctx.text.strip())
    if match is None or ctx.incoming.quote is not None or not ctx.chat.is_group:
        return None
    if ctx.actor.state != ACTIVE or ctx.actor.role < Role.MEMBER:
        return None
    row = meetings.running(ctx.db, ctx.team.id)
    poll = polls.current(ctx.db, row) if row is not None else None
    if row is None or poll is None or not polls.may_vote(ctx.db, row, ctx.actor):
        return None
    choice = _choice(match, polls.tally(ctx.db, row, poll))
    return Ballot(row, poll, choice) if choice is not None else None


def _choice(match: re.Match[str], found: Tally) -> int | None:
    """The option that an answer means in a vote; letters mean nothing where there are none."""
    if match[2] is not None:
        choice = _WORDS[match[2].lower()]
        return choice if choice == ABSTAIN or not found.options else None
    place = _place(match[1])
    return place if place <= len(found.options) else None


@router.listen(read_ballot, role=Role.MEMBER)
def answered(ctx: Ctx, ballot: Ballot) -> Answer:
    """Count a member's last word."""
    return _cast(ctx, ballot)


@router.reply("vote", role=Role.MEMBER)
def quoted(ctx: Ctx, poll_id: int, text: str) -> Answer:
    """Count an answer that quotes the card of a vote."""
    poll = polls.by_id(ctx.db, ctx.team.id, poll_id)
    match = _ANSWER.fullmatch(text.strip())
    row = meetings.by_id(ctx.db, ctx.team.id, poll.meeting_id or 0) if poll is not None else None
    if poll is None or row is None or match is None:
        return None
    choice = _choice(match, polls.tally(ctx.db, row, poll))
    return _cast(ctx, Ballot(row, poll, choice)) if choice is not None else None


@router.command("ballot", role=Role.MEMBER, hidden=True, whole=True)
def ballot(ctx: Ctx) -> Answer:
    """Count the answer of a button."""
    found = line_of(ctx)
    match = _BALLOT.fullmatch(found[0]) if found is not None else None
    row = meetings.running(ctx.db, ctx.team.id)
    if match is None or row is None:
        raise Refusal("agenda-none-open")
    poll = polls.current(ctx.db, row)
    if poll is None or poll.number != int(match[1]):
        raise Refusal("agenda-poll-over", number=int(match[1]))
    return _cast(ctx, Ballot(row, poll, int(match[2])))


def _cast(ctx: Ctx, ballot: Ballot) -> Answer:
    """Count an answer; the card of the vote follows it, and the last one ends the vote."""
    found = polls.cast(ctx.db, ballot.row, ballot.poll, ballot.choice, doer(ctx))
    if found.is_complete:
        return closed(ctx, ballot.row, ballot.poll)
    return _live(found, renews=True)


def closed(ctx: Ctx, row: Meeting, poll: Poll) -> list[Card]:
    """End a vote and say what it came to; what was decided is noted."""
    found = polls.close(ctx.db, row, poll, ctx.sent_at)
    if found is None:
        return []
    lines = [*counts(found), _verdict(found)]
    if found.is_passed:
        words = poll.question.rstrip("?？ ")
        if found.winner is not None and found.options:
            words = f"{poll.question.rstrip()} {found.options[found.winner - 1]}"
        noted = session_notes.note(ctx.db, row, DECISION, words, doer=doer(ctx))
        lines.append(t("agenda-noted", note=note_line(ctx, noted)))
    title = t("agenda-poll-closed", number=poll.number, question=poll.question)
    last = _live(found, renews=True).with_(note=None, buttons=())
    return [last, Card(title, tuple(lines), expect=quotable(row))]


def _verdict(found: Tally) -> T:
    if not found.has_quorum:
        return t("agenda-poll-no-quorum", voted=found.voted, quorum=found.quorum)
    if found.winner is None:
        return t("agenda-poll-no-majority")
    if found.options:
        return t("agenda-poll-won", words=found.options[found.winner - 1])
    return t("agenda-poll-agreed" if found.winner == AGREE else "agenda-poll-rejected")
