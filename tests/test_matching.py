"""Who is given what: the rules of matching, whatever the team looks like."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from models.matching import Fit, Person, Plan, Work, assign, candidates, fit, rank

NOW = dt.datetime(2025, 6, 18, 4, tzinfo=dt.UTC)
TODAY = dt.date(2025, 6, 18)
SKILLS = ("文案", "数据", "直播")
A_DAY = dt.timedelta(days=1)


def days(count: int) -> tuple[dt.date, ...]:
    return tuple(TODAY + n * A_DAY for n in range(count))


def person(number: int, **changes: object) -> Person:
    plain = Person(number, skills={}, likings={}, in_hand=0, capacity=5)
    return replace(plain, **changes)  # type: ignore[arg-type]


@st.composite
def persons(draw: st.DrawFn, number: int) -> Person:
    ago = draw(st.none() | st.integers(0, 20))
    return person(
        number,
        skills=draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 5))),
        likings=draw(st.dictionaries(st.sampled_from(SKILLS), st.sampled_from((-1, 1)))),
        in_hand=draw(st.integers(0, 4)),
        capacity=draw(st.integers(1, 4)),
        away=frozenset(draw(st.lists(st.sampled_from(days(7))))),
        off_days=frozenset(draw(st.lists(st.integers(0, 6), max_size=3))),
        last_turn=None if ago is None else NOW - ago * A_DAY,
    )


@st.composite
def works(draw: st.DrawFn, number: int) -> Work:
    needs = draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 5), max_size=2))
    return Work(number, tuple(needs.items()), draw(st.sampled_from(("", "618直播预告"))), days(3))


@st.composite
def teams(draw: st.DrawFn, most: int = 6) -> tuple[list[Work], list[Person]]:
    return (
        [draw(works(n)) for n in range(1, draw(st.integers(0, most)) + 1)],
        [draw(persons(n)) for n in range(1, draw(st.integers(0, most)) + 1)],
    )


def choices(work: Work, people: Sequence[Person]) -> dict[int, Fit]:
    return {each.person.id: each for each in candidates(work, people, NOW)}


def price(given_to: Sequence[int | None], works: list[Work], people: list[Person]) -> int | None:
    """What giving each work to that person costs in all; None where it is not allowed."""
    total = 0
    taken: Counter[int] = Counter()
    by_id = {each.id: each for each in people}
    for work, member in zip(works, given_to, strict=True):
        if member is None:
            continue
        found = choices(work, people).get(member)
        if found is None or taken[member] >= by_id[member].free:
            return None
        total += found.cost + by_id[member].load(taken[member])
        taken[member] += 1
    return total


def brute_force(works: list[Work], people: list[Person]) -> tuple[int, int]:
    """How many works are left over at the least, and what the rest then costs at the least."""
    options = [[None, *choices(work, people)] for work in works]
    return min(
        (given_to.count(None), cost)
        for given_to in itertools.product(*options)
        if (cost := price(given_to, works, people)) is not None
    )


def greedy(works: list[Work], people: list[Person]) -> tuple[int, int]:
    """The same for works that are given one after another to who is best at that moment."""
    given_to: list[int | None] = []
    for work in works:
        taken = Counter(given_to)
        free = [p for p in people if taken[p.id] < p.free and p.id in choices(work, people)]
        best = min(
            free,
            key=lambda p: choices(work, people)[p.id].cost + p.load(taken[p.id]),
            default=None,
        )
        given_to.append(None if best is None else best.id)
    cost = price(given_to, works, people)
    assert cost is not None
    return given_to.count(None), cost


def result(plan: Plan) -> dict[int, int]:
    return {work.id: found.person.id for work, found in plan.pairs}


# -- one work


def test_the_better_the_skill_the_better_the_place() -> None:
    work = Work(1, (("文案", 2),))
    people = [person(1, skills={"文案": 2}), person(2, skills={"文案": 4}), person(3)]
    assert [each.person.id for each in rank(work, people, NOW)] == [2, 1]


def test_who_comes_nearest_is_proposed_where_nobody_can_do_it() -> None:
    work = Work(1, (("文案", 4),))
    people = [person(1, skills={"文案": 1}), person(2, skills={"文案": 3}), person(3)]
    found = rank(work, people, NOW)
    assert [(each.person.id, each.short) for each in found] == [(2, 1), (1, 3), (3, 4)]


def test_who_does_not_want_it_is_not_proposed() -> None:
    work = Work(1, (("文案", 1),), words="直播预告")
    assert fit(work, person(1, skills={"文案": 5}, likings={"直播": -1}), NOW) is None


def test_unwanted_is_unwanted_even_where_the_skill_is_liked() -> None:
    work = Work(1, (("文案", 1),), words="直播预告")
    assert fit(work, person(1, likings={"直播": -1, "文案": 1}), NOW) is None


def test_who_is_away_until_the_deadline_is_not_proposed() -> None:
    work = Work(1, days=days(3))
    assert fit(work, person(1, away=frozenset(days(3))), NOW) is None


def test_who_is_away_for_a_part_is_behind_who_is_here() -> None:
    work = Work(1, days=days(3))
    partly = person(1, away=frozenset(days(1)))
    found = rank(work, [partly, person(2)], NOW)
    assert [(each.person.id, each.absent) for each in found] == [(2, 0), (1, 1)]


def test_a_day_off_when_it_is_due_weighs_more_than_one_before() -> None:
    work = Work(1, days=days(3))
    due, before = TODAY + 2 * A_DAY, TODAY
    on_the_day = person(1, off_days=frozenset({due.weekday()}))
    earlier = person(2, off_days=frozenset({before.weekday()}))
    assert [each.person.id for each in rank(work, [on_the_day, earlier], NOW)] == [2, 1]


def test_liking_and_load_are_weighed() -> None:
    work = Work(1, (("文案", 1),))
    busy = person(1, skills={"文案": 3}, likings={"文案": 1}, in_hand=2)
    idle = person(2, skills={"文案": 3})
    assert [each.person.id for each in rank(work, [busy, idle], NOW)] == [1, 2]
    fuller = replace(busy, in_hand=4)
    assert [each.person.id for each in rank(work, [fuller, idle], NOW)] == [2, 1]


def test_a_full_person_stays_in_the_ranking_so_that_the_lead_can_be_asked() -> None:
    work = Work(1, (("文案", 3),))
    people = [person(1, skills={"文案": 4}, in_hand=6), person(2)]
    assert [each.person.id for each in rank(work, people, NOW)] == [1]


@settings(deadline=None)
@given(teams())
def test_nobody_is_proposed_below_the_level_while_somebody_has_it(
    team: tuple[list[Work], list[Person]],
) -> None:
    found, people = team
    for work in found:
        shorts = {each.short > 0 for each in rank(work, people, NOW)}
        assert len(shorts) <= 1


# -- several works at once


@settings(deadline=None)
@given(teams())
def test_nobody_is_given_more_than_there_is_room_for(
    team: tuple[list[Work], list[Person]],
) -> None:
    found, people = team
    plan = assign(found, people, NOW)
    counts = Counter(each.person.id for _, each in plan.pairs)
    assert all(counts[each.id] <= each.free for each in people)


@settings(deadline=None)
@given(teams())
def test_nobody_is_given_what_they_are_away_for_or_do_not_want(
    team: tuple[list[Work], list[Person]],
) -> None:
    found, people = team
    for work, each in assign(found, people, NOW).pairs:
        assert any(each.person.is_here(day) for day in work.days)
        assert each.person.likings.get("直播", 0) >= 0 or "直播" not in work.words
        assert all(each.person.likings.get(skill, 0) >= 0 for skill, _ in work.needs)


@settings(deadline=None)
@given(teams())
def test_every_work_is_given_once_or_left(team: tuple[list[Work], list[Person]]) -> None:
    found, people = team
    plan = assign(found, people, NOW)
    named = [work.id for work, _ in plan.pairs] + [work.id for work in plan.left]
    assert sorted(named) == sorted(work.id for work in found)


@settings(deadline=None)
@given(teams(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_makes_no_difference(
    team: tuple[list[Work], list[Person]], random: object
) -> None:
    found, people = team
    plan = assign(found, people, NOW)
    random.shuffle(found)  # type: ignore[attr-defined]
    random.shuffle(people)  # type: ignore[attr-defined]
    assert assign(found, people, NOW) == plan


@settings(max_examples=60, deadline=None)
@given(teams(most=4))
def test_a_plan_is_as_good_as_the_best_of_all(team: tuple[list[Work], list[Person]]) -> None:
    found, people = team
    plan = assign(found, people, NOW)
    assert (len(plan.left), plan.cost) == brute_force(found, people)


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_six_works_for_six_people_are_planned_as_well_as_can_be(data: st.DataObject) -> None:
    found = [data.draw(works(n)) for n in range(1, 7)]
    people = [
        replace(data.draw(persons(n)), in_hand=data.draw(st.integers(0, 1)), capacity=2)
        for n in range(1, 7)
    ]
    plan = assign(found, people, NOW)
    assert (len(plan.left), plan.cost) == brute_force_in_steps(found, people)


def brute_force_in_steps(works: list[Work], people: list[Person]) -> tuple[int, int]:
    """The best of all plans, looked for over who has how many already."""
    options = [choices(work, people) for work in works]
    best = {(0,) * len(people): (0, 0)}
    for fits in options:
        after: dict[tuple[int, ...], tuple[int, int]] = {}
        for taken, (left, cost) in best.items():
            nexts = [(taken, (left + 1, cost))]
            for n, each in enumerate(people):
                if each.id in fits and taken[n] < each.free:
                    more = (*taken[:n], taken[n] + 1, *taken[n + 1 :])
                    nexts.append((more, (left, cost + fits[each.id].cost + each.load(taken[n]))))
            for state, value in nexts:
                after[state] = min(value, after.get(state, value))
        best = after
    return min(best.values())


@settings(deadline=None)
@given(teams())
def test_a_plan_is_at_least_as_good_as_giving_one_after_another(
    team: tuple[list[Work], list[Person]],
) -> None:
    found, people = team
    plan = assign(found, people, NOW)
    assert (len(plan.left), plan.cost) <= greedy(found, people)


def test_the_specialist_is_kept_for_what_nobody_else_can_do() -> None:
    both = person(1, skills={"文案": 5, "数据": 5}, capacity=1)
    writer = person(2, skills={"文案": 1}, capacity=1)
    plan = assign([Work(1, (("文案", 1),)), Work(2, (("数据", 1),))], [both, writer], NOW)
    assert result(plan) == {1: 2, 2: 1}


def test_what_there_is_no_room_for_is_left() -> None:
    plan = assign([Work(n) for n in range(1, 5)], [person(1, capacity=3)], NOW)
    assert (len(plan.pairs), len(plan.left)) == (3, 1)


def test_a_work_waits_for_a_full_specialist_and_goes_to_nobody_below() -> None:
    full = person(1, skills={"文案": 4}, in_hand=5)
    plan = assign([Work(1, (("文案", 3),))], [full, person(2)], NOW)
    assert [work.id for work in plan.left] == [1]


def test_works_are_spread_before_anybody_gets_a_second_one() -> None:
    plan = assign([Work(n) for n in range(1, 5)], [person(1), person(2), person(3)], NOW)
    assert sorted(Counter(result(plan).values()).values()) == [1, 1, 2]


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 7), st.lists(st.integers(1, 9), min_size=100, max_size=100), st.data())
def test_equal_people_have_their_turns_equally_often(
    size: int, rounds: list[int], data: st.DataObject
) -> None:
    people = {n: person(n, capacity=9) for n in range(1, size + 1)}
    pause = data.draw(st.sampled_from((dt.timedelta(minutes=1), A_DAY, 9 * A_DAY)))
    turns: Counter[int] = Counter(dict.fromkeys(people, 0))
    now = NOW
    for count in rounds:
        now += pause
        plan = assign([Work(n) for n in range(count)], list(people.values()), now)
        for n, (_, each) in enumerate(plan.pairs):
            turns[each.person.id] += 1
            moment = now + dt.timedelta(milliseconds=n)
            people[each.person.id] = replace(people[each.person.id], last_turn=moment)
        assert max(turns.values()) - min(turns.values()) <= 1
