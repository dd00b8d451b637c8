"""The digest after meetings: what was decided, what is due, whether goals were met; and the best
experiences when the week ends.
"""

import datetime as dt
import json
from typing import Any

import pytest
from world import SHANGHAI, START, World

from handlers.digests.cards import day_card, view_of
from handlers.digests.words import ROOM
from models import experiences
from models.db import Db
from models.experiences import NewExperience
from models.meeting_digest import figures
from models.meeting_tables import Meeting, Minutes, MinutesLine
from models.meetings import NewMeeting, create
from models.rosters import roster
from models.task_changes import Doer
from models.task_steps import cancel, finish
from models.task_tables import Task
from models.tasks import NewTask, deadline, require
from models.tasks import create as give
from models.teams import team_info
from models.values import MemberInfo

TEAM = 1
A_DAY = dt.timedelta(days=1)
AN_HOUR = dt.timedelta(hours=1)


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    for name in ("阿芳", "小美"):
        await world.declare(name, "member")
    return world


def person(db: Db, name: str) -> MemberInfo:
    found = roster(db, TEAM).find(name)
    assert found is not None
    return found


def hold(db: Db, at: dt.datetime, *, state: str = "closed", reached: int | None = None) -> Meeting:
    """A meeting that was held."""
    new = NewMeeting("周会", at.astimezone(dt.UTC))
    row = create(db, team_info(db, TEAM), new, Doer(person(db, "老王"), at))
    row.state, row.reached = state, reached
    db.flush()
    return row


def post(
    db: Db, row: Meeting, at: dt.datetime, *lines: tuple[str, str, int | None], version: int = 1
) -> None:
    """Its minutes: (kind, words, id of the task)."""
    columns = {each.name for each in Minutes.__table__.columns}
    more: dict[str, Any] = {"changed_at": at} if "changed_at" in columns else {}
    minutes = Minutes(
        team_id=TEAM,
        meeting_id=row.id,
        version=version,
        state="posted",
        by_id=person(db, "老王").id,
        begun_at=at,
        confirmed_at=at,
        **more,
    )
    db.session.add(minutes)
    db.flush()
    for n, (kind, words, task_id) in enumerate(lines, start=1):
        db.session.add(
            MinutesLine(
                minutes_id=minutes.id,
                n=n,
                kind=kind,
                words=words,
                people=json.dumps([]),
                task_id=task_id,
            )
        )
    db.flush()


def action(db: Db, title: str, *, due: dt.date | None = None) -> int:
    """A task that came of a meeting; returns its id."""
    info = team_info(db, TEAM)
    new = NewTask(
        title,
        owners=(person(db, "阿芳").id,),
        due=deadline(info, due) if due else None,
        origin="M1",
    )
    number = give(db, info, new, Doer(person(db, "老王"), START)).row.number
    return int(db.session.query(Task.id).filter_by(team_id=TEAM, number=number).scalar())


def lines_of(db: Db, now: dt.datetime, *, is_named: bool) -> list[str]:
    info = team_info(db, TEAM)
    day = view_of(db, info, info.day_of(now), now, without=())
    return [f"{line.key} {dict(line.values)}" for line in day_card(day, is_named=is_named).lines]


async def test_what_a_meeting_brought_is_told_to_leads_by_name_and_to_the_group_in_counts(
    team: World,
) -> None:
    def write(db: Db) -> None:
        info = team_info(db, TEAM)
        doer = Doer(person(db, "老王"), START)
        row = hold(db, START - AN_HOUR, reached=1)
        due, done, off = (
            action(db, "拍视频", due=START.date()),
            action(db, "出文案"),
            action(db, "算了"),
        )
        finish(db, info, require(db, TEAM, 2), doer)
        cancel(db, info, require(db, TEAM, 3), doer)
        post(
            db,
            row,
            START,
            ("decision", "套盒不低于1180", None),
            ("decision", "主推面膜", None),
            ("decision", "周三发货", None),
            ("data", "上月 12 万", None),
            ("action", "拍视频", due),
            ("action", "出文案", done),
            ("action", "算了", off),
        )

    await team.app.database.write(write)
    await team.say("老王", "推送 日报 21:30 群")
    await team.private("老王", "我的")
    words = await team.go_to(START.replace(hour=21, minute=30))
    (lead,) = [each for each in words if "M1 套盒" in each]
    assert "📝 新决议 3 条:M1 套盒不低于1180、M1 主推面膜 等" in lead
    assert "🗓 会上定的今天到期 1 项:T1 拍视频" in lead
    assert "🎯 会议有效率 近1次 100%(达成1 部分0 否0)、会上行动完成 1/2" in lead
    (group,) = [each for each in words if each is not lead and "📝" in each]
    assert "📝 新决议 3 条\n" in group
    assert "🗓 会上定的今天到期 1 项" in group
    assert "拍视频" not in group
    # The next evening the decisions are no news any more.
    later = await team.go_to(START.replace(day=19, hour=21, minute=30))
    assert not any("新决议" in each for each in later)
    assert any("会上行动完成 1/2" in each for each in later)


async def test_the_rate_counts_the_last_four_goals_that_were_judged(team: World) -> None:
    def write(db: Db) -> tuple[int, tuple[int, int, int]] | None:
        for days, reached in enumerate((1, 2, None, 3, 1, 3, 3), start=1):
            hold(db, START - days * A_DAY, reached=reached)
        found = figures(db, team_info(db, TEAM), START, since=START - A_DAY)
        return (found.percent, found.goals) if found is not None else None

    assert await team.app.database.write(write) == (75, (2, 1, 1))


async def test_a_team_without_meetings_of_late_reads_nothing_of_them(team: World) -> None:
    def write(db: Db) -> list[str]:
        hold(db, START - 40 * A_DAY, reached=1)
        hold(db, START + AN_HOUR, state="planned")
        hold(db, START - A_DAY, state="cancelled")
        return lines_of(db, START, is_named=True)

    assert not any("meeting" in line for line in await team.app.database.write(write))


async def test_a_second_version_of_minutes_makes_no_news(team: World) -> None:
    def write(db: Db) -> int:
        row = hold(db, START - 3 * A_DAY)
        post(db, row, START - 3 * A_DAY, ("decision", "旧的", None))
        db.session.query(Minutes).one().state = "replaced"
        post(db, row, START, ("decision", "新的", None), version=2)
        found = figures(db, team_info(db, TEAM), START + AN_HOUR, since=START - A_DAY)
        assert found is not None
        return found.decided

    assert await team.app.database.write(write) == 0


async def test_the_week_ends_with_its_three_best_experiences(team: World) -> None:
    sunday = dt.datetime(2025, 6, 22, 21, tzinfo=SHANGHAI)

    def write(db: Db) -> list[list[str]]:
        mine, other = person(db, "阿芳"), person(db, "小美")
        for n in range(5):
            experiences.keep(db, mine, NewExperience(f"第{n}条经验"), START + n * AN_HOUR)
        experiences.keep(db, mine, NewExperience("上周的"), START - 7 * A_DAY)
        experiences.thank(db, experiences.find(db, TEAM, 2), other, START)
        return [lines_of(db, each, is_named=False) for each in (sunday - A_DAY, sunday)]

    saturday_lines, sunday_lines = await team.app.database.write(write)
    assert not any("digest-learned" in line for line in saturday_lines)
    learned = [line for line in sunday_lines if "digest-learned" in line]
    assert ["第1条" in learned[0], "第4条" in learned[1], "第3条" in learned[2]] == [True] * 3
    assert len(learned) == 3
    assert len(sunday_lines) <= ROOM
