"""Steps with a draft: 确认 posts it, 改, 删, 找回 and 加 correct it, 放弃 gives it up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.kit import Answer, Card, Ctx, Delivery, Refusal, Role, T, doer, t
from bot.language.dates import read_due, without
from handlers.minutes.reading import as_written, kind_before, person
from handlers.minutes.steps import Step
from handlers.minutes.waking import NEWS
from handlers.minutes.words import (
    Scene,
    afterwards,
    changes,
    draft,
    head,
    page_of,
    whole,
)
from models import minutes, minutes_posting, reminders, tasks
from models.meeting_tables import Meeting, Minutes
from models.meetings import find, may_run
from models.minutes_lines import ACTION, Line, with_due, with_people
from models.rosters import roster

# A draft that lay longer is shown again before a bare 确认 posts it.
_FRESH = dt.timedelta(hours=24)
_TO = re.compile(r"^\s*(?:改到|改为|改成|推迟到|提前到|挪到|成|为|到|to)\s*(?=\S)")
_PIECES = re.compile(r"@?[^\s@,，、]+|@|[\s,，、]+")
_JOINT = re.compile(r"[\s,，、]+|[和与跟及]|and")
_GIVEN = re.compile(
    r"(?:改?[由给让]|换成?|交给|to )?@?(.+?)(?:来?(?:负责|跟进|做|弄|办)|来)?", re.IGNORECASE
)
_NOBODY = frozenset({"没人", "不定人", "nobody"})
_NO_DATE = frozenset({"不定时间", "没定日期", "不定日期", "undated"})
_EDGES = " \t\n,，、:：。前"
_BLANKS = re.compile(r"[\s,，、]+")


def run(ctx: Ctx, step: Step, meeting: Meeting | None, *, quoted: bool = False) -> Answer:
    """Do a step with the speaker's draft; `quoted` says that it is meant for minutes for sure.

    Silence where nobody could mean a draft; Refusal where one is meant and there is none.
    """
    if step.meeting is not None:
        meeting = find(ctx.db, ctx.team.id, step.meeting)
    sure = quoted or step.meeting is not None
    row = minutes.draft_of(
        ctx.db, ctx.team.id, ctx.actor.id, meeting.id if meeting is not None else None
    )
    if row is None:
        row = _begun(ctx, step, meeting) if sure else None
        if row is None:
            return None
    meeting = minutes.meeting_of(ctx.db, ctx.team.id, row.meeting_id)
    if meeting is None:
        return None
    _require(ctx, meeting)
    scene = Scene(ctx.db, ctx.team, ctx.sent_at, meeting)
    if step.verb == "confirm" and not sure and ctx.sent_at - row.changed_at > _FRESH:
        minutes.touch(ctx.db, row, ctx.sent_at)
        return draft(scene, row, extra=(t("minutes-draft-old", number=meeting.number),))
    return _RUNS[step.verb](ctx, step, scene, row)


def _begun(ctx: Ctx, step: Step, meeting: Meeting | None) -> Minutes | None:
    """The draft of the next version for a correction of what was posted; raises Refusal where a
    step is meant for minutes and there is no draft.
    """
    if meeting is None:
        raise Refusal("minutes-no-draft")
    standing = minutes.posted(ctx.db, meeting.id)
    if step.verb in ("amend", "strike", "add") and (standing is not None or step.verb == "add"):
        _require(ctx, meeting)
        return minutes.begin(ctx.db, meeting, doer(ctx))
    others = [each.by_id for each in minutes.drafts(ctx.db, meeting.id)]
    if others:
        who = roster(ctx.db, ctx.team.id).name(others[-1])
        raise Refusal("minutes-not-your-draft", number=meeting.number, who=who)
    if standing is not None:
        version = standing.version or 1
        raise Refusal("minutes-posted-already", number=meeting.number, version=version)
    raise Refusal("minutes-no-draft-of", number=meeting.number)


def _require(ctx: Ctx, meeting: Meeting) -> None:
    """Let pass who may write the minutes; raises Refusal that names who can."""
    if may_run(meeting, ctx.actor):
        return
    people = roster(ctx.db, ctx.team.id)
    able = [people.name(meeting.lead_id), *(m.name for m in people.with_role(Role.LEAD))]
    who = " ".join(f"@{name}" for name in dict.fromkeys(able[:3]))
    raise Refusal("minutes-not-yours", number=meeting.number, who=who)


def _confirmed(ctx: Ctx, step: Step, scene: Scene, row: Minutes) -> Answer:
    """Post a draft; one that others overtook is shown again on top of theirs."""
    meeting, people = scene.meeting, scene.people
    newest = minutes_posting.rebase(ctx.db, row)
    if newest is not None:
        minutes.touch(ctx.db, row, ctx.sent_at)
        who = people.name(newest.by_id)
        extra = t("minutes-overtaken", who=who, version=newest.version or 1)
        return draft(scene, row, extra=(extra,))
    posting = minutes_posting.confirm(ctx.db, ctx.team, meeting, row, doer=doer(ctx))
    card = whole(scene, row) if row.version == 1 else changes(scene, posting)
    waiting = [people.name(each.by_id) for each in minutes.drafts(ctx.db, meeting.id)]
    extra_lines: list[T] = afterwards(posting)
    if waiting:
        extra_lines.append(t("minutes-waiting", who=tuple(waiting[:3])))
    concerned = {i for line in posting.diff.added for i in line.people if line.kind == ACTION}
    concerned |= {i for _, now in posting.diff.changed for i in now.people}
    concerned |= {i for line in posting.diff.removed for i in line.people}
    card = card.with_(lines=(*card.lines, *extra_lines))
    if ctx.chat.is_group:
        return card.with_(mentions=tuple(sorted(concerned - {ctx.actor.id})))
    reminders.remind(ctx.db, ctx.team.id, NEWS, row.id, at=ctx.now)
    return card.with_(lines=(*card.lines, t("minutes-group-told")))


def _amended(ctx: Ctx, step: Step, scene: Scene, row: Minutes) -> Answer:
    number = step.lines[0]
    line = minutes.pick(ctx.db, row, number)
    minutes.amend(ctx.db, row, _changed(ctx, line, step.words), ctx.sent_at)
    return draft(scene, row, about=number)


def _changed(ctx: Ctx, line: Line, words: str) -> Line:
    """A line as a correction wants it: another kind, other people, another date or other words."""
    kind, rest = kind_before(words)
    if kind:
        if kind == ACTION and line.kind != ACTION and not line.people:
            line = replace(line, doubts=(("nobody", ""),))
        elif kind != ACTION:
            line = replace(line, people=(), due=None, recurrence="", doubts=())
        doubts = tuple(each for each in line.doubts if each[0] != "kind")
        line, words = replace(line, kind=kind, doubts=doubts), rest
    words = _TO.sub("", words).strip()
    if not words:
        return line
    if line.kind != ACTION:
        if not _without_date(ctx, _people(ctx, words)[0]):
            raise Refusal("minutes-no-owner", n=line.n, kind=line.kind)
        return replace(line, words=words)
    return _changed_action(ctx, line, words)


def _changed_action(ctx: Ctx, line: Line, words: str) -> Line:
    rest, people, is_given = _people(ctx, words)
    if is_given:
        line = with_people(line, people)
    plain = [word for word in _BLANKS.split(rest) if word not in _NO_DATE]
    if _NO_DATE & set(_BLANKS.split(rest)):
        line, rest = with_due(line, None), " ".join(plain)
    now = ctx.local
    due = read_due(rest, now)
    if due is not None:
        if due.ask or due.start is None:
            raise Refusal("minutes-date", why=due.ask or "vague", n=line.n)
        value = due.start if due.recurrence else due.end or due.start
        line = with_due(line, tasks.deadline(ctx.team, value), due.recurrence or "")
        rest = _TO.sub("", without(rest, due))
    rest = rest.strip(_EDGES)
    return replace(line, words=rest) if rest else line


def _without_date(ctx: Ctx, words: str) -> str:
    due = read_due(words, ctx.local)
    return (without(words, due) if due is not None else words).strip(_EDGES)


def _people(ctx: Ctx, words: str) -> tuple[str, tuple[int, ...], bool]:
    """The words without those whom they name, their ids, and whether anybody or nobody was named.

    Raises Refusal for an «@name» that nobody has.
    """
    ids: list[int] = []
    kept: list[str] = []
    is_given, is_after = False, False
    for word in _PIECES.findall(words):
        match = _GIVEN.fullmatch(word)
        found = person(ctx, match[1]) if match is not None else None
        if word in _NOBODY:
            is_given = is_after = True
        elif found is not None:
            ids.append(found)
            is_given = is_after = True
        elif word.startswith("@"):
            raise Refusal("minutes-who", name=word[1:21])
        elif not (is_after and _JOINT.fullmatch(word)):
            # What only joins names to each other or to the rest goes with them.
            kept.append(word)
            is_after = False
    return "".join(kept).strip(), tuple(dict.fromkeys(ids)), is_given


def _struck(ctx: Ctx, step: Step, scene: Scene, row: Minutes) -> Answer:
    was = [line for line in minutes.lines(ctx.db, row) if not line.is_gone]
    minutes.strike(ctx.db, row, step.lines, ctx.sent_at, back=False)
    extra = t("minutes-struck", lines=tuple(str(n) for n in step.lines), n=step.lines[0])
    return draft(scene, row, page=page_of(was, step.lines[0]), extra=(extra,))


def _restored(ctx: Ctx, step: Step, scene: Scene, row: Minutes) -> Answer:
    minutes.strike(ctx.db, row, step.lines, ctx.sent_at, back=True)
    return draft(scene, row, about=step.lines[0])


def _added(ctx: Ctx, step: Step, scene: Scene, row: Minutes) -> Answer:
    found = as_written(ctx, step.words)
    fresh = minutes.add(ctx.db, row, found.lines, words=step.words, goal=found.goal, at=ctx.sent_at)
    last = minutes.lines(ctx.db, row)[-1].n if fresh else 0
    return draft(scene, row, about=last - len(fresh) + 1 if fresh else 0)


def _given_up(ctx: Ctx, step: Step, scene: Scene, row: Minutes) -> Answer:
    minutes.drop(ctx.db, row, ctx.sent_at)
    title = t("minutes-discarded", head=head(scene.meeting))
    return Card(title, delivery=Delivery.IMPORTANT)


_RUNS: Mapping[str, Callable[[Ctx, Step, Scene, Minutes], Answer]] = {
    "confirm": _confirmed,
    "amend": _amended,
    "strike": _struck,
    "restore": _restored,
    "add": _added,
    "discard": _given_up,
}
