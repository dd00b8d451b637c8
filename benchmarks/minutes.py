"""Part 9: reading a reply of minutes, and finding words in all that a team ever wrote."""

from __future__ import annotations

import datetime as dt
import random
import statistics
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from benchmarks.measure import Goal, Size, figure, in_turn, percentile, show, stopwatch
from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from bot.language.minutes import read_minutes
from models import minutes_finding
from models.db import Db
from models.meeting_tables import Meeting, Minutes, MinutesLine
from models.search import letters
from models.search_tables import SearchText
from models.team import Member, Team

TITLE = "minutes, ms"
TEAM = 1
FULL, QUICK = 100_000, 5_000
# Lines of one meeting, and teams that share the database.
PER_MEETING, TEAMS = 10, 4
NOW = dt.datetime(2025, 6, 18, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
MEMBERS = {name: name for name in ("老王", "阿芳", "丽姐", "小美", "小陈", "大刘", "阿珍", "小周")}
WHO, WHAT = ("阿芳", "丽姐", "小美", "小陈"), ("文案", "海报", "价格表", "报名表")
WHEN, GOODS = ("周五前", "周六", "6月25号", "明天18点"), ("套盒", "精华", "面膜", "眼霜")
# A word in every second line, one in every thousandth, two that meet now and then, none at all.
QUERIES = ("价格", "彩妆", "套盒 文案", "1180", "不存在的词")


def reply(n: int) -> str:
    """A reply as leads write them: five things, numbered or in one breath, by turns."""
    who, what = WHO[n % 4], WHAT[n // 4 % 4]
    when, goods = WHEN[n // 16 % 4], GOODS[n // 64 % 4]
    if n % 2:
        return (
            f"1.618主推{goods} 2.@{who} {when}出{n % 5 + 2}版{what} 3.库存还剩{n + 100}盒"
            f" 4.{goods}价格不低于{1180 + n} 5.赠品下次再议"
        )
    return (
        f"今天定了主推{goods},价格不低于{1180 + n},{who}{when}把{what}{n}做好,"
        f"库存还剩{n + 100}盒,赠品的事没定"
    )


def read_all(first: int, count: int) -> float:
    """The median milliseconds of one reply; no two are the same."""
    spent = []
    for n in range(first, first + count):
        text = reply(n)
        with stopwatch() as seconds:
            found = read_minutes(text, "老王", MEMBERS, NOW)
            spent.append(seconds() * 1000)
        assert found.actions
        assert found.decisions
    return statistics.median(spent)


class Archive:
    """A database in which a team has that many lines of minutes, and other teams as many."""

    def __init__(self, folder: Path, lines: int) -> None:
        url = f"sqlite:///{folder / 'minutes.db'}"
        upgrade(url)
        self.database = Database(url)
        self.database.start()
        with self.database.engine.begin() as connection:
            teams = range(TEAM, TEAM + TEAMS)
            connection.execute(insert(Team), [_team(n) for n in teams])
            connection.execute(insert(Member), [_lead()])
            meetings = range(1, lines // PER_MEETING + 1)
            connection.execute(insert(Meeting), [_meeting(n) for n in meetings])
            connection.execute(insert(Minutes), [_version(n) for n in meetings])
            said = [_line(n) for n in range(1, lines + 1)]
            connection.execute(insert(MinutesLine), said)
            for team in teams:
                connection.execute(insert(SearchText), [_text(team, each) for each in said])

    def find(self, query: str) -> list[float]:
        """The milliseconds of each of some searches."""

        def work(db: Db) -> list[float]:
            spent = []
            for _ in range(20):
                with stopwatch() as seconds:
                    minutes_finding.find(db, TEAM, query, most=10)
                    spent.append(seconds() * 1000)
            return spent

        return self.database.read_now(work)


def _team(n: int) -> dict[str, object]:
    return {"id": n, "name": "team", "timezone": "Asia/Shanghai", "language": "zh-CN",
            "created_at": NOW}  # fmt: skip


def _lead() -> dict[str, object]:
    return {"id": 1, "team_id": TEAM, "name": "老王", "role": 30, "state": "active",
            "joined_at": NOW}  # fmt: skip


def _meeting(n: int) -> dict[str, object]:
    times = dict.fromkeys(("start_at", "created_at", "changed_at"), NOW)
    return {"id": n, "team_id": TEAM, "number": n, "title": "meeting", "day": NOW.date(),
            "lead_id": 1, "created_by": 1, **times}  # fmt: skip


def _version(n: int) -> dict[str, object]:
    return {"id": n, "team_id": TEAM, "meeting_id": n, "version": 1, "state": "posted",
            "by_id": 1, "begun_at": NOW, "changed_at": NOW}  # fmt: skip


def _line(n: int) -> dict[str, object]:
    chance = random.Random(n)
    words = f"{chance.choice(GOODS)}{chance.choice(WHAT)}第{n}条"
    words += "价格不低于1180" if n % 2 else "库存还够"
    words += "彩妆" if n % 1000 == 0 else ""
    place = (n - 1) % PER_MEETING + 1
    return {"id": n, "minutes_id": (n - 1) // PER_MEETING + 1, "n": place, "kind": "decision",
            "words": words}  # fmt: skip


def _text(team: int, line: dict[str, object]) -> dict[str, object]:
    words = str(line["words"])
    subject = int(str(line["id"])) + (team - TEAM) * 10_000_000
    return {"team_id": team, "kind": "minutes", "subject": subject, "at": NOW, "words": words,
            "letters": letters(team, words)}  # fmt: skip


def run(size: Size) -> list[Goal]:
    """Measure both and print the table."""
    count = size.pick(200, 40)
    # The first reply compiles what all share.
    first = read_all(0, 1)
    turns = in_turn({"read": lambda: read_all(1, count)}, size.rounds)
    reading = statistics.median(turns["read"])
    rows = [("one reply", figure(reading), ""), ("the first reply", figure(first), "")]
    lines = size.pick(FULL, QUICK)
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder), lines)
        try:
            found = in_turn({q: lambda q=q: archive.find(q) for q in QUERIES}, size.rounds)
        finally:
            archive.database.stop()
    slowest = 0.0
    for query, spent in found.items():
        each = [one for turn in spent for one in turn]
        slowest = max(slowest, statistics.median(each))
        median, worst = statistics.median(each), percentile(each, 0.95)
        rows.append((f"find {query}", figure(median), figure(worst)))
    note = f"medians; {lines:,} lines of this team and as many of {TEAMS - 1} others each"
    show(f"9 · {TITLE}", ("", "p50", "p95"), rows, note)
    return [
        Goal("reading a reply of minutes", reading, 5, "ms"),
        Goal(f"finding words in {lines:,} lines of minutes", slowest, 10, "ms"),
    ]
