"""Plays written conversations through the real bot on a virtual clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core.cards import T, t
from bot.core.clock import Clock, VirtualClock
from bot.core.events import Chat, EventKind, Incoming, Sender
from bot.core.ports import Host, Platform
from bot.platforms.cast import Cast
from bot.platforms.dialog_check import Expectations
from bot.platforms.dialog_compose import Composer, Unplayable
from bot.platforms.dialog_platform import CAN, DialogPlatform
from bot.platforms.dialog_record import Failure, Heard, Outcome
from bot.platforms.dialog_steps import (
    Change,
    Declare,
    Expected,
    Look,
    Move,
    Offline,
    OpenGroup,
    Restart,
    Say,
    Script,
    Step,
)

# Where people are who speak before any @group.
DEFAULT_GROUP = "冲刺群"

# How often scheduled work may stay due at one moment before it counts as never done.
_PATIENCE = 3


@dataclass(frozen=True, slots=True)
class Options:
    """How to play: `look` renders everything as that platform would, whatever the groups say.

    `prefix` keeps the message ids of one replay apart from those of another on the same database.
    """

    look: Look | None = None
    prefix: str = ""


async def replay(
    script: Script, factory: Callable[[Clock, Platform], Host], options: Options
) -> Outcome:
    """Play the script; the factory makes a bot on the same database each time one starts."""
    return await _Player(script, factory, options).play()


@dataclass(frozen=True, slots=True)
class _Parcel:
    """Something for the host: an event, or with a role a declaration; `number` is its chat line."""

    incoming: Incoming
    role: str | None = None
    number: int | None = None


class _Player:
    """Plays one script, step by step."""

    def __init__(
        self, script: Script, factory: Callable[[Clock, Platform], Host], options: Options
    ) -> None:
        self._script = script
        self._factory = factory
        self._look = options.look
        self._cast = Cast()
        self._clock = VirtualClock(script.start)
        self._platform = DialogPlatform(self._clock, script.zone, self._cast, options.prefix)
        self._platform.can = CAN[options.look]
        self._host: Host
        self._composer = Composer(self._platform, self._cast)
        self._expectations = Expectations()
        self._group: Chat | None = None
        self._known: set[tuple[str, str]] = set()
        self._events = 0
        self._answers_from = 0
        self._off_until: dt.datetime | None = None
        self._backlog: list[_Parcel] = []

    async def play(self) -> Outcome:
        """Play to the end and stop the host cleanly."""
        clean = False
        await self._start()
        try:
            for step in self._script.steps:
                await self._take(step)
            if self._off_until is not None:
                await self._pass_time(self._off_until)
            clean = True
        finally:
            await self._host.stop(clean=clean)
        return Outcome(
            self._script,
            tuple(self._platform.record),
            tuple(self._expectations.failures),
            self._expectations.held,
        )

    async def _take(self, step: Step | Expected) -> None:
        outputs = self._platform.outputs
        if isinstance(step, Expected):
            answers = len(outputs) - self._answers_from
            self._expectations.compare(step, outputs, answers)
            return
        self._expectations.begin(outputs)
        self._answers_from = len(outputs)
        await self._pass_time(step.at)
        if isinstance(step, Say):
            self._answers_from = len(outputs)
        match step:
            case OpenGroup():
                self._group = self._cast.group(step.title)
                self._platform.can = CAN[self._look or step.look]
            case Declare():
                await self._declare(step, self._cast.person(step.name), step.role, self._here())
            case Say():
                await self._say(step)
            case Move():
                await self._move(step)
            case Restart():
                await self._restart(step)
            case Offline():
                await self._go_offline(step)

    # -- time and the process

    async def _pass_time(self, target: dt.datetime) -> None:
        """Let scheduled work fire at its own moments up to the target."""
        if self._off_until is not None:
            if target < self._off_until:
                self._clock.move_to(target)
                return
            await self._come_back(self._off_until)
        last, repeats = None, 0
        while (due := await self._host.next_due()) is not None and due <= target:
            repeats = repeats + 1 if due == last else 0
            if repeats > _PATIENCE:
                raise RuntimeError(f"scheduled work stays due at {due.isoformat()}")
            last = due
            self._clock.move_to(max(due, self._clock.now()))
            await self._host.tick()
            await self._host.settle()
        self._clock.move_to(max(target, self._clock.now()))

    async def _restart(self, step: Restart) -> None:
        if self._off_until is not None:
            return
        self._note(step, t("replay-restart"))
        await self._host.stop(clean=False)
        await self._start()

    async def _go_offline(self, step: Offline) -> None:
        self._note(step, t("replay-offline", until=f"{step.until:%H:%M}"))
        if self._off_until is None:
            await self._host.stop(clean=False)
        self._off_until = max(step.until, self._off_until or step.until)

    async def _come_back(self, moment: dt.datetime) -> None:
        """Start again; what people wrote in between comes first, then scheduled work, late."""
        self._clock.move_to(moment)
        self._off_until = None
        await self._start()
        backlog, self._backlog = self._backlog, []
        for parcel in backlog:
            await self._hand_over(parcel)

    async def _start(self) -> None:
        self._host = self._factory(self._clock, self._platform)
        await self._host.start()
        await self._host.settle()

    async def _hand_over(self, parcel: _Parcel) -> None:
        if self._off_until is not None:
            self._backlog.append(parcel)
            return
        self._platform.answering = parcel.number
        if parcel.role is not None:
            await self._host.declare(parcel.incoming, parcel.role)
        else:
            await self._host.receive([parcel.incoming])
        await self._host.settle()
        self._platform.answering = None

    # -- people

    def _event(self, step: Step, person: Sender, kind: EventKind, text: str = "") -> Incoming:
        """Something that happens in the group without a message."""
        self._events += 1
        return Incoming(
            self._platform.name,
            self._platform.account,
            self._here(),
            person,
            f"{self._platform.prefix}D{self._events}",
            step.at.astimezone(dt.UTC),
            text=text,
            kind=kind,
        )

    def _here(self) -> Chat:
        if self._group is None:
            self._group = self._cast.group(DEFAULT_GROUP)
        return self._group

    async def _say(self, step: Say) -> None:
        person, here = self._cast.person(step.name), self._here()
        try:
            incoming, heard = self._composer.compose(step, person, here)
        except Unplayable as problem:
            self._expectations.failures.append(Failure(step.line, str(problem)))
            return
        chat = incoming.chat
        is_known = (
            (chat.id, person.id) in self._known
            if chat.is_group
            else any(each == person.id for _, each in self._known)
        )
        if not is_known:
            await self._declare(step, person, "member", chat if chat.is_group else here)
        self._platform.record.append(heard)
        await self._hand_over(_Parcel(incoming, number=step.number))

    async def _declare(self, step: Step, person: Sender, role: str, group: Chat) -> None:
        self._known.add((group.id, person.id))
        event = self._event(step, person, EventKind.JOIN, self._script.zone.key)
        await self._hand_over(_Parcel(replace(event, chat=group), role))

    async def _move(self, step: Move) -> None:
        if step.change is Change.RENAME:
            old = self._cast.person(step.name).name
            person = self._cast.rename(step.name, step.new_name)
            self._note(step, t("replay-rename", old=old, new=step.new_name))
            event = self._event(step, person, EventKind.RENAME, step.new_name)
        else:
            person = self._cast.person(step.name)
            self._known.add((self._here().id, person.id))
            self._note(step, T(f"replay-{step.change}", {"who": person.name}))
            event = self._event(step, person, EventKind(step.change))
        await self._hand_over(_Parcel(event))

    def _note(self, step: Step, words: T) -> None:
        address = self._cast.address(self._here())
        self._platform.record.append(Heard(step.at, address, "", prefix=words))
