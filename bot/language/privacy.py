"""Masks what identifies people (phones, papers, cards, accounts, addresses) before anything is
stored.
"""

from __future__ import annotations

import re

from bot.language.meeting_codes import CODE, LINK

MASK = "•••"

_HAN = "一-鿿"
_COUNT = r"[\dA-Za-z一二三四五六七八九十百两甲乙丙丁东西南北]{1,6}"
_BLOCK = rf"{_COUNT}\s*(?:栋|幢|号楼|座(?![位谈])|号院|弄)"
_ROOM = (
    rf"{_COUNT}\s*(?:栋|幢|号楼|号院|座(?![位谈])|弄|单元(?![旦宵])|[室户层](?![内外友])"
    rf"|楼(?![主上下盘市梯])|号(?![码召线]))"
)
_STREET = (
    rf"[{_HAN}A-Za-z]{{1,12}}?(?:大道|公路|胡同"
    rf"|[路街巷弄道])(?:[东西南北中]段?)?\s*{_COUNT}\s*[号弄](?![线码])(?:楼|院)?"
)
_ESTATE = (
    rf"[{_HAN}A-Za-z]{{1,8}}?(?:小区|花园|公寓|家园|新村|新苑|花苑|雅苑|大厦|写字楼|公馆|豪庭"
    rf"|名邸|社区|街道|[镇乡村])"
)
_DISTRICT = rf"(?:[{_HAN}]{{1,4}}?[区县镇乡市])"
_CITY = (
    rf"(?:[{_HAN}]{{2,3}}(?:省|自治区)\s*(?:[{_HAN}]{{1,4}}?[市州])?"
    rf"|[{_HAN}]{{2,4}}(?<![超门上股夜城都])市\s*(?=[{_HAN}]{{1,6}}[区县镇路街])){_DISTRICT}?"
)
_MOBILE = re.compile(
    r"(?<!\d)(?:(?:\+|00)?86[-\s]*)?\(?1[3-9]\d(?:\d{8}|[-\s.·_)]{1,3}\d{4}[-\s.·_]{1,3}\d{4}"
    r"|\d[-\s]\d{3}[-]\d{4}"
    r"|[-\s.·_]{1,3}\d{8}|\d{4}[-\s.·_]{1,3}\d{4}|[-\s.·_]\d{3}[-\s.·_]\d{5})(?!\d)"
    r"|(?<![一二三四五六七八九零〇幺])[一幺][一二三四五六七八九零〇幺]{10}(?![一二三四五六七八九零〇幺])"
)
_LANDLINE = re.compile(
    r"(?<![\d.])(?:\+?86[-\s]?)?[(（]?0(?:10|2\d"
    r"|[3-9]\d{2})[)）]?[-\s]?[1-9]\d{2,3}[-\s]?\d{4}(?:[-转]\d{1,4})?(?!\d)"
    r"|(?<=座机)\s*[:：]?\s*\d{7,8}|(?<=电话)\s*[:：]?\s*\+?[\d(][-\d\s()]{5,15}\d"
)
_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}\s?(?:19|20)\d{2}\s?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d"
    r"|3[01])\s?\d{3}[\dXxＸ](?!\d)"
    r"|(?<=身份证)(?:号码?)?\s*[:：是]?\s*[\dXx][\dXx\s]{13,20}"
)
_CARD = re.compile(
    r"(?<!\d)(?:62|4\d|5[1-5]|3[5-7]|9[0-9])\d{2}(?:[-\s]?\d{4}){3}(?:[-\s]?\d{1,3})?(?!\d)"
    r"|(?<=[行卡])(?:卡?号|帐号|账号|账户)?\s*[:：是]?\s*\d(?:[-\s]?\d){14,18}(?!\d)"
    r"|(?<=[账帐]号)\s*[:：是]?\s*\d(?:[-\s]?\d){9,18}(?!\d)"
)
_ACCOUNT = re.compile(
    r"((?:微信号?|薇信号?|威信|[vV]信号?|(?<![a-z])vx|(?<![a-z])wx|wechat|weixin|支付宝(?:账号)?"
    r"|抖音号|qq号?|扣扣号?|邮箱)"
    r"(?:账号|[iI][dD]|号)?\s*[:：是为]?\s*)([a-z0-9][-_a-z0-9.@]{4,40})"
    r"|(?<![\w.])[a-z][\w.+-]*@[\w-]+\.[a-z][\w.]+",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    rf"((?:收货人|收件人|收件方|收方|签收人|联系人|收货信息|收件信息)(?:姓名)?\s*[:：是为]?\s*)"
    rf"([{_HAN}·]{{2,3}}(?=[^{_HAN}]|$|电话|手机|地址|报单|联系)|[{_HAN}]{{1,2}}(?:女士|先生|小姐"
    rf"|姐|哥|阿姨)"
    rf"|[A-Za-z][A-Za-z ]{{1,20}}(?=[,，\n\d]|$)|[{_HAN}]{{2,3}})"
)
_LABELLED = re.compile(
    rf"((?:收货地址|收件地址|家庭住址|详细地址|地址|住址|寄到|寄往|发到|送到|送货到"
    rf"|家住)\s*[:：是为]?\s*)(?!•|了吗"
    rf"|[吗没呢哪])([{_HAN}A-Za-z\d()（）#-]{{4,60}})"
)
_PLACE = re.compile(
    rf"(?:{_CITY}\s*)?(?:{_STREET}|{_ESTATE}\s*(?={_ROOM}|\d{{1,4}}\s*-)"
    rf"|{_BLOCK})(?:\s*(?:{_ESTATE}|{_ROOM}|\d{{1,5}}(?:-\d{{1,5}})+)|\d{{3,4}}(?![\d.元块]))*"
    rf"|{_CITY}(?:{_ESTATE}|[{_HAN}]{{1,6}}?(?:大道|[路街巷])(?!上)|(?<=[区县镇]))"
    rf"|(?<=[住在])[{_HAN}]{{2,6}}(?:小区|街道|花园|家园|公寓|新村)|(?<!\d)\d{{3,4}}室"
    rf"|(?<![{_HAN}])[{_HAN}]{{2,6}}(?:小区|街道)(?![{_HAN}])"
    rf"|{_COUNT}单元\s*{_COUNT}\s*[室号户]?(?!\d)"
)
# Function words that are no part of the name of a street or an estate.
_LEAD = re.compile(r"^.*(?:我们|你们|这个|那个|报单|客户|收到|[的了在住到往寄是给])")
_SUSPECT = re.compile(
    r"\d[-\s.·_()（）]?\d[-\s.·_()（）]?\d[-\s.·_()（）]?\d[-\s.·_()（）]?\d[-\s.·_()（）]?\d[-\s.·_()（）]?\d"
    r"|[路街巷弄栋幢室址寓厦苑镇乡]|单元|小区|花园|家园|新村|社区|公馆|号[楼院]"
    r"|[市省].{1,6}[区县]|大道|公路|[寄发送]到|家住|座\d"
    r"|收[货件方]|签收|联系人|信|wechat|weixin|支付宝|抖音号|扣扣|邮箱|vx|wx|qq|@[\w-]+\."
    r"|[一幺][一二三四五六七八九零〇幺]{10}",
    re.IGNORECASE,
)
_ASCII_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_BARE_NUMBERS = (_IDENTITY, _CARD, _MOBILE, _LANDLINE)
_MEETING = re.compile(r"会议|入会|zoom|meeting|voov|https?://", re.IGNORECASE)
# Signs that no text uses stand for what is kept, while the rest is masked.
_KEPT, _MOST_WAYS = 0xE000, 20
_LONG_NUMBER = re.compile(r"\d(?:[-\s.·_()（）]*\d){6}|[一幺][一二三四五六七八九零〇幺]{10}")


def mask(text: str) -> tuple[str, bool]:
    """The text with personal details replaced, and whether there were any."""
    if _SUSPECT.search(text) is None:
        return text, False
    # Full-width digits hide a number from the patterns; one kind of digit is read below.
    masked = text if text.isascii() else text.translate(_ASCII_DIGITS)
    unmasked, kept = masked, _ways_in(masked)
    for number, way in enumerate(kept):
        masked = masked.replace(way, chr(_KEPT + number))
    if _LONG_NUMBER.search(masked) is not None:
        for pattern in _BARE_NUMBERS:
            masked = pattern.sub(_replace_number, masked)
    masked = _ACCOUNT.sub(_keep_label, masked)
    masked = _RECIPIENT.sub(_keep_label, masked)
    masked = _LABELLED.sub(_mask_address, masked)
    masked = _PLACE.sub(_mask_place, masked)
    for number, way in enumerate(kept):
        masked = masked.replace(chr(_KEPT + number), way)
    return (masked, True) if masked != unmasked else (text, False)


def _ways_in(text: str) -> list[str]:
    """The links and numbers of online meetings in a text, as many as one message may hold; what
    could be a mobile number is none.
    """
    if _MEETING.search(text) is None:
        return []
    found = [match[0] for match in LINK.finditer(text)]
    numbers = CODE.finditer(text)
    found += [each[0] for each in numbers if _MOBILE.fullmatch(each["code"]) is None]
    return list(dict.fromkeys(found))[:_MOST_WAYS]


def _replace_number(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()], match.string[match.end() :]
    # Numbers of meetings, parcels and orders are no secrets, and a masked price is lost.
    if _IMPERSONAL.search(before) is not None and len(re.sub(r"\D", "", match[0])) != 11:
        return match[0]
    spaced_left = " " if before[-1:].isdigit() else ""
    spaced_right = " " if after[:1].isdigit() else ""
    return f"{spaced_left}{MASK}{spaced_right}"


_IMPERSONAL = re.compile(
    r"(?:报单|补报|成交|开单|出单|[会单]议?号码?|运单|快递|订单|腾讯会议)\s*[:：是]?\s*$"
)


def _keep_label(match: re.Match[str]) -> str:
    return (match[1] or "") + MASK


def _mask_address(match: re.Match[str]) -> str:
    address = match[2]
    command = re.search("报单|补报|成交|开单|出单|退款", address)
    rest = address[command.start() :] if command else ""
    return match[1] + MASK + rest


def _mask_place(match: re.Match[str]) -> str:
    lead = _LEAD.match(match[0])
    kept = lead[0] if lead else ""
    return (kept if len(kept) < len(match[0]) else "") + MASK
