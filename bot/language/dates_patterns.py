"""All words about dates in one pattern, and the atoms that a text holds."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language import dates_atoms as atoms
from bot.language import dates_clock as clock
from bot.language import dates_periods as periods
from bot.language import festivals
from bot.language import recurrence_english as english
from bot.language import recurrence_words as every
from bot.language.dates_atoms import MONTH_PREFIX, NO_NUMBER, RELATIVE, UNITS, Build
from bot.language.dates_words import (
    ENGLISH_MONTH,
    ENGLISH_NUMBER,
    ENGLISH_WEEKDAY,
    NUMBER,
    WEEK,
    WEEKDAY,
    Atom,
)

_HAN_RELATIVE = "|".join(
    sorted((word for word in RELATIVE if len(word) > 1 and not word.isascii()), key=len)[::-1]
)
_ENGLISH_RELATIVE = "|".join(sorted((word for word in RELATIVE if word.isascii()), key=len)[::-1])
_SEVERAL = (
    r"(?:好?几|[一二两三四五六七八][两二三四五六七八九]|[0-9]{1,2}\s?(?:-|~|到|至)\s?[0-9]{1,2}"
    r"|若干)"
)

# The signs with which words about dates begin: elsewhere no pattern needs to be tried.
_LEAD = (
    r"(?:(?<![0-9])(?=[0-9])|(?=[每逢隔天日周星礼工上下本这当过再好几若零〇一二两三四五六七八九十廿卅百半今明昨后前大去即现次"
    r"节情妇女愚劳青儿建教万母父感元国圣双跨平春端中重除年清冬正腊农阴小新放月季最近以早晚凌午傍黄夜深收会课饭差"
    r"改回择哪等有得闲稍迟待到另不将晨])|(?<![a-z])(?=[a-fh-jl-oqstwxy]))"
)

# The first pattern that fits at a place wins, so what is longer or rarer stands further up.
_PATTERNS: tuple[tuple[str, str, Build], ...] = (
    ("every_day", every.DAILY, every.daily),
    ("every_workday", every.WORKDAYS, every.workdays),
    ("every_month", every.MONTHLY, every.monthly),
    ("every_year", every.YEARLY, every.yearly),
    ("every_week", every.WEEKLY, every.weekly),
    ("every_nth", english.NTH, english.nth),
    ("every_weekday", english.WEEKLY, english.weekly),
    ("monthly", english.MONTHLY, english.monthly),
    (
        "several",
        rf"(?<![0-9一二三四五六七八九十])(?:再?过|这)?{_SEVERAL}\s?个?(?:工作日|天|日|周|星期"
        rf"|礼拜|月|小时|分钟|年)(?:之后|以后|后|之内|以内|内)"
        r"|过(?:两|几|些|一两|两三)个?(?:天|日|周|星期|月|小时)|过(?:一?阵子?|一?段时间|会儿?)"
        r"|这(?:几|两|一两)天|今明两天|明后[两天]天?|今明[后]?天?(?=[，,\s前内交给]|$)|"
        r"(?<![a-z])in a (?:few|couple of) (?:days|weeks|hours|minutes)",
        atoms.vague,
    ),
    ("moment", clock.MOMENT, clock.moment),
    (
        "offset",
        rf"(?<![0-9.提第零又月年])(?P<off_over>再?过\s?)?(?P<off_number>半|[0-9]{{4,5}}|{NUMBER})\s?"
        rf"(?P<off_half>个半)?个?"
        r"(?P<off_unit>天|日|周|星期|礼拜|月|年|工作日)(?:的?时间)?(?(off_over)(?:之后|以后"
        r"|后)?|(?P<off_after>之后|以后|后(?!天)|之内|以内|内(?!容)|之前|以前|前))",
        atoms.offset,
    ),
    (
        "english_offset",
        rf"(?<![a-z])(?P<eo_in>(?:in|within)(?: the)?(?: next)? "
        rf"(?P<eo_in_number>{ENGLISH_NUMBER}) "
        r"(?P<eo_in_unit>(?:working |business |work)?days?|weeks?|months?|years?))(?![a-z])"
        rf"|(?<![a-z])(?P<eo_later>(?P<eo_later_number>{ENGLISH_NUMBER}) "
        r"(?P<eo_later_unit>(?:working |business )?days?|weeks?|months?|years?) (?:later"
        r"|from (?:now|today)|ago))(?![a-z])",
        atoms.english_offset,
    ),
    ("after_holiday", festivals.AFTER_NEXT, festivals.after_next),
    ("lunar", festivals.LUNAR, festivals.lunar),
    ("festival", festivals.NAMED, festivals.named),
    ("asked", festivals.ASKED, festivals.asked),
    (
        "iso",
        r"(?<![0-9.])20[0-9]{2}\s?(?P<iso_sign>[-./])\s?[0-9]{1,2}\s?"
        r"(?P=iso_sign)\s?[0-9]{1,2}(?![0-9])"
        r"|(?<![0-9])(?:20)?[0-9]{2}年\s?[0-9]{1,2}\s?月份?\s?[0-9]{1,2}[日号]?(?![0-9])",
        atoms.iso,
    ),
    (
        "compact",
        r"(?<![0-9.])20[2-9][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9.])",
        atoms.compact,
    ),
    (
        "quarter",
        r"(?P<qu_which>下|本|这)?个?(?<![0-9一二三四])季度?[末底]|(?P<qu_which2>下|本|这)个?季度的?最后[一1]天|第?(?P<qu_han>[一二三四1-4])季度的?(?:[末底]|最后[一1]天)|(?P<qu_half>[上下])半年的?[底末]|"
        r"(?<![a-z])q(?P<qu_number>[1-4])(?:季度)?[末底]",
        periods.quarter,
    ),
    (
        "year_end",
        r"(?:(?P<ye_which>[今明后]|20[0-9]{2})年的?年?|(?<![半数多0-9一二三四五六七八九十两])年)(?:[底末](?!会)|之?内)",
        periods.year_end,
    ),
    (
        "han_date",
        rf"(?P<hd_year>[今明后去]年)?的?(?<![0-9.])(?P<hd_month>{NUMBER})\s?月份?(?:的"
        rf"|\s)?(?P<hd_day>{NUMBER})"
        r"(?:[日号]|(?![0-9.:个%]|[盒瓶套单件张篇条点]|[一二三四五六七八九十]))",
        atoms.han_date,
    ),
    ("dotted", clock.DOTTED, clock.dotted),
    (
        "figures",
        rf"(?<![0-9a-z/.¥$#×x*第])(?<![0-9]:)[0-9]{{1,2}}(?:\s?/\s?[0-9]{{1,2}}[号日]?"
        rf"(?!/){UNITS}|\.[0-9]{{1,2}}(?:[号日](?!报)|{UNITS})"
        rf"|(?<!-[0-9])(?<!-[0-9]{{2}})-[0-9]{{1,2}}(?!\s?[-~到至]?[0-9]*[号日]){UNITS}"
        rf"(?!-[0-9]))",
        atoms.figures,
    ),
    (
        "month_day",
        rf"(?:(?P<md_month>(?P<md_rel>下下|下|本|这|当)个?月份?的?))?(?<![0-9.第#a-z])"
        rf"(?P<md_day>{NUMBER})"
        rf"(?:\s?[日号]{NO_NUMBER}(?!报)|(?=\s?(?:-|~|到|至|、)\s?{NUMBER}[日号]{NO_NUMBER}))",
        atoms.month_day,
    ),
    (
        "tail",
        r"(?<=[0-9日号][-~到至])[0-9]{1,2}(?![0-9./:%点时日号年月-]|\s?[ap]\.?m)" + UNITS,
        atoms.tail,
    ),
    (
        "month",
        rf"{MONTH_PREFIX}的?(?P<mo_tail>第一天|头一天|(?:最后|最末)[一1]天|[上中下]旬"
        rf"|[底末内](?!容|部)|初|中(?![午秋])"
        rf"|(?:第(?P<mo_nth>{NUMBER})|最后[一1]?)个?(?:{WEEK}(?P<mo_weekday>{WEEKDAY})|(?P<mo_working>工作日)))?",
        periods.month,
    ),
    (
        "english_date",
        rf"(?<![a-z])(?P<ed_month>{ENGLISH_MONTH})\s?(?P<ed_day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
        rf"(?![0-9:a-z])(?:,?\s(?P<ed_year>20[0-9]{{2}}))?"
        rf"|(?<![0-9.])(?P<ed_day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of )?"
        rf"(?P<ed_month2>{ENGLISH_MONTH})",
        atoms.english_date,
    ),
    (
        "ordinal",
        r"(?<![a-z])(?:the )?(?P<eo_day>[0-9]{1,2})(?:st|nd|rd|th)(?![a-z])",
        atoms.ordinal,
    ),
    (
        "english_end",
        r"(?<![a-z])(?:(?:the )?end of (?:this |the |next )?(?:(?P<ee_unit>month|quarter|year"
        r"|week)"
        rf"|(?P<ee_named>{ENGLISH_MONTH}))|(?P<ee_month>month|quarter|year|week)[- ]end(?!s)|"
        rf"(?P<ee_short>eom|eoq|eoy|eow))(?![a-z])",
        periods.english_end,
    ),
    ("weekend_days", r"(?:下|本|这)?周六日(?![报志常程用期])", periods.both_weekend_days),
    (
        "week",
        rf"(?P<wk_which>下下|下|本|这|上)?个?{WEEK}(?P<wk_tail>末(?!愉)|之?内|以内)"
        rf"|(?P<wk_which2>下下|下|本|这|上上|上)个?{WEEK}(?P<wk_tail2>[初中底里])?"
        rf"(?![一二三四五六日天0-9报会])|双休日?",
        periods.week,
    ),
    (
        "weekday",
        rf"(?<![几每])(?P<wd_week>下下|下|本|这|当|上上|上)?个?{WEEK}\s?"
        rf"(?P<wd_name>[一二三四五六日天八九]|[0-9](?![0-9]|\s?[点:个]))"
        r"(?P<wd_or>[二三四五六日]+(?=\s|$|[,。!)]|之?前|吧))?"
        r"(?![次回遍场更]|年(?!底)|天(?!气)|日报|[一二三四五六七八九]?[次回])",
        atoms.weekday,
    ),
    (
        "english_weekday",
        rf"(?<![a-z])(?P<ew_which>(?:this coming|this|next|last|coming) )?"
        rf"(?P<ew_name>{ENGLISH_WEEKDAY})(?P<ew_week> (?:of )?(?:next|this) week)?",
        atoms.weekday_in_english,
    ),
    (
        "week_weekday",
        rf"(?<![a-z])(?P<ww_week>next|this) week(?: on)?,? (?P<ww_name>{ENGLISH_WEEKDAY})",
        atoms.week_weekday,
    ),
    (
        "english_period",
        r"(?<![a-z])(?P<ep_which>(?:this|next|the|over the) )?(?P<ep_unit>weekend)(?![a-z])"
        r"|(?<![a-z])(?P<ep_which2>this|next) (?P<ep_unit2>week|month|quarter|year)(?![a-z])",
        periods.english_period,
    ),
    (
        "relative",
        rf"{_HAN_RELATIVE}|(?<![说声证表])(?:今|明|(?<![之以然最今往随稍天日月周时])后)(?=早"
        rf"(?![就已])|晚|上午|下午|中午|晨|夜|凌晨)"
        rf"|昨(?=[晚夜早])|(?<![a-z])(?:{_ENGLISH_RELATIVE})(?![a-z])|次日|当天(?=内|下班)",
        atoms.relative,
    ),
    ("part", clock.PART, clock.part),
    (
        "vague",
        r"(?:下|本|这)?个?季度?初|改[天日](?!期)|回头(?!客|率|看)|择日|哪天|过后再|等?有[空时](?:间|候|了)?|得空|闲了"
        r"|稍后|晚些(?:时候?)?|迟点|晚一?点(?!名)|待会儿?|等会儿?"
        r"|一会儿?(?!议)|等一?下(?!单)|到时候?|待定|另定|不久|将来|(?<![a-z])(?:someday"
        r"|some day|some time|sometime|later|soon|eventually|tbd)(?![a-z])",
        atoms.vague,
    ),
    ("vague_weak", r"最近|近期|近日|下次|下回|以后", atoms.weakly_vague),
    ("time", clock.TIME, clock.time),
)


@lru_cache(maxsize=1)
def _whole() -> tuple[re.Pattern[str], dict[str, Build]]:
    """The compiled pattern, made when the first phrase is read."""
    pattern = "|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in _PATTERNS)
    return re.compile(f"{_LEAD}(?:{pattern})"), {name: build for name, _, build in _PATTERNS}


def scan(text: str, first: int, last: int) -> list[Atom]:
    """The words about dates between two places of a spelled text, from left to right."""
    pattern, builds = _whole()
    found: list[Atom] = []
    for match in pattern.finditer(text, first, last):
        what = builds[match.lastgroup or ""](match) if match[0] else None
        if what is not None:
            found.append(Atom(match.start(), match.end(), what))
    return found
