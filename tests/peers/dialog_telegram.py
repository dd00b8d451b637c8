"""Plays a written conversation as people on Telegram: the real bot and platform on the fake Bot API.

Texts, quotes, presses, edits, files, private chats, several groups, restarts and absences go through
the protocol; the clock is virtual, and the platform writes as fast as it can. What Telegram does not
have (recalls, news of a rename, empty messages, quotes across chats) raises NotOnTelegram.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peers.bot_api import Peer, Person, Place, Shown
from peers.bot_api.markup import found_in, units
from peers.bot_api.world import Raw

from bot.app import App, catalog
from bot.config import DatabaseSection, Settings, TelegramSection
from bot.core.cards import T
from bot.core.clock import VirtualClock
from bot.core.events import Chat, Incoming, Sender
from bot.core.ports import Platform
from bot.platforms.dialog import DEFAULT_GROUP
from bot.platforms.dialog_check import Expectations
from bot.platforms.dialog_record import Outcome, Output
from bot.platforms.dialog_steps import (
    Act,
    Change,
    Declare,
    Expected,
    Move,
    Offline,
    OpenGroup,
    Restart,
    Say,
    Script,
    Step,
)
from bot.platforms.telegram import TelegramPlatform, Tempo

# Seconds that anything may take before the bot counts as stuck.
PATIENCE = 20.0


class NotOnTelegram(Exception):
    """A step of a dialog that nobody can do on Telegram; `outputs` is what was said until then."""

    outputs: tuple[Output, ...] = ()


class Quiet:
    """A watch that only fails the play when something is badly wrong."""

    def trouble(self, platform: Platform, what: T, *, alarm: bool = False) -> None:
        assert not alarm, what.key

    def well(self, platform: Platform) -> None:
        """Fine."""

    async def missed(self, platform: Platform, since: dt.datetime, until: dt.datetime) -> None:
        """Never on Telegram."""


@dataclass(frozen=True)
class Line:
    """Where a chat line went, as Telegram numbers it."""

    place: Place
    who: Person
    number: int


async def play(script: Script, database: Path, *, privacy: bool = False) -> Outcome:
    """Play a script on a database of its own; raises NotOnTelegram."""
    return await TelegramDialog(script, database, privacy=privacy).play()


class TelegramDialog:
    """One play."""

    def __init__(self, script: Script, database: Path, *, privacy: bool) -> None:
        self._script = script
        self._clock = VirtualClock(script.start)
        self._peer = Peer(privacy=privacy, now=lambda: self._clock.now().timestamp())
        self._settings = Settings(database=DatabaseSection(url=f"sqlite:///{database}"))
        self._people: dict[str, Person] = {}
        self._groups: dict[str, Place] = {}
        self._group: Place | None = None
        self._known: set[tuple[int, int]] = set()
        self._lines: dict[int, Line] = {}
        self._outputs: list[Output] = []
        self._shown: list[Shown] = []
        self._expectations = Expectations()
        self._answers_from = 0
        self._off_until: dt.datetime | None = None
        self._declarations: list[tuple[Incoming, str]] = []
        self._app: App
        self._platform: TelegramPlatform
        self._running: asyncio.Task[None]

    @property
    def peer(self) -> Peer:
        """The Bot API that it is played on."""
        return self._peer

    async def play(self) -> Outcome:
        """Play to the end."""
        with self._peer:
            await self._start()
            try:
                for step in self._script.steps:
                    await self._take(step)
                if self._off_until is not None:
                    await self._pass_time(self._off_until)
            except NotOnTelegram as impossible:
                impossible.outputs = tuple(self._outputs)
                raise
            finally:
                await self._stop(clean=self._off_until is None)
        return Outcome(
            self._script,
            tuple(self._outputs),
            tuple(self._expectations.failures),
            self._expectations.held,
        )

    async def _take(self, step: Step | Expected) -> None:
        if isinstance(step, Expected):
            answers = len(self._outputs) - self._answers_from
            self._expectations.compare(step, self._outputs, answers)
            return
        self._expectations.begin(self._outputs)
        self._answers_from = len(self._outputs)
        await self._pass_time(step.at)
        if isinstance(step, Say):
            self._answers_from = len(self._outputs)
        match step:
            case OpenGroup():
                self._group = self._place(step.title)
            case Declare():
                await self._declare(self._person(step.name), step.role, self._here())
            case Say():
                await self._say(step)
            case Move():
                await self._move(step)
            case Restart() if self._off_until is None:
                await self._stop(clean=False)
                await self._start()
            case Offline():
                if self._off_until is None:
                    await self._stop(clean=False)
                self._off_until = max(step.until, self._off_until or step.until)

    # -- the bot

    async def _start(self) -> None:
        section = TelegramSection.model_validate(
            {"token": self._peer.token, "base_url": self._peer.address}
        )
        tempo = Tempo(limits=None, edits_apart=0.0)
        self._platform = TelegramPlatform(
            section, self._clock, Quiet(), menu=(), text=catalog().text, tempo=tempo
        )
        self._app = App(self._settings, [self._platform], self._clock)
        await self._app.start()
        declarations, self._declarations = self._declarations, []
        for person, role in declarations:
            await self._app.declare(person, role)
        self._running = asyncio.create_task(self._platform.run(self._app.receive))
        await self._settle()

    async def _stop(self, *, clean: bool) -> None:
        """End as well, or as by SIGKILL: nothing that waits in the process is done."""
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        with contextlib.suppress(AttributeError):
            await self._app.stop(clean=clean)
        await self._platform.close()

    async def _settle(self) -> None:
        """Return when every update is confirmed and every answer sent."""
        async with asyncio.timeout(PATIENCE):
            while True:
                while self._peer.updates.waiting or not self._peer.updates.is_polled:
                    assert not self._running.done(), "the platform ended"
                    await asyncio.sleep(0.001)
                await self._app.settle()
                if not self._peer.updates.waiting:
                    break
        for shown in self._peer.shown[len(self._shown) :]:
            self._record(shown)

    async def _pass_time(self, target: dt.datetime) -> None:
        """Let scheduled work fire at its own moments up to the target."""
        if self._off_until is not None:
            if target < self._off_until:
                self._clock.move_to(target)
                return
            self._clock.move_to(self._off_until)
            self._off_until = None
            await self._start()
        while (due := await self._app.next_due()) is not None and due <= target:
            self._clock.move_to(max(due, self._clock.now()))
            await self._app.tick()
            await self._settle()
        self._clock.move_to(max(target, self._clock.now()))

    def _record(self, shown: Shown) -> None:
        """One output, as a replay would count it."""
        self._shown.append(shown)
        place = self._peer.places[shown.chat]
        to = f"group:{place.title}"
        if place.person is not None:
            names = (name for name, person in self._people.items() if person is place.person)
            to = f"private:{next(names)}"
        earlier = (n for n, s in enumerate(self._shown[:-1], 1) if _same(s, shown))
        self._outputs.append(
            Output(
                number=len(self._outputs) + 1,
                at=self._clock.now().astimezone(self._script.zone),
                to=to,
                chat=Chat(str(place.id), place.is_group, place.title),
                text=shown.text,
                seen=shown.text,
                buttons=tuple((label, "") for label in shown.buttons),
                shows_buttons=True,
                picture=shown.picture or None,
                file=shown.file or None,
                edits=next(earlier, None) if shown.kind == "edit" else None,
            )
        )

    # -- people

    def _person(self, name: str) -> Person:
        if name not in self._people:
            person = self._people[name] = self._peer.person(name)
            person.has_started = True
        return self._people[name]

    def _place(self, title: str) -> Place:
        """The group of that name; who made it stays hidden, so that roles come from the file."""
        if title not in self._groups:
            maker = self._peer.person("(建群的人)")
            place = self._groups[title] = self._peer.group(title, maker, told=False)
            place.anonymous.add(maker.id)
        return self._groups[title]

    def _here(self) -> Place:
        if self._group is None:
            self._group = self._place(DEFAULT_GROUP)
        return self._group

    async def _declare(self, person: Person, role: str, place: Place) -> None:
        self._known.add((place.id, person.id))
        place.members.setdefault(person.id, "member")
        account = self._platform.account
        who = Incoming(
            "telegram",
            account,
            Chat(str(place.id), is_group=True, title=place.title),
            Sender(str(person.id), person.first_name),
            "declared",
            self._clock.now(),
            text=self._script.zone.key,
        )
        if self._off_until is not None:
            self._declarations.append((who, role))
        else:
            await self._app.declare(who, role)

    async def _move(self, step: Move) -> None:
        person, place = self._person(step.name), self._here()
        match step.change:
            case Change.JOIN:
                self._known.add((place.id, person.id))
                self._peer.join(place, person)
            case Change.LEAVE:
                self._known.add((place.id, person.id))
                self._peer.leave(place, person)
            case Change.RENAME:
                raise NotOnTelegram(f"line {step.line}: nobody is told of a rename")
        await self._sent()

    async def _say(self, step: Say) -> None:
        person, here = self._person(step.name), self._here()
        place = self._peer.private(person) if step.private else here
        place, reply_to = self._quoted(step, person, place)
        if step.act in (Act.PRESS, Act.EDIT):
            place = self._target(step).place if step.act is Act.EDIT else place
        await self._introduce(person, place, here)
        match step.act:
            case Act.PRESS:
                shown = self._output(step.target)
                self._peer.press(self._peer.places[shown.chat], person, shown.number, step.button)
            case Act.EDIT:
                line = self._target(step)
                self._peer.edit(line.place, person, line.number, step.text)
                self._lines[step.number] = line
            case Act.RECALL:
                raise NotOnTelegram(f"line {step.line}: nobody is told of a recall")
            case Act.FILE if step.file is not None:
                said = self._peer.send_file(
                    place, person, step.file.name, step.file.read_bytes(), caption=step.text
                )
                self._lines[step.number] = Line(place, person, said.id)
            case _:
                if not step.text.strip():
                    raise NotOnTelegram(f"line {step.line}: an empty message")
                said = self._peer.act(place, person, self._written(step.text), reply_to=reply_to)
                self._lines[step.number] = Line(place, person, said.id)
        await self._sent()

    async def _introduce(self, person: Person, place: Place, here: Place) -> None:
        """Who speaks unnamed is a member."""
        if place.is_group:
            known = (place.id, person.id) in self._known
        else:
            known = any(who == person.id for _, who in self._known)
        if not known:
            await self._declare(person, "member", place if place.is_group else here)

    async def _sent(self) -> None:
        if self._off_until is None:
            await self._settle()

    def _quoted(self, step: Say, person: Person, place: Place) -> tuple[Place, int | None]:
        if step.quoted_output is not None:
            shown = self._output(step.quoted_output)
            if shown.chat == person.id:
                place = self._peer.private(person)
            target = Line(self._peer.places[shown.chat], self._peer.bot, shown.number)
        elif step.quoted_line is not None:
            target = self._lines[step.quoted_line]
        else:
            return place, None
        if target.place is not place:
            raise NotOnTelegram(f"line {step.line}: a quote from another chat")
        return place, target.number

    def _target(self, step: Say) -> Line:
        return self._lines[step.target]

    def _output(self, number: int) -> Shown:
        return self._shown[number - 1]

    def _written(self, text: str) -> Raw:
        """A text as a client sends it: people without a username are named without «@»."""
        spots: list[Raw] = []
        for name, person in sorted(self._people.items(), key=lambda each: -len(each[0])):
            at = text.find(f"@{name}")
            while at >= 0:
                text = text[:at] + text[at + 1 :]
                spots = [_moved(spot, text, at) for spot in spots]
                spots.append(_spot(text, at, person))
                at = text.find(f"@{name}")
        entities = sorted([*found_in(text), *spots], key=lambda spot: int(spot["offset"]))
        return {"text": text, **({"entities": entities} if entities else {})}


def _spot(text: str, at: int, person: Person) -> Raw:
    return {
        "type": "text_mention",
        "offset": units(text[:at]),
        "length": units(person.first_name),
        "user": person.raw,
    }


def _moved(spot: dict[str, Any], text: str, cut: int) -> Raw:
    """An entity after a sign before it was taken out."""
    return {**spot, "offset": spot["offset"] - (spot["offset"] > units(text[:cut]))}


def _same(one: Shown, other: Shown) -> bool:
    return (one.chat, one.number) == (other.chat, other.number) and one.kind == "new"
