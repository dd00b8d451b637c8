"""`喜报`: what is praised and in which words; a pasted 喜报 is talk and gets silence."""

from __future__ import annotations

import re

from bot.core.args import Switch
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, format_short, t
from bot.language.money import Amount, read_amount
from handlers.praise.routing import router
from handlers.praise.words import called, checked, own_line
from models import praise_plans, praise_texts
from models.praise_plans import Plan, plan_of
from models.praise_texts import AMOUNT, NAME, PRODUCT, TODAY
from models.praises import NEWCOMER

# Lines that the list shows.
SHOWN = 10
_LIST = frozenset({"", "列表", "看", "查看", "设置", "list", "show"})
_SWITCHES = {
    "开": Switch.ON,
    "打开": Switch.ON,
    "开启": Switch.ON,
    "on": Switch.ON,
    "关": Switch.OFF,
    "关闭": Switch.OFF,
    "关掉": Switch.OFF,
    "off": Switch.OFF,
}
_ADD = re.compile(r"(?:加|添加|增加|新增|add)(?:[\s:：]+(?P<words>.*)|(?P<glued>.*[{｛].*))?", re.I)
# What stands apart behind 加 is a line, whatever its marks.
_ADD_LINE = re.compile(r"(?:加|添加|增加|新增|add)[\s:：]", re.I)
_NEWCOMER = re.compile(r"(?:新人|newcomer)[\s:：]+(?=\S)", re.I)
_DROP = re.compile(
    r"(?:删|删除|删掉|去掉|del|delete|remove)\s*[#＃]?(?P<number>\d{1,3})?\s*条?", re.I
)
_PER_DAY = re.compile(
    r"(?:每天|一天|每日|天天)(?:最多|至多)?\s*(?P<count>\d{1,4}|[一二两三四五六七八九十])\s*(?:条|次|句)?"
    r"|(?P<english>\d{1,4})\s*(?:a|per)\s*day|(?:daily|max)\s*(?P<daily>\d{1,4})",
    re.I,
)
_BIG = re.compile(r"(?:门槛|大单|threshold|big)\s*[:：]?\s*(?P<amount>\S{0,16})", re.I)
_NONE = frozenset({"无", "关", "不设", "取消", "没有", "默认", "none", "off"})
_DIGITS = {sign: n for n, sign in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_CHATTY = re.compile(r"[!！?？。~～…]|[了吧呢吗啊呀哦哈嘛啦的]\s*$")


@router.command("praise", "喜报", role=Role.MEMBER, whole=True)
def praise(ctx: Ctx) -> Answer:
    """Show or change what is praised: `喜报`, `喜报 加 …`, `喜报 删 2`, `喜报 每天3条`, `喜报 门槛
    2000`, `喜报 关`.
    """
    found = ctx.commands.find(ctx.text)
    if found is None:
        return None
    line = found.line.strip()
    if line.lower() in _LIST:
        return _shown(ctx)
    if line.lower() in _SWITCHES:
        return _switched(ctx, _SWITCHES[line.lower()])
    is_command = found.typed or not (found.glued or _CHATTY.search(line))
    if not found.glued and _ADD_LINE.match(line):
        is_command = True
    for pattern, run in ((_ADD, _add), (_DROP, _drop), (_PER_DAY, _per_day), (_BIG, _big)):
        match = pattern.fullmatch(line)
        if match is not None and (is_command or _is_plain(match)):
            return run(ctx, match)
    if found.typed:
        raise Refusal("praise-how")
    return None


def _is_plain(match: re.Match[str]) -> bool:
    """Whether a line glued to the word, or one that ends like talk, holds what a command needs: a
    placeholder, a number, an amount.
    """
    said = {name: value for name, value in match.groupdict().items() if value}
    words = said.get("words") or said.get("glued")
    if words is not None:
        return bool(re.search(r"[{｛]", words))
    amount = said.get("amount")
    if amount is not None:
        return isinstance(read_amount(amount), Amount)
    return bool(said)


def _shown(ctx: Ctx) -> Card:
    """The lines the team says, and how often."""
    plan = plan_of(ctx.db, ctx.team, ctx.now)
    own = praise_texts.texts(ctx.db, ctx.team.id)
    names = called(ctx.language)
    lines = [
        t("praise-line", number=n, kind=text.kind, words=praise_texts.spoken(text.words, names))
        for n, text in enumerate(own[:SHOWN], start=1)
    ]
    if len(own) > SHOWN:
        lines.append(t("praise-more", count=len(own) - SHOWN))
    if not own:
        lines.append(t("praise-built-in"))
    return Card(
        t("praise-title", state="on" if plan.is_on else "off", count=plan.per_day),
        (_what(plan), *lines),
        note=t("praise-note"),
    )


def _what(plan: Plan) -> T:
    amount = format_short(plan.big_amount) if plan.big_amount is not None else ""
    return t("praise-what", amount=amount, own=int(not amount))


def _switched(ctx: Ctx, switch: Switch) -> Card:
    praise_plans.change(ctx.db, ctx.team, ctx.actor, ctx.now, is_on=switch.value)
    return Card(t("praise-on" if switch.value else "praise-off"))


def _add(ctx: Ctx, match: re.Match[str]) -> Card:
    words = (match["words"] or match["glued"] or "").strip()
    if not words:
        raise Refusal("praise-add-what")
    is_first = _NEWCOMER.match(words)
    kept = checked(words[is_first.end() :] if is_first is not None else words)
    kind = NEWCOMER if is_first is not None else ""
    number = praise_texts.add(ctx.db, ctx.actor, kept, ctx.now, kind=kind)
    product = f"{called(ctx.language)[PRODUCT]}×3"
    sample = {NAME: ctx.actor.name, AMOUNT: "1,280", TODAY: "3,980", PRODUCT: product}
    return Card(
        t("praise-added", number=number, kind=kind),
        (own_line(praise_texts.filled(kept, sample)),),
        buttons=(Button(t("praise-button-drop"), f"/praise del {number}"),),
    )


def _drop(ctx: Ctx, match: re.Match[str]) -> Card:
    if match["number"] is None:
        raise Refusal("praise-drop-which")
    gone = praise_texts.remove(ctx.db, ctx.actor, int(match["number"]), ctx.now)
    words = praise_texts.spoken(gone.words, called(ctx.language))
    first = "newcomer " if gone.kind == NEWCOMER else ""
    back = Button(t("praise-button-back"), f"/praise add {first}{words}")
    return Card(t("praise-dropped", words=words), buttons=(back,))


def _per_day(ctx: Ctx, match: re.Match[str]) -> Card:
    said = match["count"] or match["english"] or match["daily"]
    count = _DIGITS.get(said) or int(said)
    plan = praise_plans.change(ctx.db, ctx.team, ctx.actor, ctx.now, per_day=count)
    return Card(t("praise-per-day", count=plan.per_day))


def _big(ctx: Ctx, match: re.Match[str]) -> Card:
    said = match["amount"].lower()
    if said in _NONE:
        praise_plans.change(ctx.db, ctx.team, ctx.actor, ctx.now, drops_big=True)
        return Card(t("praise-big-none"))
    amount = read_amount(said)
    if not isinstance(amount, Amount):
        raise Refusal("praise-how-big")
    praise_plans.change(ctx.db, ctx.team, ctx.actor, ctx.now, big_amount=amount.minor)
    return Card(t("praise-big", amount=format_short(amount.minor)))
