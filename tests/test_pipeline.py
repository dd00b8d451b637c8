"""The way of one message: once, in time, its failures told, kept and never in anybody's way."""

import asyncio
import datetime as dt
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from world import GROUP, START, World, failing

from bot.core.cards import Button, Card, Delivery, t
from bot.core.commands import Router
from bot.core.context import Ctx
from bot.core.events import Chat, EventKind
from bot.kit import Refusal, Role
from bot.log import JsonLines, configure
from models import entries, sales
from models.ledger import Sale
from models.messages import CatchUp, Outgoing, Received
from models.sales import By, NewSale
from models.team import Member

AMOUNT = 39800


def features(broken: set[str]) -> Router:
    """A feature that books «报单», corrects on edits, and fails while its word is in `broken`."""
    router = Router("sale")

    def book(ctx: Ctx) -> Card:
        new = NewSale(ctx.actor.id, AMOUNT, 1, ctx.today)
        booked = sales.record(ctx.db, ctx.team, new, By(ctx.actor.id, ctx.sent_at, ctx.source))
        return Card(t("common-as-is", text=f"booked {booked.number}"))

    @router.command("book", "报单")
    def book_it(ctx: Ctx, *, note: str = "") -> Card:
        if "报单" in broken:
            book(ctx)
            raise ValueError(f"no number in {note}")
        if note == "坏":
            raise Refusal("common-expired")
        return book(ctx)

    @router.command("ask", "问我")
    def ask(ctx: Ctx) -> Card:
        yes = Button(t("common-yes"), "/book")
        return Card(t("common-as-is", text="sure?"), buttons=(yes,), question=True)

    @router.command("secret", "机密", role=Role.MANAGER)
    def secret(ctx: Ctx) -> Card:
        return Card(t("common-as-is", text="secret"))

    @router.on("edit")
    def edited(ctx: Ctx) -> Card | None:
        if "edit" in broken:
            raise ValueError("no")
        found = entries.from_source(ctx.db, ctx.source)
        if not found:
            return None
        new = sales.as_new(found[0], amount=AMOUNT - 900)
        sales.correct(ctx.db, ctx.team, found[0], new, By(ctx.actor.id, ctx.now, ctx.source))
        return Card(t("common-as-is", text="corrected"))

    return router


@pytest.fixture
def broken() -> set[str]:
    """The words whose handlers fail just now."""
    return set()


@pytest_asyncio.fixture
async def world(tmp_path: Path, broken: set[str]) -> AsyncIterator[World]:
    async with World(tmp_path / "world.db", routers=[features(broken)]) as running:
        yield running


@pytest.fixture
def logged() -> list[str]:
    """The lines of the log."""
    return []


@pytest.fixture(autouse=True)
def _log(logged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            logged.append(self.format(record))

    handler = Lines()
    handler.setFormatter(JsonLines())
    monkeypatch.setattr(logging.getLogger(), "handlers", [handler])
    monkeypatch.setattr(logging.getLogger(), "level", logging.DEBUG)


async def ledger(world: World) -> list[tuple[int, int, dt.date]]:
    return await world.read(
        lambda db: [
            (row.number, row.amount, row.day)
            for row in db.session.query(Sale).order_by(Sale.id).all()
        ]
    )


async def received(world: World) -> list[tuple[str, int]]:
    return await world.read(
        lambda db: [(r.state, r.attempts) for r in db.session.query(Received).order_by(Received.id)]
    )


# -- once


async def test_a_message_that_comes_five_times_has_one_effect(world: World) -> None:
    one, other = world.message("小美", "报单"), world.message("阿芳", "报单")
    assert len(await world.receive(one, other, one, one)) == 2
    assert await world.receive(other, one, one) == []
    await world.restart()
    assert await world.receive(one, other) == []
    assert await world.count(Sale) == 2


async def test_an_edit_repeated_is_one_correction_and_another_edit_a_second(world: World) -> None:
    original = world.message("小美", "报单")
    await world.receive(original)
    edit = replace(original, kind=EventKind.EDIT, revision="1")
    assert len(await world.receive(edit, edit)) == 1
    assert len(await world.receive(replace(edit, revision="2"), edit)) == 1
    assert await world.count(Sale) == 3


async def test_an_edit_before_its_original_is_held_and_applied_once(world: World) -> None:
    original = world.message("小美", "报单")
    edit = replace(original, kind=EventKind.EDIT, revision="1")
    assert await world.receive(edit) == []
    assert await received(world) == [("held", 0)]
    assert await world.receive(original) == ["booked 1", "corrected"]
    assert await world.receive(edit, original) == []
    assert await world.wait(minutes=2) == []
    assert [amount for _, amount, _ in await ledger(world)] == [AMOUNT, AMOUNT - 900]


async def test_an_edit_without_original_stands_alone_after_a_minute(world: World) -> None:
    edit = world.message("小美", "报单", kind=EventKind.EDIT, revision="1")
    assert await world.receive(edit) == []
    assert await world.wait(seconds=59) == []
    assert await world.wait(seconds=2) == ["booked 1"]
    assert await world.wait(minutes=5) == []


async def test_a_stored_message_is_worked_on_once_whoever_comes_first(world: World) -> None:
    incoming = world.message("小美", "报单")
    row = await world.app.database.write(lambda db: world.app.pipeline.store(db, incoming))
    assert row is not None
    for _ in range(2):
        await world.app.database.write(lambda db: world.app.pipeline.retry(db, row, incoming))
    assert await world.count(Sale) == 1


async def test_after_a_kill_stored_messages_are_finished(world: World) -> None:
    incoming = world.message("小美", "报单")
    await world.app.database.write(lambda db: world.app.pipeline.store(db, incoming))
    await world.restart()
    assert world.heard == ["booked 1"]


# -- failures


async def test_a_failure_gives_the_member_a_code_and_the_log_the_trace(
    world: World, broken: set[str], logged: list[str]
) -> None:
    broken.add("报单")
    answers = await world.say("小美", "报单 李姐的秘密")
    line = next(json.loads(each) for each in logged if "message.failed" in each)
    assert len(answers) == 1
    assert line["incident"] in answers[0]
    assert "book_it" in line["exception"]
    assert line["exception"].endswith("ValueError")
    # What the handler wrote before it failed is taken back.
    assert await world.count(Sale) == 0


async def test_no_line_of_the_log_holds_what_people_said(
    world: World, broken: set[str], logged: list[str]
) -> None:
    broken.add("报单")
    await world.say("小美", "报单 李姐的秘密")
    await world.say("小美", "大家早,李姐的秘密", sent_at=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    await world.say("小美", "机密 李姐的秘密")
    assert logged
    assert not [line for line in logged if "秘密" in line or "小美" in line]


async def test_five_tries_then_a_dead_letter_told_at_the_first_and_the_last(
    world: World, broken: set[str]
) -> None:
    broken.add("报单")
    assert "自动再试" in (await world.say("小美", "报单"))[0]
    for minutes in (1, 5, 30):
        assert await world.wait(minutes=minutes) == []
    last = await world.wait(minutes=120)
    assert len(last) == 1
    assert "没有记" in last[0]
    assert await received(world) == [("dead", 5)]
    broken.clear()
    assert await world.wait(days=1) == []
    assert await world.count(Sale) == 0


async def test_a_later_try_that_succeeds_books_once(world: World, broken: set[str]) -> None:
    broken.add("报单")
    await world.say("小美", "报单")
    broken.clear()
    assert await world.wait(minutes=1) == ["booked 1"]
    assert await world.wait(days=1) == []
    assert await received(world) == [("done", 2)]


async def test_a_message_that_fails_blocks_no_other(world: World, broken: set[str]) -> None:
    broken.add("报单")
    answers = await world.receive(
        world.message("小美", "报单"), world.message("阿芳", "问我"), world.message("小美", "问我")
    )
    assert len(answers) == 3
    assert sum("sure?" in answer for answer in answers) == 2


async def test_a_held_edit_that_fails_is_tried_again_after_a_minute(
    world: World, broken: set[str]
) -> None:
    original = world.message("小美", "报单")
    await world.receive(replace(original, kind=EventKind.EDIT, revision="1"))
    broken.add("edit")
    await world.receive(original)
    broken.clear()
    assert await world.wait(seconds=61) == ["corrected"]


async def test_a_text_waits_only_while_it_is_needed(world: World, broken: set[str]) -> None:
    await world.say("小美", "报单 李姐")
    broken.add("报单")
    await world.say("小美", "报单 王姐")

    bodies = await world.read(
        lambda db: [row.body for row in db.session.query(Received).order_by(Received.id)]
    )
    assert bodies[0] is None
    assert bodies[1] is not None
    assert "王姐" in bodies[1]


# -- time


@pytest.mark.parametrize("when", [dt.datetime(1970, 1, 1, tzinfo=dt.UTC), START + dt.timedelta(1)])
async def test_an_impossible_date_counts_as_now(
    world: World, when: dt.datetime, logged: list[str]
) -> None:
    assert await world.say("小美", "报单", sent_at=when) == ["booked 1"]
    assert await ledger(world) == [(1, AMOUNT, START.date())]
    assert any("message.clock" in line for line in logged)


async def test_a_clock_a_little_ahead_is_no_reason_to_doubt(world: World) -> None:
    late_evening = START.replace(hour=23, minute=58)
    world.clock.move_to(late_evening)
    await world.say("小美", "报单", sent_at=late_evening + dt.timedelta(minutes=3))
    assert await ledger(world) == [(1, AMOUNT, START.date() + dt.timedelta(1))]


async def test_late_messages_count_on_their_day_and_are_told_in_one_line(world: World) -> None:
    await world.say("小美", "早")
    before = START - dt.timedelta(days=3)
    lines = [world.message("小美", "报单", sent_at=before) for _ in range(20)]
    lines.append(world.message("小美", "报单 坏", sent_at=before))
    assert await world.receive(*lines) == []
    told = await world.wait(seconds=6)
    assert len(told) == 1
    assert "20 笔" in told[0]
    assert "7960" in told[0] or "7,960" in told[0]
    assert "1 条" in told[0]
    assert await world.wait(days=1) == []
    assert {day for _, _, day in await ledger(world)} == {before.date()}


async def test_each_chat_gets_its_own_line_about_late_messages(world: World) -> None:
    other = Chat("g2", is_group=True, title="二群")
    before = START - dt.timedelta(minutes=11)
    for chat in (GROUP, other):
        await world.say("小美", "报单", sent_at=before, chat=chat)
    await world.wait(seconds=6)
    assert [message.chat.id for message in world.platform.sent] == ["g1", "g2"]
    assert await world.count(CatchUp) == 0


async def test_a_message_ten_minutes_old_is_answered(world: World) -> None:
    assert await world.say("小美", "报单", sent_at=START - dt.timedelta(minutes=10)) == ["booked 1"]


# -- who and what


async def test_the_first_message_makes_a_team_and_a_member_once(world: World) -> None:
    await world.receive(*(world.message("小美", "早") for _ in range(5)))
    assert await world.count(Member) == 1


async def test_a_stranger_in_private_is_told_what_to_do_and_writes_nothing(world: World) -> None:
    answers = await world.private("路人", "报单")
    assert "团队群" in answers[0]
    assert await world.count(Member) == 0


async def test_a_denial_names_who_may(world: World) -> None:
    await world.declare("老王", "manager")
    assert "@老王" in (await world.say("小美", "机密"))[0]
    assert await world.say("老王", "机密") == ["secret"]


async def test_silence_for_stickers_and_empty_text(world: World) -> None:
    for text in ("", "   ", "\u200b", "\n"):
        assert await world.say("小美", text) == []


# -- out again


async def test_a_platform_that_breaks_does_not_stop_the_chat(world: World) -> None:
    world.platform.broken.append(ValueError("a mistake in the adapter"))
    assert await world.say("小美", "报单") == []
    assert await world.say("小美", "报单") == ["booked 2"]
    states = await world.read(
        lambda db: [row.state for row in db.session.query(Outgoing).order_by(Outgoing.id)]
    )
    assert states == ["unknown", "sent"]


async def test_a_send_that_fails_for_good_is_given_up(world: World) -> None:
    world.platform.broken.append(failing(permanent=True))
    assert await world.say("小美", "报单") == []
    assert await world.say("小美", "报单") == ["booked 2"]


async def test_a_send_that_fails_for_now_is_repeated(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine.outbox.BACK_OFF", (0.0, 0.0))
    world.platform.broken += [failing(), failing()]
    assert await world.say("小美", "报单") == ["booked 1"]


@pytest.mark.parametrize(
    ("delivery", "again"), [(Delivery.CHATTER, False), (Delivery.IMPORTANT, True)]
)
async def test_a_send_cut_off_by_a_kill_is_repeated_only_where_it_matters(
    world: World, delivery: Delivery, again: bool
) -> None:
    await world.say("小美", "报单")
    await world.app.database.write(
        lambda db: db.session.query(Outgoing).update({"state": "sending", "delivery": delivery})
    )
    await world.restart()
    assert len(world.heard) == 1 + again
    assert ("可能重复" in world.heard[-1]) is again


async def test_a_chat_keeps_its_order_and_waits_for_no_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    slow = asyncio.Event()
    send = world.platform.send

    async def sending(message: object) -> str:
        if message.chat.id == "g1" and not order:  # type: ignore[attr-defined]
            await slow.wait()
        order.append(message.chat.id)  # type: ignore[attr-defined]
        return await send(message)  # type: ignore[arg-type]

    monkeypatch.setattr(world.platform, "send", sending)
    other = Chat("g2", is_group=True, title="二群")
    await world.app.receive([world.message("小美", "报单"), world.message("小美", "报单")])
    await world.app.receive([world.message("小美", "报单", chat=other)])
    await asyncio.sleep(0.1)
    slow.set()
    await world.app.settle()
    assert order == ["g2", "g1", "g1"]
    assert [text for text in world.heard if "2" in text] == ["booked 2"]


def test_the_log_is_one_json_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info")
    logging.getLogger("room").warning("event", extra={"name_of": "a\nERROR root fake"})
    logging.getLogger("room").debug("not asked for")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["name_of"] == "a\nERROR root fake"
