"""Tasks that are about the same thing are found, near ones that are different are not."""

import random

import pytest
from sqlalchemy import insert
from test_kanban import NOW, Scene, database, played

from bot.engine.db import Database
from models import tasks
from models.numbering import Counter
from models.similar import ALIKE, doubles, likeness, similar_to, tokens
from models.task_tables import Task, TaskMember
from models.tasks import NewTask, TaskInfo

__all__ = ["database"]

# Pairs of our own: the odd ones found the threshold, the even ones only judge it.
SAME = [
    ("出3版文案", "文案出三版"),
    ("给张姐发货", "张姐发货"),
    ("给张姐发货", "发货给张姐"),
    ("做618海报", "618海报做一下"),
    ("做6月对账", "6月对账"),
    ("整理客户名单", "客户名单整理好"),
    ("写朋友圈文案", "朋友圈文案写3条"),
    ("拍主图视频", "主图视频拍摄"),
    ("联系李姐回访", "回访李姐"),
    ("催张姐付款", "催一下张姐付款"),
    ("更新价格表", "价格表更新"),
    ("准备周会PPT", "周会ppt准备一下"),
    ("写两篇种草笔记", "种草笔记写2篇"),
    ("盘点仓库库存", "仓库库存盘点"),
    ("联系快递改地址", "联系快递公司改地址"),
    ("建一个新客群", "新客群建起来"),
    ("给王总报价", "王总的报价"),
    ("十二张海报修图", "修图12张海报"),
    ("订周五团建的餐厅", "周五团建餐厅预订"),
    ("整理售后问题清单", "售后问题清单"),
    ("审核新人资料", "新人资料审核"),
    ("给老客户发优惠券", "老客户优惠券发放"),
    ("出二十五套样品", "样品出25套"),
    ("上架新款面膜", "新款面膜上架"),
    ("复盘618活动", "618活动复盘会"),
    ("招募2个兼职客服", "兼职客服招募两个"),
    ("导出上周订单数据", "上周订单数据导出来"),
    ("跟进刘姐的退款", "刘姐退款跟进"),
    ("剪辑直播切片", "直播切片剪辑5条"),
    ("设计中秋礼盒", "中秋礼盒设计稿"),
    ("发布周末活动预告", "周末活动预告发布"),
    ("采购打包纸箱", "打包纸箱采购一批"),
    ("登记快递单号", "快递单号登记"),
    ("write the newsletter", "newsletter write up"),
    ("call supplier about boxes", "call the supplier about the boxes"),
    ("确认下周直播排期", "下周直播排期确认"),
]
DIFFERENT = [
    ("给张姐发货", "给李姐发货"),
    ("6月对账", "7月对账"),
    ("出3版海报", "出3版文案"),
    ("出3版文案", "改价格表"),
    ("做618海报", "做双11海报"),
    ("整理客户名单", "整理库存清单"),
    ("写朋友圈文案", "写小红书文案"),
    ("拍主图视频", "拍详情页图"),
    ("回访李姐", "回访刘姐"),
    ("催张姐付款", "催张姐签收"),
    ("更新价格表", "更新通讯录"),
    ("准备周会PPT", "准备月会PPT"),
    ("写两篇种草笔记", "写两篇复盘总结"),
    ("盘点仓库库存", "盘点展厅样品"),
    ("联系快递改地址", "联系工厂改包装"),
    ("建一个新客群", "建一个老客群"),
    ("给王总报价", "给王总寄样"),
    ("订周五团建的餐厅", "订周五去杭州的高铁"),
    ("审核新人资料", "审核新人报销"),
    ("给老客户发优惠券", "给新客户发优惠券"),
    ("上架新款面膜", "上架新款精华"),
    ("上架新款面膜", "下架旧款面膜"),
    ("复盘618活动", "复盘直播活动"),
    ("招募兼职客服", "培训兼职客服"),
    ("导出上周订单数据", "导出本周订单数据"),
    ("跟进刘姐的退款", "跟进陈姐的退款"),
    ("剪辑直播切片", "剪辑产品视频"),
    ("设计中秋礼盒", "设计中秋海报"),
    ("发布周末活动预告", "发布周一早会预告"),
    ("采购打包纸箱", "采购打包胶带"),
    ("3号仓库盘点", "5号仓库盘点"),
    ("发货", "发货单打印"),
    ("对账", "对账单发给财务"),
    ("call supplier about boxes", "call customer about refund"),
    ("T恤拍照", "鞋子拍照"),
    ("确认下周直播排期", "确认下周培训排期"),
    ("A店铺装修", "B店铺装修"),
    ("周一早会纪要", "周二早会纪要"),
    ("给张姐退款", "给张姐发货"),
    ("北京仓发货", "上海仓发货"),
]


def found(pairs: list[tuple[str, str]]) -> int:
    return sum(likeness(*pair) >= ALIKE for pair in pairs)


def test_the_same_thing_in_other_words_is_found() -> None:
    assert found(SAME[1::2]) >= 0.85 * len(SAME[1::2])
    assert found(SAME[::2]) >= 0.95 * len(SAME[::2])


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_what_is_only_near_is_not_the_same(first: str, second: str) -> None:
    assert likeness(first, second) < ALIKE
    assert likeness(second, first) < ALIKE


def test_a_threshold_between_the_two_kinds_leaves_room_on_both_sides() -> None:
    assert max(likeness(*pair) for pair in DIFFERENT) < ALIKE - 10


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("出三版文案", "出 3 版 文 案"),
        ("两套礼盒", "2 套 礼 盒"),
        ("十二张", "12 张"),
        ("二十五 套", "25 套"),
        ("一百零五单", "105 单"),
        ("６１８海报!", "618 海 报"),
        ("PPT2页", "ppt 2 页"),
        ("…!", ""),
    ],
)
def test_a_title_is_compared_without_its_spelling(title: str, wanted: str) -> None:
    assert tokens(title) == tuple(wanted.split())


def test_the_same_customer_speaks_for_it_and_another_against() -> None:
    titles = ("出报价单", "报价单出一份")
    alone = likeness(*titles)
    assert likeness(*titles, ("张姐", "张姐")) > alone
    assert likeness(*titles, ("张姐", "李姐")) < ALIKE
    assert likeness(*titles, ("张姐", "")) == alone


def make(scene: Scene, title: str, owner: str, customer: str = "") -> TaskInfo:
    new = NewTask(title, owners=(scene.who(owner).id,), customer=customer)
    return tasks.create(scene.db, scene.team, new, scene.doer("老王"))


@played
def test_open_tasks_of_the_team_are_compared_with_a_new_one(scene: Scene) -> None:
    make(scene, "文案出三版", "阿芳")
    make(scene, "出3版海报", "小美")
    closed = make(scene, "出3版文案", "小美")
    closed.row.state = "done"
    make(Scene(scene.db), "出3版文案", "阿芳")

    def numbers(title: str, **more: tuple[int, ...]) -> list[int]:
        return [task.number for task, _ in similar_to(scene.db, scene.team.id, title, "", **more)]

    assert numbers("出3版文案") == [1]
    assert numbers("出3版文案", without=(1,)) == []
    assert numbers("给张姐发货") == []


@played
def test_two_people_on_one_thing_or_one_customer_are_doubles(scene: Scene) -> None:
    make(scene, "出3版文案", "阿芳")
    make(scene, "文案出三版", "小美")
    make(scene, "盘点仓库库存", "小美")
    make(scene, "仓库库存盘点", "小美")
    make(scene, "报价", "阿芳", "张姐")
    make(scene, "寄样品", "小美", "张姐")
    make(scene, "回访", "阿芳", "李姐")
    make(scene, "收款", "阿芳", "李姐")
    found = doubles(scene.db, scene.team.id)
    assert [(d.first.number, d.second.number, d.customer) for d in found] == [
        (1, 2, ""),
        (5, 6, "张姐"),
    ]


def test_doubles_are_found_among_ten_thousand_tasks(
    database: Database,
) -> None:
    def check(scene: Scene) -> None:
        fill(scene, 10_000)
        make(scene, "出3版文案", "阿芳")
        make(scene, "文案出三版", "小美")
        pairs = doubles(scene.db, scene.team.id)
        assert len(similar_to(scene.db, scene.team.id, "三版文案出一下", "")) == 2
        assert {(each.first.number, each.second.number) for each in pairs} >= {(10_001, 10_002)}

    database.write_now(lambda db: check(Scene(db)))


def fill(scene: Scene, count: int) -> None:
    """Many open tasks with titles of random letters, half of them for one of many customers."""
    dice = random.Random(1)
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 1500)]
    rows = [
        {
            "team_id": scene.team.id,
            "number": n,
            "title": "".join(dice.choices(letters, k=dice.randint(4, 14))),
            "customer": f"客{n}" if n % 2 else "",
            "giver_id": scene.who("老王").id,
            "created_at": NOW,
            "owners": 1,
        }
        for n in range(1, count + 1)
    ]
    ids = scene.db.session.scalars(insert(Task).returning(Task.id), rows).all()
    owners = (scene.who("阿芳").id, scene.who("小美").id)
    scene.db.session.execute(
        insert(TaskMember), [{"task_id": i, "member_id": owners[i % 2]} for i in ids]
    )
    scene.db.session.add(Counter(team_id=scene.team.id, letter="T", last=count))
    scene.db.flush()
