"""The windows hold in every period, and nobody waits for another chat."""

from __future__ import annotations

import asyncio
from bisect import bisect_left

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.events import Chat
from bot.platforms.telegram.limits import A_CHAT, A_GROUP, IN_ALL, Limits, Pace, Rate

GROUPS = [Chat(f"-{n}", is_group=True) for n in range(4)]
PEOPLE = [Chat(f"{n}", is_group=False) for n in range(40)]
CHATS = GROUPS + PEOPLE


def played(wishes: list[tuple[int, float]]) -> list[tuple[float, Chat]]:
    """When each message leaves, where each waits for the chat's one before it."""
    limits = Limits()
    free: dict[str, float] = {}
    left: list[tuple[float, Chat]] = []
    queue = sorted((at, n, CHATS[which]) for n, (which, at) in enumerate(wishes))
    while queue:
        at, n, chat = queue.pop(0)
        at = max(at, free.get(chat.id, 0.0))
        delay = max(limits.delay_in(chat, at), limits.delay_of_all(at))
        if delay > 0:
            queue.append((at + delay, n, chat))
            queue.sort(key=lambda each: each[:2])
            continue
        limits.note(chat, at)
        free[chat.id] = at
        left.append((at, chat))
    return left


def worst(moments: list[float], rate: Rate) -> int:
    """The most messages in any period of the rate."""
    moments = sorted(moments)
    return max(
        (bisect_left(moments, at + rate.seconds) - n for n, at in enumerate(moments)), default=0
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(CHATS) - 1) | st.integers(0, 1), st.floats(0, 30)),
        max_size=150,
    )
)
def test_no_period_holds_more_than_it_may(wishes: list[tuple[int, float]]) -> None:
    left = played(wishes)
    assert len(left) == len(wishes)
    assert worst([at for at, _ in left], IN_ALL) <= IN_ALL.most
    for chat in CHATS:
        mine = [at for at, where in left if where is chat]
        assert worst(mine, A_CHAT) <= A_CHAT.most
        if chat.is_group:
            assert worst(mine, A_GROUP) <= A_GROUP.most


def test_the_first_twenty_in_a_group_take_twenty_seconds_and_the_next_waits_for_the_minute() -> (
    None
):
    left = [at for at, _ in played([(0, 0.0)] * 21)]
    assert 19 <= left[19] < 21
    assert 60 <= left[20] < 61


def test_a_person_may_be_written_to_each_second() -> None:
    left = [at for at, _ in played([(5, 0.0)] * 30)]
    assert 29 <= left[-1] < 31


def test_a_closed_chat_holds_up_no_other() -> None:
    limits = Limits()
    limits.close(GROUPS[0], 17.0)
    assert limits.delay_in(GROUPS[0], 10.0) == 7.0
    assert limits.delay_in(GROUPS[1], 10.0) == 0.0
    assert limits.delay_of_all(10.0) == 0.0
    limits.close(GROUPS[0], 12.0)
    assert limits.delay_in(GROUPS[0], 10.0) == 7.0
    assert limits.delay_in(GROUPS[0], 17.0) == 0.0


def test_quiet_chats_are_forgotten() -> None:
    limits = Limits()
    for n in range(5_000):
        limits.note(Chat(str(n), is_group=True), n * 0.1)
    assert len(limits._chats) <= 2_000


async def test_turns_are_taken_in_real_time() -> None:
    loop = asyncio.get_running_loop()
    pace = Pace(Limits(), loop.time)
    begin = loop.time()
    await asyncio.gather(*(pace.turn(person) for person in PEOPLE[:31]))
    assert 1.0 <= loop.time() - begin < 2.0
    pace.close(PEOPLE[0], 0.2)
    begin = loop.time()
    await pace.turn(PEOPLE[39])
    assert loop.time() - begin < 0.1


async def test_without_limits_nobody_waits() -> None:
    pace = Pace(None, asyncio.get_running_loop().time)
    pace.close(GROUPS[0], 100)
    async with asyncio.timeout(1):
        for _ in range(100):
            await pace.turn(GROUPS[0])
