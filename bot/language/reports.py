"""Messages that belong to other records: corrections, stock, balances and pasted daily reports.

Topics and details: `undo`, `fix` (text), `stock` (quantity, unit, amount), `balance` (amount),
`report` (orders, amount, new_friends, repeat, next_goal). Amounts of stock and balance are minor
units, figures of a report are as written.
"""

from __future__ import annotations

import re

from bot.language.money import Amount, read_amount
from bot.language.numerals import DIGITS, FIGURE
from bot.language.reading import Kind, Reading

_HINT = re.compile(
    r"撤|更正|修正|作废|undo|fix|货|尾款|余款|[日周晚月早]报|汇报|改[成为到]|业绩|总结|目标|加粉"
    r"|好友|意向|咨询|跟进|新增|删",
    re.IGNORECASE,
)
_UNDO = re.compile(
    r"^\s*(?:@\S+\s*)?[/#]?(?:(?:麻烦|请|帮我?|把|我要?|需要|申请)\s*)*(?P<word>撤销|撤回|更正"
    r"|修正|作废|删除|undo"
    r"|fix)(?=[\s:!。,#(]|[st]\s?[0-9]|[0-9]|刚|上|最|那|这|一|昨|今|前|报|订|掉|$|吧|一下|金额|为)"
    r"|(?:刚才|刚刚|上一?|那|这|昨天|前面|最后)(?:的|报的?)?(?:那"
    r"|这)?[一个]?[单笔条][^,。!\n]{0,6}?(?P<word2>撤销|撤回|更正|修正"
    r"|作废|删[除掉]|取消掉)"
    r"|#?(?<![a-z])s[0-9]+[^\n]{0,8}?(?P<word3>撤销|撤回|更正|修正|作废|改[成为到])",
    re.IGNORECASE,
)
_NOT_UNDO = re.compile(r"撤回了?一?条?消息|怎么|如何|[?]|吗|能不能|流程|撤销权|规则|教程")
_STOCK = re.compile(
    r"(?:拿货|补货|进货|囤货|订货|提货|备货|压货|铺货|到货|入库|補貨)(?!价|渠道|地|商|处)|(?:拿"
    r"|进|补|囤|订"
    r"|提)了?(?=[0-9一二三四五六七八九十两]+箱)|进了[0-9]+"
)
_NOT_STOCK = re.compile(
    r"客户|顾客|报单|成交|开单|出单|怎么|多少|[?]|吗|要不要|想|打算|准备|价格|政策|门槛"
    r"|几[箱盒件]|谁"
)
_STOCK_COUNT = re.compile(
    rf"(?P<count>(?<![0-9])[0-9]+|[{DIGITS}十百]+)\s*(?P<unit>箱|盒|件|套|瓶|支|包|提|组|袋|罐)"
)
_STOCK_MONEY = re.compile(
    rf"(?:¥\s*)?(?<![0-9.])(?P<amount>(?>{FIGURE}))\s*(?:元|块|万|w|k)|(?:共|花了?|合计)\s*(?P<plain>[0-9]+)"
    rf"|\s(?P<last>[0-9]{{3,7}})\s*$",
    re.IGNORECASE,
)
_BALANCE = re.compile(
    rf"(?:尾款|余款|剩下的钱|欠款)\s*(?:已经?|刚刚?|也|都|今天|终于|全部?)*\s*(?:到了|到账|收到"
    rf"|收了|收齐|付了|付清|结清|结了|补了|补齐|来了|到"
    rf"|已收|已付|已到|打来|转来|转了|[:]?\s*(?=[0-9]))[^0-9\n]{{0,6}}(?<![0-9.])(?P<amount>(?>{FIGURE}))"
    rf"|(?:收到|收|补|付|到账|结清?了?|补齐|付清)[^,。\n0-9]{{0,10}}(?:尾款"
    rf"|余款)[^0-9\n]{{0,6}}(?P<amount2>(?>{FIGURE}))?"
    rf"|(?<![0-9.])(?P<amount3>(?>{FIGURE}))\s*(?:元|块)?的?(?:尾款|余款)\s*(?:已|刚|也)?(?:到|收|付|结)"
    r"|(?:尾款|余款)\s*(?:已经?|刚刚?|也|都|今天|终于|全部?)*(?:到了|到账|收到|收了|收齐|付了"
    r"|付清|结清|结了|补了|补齐|来了)",
    re.IGNORECASE,
)
_NOT_BALANCE = re.compile(
    r"定金|订金|报单|报[0-9]*单|成交|开单|出单|还没|没到|没收|未|[?]|吗|催|什么时候|记得|再|才"
)
_HEADING = re.compile(
    r"^[\W_]*(?:[^\W\d_]{1,6}\s*)??(?:[0-9]{1,4}[-./年月][0-9]{1,2}(?:[-./月][0-9]{1,2})?[日号]?\s*)?(?:今日"
    r"|今天|每日|每天|本周|当日|个人|工作|销售|团队|业绩|门店)*(?:(?:日报|周报|晚报|月报"
    r"|早报)(?!单)|工作汇报|工作总结|今日总结|今日汇报|今日业绩|今日工作"
    r"|日总结|汇报|业绩汇报)"
)
_ACTIVITY = re.compile(
    r"(?:新增(?:好友|客户|粉丝?|微信)?|加粉|加(?:好)?友|加人|好友|引流|涨粉|意向(?:客户)?|咨询"
    r"|跟进|邀约|私聊|触达|回访|到店|转化|发(?:朋友)?圈"
    r"|发圈|朋友圈|群发|拜访|电话|(?:明[日天]|下周|本周)?(?:目标|计划)|复购|客诉|直播|场观|在线"
    r"|沟通|激活|裂变|私信|拉新|发视频|短视频|打卡)(?:客户"
    r"|人数|数量?|数|条数|量)?\s*[:：]?\s*[0-9一二三四五六七八九十两]+"
)
_SALE_TEMPLATE = re.compile(r"^\s*[#/【]?(?:报单|补报|退款)")
_FIGURES = (
    ("orders", re.compile(r"(?:成交|开单|出单|订单|单数)\D{0,4}([0-9]+)\s*单")),
    (
        "amount",
        re.compile(
            r"(?:成交[^\n]*?[0-9]+\s*单\s*[,:共计金额]*\s*|(?:业绩|金额|销售额|成交额|营业额|成交"
            r"|流水)\s*[:：]?\s*)¥?([0-9][0-9,.]*[万wk千]?)\s*(?:元|块)?(?!\s*单)"
        ),
    ),
    (
        "new_friends",
        re.compile(r"(?:新增(?:好友|客户|粉丝?|微信)?|加粉|加好?友|加人|涨粉|引流)\D{0,3}([0-9]+)"),
    ),
    ("repeat", re.compile(r"复购\D{0,3}([0-9]+)")),
    ("next_goal", re.compile(r"明[日天](?:业绩)?(?:目标|计划)\D{0,3}([0-9][0-9,.]*[万wk千]?)")),
)


def read_other(text: str) -> Reading | None:
    """The meaning of a message that belongs to another record, None where it may be a sale."""
    if _HINT.search(text) is None:
        return None
    return _correction(text) or _report(text) or _stock(text) or _balance(text)


def _correction(text: str) -> Reading | None:
    match = _UNDO.search(text)
    if match is None or _NOT_UNDO.search(text) is not None:
        return None
    word = next(value for value in match.groups() if value).lower()
    topic = "undo" if word in ("撤销", "撤回", "作废", "删除", "undo", "删掉", "取消掉") else "fix"
    return Reading(
        Kind.OTHER, topic=topic, reason=topic, details={"text": text[:80]}, explicit=True
    )


def _report(text: str) -> Reading | None:
    figures = _ACTIVITY.findall(text)
    heading = _HEADING.match(text) is not None and re.search(r"[0-9零]", text) is not None
    question = re.search(r"[?]|吗|几点|什么时候|记得|怎么", text) is not None
    if question or not (heading or len(figures) > 1):
        return None
    if _SALE_TEMPLATE.match(text) is not None and len(figures) < 2:
        return None
    details = {key: found[1] for key, pattern in _FIGURES if (found := pattern.search(text))}
    return Reading(Kind.OTHER, topic="report", reason="report", details=details)


def _stock(text: str) -> Reading | None:
    match = _STOCK.search(text)
    if match is None or _NOT_STOCK.search(text) is not None:
        return None
    count = _STOCK_COUNT.search(text)
    money = _STOCK_MONEY.search(text)
    # Talk about stock without any figure is ordinary chat.
    if count is None and money is None:
        return None
    details: dict[str, str] = {}
    if count is not None:
        details |= {"quantity": count["count"], "unit": count["unit"]}
    if money is not None:
        amount = read_amount(next(value for value in (money[0],) if value).strip("共花了合计 "))
        if isinstance(amount, Amount):
            details["amount"] = str(amount.minor)
    return Reading(Kind.OTHER, topic="stock", reason="stock", details=details)


def _balance(text: str) -> Reading | None:
    match = _BALANCE.search(text)
    if match is None or _NOT_BALANCE.search(text) is not None:
        return None
    said = next((value for value in match.groups() if value), "")
    amount = read_amount(said) if said else None
    details = {"amount": str(amount.minor)} if isinstance(amount, Amount) else {}
    return Reading(Kind.OTHER, topic="balance", reason="balance", details=details)
