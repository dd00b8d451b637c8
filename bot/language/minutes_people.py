"""Whom a clause of minutes names, and who of them is to do it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

EVERYONE = (
    r"(?:大家(?:伙儿?)?|全员|全体(?:成员|人员|同事|伙伴)?|每个?人|所有(?:的)?(?:人|成员|代理"
    r"|伙伴)|人人|各位|全队|全组|整个?团队|每位(?:成员|伙伴|同事|代理)?|@(?:所有人|全体成员|all"
    r"|everyone)|(?<![a-z@])(?:everyone|everybody|all of us|all members|each member|each of us"
    r"|whole team|all)(?![a-z]))"
)
_OTHERS = (
    r"(?:其[他余](?:的)?(?:人|成员|同事|伙伴|[几两三四五234][个位]|各位|小伙伴|姐妹)?|剩下的?(?:人|几[个位]|(?=都|全|来|去|一起))"
    r"|别的人|(?<![a-z])(?:everyone else|the others|the rest|others)(?![a-z]))"
)
_JOINT = r"\s*(?:、|和|与|跟|及|以及|还有|加上|&|\+|/|(?<![a-z])and(?![a-z]))\s*|\s*(?=@)|,(?=@)"
_TAIL = (
    r"(?:\s*(?:你|他|她|咱)?们?(?:两|俩|三|四|2|3|4|仨)(?:个人|位|人|个?(?![天版条张份套盒个点单周月次期篇节]))|\s*(?:你|她|他)们?(?![的给说])|\s*自己|\s*同学"
    r"|\s*同志|\s*[那这]?边|\s*一起|\s*一块儿?|\s*各自?(?=[出写做发拍交])|\s*分头)*"
)

# Nobody's who: who the people outside are.
_OUTSIDE = (
    r"(?:客户|顾客|客人|供应商|厂家|厂里|物流|快递|房东|老板娘|平台|对方|对面|代理商|隔壁(?:组"
    r"|团队|队)?|别的?(?:组|团队|队)|其他(?:组|团队|队)|[一二三四五六七八九0-9]组|友商|同行|竞品"
    r"|商家|工厂|公司(?=[会要下])|总部|上级|银行|税务|他们|她们|b队|a队|总代|customers?"
    r"|suppliers?|the supplier|the factory|landlord)(?!单|名单|群|费|袋|表|款|信息|资料|数|量|的"
    r"|盒|柜|券|价|号|投诉|反馈|回访|标签|维护|关系|分组|名册|服务|列表|好评|晒图|订单|地址|建档"
    r"|打标)"
)
_STAFF = (
    r"(?:财务|设计师?|美工|仓库|仓管|客服|运营|文案|行政|人事|会计|出纳|司机|助理|主播|摄影师?"
    r"|老师|实习生?|新人|总监|经理|店长|前台|采购|售后|法务|技术|剪辑师?|摄影|推广|讲师|设计"
    r"|新来的|兼职)"
)
ROLE = re.compile(_STAFF)
_SURNAME = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐"
    "冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "美红丽芳霞敏静燕娟玲娜琳欣雪莉萍云梅兰婷"
)
_TITLE = r"(?:姐|哥|总(?![结数计共是体部])|老师|师傅|阿姨|叔|经理|主管|会计)"
_STRANGER = (
    rf"(?:(?:财务|设计师|美工|会计|出纳|司机|摄影师|剪辑师|助理|店长|客服|运营|法务|行政|人事)"
    rf"(?:小|老|阿)[一-鿿](?![图样单件结组板])"
    rf"|{_STAFF}(?:的|部)?(?:[小老阿][{_SURNAME}]|[{_SURNAME}](?:{_TITLE}|工|姨|妹)"
    rf"|[{_SURNAME}]{{1,2}}(?=[周明今后下月0-9去来把负]))"
    rf"|(?:设计师|财务|美工|会计|助理|经理|客服)\s?[a-z]{{2,10}}(?![a-z])"
    rf"|新来的(?![周今明后下])[一-鿿]{{2}}(?=[周今明后下负去来把月0-9])"
    rf"|(?:小[{_SURNAME}](?![单时店])|老[{_SURNAME}](?![客])|阿[{_SURNAME}]|[{_SURNAME}]{_TITLE}"
    rf"|{_STAFF}阿(?!姨)[一-鿿]))"
)
_NO_STRANGER = "(?![小老](?:方案|方法|程序|红书|毛病|段子|云盘|金额|周期|周末|白鞋|黄车|高潮|江湖))"
_ROLE_WORD = (
    r"(?:财务|设计师|美工|仓管|仓库|客服|运营|行政|人事|会计|出纳|司机|摄影师?|实习生|店长"
    r"|剪辑师?|前台|助理|采购|售后|法务|技术|设计)"
)
_ROLE_ALONE = (
    rf"(?:{_ROLE_WORD}(?:那边|部门?|同事|同学)?(?=\s*(?:[今明后周下月0-9本这]|负责|来|去|出(?!差"
    rf"|单)|做|把|给|尽快|抓紧|帮|配合))|(?<=[让请叫由]){_ROLE_WORD}(?:那边|部门?|同事)?)"
)
_AT_STRANGER = r"@[^\s@,;:.。、!?()]{1,12}"
_ENGLISH_STRANGER = (
    r"(?:(?<=^)|(?<=[,;:.] ))(?!we|i |you|this|that|it|they|need|please|want|have|going|stock"
    r"|next|still|talk|reply|send|reach|go|speak|write|get|move|switch|report|call|plan|team|price|who|all|sales)"
    r"[a-z]{2,9}(?= (?:to|will|should) )"
)

_GIVES = re.compile(
    r"(?:交给|分给|派给|转给|移交给|安排给|指派给|留给|归|包给|托给|甩给|扔给|丢给|委托给?"
    r"|assigned? to|assign(?:ed)?|for|owner:?|owned by|by)$"
)
_ORDERS = re.compile(
    r"(?:由|让|叫|派|请(?!教|示)|安排(?!了)|麻烦|拜托|劳烦|有劳|辛苦|要求|指定|委派|责成|交由"
    r"|改由|换成?|轮到|该|还是|就|负责人?[是:]?|责任人[是:]?|执行人?[是:]?|跟进人[是:]?"
    r"|对接人[是:]?|的是|(?<!修)改|ask|let|have|get)$"
)
_TO = re.compile(
    r"(?:[发交转报寄送递抄传拿留带还转发]?给(?:到|了)?|抄送|找|问(?:一下)?|跟|和|与|(?<!合)同|向"
    r"|对(?:着)?|替|帮|代替?|陪|等(?:到|着)?|提醒(?:一下)?|通知(?:一下)?|催(?:一下)?|联系|对接"
    r"|回复?|答复|同步给?|反馈给?|分享给?|协助|配合|协同|帮助|辅助|支持|听|看|靠|关于|经|从|被|比|学习?|像|带着?|教|约|见|(?<!链)接|送|告诉"
    r"|转告|按照?|照|用|参考|根据|采[用纳]|同意|选|请教|请示|汇报给|发|for|to|with|from|help"
    r"|helps|ask|asks|tell|tells|remind|reminds|call|calls|send|and)$"
)
_TALK = re.compile(
    r"(?:一起|也|就|都|还|又|刚才?|今天|那边|最后|后来|先|很|挺|有点|不太?|去)*(?:说(?!明|服)"
    r"|讲了|觉得|认为|建议|提议|提出|提到|提了|反映|反馈(?:说|了|:|$)|表示|主张|倾向|支持|反对|同意"
    r"|赞成|吐槽|抱怨|开玩笑|笑|猜|估计|看好|希望|担心|怕|问(?:了|要不要|能不能|说|:)|想(?!办法)"
    r"|喜欢|不同意|没意见|同意了|介绍了|分享了|汇报了|汇报:|补充(?:说|:)|投|弃权|(?:says?|said"
    r"|thinks?|suggest(?:s|ed)?|proposed?|wants?|asked|agree[sd]?|feels?|mentioned|reported"
    r"|thought|argued|prefers?)(?![a-z]))"
)
_PROMISE = re.compile(r"说|答应|承诺|保证|认领|主动|表示|says?|said|promised")
_PLEDGE = re.compile(
    r"答应|承诺|保证|认领|主动(?:要|说|请|认|承)|揽下|(?<![a-z])(?:promised|volunteered)(?![a-z])"
)
_HIS = re.compile(
    r"(?:她|他|自己|(?<![a-z])(?:he|she)(?![a-z]))(?:来|去|会|要|可以|能|负责|自己|'ll|今|明|后"
    r"|周|下|月|这|本|[0-9]|\s?will)|(?:周|明|后|今|下周|月底).{1,8}(?:交|给|发|完成|搞定|出|弄"
    r"|做)"
)
_OWNED = re.compile(r"(?:的(?!是|话)|[那这][个份批场条次]|家(?!里)(?!的?事)|店|号|'s(?![a-z]))")
# 小美剪的片子 tells whose it is.
_RELATIVE = re.compile(
    r"(?:昨天|上周|之前|原来)?[一-鿿](?![新旧老大小好你我她他它是会面次周天])[一-鿿]?(?<![负责])的"
    r"(?=[一-鿿])(?![话时])"
)
_FRIENDS = re.compile(
    r"的(?:客户|代理|朋友|家人|老公|老婆|孩子|同学|粉丝|下级|同事)(?!名单|群|表|资料|回访)"
)
_FORMER = re.compile(r"(?:原定|原本|本来|原来|之前)(?:是|由|让|叫|给)?$|[把将]$")
_OWN_TASK = re.compile(r"的(?:任务|活儿?|工作|部分|事儿?|分工|待办|作业|行动项)(?:是|:|,)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name people: their place, the names and how sure it is that they act.

    `how` is agent, ordered (由X), given (交给X), to (发给X), owner (X的), talk (X说), except,
    outside (the team) or object; `group` is everyone, others, pronoun, pair, stranger, or "" for
    members; `either` tells that it was left open which of them, `said` names a stranger.
    """

    start: int
    end: int
    names: tuple[str, ...]
    how: str
    group: str = ""
    either: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The members of a team: names and aliases as typed (lower case) to display names, in order."""

    members: Mapping[str, str]
    everyone: tuple[str, ...] = ()
    pattern: re.Pattern[str] = field(default=re.compile("(?!)"), compare=False)


def people_of(members: Mapping[str, str]) -> People:
    """The members with the pattern that finds them."""
    lower = {name.lower(): display for name, display in members.items() if name.strip()}
    everyone = tuple(dict.fromkeys(lower.values()))
    return People(lower, everyone, _pattern(tuple(sorted(lower, key=len, reverse=True))))


@lru_cache(maxsize=256)
def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    quoted = [
        rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name)
        for name in names
    ]
    member = (
        "(?:"
        + ("|".join(quoted) or "(?!)")
        + ")(?![女妞店号]|家(?:的?小?店|[”」\"'])|[姐哥总]|老师)"
    )
    own = (
        r"(?<![自大对给找跟叫问帮让])我(?![们家觉认看想猜估建提])|(?<![a-z])(?:i|me"
        r"|myself)(?:'ll)?(?![a-z])"
    )
    one = rf"@?\s?{member}|{own}"
    return re.compile(
        rf"(?P<without>@?{member}(?:(?:{_JOINT}|,)@?{member})*\s*(?:除外|例外|不算))"
        rf"|(?P<except>(?:除了?|除开|不算|除去)\s*@?(?:{member}|我)(?:(?:{_JOINT}|,)@?(?:{member}"
        rf"|我))*\s*(?:之?外|以外)?的?[,\s]*(?:{EVERYONE}|{_OTHERS})?(?:都|，)?)"
        rf"|(?P<outside>{_OUTSIDE}(?:的?(?!{member}){_STRANGER}|的{member})?)"
        rf"|(?P<either>(?:{one})\s*(?:或者?是?|还是|or|要么)\s*(?:{one})(?:\s*(?:或者?"
        rf"|or)\s*(?:{one}))*)"
        rf"|(?P<known>(?:{one})(?:(?:{_JOINT}|(?={member})|,(?=\s?@?{member}(?:[、,]@?{member}|你们"
        rf"|[今明后周下月把去]|[0-9])))(?:{one}))*{_TAIL})"
        rf"|(?P<all>{EVERYONE})|(?P<others>{_OTHERS})"
        rf"|(?P<stranger>(?!{_STAFF}(?:的|部)?@?{member}){_ENGLISH_STRANGER}|(?!{_STAFF}(?:的"
        rf"|部)?@?{member}){_NO_STRANGER}{_STRANGER}|{_ROLE_ALONE}|{_AT_STRANGER})"
        rf"|(?P<pair>(?:(?:[她他你咱]们?)?(?:[两俩仨三]个?人|[两三]位)|[她他你咱]们?[俩仨]|[她他]们)(?![的]))"
        rf"|(?P<pronoun>(?<![其吉])[她他你]们?)(?![的])"
    )


# What may stand before the subject of a clause.
_FRONT = re.compile(
    r"[\W]*(?:等|因为|但是?|另外|如果|要是|那|还有"
    r"|其中)?(?:[今明后昨前周下上本一二三四五六日天月早晚午号0-9点半]|星期)*[\W]*"
)
# 给娜娜吧 hands something to her; 给娜娜发合同 does not.
_NO_VERB = re.compile(r"\s*(?:吧|$|,|来|去)")
_WORKS = re.compile(r"(?:来|去)?(?:做|弄|写|出|拍|画|帮|剪|设计|负责|盯)")
_MEMBER_JOINT = re.compile(r"\s*跟\s*")
_COMMUNICATES = re.compile(
    r"\s*(?:[今明后周下月][^,]{0,6}?)?(?:要(?!把|去|在)|对接|沟通|确认|核对|说|谈|聊|商量|请教|学"
    r"|交接|拿|借|对一?下|对账|碰|讲|问|打听|打个?招呼|约|核实|反馈|汇报)"
)
_SELF = re.compile(r"(?<![a-z])(?:我|i|me|myself)(?:'ll)?(?![a-z])")


def mentions(plain: str, people: People, me: str | None) -> list[Mention]:
    """All words of a clause that name people, from left to right.

    `me` is the member who says 我, None where a stranger does.
    """
    found = [_mention(plain, match, people, me) for match in people.pattern.finditer(plain)]
    left_out = {name for each in found if each.how == "except" for name in each.names}
    if not left_out:
        return found
    return [
        replace(each, names=tuple(name for name in each.names if name not in left_out))
        if each.group == "everyone" else each
        for each in found
    ]  # fmt: skip


def _mention(plain: str, match: re.Match[str], people: People, me: str | None) -> Mention:
    kind, words = match.lastgroup or "", match[0]
    start, end = match.span()
    if kind == "outside":
        if _FRONT.fullmatch(plain[:start]) is None:
            return Mention(start, start, (), "object", said=words)
        return Mention(start, end, (), "outside", said=words)
    if kind == "without":
        return Mention(start, end, _names(words, people, me), "except")
    if kind == "except":
        left_out = _names(words, people, me)
        names = tuple(name for name in people.everyone if name not in left_out)
        return Mention(start, end, names, "agent", "everyone")
    how = _how(plain, start, end)
    if kind == "all":
        return Mention(start, end, people.everyone, how, "everyone")
    if kind in ("others", "pronoun", "pair"):
        return Mention(start, end, (), how, kind, said=words if kind == "pair" else "")
    if kind == "stranger":
        return Mention(start, end, (), how, "stranger", said=words.strip("@ "))
    if kind == "known":
        joint = _MEMBER_JOINT.search(words)
        if joint is not None and _COMMUNICATES.match(plain, end) is not None:
            end = start + joint.start()
            words = plain[start:end]
            how = _how(plain, start, end, followed=False)
    names = _names(words, people, me)
    group = "stranger" if not names else ""
    return Mention(start, end, names, how, group, kind == "either", said=words if group else "")


def _names(words: str, people: People, me: str | None) -> tuple[str, ...]:
    found: list[tuple[int, str]] = []
    rest = words
    for name in sorted(people.members, key=len, reverse=True):
        place = rest.find(name)
        if place >= 0:
            found.append((place, people.members[name]))
            rest = rest.replace(name, " " * len(name))
    own = _SELF.search(rest)
    if own is not None and me is not None:
        found.append((own.start(), me))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _how(plain: str, start: int, end: int, followed: bool = True) -> str:
    """What the words around a name make of the one who is named."""
    before = plain[max(0, start - 12) : start]
    if plain[start] == "@" or before[-2:-1].isascii():
        before = before.rstrip(" @")
    if _FORMER.search(before) is not None:
        return "object"
    how = _how_by_what_follows(plain[end : end + 24]) if followed else ""
    if how:
        return how
    if before.endswith(("找", "叫")) and (
        _WORKS.match(plain, end) is not None
        or (len(before.strip()) == 1 and end < len(plain) and not _COMMUNICATES.match(plain, end))
    ):
        return "ordered"
    alone = before.strip() == "给" and _NO_VERB.match(plain, end) is not None
    if alone or _GIVES.search(before) is not None:
        return "given"
    if _ORDERS.search(before) is not None:
        return "ordered"
    takes = followed and re.match(r"来(?=$|[吧,做弄])|负责", plain[end:]) is not None
    return "to" if not takes and _TO.search(before) is not None else "agent"


def _how_by_what_follows(after: str) -> str:
    if _FRIENDS.match(after) is not None:
        return "object"
    if _OWN_TASK.match(after) is not None:
        return "agent"
    if _OWNED.match(after) is not None or _RELATIVE.match(after) is not None:
        return "owner"
    talk = _TALK.match(after)
    if talk is None or _PLEDGE.match(after) is not None:
        return ""
    said = _PROMISE.search(talk[0]) is not None
    return "agent" if said and _HIS.match(after, talk.end()) is not None else "talk"
