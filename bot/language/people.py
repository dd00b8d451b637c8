"""Who made the sale, who shares it and who bought: names in the text of a sale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from bot.language.lexicon import Lexicon
from bot.language.numerals import DIGITS
from bot.language.tokens import count_of

_VERB = (
    r"(?:来|再|也|先|这边)?\s*(?:补报|报单?|抱单|记|登记?|录|上报|补录|补登|代报|开单|出单|成交"
    r"|退款|加|算|挂|补)"
)
_BOT = r"(?:小助手|小队长|机器人|bot|助理|duizhang\w*|所有人|all|全体成员|全员)"
_TITLE = (
    r"(?:姐姐?|哥哥?|女士|先生|小姐|阿姨|太太|老师|总|叔叔?|大爷|妈妈|妈|嫂|奶奶|宝妈|同学|经理"
    r"|老板娘?|医生|婶|妹妹?|美女|店长)"
)
_SURNAME = (
    r"(?:小|大|老"
    r"|阿)?[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏"
    r"潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康"
    r"伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席"
    r"季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓"
    r"郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲家封储靳段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰"
    r"秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池"
    r"乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎"
    r"充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂"
    r"晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公红梅静婷丽娟燕敏霞"
    r"玲芳]"
)
TITLED = rf"{_SURNAME}[一-鿿]?{_TITLE}"
_NOT_NAME = (
    r"(?![价回复介转下成付拿要买已说问想很非满自的又今昨反推拍确都也在是到收刚终一两三给把退追加"
    r"全直主来再定订群新老第单数量多资信需等还没不太有对觉会能可因为])"
)
_CUSTOMER = re.compile(
    rf"(?:[新老大]?(?:客户|顾客|客人|买家|买主|老客(?!户)|老板|会员)(?:姓名"
    rf"|名字?)?\s*[:是]?\s*(?:(?P<titled>{TITLED})"
    rf"|{_NOT_NAME}(?P<plain>[一-鿿]{{2,3}}|[a-z][a-z ]{{1,15}})(?=[^一-鿿a-z]|$|复购|回购)))"
    rf"|(?:^|[\n;,\s]|(?=\x1e))(?:姓名|买家|客户名|\x1e|下单人)\s*:\s*(?P<field>[一-鿿]{{2,4}}"
    rf"|[a-z]+)(?=[\s,;\n]|$)"
    rf"|(?<![一-鿿@])(?P<bare>{TITLED})(?=[^一-鿿]|买|拿|要|下|付|又|回|复|定|的|追|加|转|一|两"
    rf"|三|老|新|$)",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"(?:收货人?|收件人?|联系人|签收人)\s*[:是]?\s*(?:[一-鿿]{2,3}(?=[\s,;\d]|$)|•+)"
)
_FIELD = re.compile(
    r"(?:^|[\n;,\s])(?:销售员?|代理|报单人|归属|业绩归属|业绩人?|开单人|成交人|出单人|经手人?"
    r"|姓名)\s*:\s*@?(?P<name>[^\s,;:\n]{1,12})"
)
_HAN_CUSTOMER = re.compile(r"客户|顾客|客人|朋友|自己|我")
_REPEAT = re.compile(r"复购|回购|回头客|老客户?(?!价)|老顾客|二次购买|又来买|返单")
_CHANNEL = re.compile(r"(?:渠道|来源)\s*[:是]?\s*(?P<name>[^\s,;:\n]{1,12})")


@dataclass(frozen=True, slots=True)
class Credit:
    """To whom a sale belongs: the seller, or several by shares in percent.

    `rest` is the text without the names. `reason` is set where it is unclear; `behalf` tells that
    somebody reports for another (帮…报), `loose` that a member was merely named.
    """

    seller: str
    rest: str
    reason: str = ""
    name: str = ""
    behalf: bool = False
    loose: bool = False
    shares: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Buyer:
    """What the text says of the customer; `rest` is the text without it."""

    rest: str
    customer: str | None = None
    channel: str | None = None
    repeat: bool = False


@lru_cache(maxsize=1024)
def _patterns(members: str) -> dict[str, re.Pattern[str]]:
    members = f"(?:{members})"
    name = f"(?:我|{members})"
    share = (
        rf"[0-9]{{1,3}}(?:\.[0-9]+)?\s*%|[{DIGITS}十0-9]成[五半]?"
        rf"|[1-9{DIGITS}](?![0-9{DIGITS}单盒瓶套件])"
    )
    return {
        "behalf": re.compile(
            rf"(?:帮忙|帮助|帮我?|替我?|代|给我?|由)(?:一下)?\s*(?:@\s*)?(?P<name>{members}|(?!我"
            rf"|客户|顾客|客人|什么"
            rf"|谁)(?:(?![我你什么了的她他吧])[一-鿿a-z]){{1,6}}?)\s*{_VERB}"
            rf"|(?:代报|代|替报|帮报|帮补|代补)\s*@?\s*(?P<name2>{members})"
            rf"|(?:@\s*)?(?P<name3>{members})\s*(?:让我|叫我|托我|委托我|请我)\s*(?:帮忙?|代"
            rf"|替)?\s*(?:她"
            rf"|他)?\s*{_VERB}"
            rf"|(?P<name4>{members})的单|算(?:在)?\s*@?(?P<name5>{members})(?:头上|名下|的|身上)?"
            rf"|记(?:在|到"
            rf"|给)?\s*@?(?P<name6>{members})(?:头上|名下)?"
            rf"|(?:for|on behalf of)\s+@?(?P<name7>{members})",
            re.IGNORECASE,
        ),
        "mention": re.compile(
            rf"@\s*(?:(?P<known>{members})|(?P<bot>{_BOT})|(?P<other>[^\s@,;:.!0-9]{{1,12}}?(?=报"
            rf"|补|退|成交|开单|出单|/|[\s,;:.!0-9@]|$)))",
            re.IGNORECASE,
        ),
        "share": re.compile(
            rf"@?(?P<name>{name})\s*(?:占|拿|分|得|算|:|是|的)?\s*(?P<share>{share})", re.IGNORECASE
        ),
        "group": re.compile(
            rf"@?{name}(?:\s*(?:和|跟|与|、|,|\+|&|/)?\s*@?{name})+|(?:和|跟|与|同)\s*@?{members}",
            re.IGNORECASE,
        ),
        "name": re.compile(name, re.IGNORECASE),
        "member": re.compile(members, re.IGNORECASE),
    }


def credit(text: str, sender: str, lexicon: Lexicon) -> Credit:
    """Finds the seller in a normalised text."""
    patterns = _patterns(lexicon.member_names)
    members = lexicon.display_names
    split = _split(text, sender, members, patterns)
    if split is not None:
        return split
    named, rest, unknown = _field_seller(text, members)
    on_behalf = patterns["behalf"].search(rest) if _BEHALF_HINT.search(rest) else None
    if on_behalf is not None:
        group, name = next((key, value) for key, value in on_behalf.groupdict().items() if value)
        known = members.get(name.lower())
        named += [known] if known is not None else []
        unknown = unknown if known is not None else name
        # 阿芳的单 keeps its words: 单 may be part of a count.
        if group != "name4":
            rest = _cut(rest, on_behalf.start(), on_behalf.end(group))
    if "@" in rest:
        rest, mentioned, strange = _mentions(rest, members, patterns["mention"])
        # In @阿芳 我报单 she is only addressed.
        if _OWN_WORD.search(rest[:8]) is None:
            named += mentioned
            unknown = unknown or strange
    found = Credit(sender, rest, behalf=on_behalf is not None)
    different = sorted(set(named))
    if unknown and not different:
        return replace(found, reason="unknown_member", name=unknown)
    if len(different) > 1:
        return replace(found, reason="two_members", name="、".join(different))
    return replace(found, seller=different[0]) if different else found


_OWN_WORD = re.compile(r"(?:^|[\s,])(?:我|帮我)")
_RECIPIENT_FIELD = re.compile("电话|手机|地址|收货|•")


def _field_seller(text: str, members: Mapping[str, str]) -> tuple[list[str], str, str]:
    """The member of a field such as 销售:阿芳, the text without it, and a stranger's name."""
    field = _FIELD.search(text) if ":" in text else None
    if field is None:
        return [], text, ""
    known = members.get(field["name"].lower())
    if known is not None:
        return [known], _cut(text, field.start(), field.end()), ""
    recipient = "姓名" in field[0] and _RECIPIENT_FIELD.search(text) is not None
    return [], text, "" if recipient or "代理" in field[0] else field["name"]


_BEHALF_HINT = re.compile(r"[帮替代给为由算记]|[让叫托请]我|的单|for\s|behalf", re.IGNORECASE)


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


def _mentions(
    text: str, members: Mapping[str, str], pattern: re.Pattern[str]
) -> tuple[str, list[str], str]:
    found: list[str] = []
    unknown = ""
    for match in pattern.finditer(text):
        if match["known"]:
            found.append(members[match["known"].lower()])
        elif match["other"]:
            unknown = unknown or match["other"]
    return pattern.sub(" ", text), found, unknown


def _split(
    text: str, sender: str, members: Mapping[str, str], patterns: dict[str, re.Pattern[str]]
) -> Credit | None:
    """The shares of a split credit, None where the sale is one person's."""
    if _SPLIT_HINT.search(text) is None:
        return None
    even = _even_shares(text, sender, members, patterns)
    if even is not None:
        return even
    matches = list(patterns["share"].finditer(text))
    percents = [m for m in matches if not m["share"][-1].isalnum() or "成" in m["share"]]
    matches = percents or (matches if len(matches) > 1 and "开" not in text else [])
    if not percents and len(matches) > 1 and sum(_percent(m["share"]) for m in matches) != 100:
        return None
    if not matches:
        return None
    shares = tuple(
        (sender if m["name"] == "我" else members[m["name"].lower()], _percent(m["share"]))
        for m in matches
    )
    rest = text
    for match in reversed(matches):
        rest = _cut(rest, match.start(), match.end())
    names = {name for name, _ in shares}
    total = sum(share for _, share in shares)
    if total != 100 or len(names) != len(shares) or len(names) < 2:
        return Credit(sender, rest, "split_not_100", str(total), shares=shares)
    return Credit(sender, rest, shares=shares)


_EVEN = re.compile(
    r"(?:一人|每人|各自?|各人|两人各|俩人各|各占)\s*(?:一半|半|50%|五成)|对半分?|平分|均分|平摊"
    r"|(?P<first>[一二三四五六七八九1-9])[:/]?(?P<second>[一二三四五六七八九1-9])分?开"
)


def _even_shares(
    text: str, sender: str, members: Mapping[str, str], patterns: dict[str, re.Pattern[str]]
) -> Credit | None:
    """Shares said for a group of names as a whole: 一人一半, 平分, 六四开."""
    words = _EVEN.search(text)
    group = patterns["group"].search(text) if words is not None else None
    if words is None or group is None:
        return None
    found = [match[0] for match in patterns["name"].finditer(group[0])]
    people = [sender if name == "我" else members[name.lower()] for name in found]
    if group[0][0] in "和跟与同":
        people.insert(0, sender)
    people = list(dict.fromkeys(people))
    if len(people) < 2:
        return None
    shares = [Decimal(100) / len(people)] * len(people)
    reason = ""
    if words["first"]:
        stated = [(count_of(words[part]) or Decimal(0)) * 10 for part in ("first", "second")]
        if sum(stated) == 100 and len(people) == 2:
            shares = stated
        else:
            reason = "split_not_100"
    (a, b), (c, d) = sorted((words.span(), group.span()))
    between = text[b:c] if b <= c else ""
    rest = f"{text[:a]} {between} {text[max(b, d) :]}"
    return Credit(sender, rest, reason, shares=tuple(zip(people, shares, strict=True)))


_SPLIT_HINT = re.compile(
    r"%|一半|成|对半|平分|均分|平摊|[一二三四五六七八九1-9][:/]?[一二三四五六七八九1-9]分?开"
    r"|[一二三四五六七八九1-9]\D{1,6}[一二三四五六七八九1-9]"
)


def _percent(share: str) -> Decimal:
    if share.endswith("%"):
        return Decimal(share[:-1].strip())
    tenths = count_of(share) or Decimal(0)
    return tenths * 10 + (5 if share[-1] in "五半" and "成" in share else 0)


def buyer(text: str, lexicon: Lexicon) -> Buyer:
    """Finds the customer, the channel and whether it is a repeat purchase."""
    rest = _RECIPIENT.sub(" ; ", text) if "收" in text or "联系" in text else text
    found = Buyer(rest, repeat=_REPEAT.search(rest) is not None)
    channel = _CHANNEL.search(rest)
    if channel is not None:
        rest = _cut(rest, channel.start(), channel.end())
        found = replace(found, rest=rest, channel=channel["name"])
    for match in _CUSTOMER.finditer(rest):
        name = next((value for value in match.groups() if value), "")
        if not name or lexicon.members.fullmatch(name) or _is_goods(name, lexicon):
            continue
        start = match.start(match.lastgroup or 0)
        return replace(found, rest=_cut(rest, start, match.end()), customer=name.strip())
    return found


def _is_goods(name: str, lexicon: Lexicon) -> bool:
    lowered = name.lower()
    return any(product in lowered or lowered in product for product in lexicon.products)
