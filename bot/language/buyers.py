"""Who bought, through which channel, and whether again: the customer in the text of a sale."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.language.lexicon import Lexicon

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
# Ignoring the case of a wide range costs milliseconds to compile, and Chinese has none.
_HAN = r"(?-i:[一-鿿])"
TITLED = rf"{_SURNAME}{_HAN}?{_TITLE}"
_NOT_NAME = (
    r"(?![价回复介转下成付拿要买已说问想很非满自的又今昨反推拍确都也在是到收刚终一两三给把退追加"
    r"全直主来再定订群新老第单数量多资信需等还没不太有对觉会能可因为立优活特会])"
)
_CUSTOMER = re.compile(
    rf"(?:[新老大]?(?:客户|顾客|客人|买家|买主|老客(?!户)|老板|会员)(?:姓名"
    rf"|名字?)?\s*[:是]?\s*(?:(?P<titled>{TITLED})"
    rf"|{_NOT_NAME}(?P<plain>{_HAN}{{2,3}}|[a-z][a-z ]{{1,15}})"
    r"(?=(?-i:[^一-鿿a-zA-Z])|$|复购|回购)))"
    rf"|(?:^|[\n;,\s]|(?=\x1e))(?:姓名|买家|客户名|\x1e|下单人)\s*:\s*(?P<field>{_HAN}{{2,4}}"
    rf"|[a-z]+)(?=[\s,;\n]|$)"
    rf"|(?<!(?-i:[一-鿿@]))(?P<bare>{TITLED})(?=(?-i:[^一-鿿])|买|拿|要|下|付|又|回|复|定|的|追|加|转|一|两"
    rf"|三|老|新|$)",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"(?:收货人?|收件人?|联系人|签收人)\s*[:是]?\s*(?:[一-鿿]{2,3}(?=[\s,;\d]|$)|•+)"
)
_REPEAT = re.compile(r"复购|回购|回头客|老客户?(?!价)|老顾客|二次购买|又来买|返单")
_CHANNEL = re.compile(r"(?:渠道|来源)\s*[:是]?\s*(?P<name>[^\s,;:\n]{1,12})")


@dataclass(frozen=True, slots=True)
class Buyer:
    """What the text says of the customer; `rest` is the text without it."""

    rest: str
    customer: str | None = None
    channel: str | None = None
    repeat: bool = False


def buyer(text: str, lexicon: Lexicon) -> Buyer:
    """Finds the customer, the channel and whether it is a repeat purchase."""
    rest = _RECIPIENT.sub(" ; ", text) if "收" in text or "联系" in text else text
    found = Buyer(rest, repeat=_REPEAT.search(rest) is not None)
    channel = _CHANNEL.search(rest)
    if channel is not None:
        rest = f"{rest[: channel.start()]} {rest[channel.end() :]}"
        found = replace(found, rest=rest, channel=channel["name"])
    for match in _CUSTOMER.finditer(rest):
        name = next((value for value in match.groups() if value), "")
        if not name or lexicon.members.fullmatch(name) or _is_goods(name, lexicon):
            continue
        start = match.start(match.lastgroup or 0)
        return replace(found, rest=f"{rest[:start]} {rest[match.end() :]}", customer=name.strip())
    return found


def _is_goods(name: str, lexicon: Lexicon) -> bool:
    lowered = name.lower()
    return any(product in lowered or lowered in product for product in lexicon.products)
