"""Decides whether a message speaks of a sale at all, how plainly, and whether it is the sender's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from bot.language.numerals import DIGITS


class Level(IntEnum):
    """How plainly a message asks to be booked."""

    COMMAND = 1
    TRIGGER = 2
    SOFT = 3


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that make a message a sale or a refund; `rest` is the text without them."""

    level: Level
    rest: str
    start: int
    end: int
    refund: bool = False
    notice: str = ""
    reason: str = ""


_COUNT = rf"[0-9{DIGITS}]{{1,3}}"
# Whatever holds none of these is no sale, no list and no report; the test costs microseconds.
HINT = re.compile(
    r"[报報抱]\s*[单單丹蛋]|成交|[开開出已签成][单單了下]|下单|开张|补|補報|漏报|忘报|忘了报|代报|[/#](?:sale|refund|报|退|undo|fix|撤|更|补|group|接)|／|＃|退"
    r"|报[弹但担胆旦淡箪耽诞掸]|[包保暴爆饱宝鲍豹报抱堡剥][单丹蛋弹但担胆旦]|[呈城程]交|成焦|[出开]丹|[开出走卖销]了|晒单|报喜|喜报|破零"
    r"|接[龙龍]|拿货|進货|进货|囤货|补货|補貨|订货|日报|周报|晚报|月报|早报|日報|今日业绩|撤[销回]|更正|作废|尾款|余款|[帮替给代幫].{1,14}[报记录登补]|明日目标|明天目标|让我.{0,4}报|名下|算.{1,4}的"
    r"|新增好友|加粉|sae?l+e?\b|baodan|bao dan|①|1\ufe0f?\u20e3|⒈|[1１]\s*[.、．)）:：]",
    re.IGNORECASE,
)

_COMMAND = re.compile(
    rf"[/#【\[(「]?\s*(?:报\s?单(?!号)|补报|补录|补登|漏报|忘了?报|代报|报(?={_COUNT}\s*个?单)|报个单|报一下|补(?:一下|个|下|一)?(?=[^货\n,。]{{0,6}}单)|(?<=单)补(?:一?下|报|个)?|/sale(?:@\w+)?(?![a-z]))\s*[】\])」]?",
    re.IGNORECASE,
)
_HOMOPHONE = re.compile(r"[/#【]?\s*(?:抱单(?!车|子)|报丹|报蛋(?!蛋))\s*】?")
_REFUND_COMMAND = re.compile(
    r"[/#【]?(?:退款(?![政流规申要吗])|/?refund(?:@\w+)?(?![a-z]))】?", re.IGNORECASE
)
_TRIGGER = re.compile(
    r"成交(?!额(?!外)|量|率|卡点|技巧|话术|流程|经验|案例|记录|数据|心得|方法|思维|能力|系统|主张|力|点|的?秘|复盘|总结|目标|任务|客户数|周期|均价|人数|王(?!.?[姐哥总女先小阿太])|榜|高手|关键|环节|障碍|信号|公式|靠|靠的|要|才|就|前|后|价(?!\s*[:0-9¥]))"
    r"|开单(?!奖|率|王|榜|技巧|密码|秘|接龙|人数|数(?!字)|激励|政策|明细|表|系统|目标|任务|打卡|以上|满|就|才|必|冠军|有|送|高手|时间|要|的人|的姐妹|的宝|的伙伴|的同学|的小伙伴)"
    r"|出单(?!率|量|时间|奖|榜|王|技巧|数(?!字)|目标|任务|打卡|以上|就|才|必|冠军|有|要|快递|机|的人|的姐妹|的宝|的伙伴|的同学)"
    r"|已下单"
)
_SOFT = re.compile(
    rf"晒单|报喜|(?<!打)破零|(?:开|出|成|签|拿下|做|卖|走)了?\s*{_COUNT}\s*(?:大|小|个)?单|(?:开|出|成)了(?:个|大|小)?单|开张|[成签]单(?!率|量|奖)"
    r"|(?:刚|客户?|又|已经)下单了?|下单了|喜报"
)
_LOOSE = re.compile(
    rf"(?:又|刚|再|今儿?|今天|昨天)?\s*(?:刚刚?|又|也|就)?(?:出|卖|走|销|成)(?:了|掉了?|出了?)(?=\s*(?:{_COUNT}|俩|仨))"
)
_LOOSE_REFUND = re.compile(
    rf"(?:退(?:了|货|掉|单|回|换)了?|(?:要|给.{{1,4}})?退款了?|退(?={_COUNT}\s*[单盒瓶套件个]))"
)
# Sounds like the command and is no word of its own.
_NEAR = re.compile(
    r"^\W*(?:(?P<sale>报[弹但担胆旦淡箪耽诞掸订担]|[包保暴饱宝鲍豹抱堡剥爆][丹蛋弹但担胆旦]|包单(?![肩独位人])|饱单|暴单|豹单|宝单|刨单|报到单|扱单|服单|报草|报早|baodan|bao\s?dan|bd|/?(?:sael|slae|sales|sal|sael|slae)|/?报(?=\s*[0-9])|出[丹蛋弹]|开[丹蛋弹]|[呈城程]交|成[焦教叫胶]|报単)|(?P<refund>退[宽欵矿况]|推款|腿款|/?refnd|/?refudn))\s*[:!]*\s*(?=[^a-z])",
    re.IGNORECASE,
)

# Directly behind the command: the talk is about reporting, not a report.
_ABOUT = re.compile(
    r"\s*(?:的?(?:格式|规则|流程|要求|模板|模版|教程|方法|方式|时间|截止|须知|说明|注意事项|示例|例子|样板|例[:如]|公式|标准))"
    r"|(?:的?(?:群|表(?!妹|姐|哥|弟)|系统|机器人|记录|汇总|数据|情况|奖|有奖|抽奖|率|名单|统计|注意|通知|提醒|制度|口径|量|榜|王(?!.?[姐哥总女先小阿太])|冠军|打卡|接龙|入口|链接|页面|功能|软件|小程序|步骤|人(?!民)|时(?!尚)|同学|小伙伴|伙伴|姐妹(?!们?\s*[0-9])|宝|亲|代理(?!价)|成员)"
    r"|怎么|必须|一定|要(?!是)|请|记得|就[送奖有能可]|满[数据量]|是(?![0-9¥])|按(?![老活会原优])|需|只(?![收])|可以|能|会(?!员)|以后|之后|前(?!天)|后(?!天)|才|都|统一|最(?!后)|不(?!对|好意思|是\s*[0-9])|没|越|难|容易|这(?!单)|麻烦|格|规|几(?![百十千万])|多少|有什么|有没|用(?!了?券|了)|写|发到|发在|发群|截|错了怎|了?吗|了?么|了没|[呢嘛吧]|啥|什么|达|超过|过(?=[0-9])|每(?![盒瓶套件])|\+(?![0-9¥])|加(?![0-9¥])|产品[+、]|=)"
)
_BEFORE_COMMAND = re.compile(
    r"(?:还没有?|没有|没|未|不用|不要|别|不(?!好意思|错)|甭|勿|怎么|如何|怎样|怎|谁|时候|几点|记得|请|统一|提醒|通知|及时|抓紧|赶紧|赶快|准备|打算|计划|想(?!不到)|如果|假如|要是|若|只要|等.{0,12}|才|凡|每[人天个次]?|先别|必须|务必|可以|能|会|教.{0,3}|学.{0,3}|关于|的时候|催|欢迎|开始|停止|所有人|你们?|她|他|新人|需要|应该|可|忘记(?=.{0,4}的)|打卡|参与|快来|来不来|要不要|去|后再?|回头|待会儿?|等下|等会儿?|一会儿?|晚点|稍后|马上(?!报)|即将|明天|下次|以后|是否|能否|能不能|要求|负责|停|乱|重复|虚假|虚|假|多|少|这个|那个|群里|刷|用|发|写|叫|让.{0,3}|看.{0,3}|查.{0,3}|在.{0,4}|“|\"|‘|'|『|叫做|关键词|回复|发送|输入|打)\s*$"
)
_ALLOWED_BEFORE = re.compile(
    r"[\W_]*(?:(?:我|也|要|来|再|又|今[天日儿晚早]个?|昨[天日晚]|刚刚?|这里|这边|先|继续|接着|终于|姐妹们|姐妹|家人们|家人|宝子们|宝贝们|亲们|亲爱的|各位|伙伴们|小伙伴们|小伙伴|大家|好|晚上|早上|下午|中午|嗨|hi|hello|哈喽|群主|领导|组长|麻烦|帮忙|帮我|给我|首|新|第?[一二三四五六七八九0-9]+单?|开心|哈+|耶|啦|呀|补一?下?|补个?|忘了?|漏了?|没来得及|冒泡|一个|一下|来一?个?|凑一?个?|跟上|\[[^\]]*\])[\W_]*)*"
)
_QUESTION = re.compile(
    r"[?]|吗|[^什怎这那多]么\s*(?:$|[,。!~])|怎么|如何|什么|多少(?!钱都)|为啥|干嘛|啥时|谁(?!知|料|能想)|哪[个些天里位家]|几点|几号|几[天个次单]|能不能|可不可以|可以不|行不行|是不是|有没有|要不要|会不会|好不好|能否|可否|是否|对不对|算不算|多久|求助|请问"
)
_ELSEWHERE = re.compile(
    r"恭喜|祝贺|恭贺|贺[!:]|庆祝|战报|捷报|榜|排名|排行|冠军|亚军|第一名|top|转发|转自|总监|公司|隔壁|别的?团队|别人|人家|别家|同行|老板说|团队|战队|他们|她们|听说|据说|据悉|群里|本群|群内|全组|某|同事|学员|学姐|新人|徒弟|下级|下线|上级|上家|下家|闺蜜|网友|店里|总部|门店|大神|大佬|你们?|妳|她|他(?!人)|谁|人均|连续开单|完成率|今日第[0-9]|🥇|🥈|🏆|全国|全网|全员|全群|各位(?!.{0,3}我)|大家(?!好)|姐妹们(?=开|出|成)|咱们?|我们(?!家)|[a-z]+队|队[长友员]|加盟商|销冠|小红书|新闻|卖家|厂家|品牌方|同学"
)
_HISTORY = re.compile(
    r"去年|前年|上个?月|上周(?![一二三四五六日天])|上个?季|q[1-4](?![0-9])|季度|半年|累计|本月|这个?月|当月|今年|全年|本周|这周(?![一二三四五六日天])|最近|目前|历史|曾经|近[一二三四五六七八九十0-9]+[天周月]|[0-9]+月份|一整?[天周年]|平均|每[天日月周年]|业绩(?!算|归|记|给)|gmv|[纪记]录(?!一下)|单日|最高|最多|当时|那时|当年|以前都|从前|一共.{0,4}了?[0-9]+天"
)
_PLAN = re.compile(
    r"打算|准备(?!好)|计划|预计|争取|希望|目标|冲刺|冲[!]|快要|快(?=成交|开单|出单)|马上(?=要|就|成|开|出)|即将|差点|差一点|差不多(?=要|能|快)|(?<!优惠)差\s*[0-9]|就达标|待会|等下|等会|等.{1,6}(?:付款|确认|回复)|过会|晚点|稍后|先不|下周|下个?月|明[天日晚早年](?!.{0,4}(?:发|寄|送|到|取|拿|付|补|见|聊))|后天(?!.{0,4}(?:发|寄|送|到|取|拿|付|补))|想(?!不到|起|了)|要是|如果|假如|假设|假使|倘若|万一|的话|只要|一旦|凡是|应该能|有望|估计|可能|或许|说不定|说要|答应|考虑(?!了)|犹豫|跟进中|能(?=成交|开单|出单)|要(?=成交|开单|出单)|可以(?=成交|开单|出单)|还价|讲价|砍价|梦想|梦到|祈祷|求(?=成交|开单|出单)|坐等|期待|许愿|保底|保证|承诺|相信|努力|加油(?=.{0,3}(?:开单|出单|成交))|为了|好想|要不|只差|还差|必须(?=成交|开单|出单)|一定(?:要|能|会)|今晚(?=.{0,3}(?:冲|争|要))|催|跟一下"
)
_NEGATED = re.compile(
    r"还没|没有?(?=[^,。!\n]{0,6}(?:成交|开单|出单|报单|下单|破零|开张))|没(?=成|开|出|谈|签|单)|未(?=成交|开单|出单|破零|下单)|不(?=成交|开单|出单|报)|零(?=成交|开单)|(?<![0-9])0单|零单|取消|黄了|跑单|跑了|没成|不要了|反悔|泡汤|丢了单|飞了|吹了|凉了|作废|失败|白高兴|误会|搞错|假的|开玩笑|骗你|逗你|刷单"
)
NOT_DONE = re.compile(
    r"(?:还没有?|没有?|未|尚未|等.{0,4}|还未|暂未)(?:给钱|付(?!邮|运)|打款|转账|转钱|收到(?:钱|款)|到账|拍(?!照|图|视)|确认|定|下单|决定|想好|成)|(?:客户|她|他|对方)(?:在|还在|再)?(?:考虑|犹豫|想想|纠结)|(?:明天|后天|晚上|下周|月底|发工资|过几天)(?:再|才)(?:付|转|打|给|确认)|说(?:要|会)?(?:明天|下周|晚上).{0,2}(?:付|转)"
)
_TALK = re.compile(
    r"其实|先从|复盘|卡点|技巧|话术|分享|经验|心得|案例|思维|秘诀|秘籍|原因|关键|培训|课程?|学习|方法|怎样|太贵|嫌贵|价格是|主题|意向|教(?!师|授)|讲(?!好)|文案|素材|海报|朋友圈怎|模式|逻辑|本质|靠的?是|说明|意味|等于说|比例|概率|过程"
)
_RULE = re.compile(
    r"奖(?!状|到)|罚|扣[0-9钱除]|以上|即可|满\s*[0-9千百一二三四五六七八九]+.{0,4}(?:送|奖|返|赠|升|打|可)|起步|名额|发红包|有红包|红包雨|返现|规则|规定|格式|模板|例[如:子句]|(?:^|[\s(,。])例|比如|譬如|示例|举例|通知|公告|提醒|记得|请(?=.{0,6}(?:报|开|出|成))|务必|必须|截止|要求|制度|提成|佣金|门槛|可得|享受|每人|每个人|前[0-9一二三五十]+名|谁先|凡|者(?=[送奖得享])|流程|样板|参考|像这样|照着|这么写|这样[写发报]|写法|统一|就行|就可以|就好|照这"
)
_AFTERWARDS = re.compile(
    r"(?:明[天日晚早]|后天|今晚|晚上|下午|下周[一二三四五六日天]?|周[一二三四五六日天]|月底|[0-9]+号|马上|这就|等下|待会|立马|尽快|安排|准备|请|记得|预计)?(?:就|再|会|去|给她|给他|给客户|帮她|帮他)?(?:安排|打包|准备)?(?:发货|发出|寄出?|发快递|到货|送货|送过去|送到|取货|自提|来拿|补齐|付尾款|付清|结清)"
    r"|请(?:查收|确认|审核|记录|登记|核对|收|过目|知悉|记一下)|希望(?:她|他|客户).{0,8}|期待.{0,4}(?:回购|反馈)|继续(?:加油|努力)|加油|努力有回报|大家一起|谢谢(?:大家|你们?|她|他|各位).{0,6}|感谢(?:大家|你们?|她|他|各位).{0,8}|(?:她|他)(?:很|非常|特别)?(?:喜欢|满意|开心|爽快|信任我?)|(?:给|帮)(?:她|他)"
)
_QUOTE_MARKS = "“\"‘'『「"
# Emoticons, 本月第5单 and how the customer was found tell nothing of the day or the deed.
_ASIDE = re.compile(
    rf"\[[^\[\]\n]{{1,6}}\]|(?:今[天日]|本月|这个?月|本周|这周|个人)?的?第\s*[0-9{DIGITS}十百]+\s*[单个笔]"
    r"|(?:客户)?(?:是)?(?:上周[一二三四五六日天]?|上个?月|上个?星期|前几天|之前|早就|一直|去年)[^,。!\n]{0,6}"
    r"(?:咨询|加|聊|认识|看|问|谈|跟)[^,。!\n]{0,4}(?=[,。!\n]|客户)|" + _AFTERWARDS.pattern
)
_CLAUSE = re.compile(r"[,。!;\n]")
_SUBJECT = re.compile(r"[一-鿿]{1,3}(?:姐|哥|总|老师|女士|先生)(?=今天|昨天|刚|又|也|已)?")


def _calm(text: str) -> str:
    """The text with blanks, place for place, where words about afterwards stand."""
    return _ASIDE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def clause_before(text: str, at: int) -> str:
    """What stands before a position since the last comma or stop."""
    start = 0
    for match in _CLAUSE.finditer(text, 0, at):
        start = match.end()
    return text[start:at]


def find_trigger(text: str, *, behalf: bool) -> Trigger | None:
    """The trigger in a normalised text, None where the text is ordinary chat or talk about sales."""
    command = _COMMAND.search(text)
    homophone = None if command else _HOMOPHONE.search(text)
    refund = _REFUND_COMMAND.search(text)
    if refund is not None and command is None and _is_plain(text, refund):
        return _command(text, refund, refund_words=True, behalf=behalf)
    if command is not None or homophone is not None:
        match = command or homophone
        if match is None:
            return None
        found = _command(text, match, refund_words=False, behalf=behalf)
        if found is not None and homophone is not None:
            return Trigger(
                found.level,
                found.rest,
                found.start,
                found.end,
                found.refund,
                "homophone",
                found.reason,
            )
        return found
    if behalf:
        return _behalf(text)
    near = _NEAR.match(text)
    if near is not None:
        return _near(text, near)
    return _without_command(text)


# Stands where the trigger was: the day of the sale is looked for beside it.
MARK = "\x1e"


def _remove(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{MARK}{text[end:]}"


def _is_plain(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return _ALLOWED_BEFORE.fullmatch(before) is not None or not text[match.end() :].strip("!。~ 了")


def _command(
    text: str, match: re.Match[str], *, refund_words: bool, behalf: bool
) -> Trigger | None:
    start, end = match.start(), match.end()
    calm = _calm(text)
    before, after = calm[:start], calm[end:]
    refund = refund_words or (re.search(r"退[款货了]|refund", text) is not None)
    strong = behalf or _ALLOWED_BEFORE.fullmatch(before) is not None
    if _ABOUT.match(after) is not None and not re.match(
        r"\s*(?:[¥0-9]|不对|这单|起(?=\s*[0-9]))", after
    ):
        return None
    if before[-1:] and before[-1] in _QUOTE_MARKS:
        return None
    clause = clause_before(calm, start)
    forgotten = re.search(r"忘|漏|没来得及|来不及|没报", clause) is not None
    if not strong and not forgotten and _BEFORE_COMMAND.search(clause) is not None:
        reason = _intention(text, clause)
        if not reason:
            return None
        return Trigger(Level.SOFT, _remove(text, start, end), start, end, refund, reason=reason)
    if _QUESTION.search(calm) is not None:
        return _asked(text, start, end, refund) if strong else None
    if strong:
        if _RULE.search(after) is not None and not re.search(r"扣[0-9]|抽奖|请", after):
            return None
    elif not forgotten and _is_talk(calm, start):
        return None
    elif forgotten and (_RULE.search(calm) or _ELSEWHERE.search(calm)):
        return None
    reason = (
        "not_done" if NOT_DONE.search(text) or re.search(r"取消|黄了|不要了|反悔", after) else ""
    )
    return Trigger(Level.COMMAND, _remove(text, start, end), start, end, refund, reason=reason)


def _intention(text: str, clause: str) -> str:
    """An own wish to report with the customer not ready is worth a question at most."""
    wish = re.search(r"我(?:也)?(?:想|准备|打算)\s*$", clause) is not None
    return "not_done" if wish and re.search(r"[0-9]", text) and not _QUESTION.search(text) else ""


def _asked(text: str, start: int, end: int, refund: bool) -> Trigger | None:
    """A plain command with a question in another clause is worth a question back."""
    question = _QUESTION.search(text)
    own = re.match(r"\s*:?\s*[^,。!;\n?]*[0-9百千万][^,。!;\n?]*(?=[,。!;\n])", text[end:])
    if question is None or own is None or question.start() < end + own.end():
        return None
    return Trigger(Level.SOFT, _remove(text, start, end), start, end, refund, reason="question")


def _is_talk(text: str, at: int) -> bool:
    """Whether the text is about others, the past, plans, rules or is a negation."""
    return any(
        pattern.search(text) is not None
        for pattern in (_ELSEWHERE, _HISTORY, _PLAN, _NEGATED, _TALK, _RULE)
    )


def _behalf(text: str) -> Trigger | None:
    verb = re.search(
        r"^\s*(?:来|再|也|先|这边|一下)?\s*(?:补报|上报|补录|补登|登记|代报|报|记|录|登|加|算|挂|补)?(?:一下|了|个)?",
        text,
    )
    end = verb.end() if verb else 0
    if _QUESTION.search(text) is not None or _RULE.search(text) is not None:
        return None
    at = re.search(
        r"(?:补报|上报|登记|报|记|录|补)(?=\s*(?:一下)?\s*[0-9一二两三¥昨前今,:]|\s|$|单)", text
    )
    start, end = (at.start(), at.end()) if at is not None else (0, end)
    if _NEGATED.search(text) is not None and not re.search("忘|漏", text):
        return None
    refund = re.search(r"退[款货了]", text) is not None
    reason = "not_done" if NOT_DONE.search(text) else ""
    return Trigger(Level.COMMAND, _remove(text, start, end), start, end, refund, reason=reason)


def _near(text: str, match: re.Match[str]) -> Trigger | None:
    if _QUESTION.search(text) is not None or not re.search(
        rf"[0-9百千万]|[{DIGITS}][盒瓶套]", text[match.end() :]
    ):
        return None
    if _is_talk(text, 0) or len(text) > 40:
        return None
    refund = match["refund"] is not None
    rest = MARK + text[match.end() :]
    return Trigger(Level.SOFT, rest, match.start(), match.end(), refund, reason="near_miss")


def _without_command(text: str) -> Trigger | None:
    calm = _calm(text)
    for pattern, level, refund in (
        (_TRIGGER, Level.TRIGGER, False),
        (_LOOSE_REFUND, Level.SOFT, True),
        (_SOFT, Level.SOFT, False),
        (_LOOSE, Level.SOFT, False),
    ):
        match = pattern.search(calm)
        if match is None:
            continue
        if _QUESTION.search(calm) is not None or _is_talk(calm, match.start()):
            return None
        if NOT_DONE.search(calm) is not None:
            return None
        if refund and re.search(
            r"退(?:款|货)(?:政策|流程|率|规则|申请|问题|原因)|不退|没退|包退|可退|能退|支持退|要退|想退|退货率|退换货|无理由|申请退|退回来了吗|退群|退出|退休|退步|退了群|退烧|后退|减退|退税|清退",
            calm,
        ):
            return None
        loose = pattern is _LOOSE
        start, end = match.start(), match.end()
        keep = (
            re.search(rf"{_COUNT}\s*(?:大|小|个)?单$", text[start:end])
            if pattern is _SOFT
            else None
        )
        cut_end = start + keep.start() if keep else end
        reason = "loose_product" if loose else ""
        return Trigger(level, _remove(text, start, cut_end), start, end, refund, reason=reason)
    return None


def is_third_person(before: str, members: re.Pattern[str], sender: str) -> bool:
    """Whether a member other than the sender is the subject of the clause before a trigger."""
    return any(match[0] != sender for match in members.finditer(before))
