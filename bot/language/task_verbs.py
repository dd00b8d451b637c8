"""Words that act on a known task: 搞定了, 延期到周六 因为缺图, 转给丽姐, 退回 缺价格."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.language.dates import Due, read_due, without
from bot.language.dates_words import NUMBER, count
from bot.language.task_people import resolve
from bot.language.task_words import EDGES, NAME
from bot.language.text import normalise


@dataclass(frozen=True, slots=True)
class Verb:
    """What somebody wants done with a task.

    `words` is the reason, the note, the stage or the steps; `due` the new date of a postponed task,
    or `shift` how much later than planned it comes (晚两天); `people` to whom it goes; `after` the
    tasks it is to wait for.
    """

    name: str
    words: str = ""
    due: Due | None = None
    people: tuple[str, ...] = ()
    shift: dt.timedelta | None = None
    after: tuple[int, ...] = ()


# What may follow a sure verb without changing it.
_POLITE = (
    r"(?:[了啦咯喽哈哦喔呀啊吧嘞哒]|[!。.~,]|✅|👌|👍|💪|🎉|✔️?|☑️?|🙏|\s"
    r"|\[[^\[\]\n]{1,6}\]|谢谢|辛苦了?|大家|thanks|thx)*"
)
_TAIL = rf"{_POLITE}$"
# A reason or a remark behind a verb begins after a blank or a sign, or says that it is one.
_MORE = r"(?:[\s,:;。!]+(?:因为|原因是?|理由是?)?[\s:]*|(?:因为|原因是?|理由是?|because)[\s:]*)(?P<words>\S.*)"
_NAMES = rf"(?P<people>@?[ ]?{NAME}{{1,24}}(?:[\s]*[、,和&][\s]*@?{NAME}{{1,24}})*)"
_HEAD = r"^(?:(?:ok|好的?|嗯|行|收到|这个|任务|已经|已|都|我|我这边|全部)[\s,!。]*)?"

_QUESTION = re.compile(
    r"[?]|[吗嘛么呢]\s*[。!~]*$|能不能|可不可以|可以.*吗|是不是|有没有|了没有?[。!~]*$|谁|什么|怎么|哪|几点|多久|多少|为何"
    r"|^(?:can|could|may|shall|should|is|are|was|did|do|does|who|what|when|why|how)\b"
)
_HEDGED = re.compile(
    r"还没|没有?(?:完成|做完|搞定|开始|通过)|未完成|不能(?:完成|通过)|别(?:完成|取消|转|退)|不要(?:取消|转|退)|差不多|快(?:要)?(?:完成|做完|搞定)|马上|等下"
    r"|(?:明天|后天|周.|今晚|晚上|一会儿?)(?:能|就|可以|会)?(?:完成|做完|搞定|通过)|如果|要是|应该|才能|的话|(?<!n)not\s"
)


def _verb(name: str, *patterns: str) -> tuple[str, re.Pattern[str]]:
    return name, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.DOTALL)


# The first that fits wins; each stands for the whole text.
_VERBS = (
    _verb("stage", r"^(?:→|➡️?|->|=>|—>|-->|»)\s*(?P<words>\S{1,24})$"
          r"|^(?:到|进入?|移到|转到|进到|阶段[:\s]|stage[:\s]|move to)\s+(?P<words2>\S{1,24})$"),
    _verb("item", r"^(?:子项|子任务|清单|检查项|items?|checklist|steps?)[\s:]*(?P<words>\S.*)$"),
    _verb("note", r"^(?:备注|进展|进度|更新|补充|说明|记录|note|progress|update)(?:[\s:]+(?P<words>\S.*)"
          r"|(?=[0-9]{1,3}%)(?P<words2>.*))$"),
    _verb("depend", r"^(?:先?等(?:待|到)?|依赖于?|depends on|wait for|waits for|after|blocked by)\s?(?P<after>#?t[0-9]{1,9}"
          r"(?:\s?[,、和& ]\s?#?t[0-9]{1,9})*)(?:(?:做?完成?|好)?(?:之后|以后|后|了)?再?(?:做|弄|开始)?)"
          + _TAIL,
          r"^在?(?P<after2>#?t[0-9]{1,9}(?:\s?[,、和& ]\s?#?t[0-9]{1,9})*)\s?(?:做?完成?)?(?:之后|以后|后)再?(?:做|弄|开始)?" + _TAIL),
    _verb("unblock", r"^(?:解除(?:阻塞|卡点|卡住)?|不卡了?|没卡了|通了|unblock(?:ed)?|恢复(?:进行)?|可以继续了?)" + _TAIL,
          r"^(?:解除(?:阻塞|卡点|卡住)?|不卡了|unblock(?:ed)?)" + _MORE + "$"),
    _verb("block", r"^(?:被?卡住|卡住了|卡了|受阻|被?阻塞|blocked|stuck)" + _TAIL,
          r"^(?:被?卡住了?|卡了|受阻|被?阻塞了?|blocked|stuck)(?:" + _MORE + r"|[\s:]*(?:在|by|on|with|at)\s?(?P<words2>\S.*))$",
          r"^卡在?[\s:]*(?P<words3>\S.{0,200})$",
          r"^(?:blocked|stuck) (?:by|on|with|at) (?P<words4>.*)$"),
    _verb("send_back", r"^(?:验收)?(?:退回|打回|不通过|不合格|没通过|未通过|驳回|退回去|打回去|打回重做|重做|返工|send back|sent back|return(?:ed)?|reject(?:ed)?"
          r"|rework)(?:修改|重做|去|重新做)?(?:[了吧啊哦]*[\s,:;。!]+(?:因为|原因是?|理由是?|because)?[\s:]*(?P<words>\S.*)"
          r"|(?:因为|原因是?|理由是?)[\s:]*(?P<words2>\S.*))?" + "$",
          r"^(?:退回|打回|驳回)(?=[^了\s])(?P<words3>.{2,40})$"),
    _verb("accept", _HEAD + r"(?:验收)?(?:通过|过了|合格|没问题通过|ok通过|pass(?:ed)?|accept(?:ed)?|approved?|lgtm|looks good)" + _TAIL,
          r"^(?:验收|验收ok|验收好了?|验收没问题|验收完成|验收完毕)" + _TAIL,
          r"^(?:验收)?(?:通过|pass|accept(?:ed)?|approved?)[\s,:;。!]+(?P<words>\S.*)$"),
    _verb("cancel", r"^(?:取消|取消任务|作废|不做了|不用做了|不用了|撤销任务|删除|删掉|关闭|cancel(?:led|ed)?|drop|delete|close|won't do|wontfix)(?:这个|该)?(?:任务|task)?" + _TAIL,
          r"^(?:取消|作废|不做了|不用做了|cancel(?:led|ed)?)(?:任务)?" + _MORE + "$"),
    _verb("offer_take", r"^(?:接|我接|接了|我接了|接下|我接下|我接受|接受|接单|take it|i take it|i'll take it|i accept|accept offer)" + _TAIL),
    _verb("offer_pass", r"^(?:让|我让|让了|让给别人|我不接|不接|接不了|让出|pass on it|decline|i pass)" + _TAIL,
          r"^(?:我不接|不接|接不了|decline)" + _MORE + "$"),
    _verb("claim", _HEAD + r"(?:认领|我来|我领|我认领|领了|领取|我来做|我来弄|我来搞|我做|我负责|我揽了?|交给我|claim(?:ed)?|i'll do it|i will do it|i'll do this|i got it|on it|mine)" + _TAIL),
    _verb("undo", r"^(?:撤销|撤回|反悔|还原|弄错了|点错了|undo|revert)" + _TAIL),
    _verb("start", _HEAD + r"(?:开始|开工|开始做|开始弄|在做|正在做|做着|做着呢|动手|着手|进行中|在弄|在搞|start(?:ed|ing)?|doing|working on it|in progress|on it now|begin|began)(?:这个|任务)?" + _TAIL),
    _verb("done", _HEAD + r"(?:完成|完成任务|搞定|做完|做好|弄完|弄好|办完|办好|办妥|搞完|搞好|写完|写好|发完|发好|交了|已交|提交|提交完|完工|完事|收工|ok|o了|妥了|结束|done|finished|finish|complete[d]?|it's done|all done|ready)" + _TAIL,
          r"^(?:已经|已|都)?(?:完成|搞定|做完|做好|弄完|弄好|办完|办好|done|finished|completed?)[了啦]?[\s,:;。!]+(?P<words>\S.*)$"),
)  # fmt: skip
_SURE_OK = re.compile(r"^(?:ok|ready)\W*$")

_POSTPONE = re.compile(
    r"^(?:(?:申请|要|需要|我要|我想|想)?(?:延期|延后|延迟|推迟|顺延|延|推|改|挪|宽限|缓)(?:一下)?(?:到|至|成|在|为)?"
    r"|(?:可能要?|要)?晚(?:点|一点)?(?:到|交)?|再给我|再要|多给我?|还要|还需要?"
    r"|(?:postpone|delay|move|push|reschedule|extend|snooze)(?: it| this)?(?: to| until| till| by)?)"
    r"[\s:,]*(?P<rest>.*)$",
    re.DOTALL,
)
_SURE_POSTPONE = re.compile(r"^(?:申请|我要)?(?:延期|推迟|延后|顺延|postpone|delay|reschedule)")
_SHIFT = re.compile(
    rf"^(?:再|晚|多|by\s)?\s?(?:(?P<half>半)(?P<half_unit>天|小时)|(?P<number>{NUMBER}|an?|one|two|three)\s?个?(?P<more_half>半)?"
    r"(?P<unit>天|日(?!期)|小时|钟头|周|星期|礼拜|days?|hours?|weeks?|分钟|minutes?))(?!后|内|之)(?=[\s,。;吧了哈哦啊交!]|因为|because|$)(?:交|时间)?"
)
_REASON = re.compile(r"^[\s,;。:]*(?:因为|由于|原因是?|理由是?|because|since|as)?[\s:]*|[\s,;。:]+$")
_REASON_WORD = re.compile(r"(?:因为|由于|原因是?[:\s]?|理由是?[:\s]?|because)\s*")
_TRANSFER = re.compile(
    rf"^(?:转(?:给|交给?|派给?|让给)?|移交给?|交给|改派给?|换给|换成|让给|派给|指派给|transfer to|transfer|hand over to|hand to|reassign to|assign to|give to|pass to)"
    rf"\s*(?P<names>@?[ ]?{NAME}{{1,24}}(?:\s*(?:[、,和&]|and)?\s*@[ ]?{NAME}{{1,24}}|\s*[、,和&]\s*{NAME}{{1,24}})*)"
    r"(?P<words>(?:[\s,:;。!].*)?)$",
    re.DOTALL,
)
_NAME_SIGNS = re.compile(r"[\s]*(?:[、,&@]|\sand\s)[\s]*|\s+(?=@)")
_WORD = re.compile(r"\w")
_HOURS = {"小时": 1.0, "钟头": 1.0, "hour": 1.0, "天": 24.0, "日": 24.0, "day": 24.0, "周": 168.0, "星期": 168.0,
          "礼拜": 168.0, "week": 168.0, "分钟": 1 / 60, "minute": 1 / 60}  # fmt: skip
_ENGLISH = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
