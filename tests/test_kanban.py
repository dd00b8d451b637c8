"""The board: each task counted where it stands, own workflows changed without losing one, moves."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, insert, select
from world import World

from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from handlers.kanban.words import Move, StageOrder, read_command, read_move, read_stages
from models import kanban, stages, task_steps, tasks
from models.db import Db
from models.errors import Refusal
from models.kanban import Place
from models.people import member_info
from models.rosters import roster
from models.task_changes import Doer
from models.task_moves import to_state
from models.task_tables import Stage, Task
from models.tasks import NewTask, TaskInfo
from models.team import Member, Team
from models.teams import team_info
from models.values import MemberInfo, Role, TeamInfo

NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    file: Path = tmp_path_factory.mktemp("kanban") / "kanban.db"
    upgrade(f"sqlite:///{file}")
    opened = Database(f"sqlite:///{file}")
    opened.start()
    yield opened
    opened.stop()


class Scene:
    """A new team with a manager, who gives the tasks, and two who do them."""

    def __init__(self, db: Db) -> None:
        self.db = db
        row = Team(name="冲刺群", timezone="Asia/Shanghai", language="zh-CN", created_at=NOW)
        db.session.add(row)
        db.session.flush()
        for name, role in (("老王", Role.MANAGER), ("阿芳", Role.MEMBER), ("小美", Role.MEMBER)):
            db.session.add(
                Member(team_id=row.id, name=name, role=role, state="active", joined_at=NOW)
            )
        db.session.flush()
        db.memory.forget()
        self.team: TeamInfo = team_info(db, row.id)

    def who(self, name: str) -> MemberInfo:
        found = roster(self.db, self.team.id).find(name)
        assert found is not None
        return found

    def doer(self, name: str, days: float = 0) -> Doer:
        return Doer(self.who(name), NOW + days * DAY)

    def task(self, title: str, *, owner: str = "阿芳", days: float = 0) -> TaskInfo:
        new = NewTask(title, owners=(self.who(owner).id,))
        return tasks.create(self.db, self.team, new, self.doer("老王", days))

    def define(self, line: str, workflow: str = "") -> stages.Defined:
        return stages.define(self.db, self.who("老王"), workflow, line.split(), now=NOW)

    def stage(self, name: str) -> Stage:
        match = stages.find(self.db, self.team.id, name)
        assert match is not None
        return match.stage

    def put(self, number: int, name: str, *, by: str = "阿芳", days: float = 0) -> stages.Moved:
        task = tasks.require(self.db, self.team.id, number)
        return stages.put(self.db, self.team, task, self.doer(by, days), stage=self.stage(name))

    def board(self, days: float = 0) -> kanban.Board:
        return kanban.board(self.db, self.team.id, NOW + days * DAY)


def played(test: Callable[[Scene], None]) -> Callable[[Database], None]:
    """A test of a scene, run in a transaction of the database."""

    def run(database: Database) -> None:
        database.write_now(lambda db: test(Scene(db)))

    run.__name__ = test.__name__
    return run


# -- words


@pytest.mark.parametrize(
    "line",
    [
        " 意向→报价→付款",
        " 意向->报价 -> 付款",
        " 意向>报价＞付款",
        " 意向、报价、付款",
        " 意向,报价，付款",
        " 意向 报价 付款",
        "：意向→报价→付款",
        ":意向—>报价=>付款",
        " 意向 ➡️ 报价 ➡️ 付款",
    ],
)
def test_stages_are_written_with_any_arrow_comma_or_space(line: str) -> None:
    order = read_stages(line, is_sure=False, is_glued=line[0] in ":：")
    assert order == StageOrder("set", "", ("意向", "报价", "付款"))


@pytest.mark.parametrize(
    ("line", "order"),
    [
        (" 招新:联系→面谈→入群", StageOrder("set", "招新", ("联系", "面谈", "入群"))),
        (" 招新：联系 面谈 入群", StageOrder("set", "招新", ("联系", "面谈", "入群"))),
        (" 流程:联系→面谈", StageOrder("set", "", ("联系", "面谈"))),
        (" 付款 上限 5", StageOrder("limit", "付款", limit=5)),
        (" 付款上限5个", StageOrder("limit", "付款", limit=5)),
        (" 付款 上限 无", StageOrder("limit", "付款", limit=None)),
        (" 付款 上限：不限", StageOrder("limit", "付款", limit=None)),
        (" payment limit 5", StageOrder("limit", "payment", limit=5)),
        (" 删除 招新", StageOrder("remove", "招新")),
        (" 付款", StageOrder("look", "付款")),
    ],
)
def test_what_is_wanted_with_stages_is_read(line: str, order: StageOrder) -> None:
    assert read_stages(line, is_sure=False, is_glued=False) == order


@pytest.mark.parametrize(
    "line",
    ["性胜利", "一完成了", "很难", "2 的任务", "一→二 的时候", "性目标、性成果都要有"],
)
def test_talk_glued_to_the_word_for_stages_is_no_order(line: str) -> None:
    assert read_stages(line, is_sure=False, is_glued=True) is None


@pytest.mark.parametrize(
    "line",
    [" 总结 汇报", " 很 难 啊", " 目标是 完成 任务", " 说明:今天要发货", " 我们先谈、再签、就好了"],
)
def test_a_sentence_behind_the_word_for_stages_is_no_order(line: str) -> None:
    assert read_stages(line, is_sure=False, is_glued=False) is None


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("T31 → 待验收", Move(31, "待验收")),
        ("#T31→报价", Move(31, "报价")),
        ("t31 -> 报价", Move(31, "报价")),
        ("Ｔ３１ ＞ 报价", Move(31, "报价")),
        ("T31 → “报价”阶段", Move(31, "报价")),
        ("T31 到 付款", Move(31, "付款", is_plain=True)),
        ("T31到付款了", Move(31, "付款", is_plain=True)),
        ("T31 移到 付款", Move(31, "付款", is_plain=True)),
        ("T31 to payment", Move(31, "payment", is_plain=True)),
        ("T31 到了", None),
        ("T31", None),
        ("T31 →", None),
        ("T31 付款", None),
        ("ST31 → 付款", None),
        ("看 T31 → 付款", None),
        ("T31 tomorrow", None),
    ],
)
def test_a_move_is_read_from_an_arrow(text: str, move: Move | None) -> None:
    assert read_move(text) == move


@pytest.mark.parametrize(
    ("line", "quoted", "move"),
    [
        (" T31 报价", "", Move(31, "报价")),
        ("T31到报价", "", Move(31, "报价")),
        (" #T31 → 报价", "", Move(31, "报价")),
        (" T31 to quote", "", Move(31, "quote")),
        (" 报价", "✅ #T31 出3版文案", Move(31, "报价")),
        (" 到 报价", "T31 出3版文案", Move(31, "报价")),
        (" 报价", "", None),
        (" 一下桌子", "", None),
        (" T31", "", None),
    ],
)
def test_the_command_names_the_task_or_quotes_it(line: str, quoted: str, move: Move | None) -> None:
    assert read_command(line, quoted) == move


# -- workflows


@played
def test_a_stage_keeps_its_tasks_and_its_limit_in_a_new_order(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    task = scene.task("张姐的套盒")
    scene.put(task.number, "报价")
    stages.set_limit(scene.db, scene.who("老王"), "报价", 3, now=NOW)
    before = scene.stage("报价").id
    done = scene.define("报价 意向 发货")
    assert (done.added, done.removed) == (("发货",), ("付款",))
    assert [each.name for each in done.workflow.stages] == ["报价", "意向", "发货"]
    assert (scene.stage("报价").id, scene.stage("报价").wip) == (before, 3)
    assert stages.counts(scene.db, scene.team.id) == {before: 1}
    assert stages.find(scene.db, scene.team.id, "付款") is None


@played
def test_a_stage_in_which_tasks_stand_stays(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    numbers = [scene.task(f"单子{n}").number for n in range(7)]
    for number in numbers:
        scene.put(number, "报价")
    with pytest.raises(Refusal) as refused:
        scene.define("意向 付款 发货")
    assert refused.value.key == "kanban-not-empty"
    assert refused.value.values["named"] == "T1 T2 T3 T4 T5"
    assert (refused.value.values["count"], refused.value.values["more"]) == (7, 2)
    assert refused.value.values["goal"] == "意向"


@played
def test_only_what_is_still_to_be_done_holds_a_stage(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    task = scene.task("张姐的套盒")
    scene.put(task.number, "报价")
    task_steps.cancel(scene.db, scene.team, task, scene.doer("老王"))
    assert scene.define("意向 付款").removed == ("报价",)


@played
def test_a_stage_that_comes_back_is_the_one_it_was_and_has_no_limit(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    before = scene.stage("报价").id
    stages.set_limit(scene.db, scene.who("老王"), "报价", 3, now=NOW)
    scene.define("意向 付款")
    scene.define("意向 报价")
    assert (scene.stage("报价").id, scene.stage("报价").wip) == (before, None)


@played
def test_a_name_is_enough_to_find_a_stage(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    scene.define("联系 面谈 入群", "招新")
    with pytest.raises(Refusal, match="kanban-name-taken"):
        scene.define("联系 总结", "复盘")
    with pytest.raises(Refusal, match="kanban-name-twice"):
        scene.define("quote Quote")


@played
def test_naming_the_nameless_workflow_changes_it(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    scene.define("意向 报价 签收", "订单")
    assert [each.name for each in stages.workflows(scene.db, scene.team.id)] == ["订单"]


@played
def test_a_workflow_has_its_measures(scene: Scene) -> None:
    for line, key in (
        ("意向", "kanban-how-many"),
        (" ".join(f"第{n}步" for n in range(13)), "kanban-how-many"),
        ("意向 一二三四五六七八九", "kanban-name-long"),
    ):
        with pytest.raises(Refusal, match=key):
            scene.define(line)
    with pytest.raises(Refusal, match="common-not-allowed"):
        stages.define(scene.db, scene.who("阿芳"), "", ("意向", "报价"), now=NOW)
    with pytest.raises(Refusal, match="common-not-allowed"):
        stages.set_limit(scene.db, scene.who("阿芳"), "意向", 1, now=NOW)


@played
def test_a_name_is_found_whole_then_by_its_beginning_then_nearly(scene: Scene) -> None:
    scene.define("付款 付款确认 待客户确认")
    find = stages.find
    assert find(scene.db, scene.team.id, "付款") == stages.Match(scene.stage("付款"))
    assert find(scene.db, scene.team.id, " 付款确 ") == stages.Match(scene.stage("付款确认"))
    near = find(scene.db, scene.team.id, "等客户确认")
    assert near == stages.Match(scene.stage("待客户确认"), is_sure=False)
    assert find(scene.db, scene.team.id, "付") is None
    assert find(scene.db, scene.team.id, "发货") is None
    assert find(scene.db, scene.team.id, "") is None


@played
def test_another_teams_stages_are_none(scene: Scene) -> None:
    scene.define("意向 报价")
    other = Scene(scene.db)
    assert stages.find(scene.db, other.team.id, "意向") is None
    assert other.define("意向 报价").added == ("意向", "报价")


@played
def test_a_workflow_or_a_stage_is_taken_out(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    scene.define("联系 面谈", "招新")
    remove = stages.remove
    assert remove(scene.db, scene.who("老王"), "付款", now=NOW) == ("付款",)
    assert remove(scene.db, scene.who("老王"), "招新", now=NOW) == ("联系", "面谈")
    with pytest.raises(Refusal, match="kanban-too-few"):
        remove(scene.db, scene.who("老王"), "报价", now=NOW)


STEPS = st.lists(st.permutations("甲乙丙丁戊己").map(lambda p: p[:4]), min_size=1, max_size=5)


@given(changes=STEPS, at=st.lists(st.integers(0, 5), max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_change_of_stages_loses_a_task(
    database: Database, changes: list[list[str]], at: list[int]
) -> None:
    def check(scene: Scene) -> None:
        scene.define("甲 乙 丙 丁 戊 己")
        for n in at:
            scene.put(scene.task("单子").number, "甲乙丙丁戊己"[n])
        for names in changes:
            with contextlib.suppress(Refusal):
                scene.define(" ".join(names))
        (flow,) = stages.workflows(scene.db, scene.team.id)
        counts = stages.counts(scene.db, scene.team.id)
        assert sum(counts.get(stage.id, 0) for stage in flow.stages) == len(at)
        assert [stage.position for stage in flow.stages] == list(range(1, len(flow.stages) + 1))

    database.write_now(lambda db: check(Scene(db)))


# -- moves


@played
def test_a_full_stage_takes_one_more_and_says_how_many(scene: Scene) -> None:
    scene.define("意向 报价")
    stages.set_limit(scene.db, scene.who("老王"), "报价", 1, now=NOW)
    first, second = scene.task("一单"), scene.task("二单")
    assert scene.put(first.number, "报价").count == 1
    moved = scene.put(second.number, "报价")
    assert (moved.count, moved.stage.wip, moved.is_last, moved.before) == (2, 1, True, "")
    assert scene.put(first.number, "意向").before == "报价"


@played
def test_who_does_it_or_steers_it_moves_it(scene: Scene) -> None:
    scene.define("意向 报价")
    task = scene.task("一单", owner="阿芳")
    with pytest.raises(Refusal, match="task-not-yours"):
        scene.put(task.number, "意向", by="小美")
    scene.put(task.number, "意向", by="阿芳")
    scene.put(task.number, "报价", by="老王")
    with pytest.raises(Refusal, match="task-there-already"):
        scene.put(task.number, "报价")


@played
def test_a_move_is_taken_back_with_the_time_it_had(scene: Scene) -> None:
    scene.define("意向 报价")
    task = scene.task("一单")
    scene.put(task.number, "意向", days=1)
    scene.put(task.number, "报价", days=3)
    now, verb = task_steps.undo(
        scene.db,
        scene.team,
        tasks.require(scene.db, scene.team.id, task.number),
        scene.doer("阿芳", 4),
    )
    assert (verb, now.row.stage_id) == ("move", scene.stage("意向").id)
    assert now.row.stage_since == NOW + DAY


@played
def test_states_are_reached_by_the_steps_that_lead_there(scene: Scene) -> None:
    task = scene.task("一单")

    def go(state: str, who: str = "阿芳") -> str:
        found = tasks.require(scene.db, scene.team.id, task.number)
        ended = to_state(scene.db, scene.team, found, scene.doer(who), state=state)
        return str(ended.task.row.state)

    assert go("doing") == "doing"
    with pytest.raises(Refusal, match="kanban-no-way-back"):
        go("open")
    assert go("review") == "review"
    assert tasks.require(scene.db, scene.team.id, task.number).acceptor == scene.who("老王").id
    with pytest.raises(Refusal, match="task-not-yours"):
        go("done")
    with pytest.raises(Refusal, match="task-return-why"):
        go("returned", "老王")
    assert go("done", "老王") == "done"
    assert go("open") == "open"


@played
def test_nobody_waits_for_their_own_look(scene: Scene) -> None:
    own = scene.task("自己的事", owner="老王")
    with pytest.raises(Refusal, match="kanban-no-acceptor"):
        to_state(scene.db, scene.team, own, scene.doer("老王"), state="review")


# -- board


@played
def test_each_open_task_is_counted_where_it_stands(scene: Scene) -> None:
    scene.define("意向 报价")
    for n in range(5):
        scene.task(f"单子{n}", days=-n)
    scene.put(2, "报价")
    scene.put(3, "报价")
    task_steps.start(
        scene.db, scene.team, tasks.require(scene.db, scene.team.id, 1), scene.doer("阿芳")
    )
    board = scene.board()
    assert board.count == 5
    assert [(each.state, each.count) for each in board.columns] == [("open", 2), ("doing", 1)]
    assert board.columns[0].oldest is not None
    assert board.columns[0].oldest.number == 5
    assert board.columns[0].oldest.since == NOW - 4 * DAY
    assert [each.count for each in board.lanes[0].columns] == [0, 2]


@played
def test_what_waits_for_a_look_is_in_its_stage_and_in_its_state(scene: Scene) -> None:
    scene.define("意向 报价")
    task = scene.task("一单")
    scene.put(task.number, "报价")
    to_state(
        scene.db,
        scene.team,
        tasks.require(scene.db, scene.team.id, 1),
        scene.doer("阿芳"),
        state="review",
    )
    board = scene.board()
    assert (board.count, [each.state for each in board.columns]) == (1, ["review"])
    assert board.lanes[0].columns[1].count == 1


@played
def test_a_column_names_what_is_stuck_the_longest_first(scene: Scene) -> None:
    for n in range(3):
        task = scene.task(f"单子{n}", days=-n)
        if n:
            task_steps.block(scene.db, scene.team, task, scene.doer("阿芳"), words=f"等{n}")
    board = scene.board()
    assert board.stuck == 2
    assert [(each.number, each.blocked) for each in board.columns[0].blockers] == [
        (3, "等2"),
        (2, "等1"),
    ]


@played
def test_stays_that_ended_tell_how_long_a_stage_takes_and_where_it_is_slow(scene: Scene) -> None:
    scene.define("意向 报价 付款")
    for days in (1, 2, 6):
        number = scene.task("单子").number
        scene.put(number, "意向")
        scene.put(number, "报价", days=days)
        scene.put(number, "付款", days=days + 0.5)
    lane = scene.board(days=10).lanes[0]
    assert [each.days for each in lane.columns] == [2, 0.5, None]
    assert lane.bottleneck is not None
    assert (lane.bottleneck.stage.name, lane.bottleneck.days) == ("意向", 3)
    assert scene.board(days=40).lanes[0].bottleneck is None


@played
def test_lists_are_of_a_stage_a_state_a_member_or_a_tag(scene: Scene) -> None:
    scene.define("意向 报价")
    first, second = scene.task("一单", days=-1), scene.task("二单", owner="小美")
    scene.put(first.number, "报价")
    tag = NewTask("三单", tags=("618",))
    tasks.create(scene.db, scene.team, tag, scene.doer("老王"))

    def numbers(place: Place) -> list[int]:
        found = kanban.listed(scene.db, scene.team.id, place, most=10)
        assert found.count == len(found.tasks)
        return [task.number for task in found.tasks]

    assert numbers(Place(stages=(scene.stage("报价"),))) == [1]
    assert numbers(Place(stages=(scene.stage("意向"), scene.stage("报价")))) == [1]
    assert numbers(Place(state="open")) == [second.number, 3]
    assert numbers(Place(member_id=scene.who("小美").id)) == [2]
    assert numbers(Place(tag="618")) == [3]
    assert kanban.listed(scene.db, Scene(scene.db).team.id, Place(tag="618"), most=9).count == 0


# -- in the chat


async def test_tasks_go_from_stage_to_stage_in_the_chat(world: World) -> None:
    await world.declare("老王", "owner")
    await world.declare("阿芳", "member")

    def give(db: Db) -> None:
        team = team_info(db, db.session.scalars(select(Team.id)).one())
        people = roster(db, team.id).names
        boss = Doer(member_info(db, people["老王"][0]), world.clock.now() - 3 * DAY)
        for title in ("给张姐报价", "给李姐报价"):
            tasks.create(db, team, NewTask(title, owners=people["阿芳"]), boss)

    await world.app.database.write(give)
    await world.say("老王", "阶段 意向→报价→付款")
    await world.say("老王", "阶段 报价 上限 1")
    assert await world.say("阿芳", "T1 → 报价") == ["✅ T1 给张姐报价 → 报价"]
    (over,) = await world.say("阿芳", "T2 到 报价")
    assert "⚠️ 报价已有 2 个,上限 1" in over
    (board,) = await world.say("阿芳", "看板")
    assert "报价 2 ⚠️上限 1 · 最久 T1 给张姐报价 今天" in board
    assert "空着:意向、付款" in board
    (last,) = await world.say("阿芳", "移 T1 付款")
    assert last.splitlines() == ["✅ T1 给张姐报价:报价 → 付款", "这是最后一步,做完发“完成 T1”"]
    (handed_in,) = await world.say("阿芳", "T2 → 待验收")
    assert "@老王 看一下" in handed_in
    assert (await world.say("阿芳", "看板 待验收"))[0].splitlines()[1:] == [
        "报价 · T2 给李姐报价 阿芳 · 今天"
    ]
    assert await world.say("阿芳", "T1 到 周五") == []
    assert await world.say("阿芳", "T1 → @老王") == []
    (nearly,) = await world.say("老王", "T2 → 完成")
    assert nearly.startswith("🎉 T2 给李姐报价:待验收 → 完成")


async def test_a_name_that_is_nearly_a_stage_is_asked_about(world: World) -> None:
    await world.declare("老王", "owner")

    def give(db: Db) -> None:
        team = team_info(db, db.session.scalars(select(Team.id)).one())
        boss = Doer(member_info(db, roster(db, team.id).names["老王"][0]), world.clock.now())
        tasks.create(db, team, NewTask("给张姐报价"), boss)

    await world.app.database.write(give)
    await world.say("老王", "阶段 意向→待客户确认")
    (asked,) = await world.say("老王", "T1 → 等客户确认")
    assert "是“待客户确认”吗" in asked
    assert await world.say("老王", "1") == [
        "✅ T1 给张姐报价 → 待客户确认\n这是最后一步,做完发“完成 T1”"
    ]


async def test_the_longest_board_fits_a_message(world: World) -> None:
    await world.declare("老王", "owner")
    for flow in "甲乙丙":
        names = "→".join(f"{flow}{n}" for n in range(1, 13))
        await world.say("老王", f"阶段 {flow}流程:{names}")

    def give(db: Db) -> None:
        team = team_info(db, db.session.scalars(select(Team.id)).one())
        boss = Doer(member_info(db, roster(db, team.id).names["老王"][0]), world.clock.now())
        for flow in stages.workflows(db, team.id):
            for stage in flow.stages:
                tasks.create(
                    db, team, NewTask("很长很长很长很长很长很长的标题", stage_id=stage.id), boss
                )
        for _ in range(20):
            tasks.create(db, team, NewTask("一件事"), boss)

    await world.app.database.write(give)
    for line in ("看板", "看板 甲流程", "看板 待办", "阶段"):
        (said,) = await world.say("老王", line)
        assert 3 < len(said.splitlines()) <= 15, said


def test_the_board_of_ten_thousand_tasks_is_found_by_indexes(database: Database) -> None:
    def check(scene: Scene) -> None:
        scene.define("意向 报价 付款")
        fill(scene, 10_000)
        said: list[tuple[str, object]] = []

        def note(*call: object) -> None:
            said.append((str(call[2]), call[3]))

        connection = scene.db.session.connection()
        event.listen(connection, "before_cursor_execute", note)
        try:
            assert scene.board().count == 10_000
        finally:
            event.remove(connection, "before_cursor_execute", note)
        plans = [
            " | ".join(
                row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
            )
            for sql, values in said
            if "FROM task" in sql
        ]
        assert len(plans) > 6
        assert [plan for plan in plans if "SCAN" in plan or "USING" not in plan] == []

    database.write_now(lambda db: check(Scene(db)))


def fill(scene: Scene, count: int) -> None:
    """Many open tasks, in all states and stages; every fiftieth is stuck."""
    known = [scene.stage(name).id for name in ("意向", "报价", "付款")]
    rows = [
        {
            "team_id": scene.team.id,
            "number": n,
            "title": f"单子{n}",
            "state": kanban.STATES[n % 4],
            "stage_id": (None, None, *known)[n % 5],
            "stage_since": NOW - n * dt.timedelta(minutes=1),
            "giver_id": scene.who("老王").id,
            "created_at": NOW,
            "blocked": "" if n % 50 else "等",
        }
        for n in range(1, count + 1)
    ]
    scene.db.session.execute(insert(Task), rows)
