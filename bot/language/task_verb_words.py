"""The words that act on a known task, for spelled text (`bot.language.dates_words.spell`)."""

from __future__ import annotations

import re

# What may follow a sure verb without changing it. 吧 asks somebody else to do it.
_SIGNS = (
    r"|[!。.~,;…\s]|[\u2190-\u21ff\u2300-\u2bff\ufe0f\U0001f000-\U0001faff]|\[[^\[\]\n]{1,6}\]"
    r"|谢谢|辛苦了?|大家|thanks|thx|please"
)
_OWN = rf"(?:[了啦咯喽哈哦喔呀啊嘞哒呢]{_SIGNS})*$"
_POLITE = rf"(?:[了啦咯喽哈哦喔呀啊吧嘞哒]{_SIGNS})*$"
_MORE = (
    r"(?:[了啦吧哦啊哈]*[\s,:;。!~]+(?:因为|由于|原因是?|理由是?|because)?[\s:,]*"
    r"|[了啦]*(?:因为|由于|原因是?|理由是?|because)[\s:]*)(?P<words>\S.*)$"
)
_HEAD = r"^(?:(?:ok|好的?|嗯+|行|收到|这个|任务|已经|已|都|全部|我这边|我)[\s,!。]*){0,2}"
_RECORDS = r"(?P<words>#?t[0-9]{1,9}(?:\s?[,、和& ]\s?#?t[0-9]{1,9}){0,9})"
_ANY = r"(?P<words>\S.*)$"

_DONE = (
    "完成|完成任务|搞定|做完|做好|弄完|弄好|办完|办好|办妥|搞完|搞好|写完|写好|发完|发好|交了|已交|提交|交完|完工|完事|收工"
    "|ok了|o了|妥了|(?:改|补|修|重做|调|交|发|寄)好了?|改完了?|重做了|补上了|交了|done|finished|finish|completed|complete"
    "|it's done|all done|it is done|i'm done|i am done"
)
_DONE_MORE = (
    "完成|搞定|做完|做好|弄完|弄好|办完|办好|写完|写好|提交|done|finished|completed|complete"
)
_ACCEPT = (
    "(?:验收)?(?:通过|合格|没问题[,\\s]*通过|passed|pass|accepted|accept|approved?|lgtm|looks good)"
    "|验收(?:过|完|好|ok|没问题|完成|完毕)"
)
_BACK = (
    "(?:验收)?(?:退回|打回|不通过|不合格|没通过|未通过|驳回|退回去|打回去|重做|返工)(?:修改|重做|去改)?"
    "|send (?:it )?back|sent back|returned|return|rejected|reject|rework"
)
_CANCEL = (
    "(?:取消|作废|删除|删掉|关闭)(?:掉)?(?:这个|该)?(?:任务)?|(?:这个)?(?:任务)?(?:不做了|不用做了|取消了)"
    "|cancelled|canceled|cancel(?: it| this| task)?|drop it|close it|won't do|wontfix"
)
_CLAIM = (
    "认领|我来|我领|我认领|领了|领取|我来(?:做|弄|搞|写|负责)|我做|我负责|交给我"
    "|claim(?:ed)?|i'll (?:do|take) (?:it|this)"
    "|i will do (?:it|this)|i got (?:it|this)|mine"
)
_START = (
    "开始|开工|开始(?:做|弄|搞|写)|(?:正在|在|正)(?:做|弄|搞|写|处理)|做着|动手|着手|进行中"
    "|start(?:ed|ing)?|doing(?: it)?"
    "|working on it|in progress|on it|begin|began"
)
_BLOCKED = "被?卡住|卡了|卡着|受阻|被?阻塞|blocked|stuck"
_UNBLOCK = "解除(?:阻塞|卡点|卡住)?|不卡|没卡了|unblock(?:ed)?|恢复进行|继续做|可以继续"
_TAKE = "接|我接|接下|我接下|我接受|接受|接单|take|i take it|take it"
_DECLINE = "让|我让|让出|让给别人|我不接|不接|接不了|decline|i decline|pass on it|pass it on"
_UNDO = "撤销|撤回|反悔|还原|弄错|点错|按错|undo|revert"


def _verb(name: str, *patterns: str) -> tuple[str, tuple[re.Pattern[str], ...]]:
    return name, tuple(re.compile(pattern, re.DOTALL) for pattern in patterns)


# What these say is the members' own, also a question.
LABELLED = (
    _verb("stage", r"^(?:→|➡|⮕|⇒|->|=>|-->|»)\s*(?P<words>\S{1,24})$",
          r"^到\s+(?P<words>\S{1,12})$", r"^(?:进入|移到|进到)\s*(?P<words>[^\s了?]{1,12})$",
          r"^(?:阶段|stage)[\s:]+(?P<words>\S{1,24})$"),
    _verb("item", rf"^(?:子项|子任务|检查项|items?|checklist|steps?)[\s:]*{_ANY}"),
    _verb("note", rf"^(?:备注|进展|进度|说明|记录|note|notes|progress|update)[\s:]+{_ANY}",
          r"^(?:进展|进度|完成了?|做了|done)\s?(?P<words>[0-9]{1,2}%.*)$"),
)  # fmt: skip
# The first that fits wins.
VERBS = (
    _verb("depend", rf"^(?:先?等(?:待|到)?|依赖于?|depends on|wait for|waits for|waiting for|after"
          rf"|blocked by)\s?{_RECORDS}"
          rf"(?:\s?(?:完成|做完|好|弄完)?(?:之后|以后|后)?再?(?:做|弄|开始|说)?){_POLITE}",
          rf"^在?{_RECORDS}\s?(?:完成|做完|弄完)?(?:之后|以后|后)再?(?:做|弄|开始)?{_POLITE}"),
    _verb("unblock", f"^(?:{_UNBLOCK}){_OWN}", f"^(?:{_UNBLOCK}){_MORE}"),
    _verb("block", f"^(?:{_BLOCKED}){_OWN}",
          rf"^(?:{_BLOCKED}|卡)了?\s?(?:在|by|on|with|at)[\s:]*{_ANY}",
          f"^(?:{_BLOCKED}){_MORE}"),
    _verb("send_back", f"^(?:{_BACK}){_POLITE}", f"^(?:{_BACK}){_MORE}",
          r"^(?:退回|打回|驳回)(?P<words>[^\s了的给吧啊]\S{1,40})$"),
    _verb("accept", f"{_HEAD}(?:{_ACCEPT}){_POLITE}", f"^(?:{_ACCEPT}){_MORE}"),
    _verb("cancel", f"^(?:{_CANCEL}){_POLITE}", f"^(?:{_CANCEL}){_MORE}"),
    _verb("offer_take", f"^(?:{_TAKE}){_POLITE}"),
    _verb("offer_pass", f"^(?:{_DECLINE}){_POLITE}", f"^(?:{_DECLINE}){_MORE}"),
    _verb("claim", f"{_HEAD}(?:{_CLAIM}){_POLITE}"),
    _verb("undo", f"^(?:{_UNDO}){_POLITE}"),
    _verb("start", f"{_HEAD}(?:{_START}){_OWN}"),
    _verb("done", f"{_HEAD}(?:{_DONE}){_OWN}", f"^(?:已经|已|都)?(?:{_DONE_MORE}){_MORE}"),
)  # fmt: skip

QUESTION = re.compile(
    r"[?]|[吗嘛么]\s*[。!~]*$|能不能|可不可以|是不是|有没有|(?:好|完|定|交)了没有?|行不行|谁|什么|怎么|哪[个天里位]|几点|多久|多少|为何"
    r"|^(?:can|could|may|shall|should|is|are|was|did|does|who|what|when|why|how)\b"
)
HEDGED = re.compile(
    r"还没|还未|没有?(?:完成|做完|搞定|开始)|未完成|不能|没法|别(?:完成|取消|转|退)|不要(?:取消|转|退)|差不多"
    r"|快要?(?:完成|做完|搞定|好)|马上|等下"
    r"|如果|要是|应该|的话|但是?|不过|就差|还差|还剩|一半|almost|nearly|not yet|if\b|but\b"
)

POSTPONE = re.compile(
    r"^(?P<sure>(?:申请|我要|需要|想)?(?:延期|延后|延迟|推迟|顺延|宽限)|postpone|delay|reschedule|extend|snooze)"
    r"(?:一下)?(?:[了吧哦啊]*(?:到|至|成|为| to| till| until| by)?)[\s:,]*(?P<rest>.*)$"
    r"|^(?:(?:申请|我要|需要|想)?(?:延|推|改|挪|缓)(?:到|至|成|在)?|(?:可能)?要?晚|再(?:给我|给|要)|多给我?|还要|还需要?"
    r"|(?:move|push)(?: it| this)?(?: to| back to| back)?)[\s:,]*(?P<rest2>.*)$",
    re.DOTALL,
)
# How much later: 两天, 3 hours, 半天.
SHIFT = re.compile(
    r"(?:by |再|晚|多)?\s?(?:(?P<half>半)个?|(?P<number>[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
    r"|an?|one|two|three)\s?个?(?P<more>半)?)\s?(?P<unit>天半?|日|小时|钟头|周|星期|礼拜|分钟|days?|hours?|weeks?|minutes?)"
    r"(?![a-z后内之前日末一二三四五六])(?:时间|交)?"
)
HOURS = {
    "天": 24.0, "天半": 24.0, "日": 24.0, "小时": 1.0, "钟头": 1.0, "周": 168.0, "星期": 168.0,
    "礼拜": 168.0, "分钟": 1 / 60, "day": 24.0, "hour": 1.0, "week": 168.0, "minute": 1 / 60,
}  # fmt: skip
REASON = re.compile(r"(?:因为|由于|原因是?|理由是?|(?<![a-z])because(?![a-z]))[\s:]*")

TRANSFER = re.compile(
    r"^(?P<to>转(?:交给?|派给?|让给|给|到)?|移交给?|改派给?|换给|换成|让给|派给|交给|指派给"
    r"|transfer(?: it)? to|transfer|hand (?:it )?(?:over )?to"
    r"|reassign to|assign to|give (?:it )?to)\s*(?P<names>\S.*)$",
    re.DOTALL,
)
PRONOUN = re.compile(
    r"^(?:我|你|您|他|她|它|咱|大家|客户|别人|谁|人|下|发|账|正|化|换|移|天|角|让|告|述)"
)
