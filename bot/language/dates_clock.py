"""Times of the day: the words for them, and the hour that they mean together."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language.dates_words import ENGLISH_NUMBER, NUMBER, Moment, Part, Time, What, count

_MINUTES = 24 * 60
# The parts of a day: names, and the minute at which each is over.
_PARTS = {
    "dawn": ("凌晨 清早", 6 * 60),
    "morning": ("早上 早晨 一早 大早 清晨 上午 午前 上班前 早 晨 morning", 12 * 60),
    "noon": ("中午 正午 午间 lunchtime", 13 * 60),
    "afternoon": ("下午 午后 afternoon", 18 * 60),
    "work": (
        "下班前 收工前 eod cob end of day end of the day close of business", 20 * 60
    ),
    "evening": ("傍晚 黄昏 晚上 晚间 夜间 夜里 夜晚 晚 evening night tonight", _MINUTES),
    "both": ("早晚", _MINUTES),
    "night": ("半夜 深夜 午夜", _MINUTES),
}  # fmt: skip
_PART_NAMES = {
    name: part
    for part, (names, _) in _PARTS.items()
    for name in re.split(r"(?<![a-z]) | (?![a-z])", names)
} | {"清早": "morning"}
_PART_OVER = {part: over for part, (_, over) in _PARTS.items()}

PART = (
    r"早晚(?=[各都]?\s?[0-9一二三四五六七八九十])|下班(?:之?[前后])|会后|课后|饭后|收工(?:之?前)|上班前|凌晨|清早|清晨|早晨|[一大]早"
    r"(?![点些])|早上(?!好)|上午(?!好)|午前|中午(?!好)|正午"
    r"|午间|午后|下午(?![好茶])|傍晚|黄昏|晚上(?!好)|晚间|夜间|夜里|夜晚|半夜|深夜|午夜"
    r"(?![12十零0])"
    rf"|[早晚](?=\s*(?:{NUMBER})\s*(?:[点时:]|\.[0-9]{{2}}))"
    r"|(?<=[今明后天日号一二三四五六0-9])[早晚晨](?![点些期会报安班餐饭自课辈睡一])|(?<=[今明])夜"
    r"|(?<![a-z])(?:(?:in the |this |before )?(?:morning|afternoon|evening)|(?:at )?night"
    r"|tonight|eod|cob|(?:the )?end of (?:the )?day(?!s)|close of business|lunchtime)(?![a-z])"
)
_MERIDIEM = r"\s*(?P<{0}>[ap]\.?m\.?(?![a-z]))"
_NOT_POINTS = (
    r"(?!建议|意见|要求|好处|理由|内容|说明|原因|注意|体会|总结|启发|共识|经验|技巧|钱|赞|击"
    r"|评|餐|单|名|卡|位|子|数|心|滴)"
)
TIME = (
    r"差(?P<tm_to>一刻|[0-9十五]{1,2}分)钟?(?P<tm_to_hour>[0-9一二三四五六七八九十两]{1,2})点"
    r"|(?<![0-9:.])(?P<tm_clock>[0-9]{1,2}\s?:\s?[0-9]{2})(?::[0-9]{2})?(?![0-9:])"
    + rf"(?:{_MERIDIEM.format('tm_clock_half')})?"
    + r"|(?<![0-9.:])(?P<tm_english>[0-9]{1,2})"
    + _MERIDIEM.format("tm_half")
    # 一点 is mostly «a little».
    + rf"|(?<![0-9.第个讲说提列写共结有这那])(?!一点(?!半|整|钟|[一二三]刻|[0-9十零]|之?前"
    rf"|以前))(?P<tm_hour>{NUMBER})\s?(?:点|时(?![候间代装尚髦限效]))"
    rf"(?:钟|整)?{_NOT_POINTS}(?:(?P<tm_rest>半|[一二三123]刻)"
    rf"|过?(?P<tm_minute>[0-9]{{1,2}}(?![0-9:])|[零〇]?[一二三四五六七八九十]{{1,3}})"
    rf"(?![0-9]*[个版张份条篇套盒件人号楼月点天])分?)?"
    r"|(?:(?<=[午晨夜里天])|(?<=[早晚]上))(?P<tm_one>一)点(?![点些])"
    rf"|(?<![0-9.:/第-])(?P<tm_bare>{NUMBER})(?=\s?(?:-|~|到|至|to|、)\s?{NUMBER}\s?(?:点|时"
    rf"(?![候间])|[ap]\.?m|:[0-9]{{2}}))"
    r"|[0零]时|零点|午夜12点|半夜12点|(?<![a-z])(?P<tm_word>noon|midday|midnight)(?![a-z])"
    r"|(?<![a-z])(?:half past|(?P<tm_quarter>quarter (?:past|to))) (?P<tm_past>[0-9]{1,2})"
    r"(?![0-9])"
    r"|(?<![a-z])at (?P<tm_at>[0-9]{1,2})(?![0-9:.])(?: ?o'?clock)?(?!\s?[ap]\.?m|%)"
)
DOTTED = (
    r"(?:(?<=[午晨夜晚])|(?<=[早晚]上))\s?(?P<dt_hour>[0-9]{1,2})\.(?P<dt_minute>[0-5][0-9])"
    r"(?![0-9.]|\s?[元块万千百折%倍版])"
)
_LENGTH = (
    rf"(?:(?:[0-9]+(?:\.[0-9])?|{NUMBER}|半)\s?(?:个半|个)?\s?(?:小时|钟头|钟(?!头)|分钟|分"
    rf"(?=[后之以内])"
    r"|刻钟?|h(?:ours?|rs?)?(?![a-z])|min(?:ute)?s?(?![a-z])|m(?![a-z]))半?)"
)
MOMENT = (
    rf"(?<![0-9.提])(?P<mm_over>(?:再?过|再等?)\s?)?(?:(?P<mm_days>{NUMBER})天[零又]?)?(?P<mm_length>{_LENGTH}"
    rf"(?:\s?[零又]?{_LENGTH})?)\s?"
    r"(?(mm_over)(?:之后|以后|后)?|(?P<mm_after>之后|以后|后(?!天)|之内|以内|内(?!容)|前|以前"
    r"|之前))"
    r"|(?<![a-z])(?P<mm_in>in|within)\s"
    rf"(?P<mm_english>(?:half an hour|(?:{ENGLISH_NUMBER}|[0-9]+\.[0-9])(?: and a half)?"
    r"\s?(?:hours?|hrs?|h|minutes?|mins?)))(?![a-z])"
    rf"|(?P<mm_english2>half an hour|{ENGLISH_NUMBER}\s(?:hours?|hrs?|minutes?|mins?))\s"
    rf"(?P<mm_side>later|from now|ago)"
)
_LENGTH_PIECE = re.compile(
    rf"(?P<number>[0-9]+(?:\.[0-9])?|{NUMBER}|半|half an|{ENGLISH_NUMBER})"
    r"(?P<half>\s?个半| and a half)?\s?个?\s?"
    r"(?P<unit>小时|钟头|钟|分|刻|h|m)[a-z]*[钟]?(?P<half_after>半)?"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes since midnight, 24:00 and later belong to the next day.

    `either`: neither half of the day was said, the time may be twelve hours later as well.
    """

    minutes: int
    either: bool = False
    ask: str = ""


def part(match: re.Match[str]) -> What:
    """What a match of PART means."""
    words = match[0].strip()
    words = re.sub(r"^(?:in the|this|before|at|the) ", "", words).replace("之前", "前")
    deadline = words in ("eod", "cob") or words.endswith("前") or "end of" in words
    return Part(_PART_NAMES.get(words, "evening"), deadline)


def part_over(name: str) -> int:
    """The minute of the day at which a part of it is over."""
    return _PART_OVER[name]


def time(match: re.Match[str]) -> What | None:
    """What a match of TIME means; None for a number of points."""
    if match["tm_to"]:
        minutes = 15 if match["tm_to"] == "一刻" else count(match["tm_to"][:-1])
        before = count(match["tm_to_hour"]) * 60 - minutes
        return Time(before // 60, before % 60, "spoken")
    if match["tm_clock"]:
        hour, minute = (int(each) for each in match["tm_clock"].split(":"))
        # Who writes 08:30 counts to 24.
        form = "half" if match["tm_clock"][0] == "0" and not match["tm_clock_half"] else "clock"
        return _halved(hour, minute, match["tm_clock_half"], form)
    if match["tm_english"]:
        return _halved(int(match["tm_english"]), 0, match["tm_half"], "half")
    if match["tm_word"]:
        return Time(24 if match["tm_word"] == "midnight" else 12, 0, "half")
    if match["tm_past"]:
        minutes = {"quarter past": 15, "quarter to": -15}.get(match["tm_quarter"] or "", 30)
        minutes += int(match["tm_past"]) * 60
        return Time(minutes // 60, minutes % 60, "spoken")
    return _spoken(match)


def dotted(match: re.Match[str]) -> What:
    """What a match of DOTTED means: 晚上7.30."""
    return Time(int(match["dt_hour"]), int(match["dt_minute"]), "spoken")


def _halved(hour: int, minute: int, half: str | None, form: str) -> Time:
    if half is None:
        return Time(hour, minute, form)
    if not 1 <= hour <= 12:
        return Time(99 if hour > 24 or hour == 0 else hour, minute, "half")
    return Time(hour % 12 + 12 * (half[0] == "p"), minute, "half")


def _spoken(match: re.Match[str]) -> Time | None:
    if match["tm_bare"]:
        return Time(count(match["tm_bare"]), 0, "bare")
    said = match["tm_hour"] or match["tm_one"] or match["tm_at"]
    if said is None:
        return Time(0 if match[0][0] in "0零" else 24, 0, "spoken")
    hour = count(said)
    if re.fullmatch("[一二三四五六七八九][一二三四五六七八九]", said):
        # 八九点 is eight or nine.
        return Time(hour // 10, 0, "several")
    if hour > 30 or (len(said) > 3 and not said.isascii()):
        return None
    rest, minute = match["tm_rest"], match["tm_minute"]
    if rest:
        return Time(hour, 30 if rest == "半" else 15 * count(rest[0]), "spoken")
    return Time(hour, count(minute) if minute else 0, "spoken")


def moment(match: re.Match[str]) -> What:
    """What a match of MOMENT means."""
    after = match["mm_after"] or match["mm_side"] or ""
    minutes = 24.0 * 60 * count(match["mm_days"] or "0")
    words = match["mm_length"] or match["mm_english"] or match["mm_english2"]
    for piece in _LENGTH_PIECE.finditer(words):
        number = piece["number"]
        value = 0.5 if number in ("半", "half an") else _value(number)
        value += 0.5 * bool(piece["half"] or piece["half_after"])
        minutes += value * {"分": 1, "m": 1, "刻": 15}.get(piece["unit"], 60)
    if minutes > 60 * 24 * 366:
        return Moment(dt.timedelta.max)
    sign = -1 if after.endswith(("前", "ago")) else 1
    return Moment(sign * dt.timedelta(minutes=minutes), "内" in after or match["mm_in"] == "within")


def _value(number: str) -> float:
    return float(number) if number[0].isdigit() else count(number)


def clock(time: Time, said: str | None) -> Clock:
    """The minute of the day that a time means in the part of the day that was said, if any."""
    hour, minute = time.hour, time.minute
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return Clock(0, ask="no_such_time")
    minutes = hour * 60 + minute
    if time.form == "several" or said == "both":
        return Clock(minutes, ask="vague" if said != "both" else "ambiguous")
    if said is None or time.form == "half":
        return Clock(minutes, either=1 <= hour <= 12 and time.form != "half")
    if said == "dawn":
        fits = hour <= 6
    elif said == "morning":
        fits = hour <= 12
    elif said == "noon":
        fits, minutes = hour in (1, 2, 11, 12, 13, 14), minutes + 720 * (hour <= 2)
    elif hour == 0 or hour == 24:
        fits, minutes = said in ("evening", "night"), _MINUTES + minute
    elif said in ("afternoon", "work"):
        fits, minutes = True, minutes + 720 * (hour < 12)
    else:
        return _evening(hour, minute)
    return Clock(minutes, ask="" if fits else "disagree")


def _evening(hour: int, minute: int) -> Clock:
    if hour == 12:
        return Clock(_MINUTES + minute)
    if hour < 5:
        # One in the evening is one at night, which belongs to the next day.
        return Clock(_MINUTES + hour * 60 + minute, ask="ambiguous")
    return Clock((hour + 12 * (hour < 12)) * 60 + minute)
