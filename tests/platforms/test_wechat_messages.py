"""What the gateway's messages mean: tables of payloads as puppets have sent them."""

import datetime as dt

import pytest

pytest.importorskip("wechaty_grpc", reason="the extra «wechat» is not installed")

from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.wechat.messages import File, Recall, Words, read_message
from bot.platforms.wechat.payloads import Kind, Payload, body_of, moment
from bot.platforms.wechat.quotes import Quotation, split_quote
from bot.platforms.wechat.safe_xml import MAX_BYTES, parse
from bot.platforms.wechat.solitaire import Line, Solitaire

DASHES = "- - - - - - - - - - - - - - -"


def message(text: str, kind: int = Kind.TEXT, **changes: str) -> Payload:
    return Payload("m1", kind, text, "wxid_mei", "r1@chatroom", **changes)


def appmsg(kind: int, title: str, inside: str = "") -> str:
    return f"<msg><appmsg><title>{title}</title><type>{kind}</type>{inside}</appmsg></msg>"


def refer(content: str, kind: int = 1, author: str = "<chatusr>wxid_fang</chatusr>") -> str:
    return (
        f"<refermsg><type>{kind}</type><svrid>77</svrid><fromusr>r1@chatroom</fromusr>{author}"
        f"<displayname>阿芳</displayname><content>{content}</content></refermsg>"
    )


QUOTED = Quotation("77", "wxid_fang", "阿芳", "报单 500")
REPLY = appmsg(57, "好的", refer("报单 500"))

WORDS = [
    ("报单 398", Words("报单 398")),
    ("<3 大家好", Words("<3 大家好")),
    ("<msg>只是打字</msg>", Words("<msg>只是打字</msg>")),
    (
        f"「阿芳：报单 500」\n{DASHES}\n好的",
        Words("好的", Quotation(author="阿芳", text="报单 500")),
    ),
    (REPLY, Words("好的", QUOTED)),
    (f'<?xml version="1.0" encoding="gbk"?>\n{REPLY}', Words("好的", QUOTED)),
    (f"wxid_mei:\n{REPLY}", Words("好的", QUOTED)),
    (REPLY.replace("<", "&lt;").replace(">", "&gt;"), Words("好的", QUOTED)),
    # In a private chat only `fromusr` names the author.
    (
        appmsg(57, "好的", refer("报单 500", author="").replace("r1@chatroom", "wxid_fang")),
        Words("好的", QUOTED),
    ),
    (
        appmsg(57, "好的", refer("报单 500", author="")),
        Words("好的", Quotation("77", None, "阿芳", "报单 500")),
    ),
    # What was quoted is a quote itself, and a picture.
    (
        appmsg(57, "好的", refer(appmsg(57, "撤销").replace("<", "&lt;"), kind=49)),
        Words("好的", Quotation("77", "wxid_fang", "阿芳", "撤销")),
    ),
    (
        appmsg(57, "收录", refer("&lt;msg&gt;&lt;img/&gt;&lt;/msg&gt;", kind=3)),
        Words("收录", Quotation("77", "wxid_fang", "阿芳", "")),
    ),
    # A list without lines is a text with a funny head.
    (appmsg(53, "奶茶在哪里", "<extinfo><solitaire_info/></extinfo>"), Words("奶茶在哪里")),
    # Who types a recall takes nothing back.
    (
        "<sysmsg><revokemsg><newmsgid>5</newmsgid></revokemsg></sysmsg>",
        Words("<sysmsg><revokemsg><newmsgid>5</newmsgid></revokemsg></sysmsg>"),
    ),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_and_quotes(text: str, words: Words) -> None:
    assert read_message(message(text)) == words


OTHERS = [
    (message("m9", Kind.RECALLED), Recall("m9")),
    (message("", Kind.RECALLED), None),
    (
        message(
            '<sysmsg type="revokemsg"><revokemsg><session>r1</session><msgid>5</msgid><newmsgid>6'
            "</newmsgid><replacemsg><![CDATA[撤回了]]></replacemsg></revokemsg></sysmsg>",
            Kind.RECALLED,
        ),
        Recall("6", "5"),
    ),
    (
        message("<sysmsg><revokemsg><msgid>5</msgid></revokemsg></sysmsg>", Kind.UNKNOWN),
        Recall("5", "5"),
    ),
    (message("", Kind.IMAGE, filename="a.png"), File("a.png")),
    (message("<msg><img/></msg>", Kind.IMAGE), File()),
    (
        message(
            appmsg(6, "6月.xlsx", "<appattach><totallen>1234</totallen></appattach>"),
            Kind.ATTACHMENT,
        ),
        File("6月.xlsx", 1234),
    ),
    (message(appmsg(74, "6月.xlsx"), Kind.ATTACHMENT), None),
    (
        message(appmsg(6, "b.doc", "<appattach><totallen>²</totallen></appattach>"), 14),
        File("b.doc"),
    ),
    (message(appmsg(5, "一篇文章"), 14), None),
    (message(appmsg(5, "一篇文章")), None),
    (message("", 5), None),
    (message("表情", 5), None),
    (message("", Kind.AUDIO), File()),
]


@pytest.mark.parametrize(("payload", "content"), OTHERS)
def test_recalls_files_and_what_is_nothing_to_us(payload: Payload, content: object) -> None:
    assert read_message(payload) == content


@given(st.text(), st.integers(0, 20))
def test_no_payload_is_an_error(text: str, kind: int) -> None:
    read_message(message(text, kind))
    read_message(message(f"<msg><appmsg><type>57</type>{text}</appmsg></msg>", kind))


# -- quotes in the text


QUOTES = [
    (f"「阿芳:报单 500」\n{DASHES}\n好的", ("好的", "阿芳", "报单 500")),
    (f"「阿芳：报单 500\n谢谢」\n{DASHES}\n\n撤销\n全部", ("撤销\n全部", "阿芳", "报单 500\n谢谢")),
    ("「阿芳：一」\n------------\n好", ("好", "阿芳", "一")),
    # What was quoted has a quote in it, with dashes and all.
    (
        f"「阿芳：「老王：一」\n{DASHES}\n二」\n{DASHES}\n三",
        ("三", "阿芳", f"「老王：一」\n{DASHES}\n二"),
    ),
    (f"「阿芳：缺」口」\n{DASHES}\n好", ("好", "阿芳", "缺」口")),
    (f"「A:B 组：报单 500」\n{DASHES}\n好的", ("好的", "A:B 组", "报单 500")),
    (f"「阿芳：报单 500」\n{DASHES}", ("", "阿芳", "报单 500")),
]


@pytest.mark.parametrize(("text", "parts"), QUOTES)
def test_quotes_in_the_text(text: str, parts: tuple[str, str, str]) -> None:
    own, quotation = split_quote(text, {"阿芳", "A:B 组"})
    assert quotation is not None
    assert (own, quotation.author, quotation.text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "「阿芳：报单 500」",
        "「好的」\n- - -\n是",
        f"「没有名字」\n{DASHES}\n好",
        f"好\n「阿芳：一」\n{DASHES}\n",
    ],
)
def test_what_only_looks_like_a_quote_stays(text: str) -> None:
    assert split_quote(text) == (text, None)


# -- native lists


def solitaire(title: str, lines: list[tuple[str, str]], head: str, *, data: bool = True) -> str:
    def place(text: str) -> str:
        before = title[: title.index(text)].encode("utf-16-le")
        return f"{len(before) // 2}-{len(text.encode('utf-16-le')) // 2}"

    items = "".join(f"<i><u>{who}</u><r>{place(text)}</r></i>" for who, text in lines)
    inner = f"<solitaire><tt>{place(head)}</tt><content>{items}</content></solitaire>"
    inner = f"<![CDATA[{inner}]]>" if data else inner
    return appmsg(53, title, f"<extinfo><solitaire_info>{inner}</solitaire_info></extinfo>")


TITLE = "#接龙\n6月18日报单💪🏻\n例 姓名 金额\n\n1. 小美 面膜3盒 384\n2. 芳芳 398\n第二行\n3. 丽姐 1280\n4. 500"
LINES = [("b", "芳芳 398\n第二行"), ("a", "小美 面膜3盒 384"), ("a", "丽姐 1280"), ("c", "500")]
HEAD = "#接龙\n6月18日报单💪🏻\n例 姓名 金额"


@pytest.mark.parametrize("data", [True, False])
def test_a_native_list_in_its_order_with_its_authors(data: bool) -> None:
    found = read_message(message(solitaire(TITLE, LINES, HEAD, data=data)))
    assert isinstance(found, Solitaire)
    assert found.lines[0] == Line("a", "小美 面膜3盒 384")
    # 芳芳 is what b calls herself, the group knows her as 阿芳; the third line is for 丽姐, who is
    # somebody else; the fourth has no name.
    names = {"a": ("小美",), "b": ("阿芳", "芳芳"), "c": ("娜娜",)}
    assert found.typed(names, {"丽姐", "小美"}) == (
        f"{HEAD}\n\n1. 小美 面膜3盒 384\n2. 阿芳 398\n第二行\n3. 丽姐 1280\n4. 娜娜 500"
    )


def test_a_list_without_a_head_gets_one_and_a_broken_one_stays_text() -> None:
    found = read_message(
        message(solitaire("今日报单\n\n1. 小美 398", [("a", "小美 398")], "今日报单"))
    )
    assert isinstance(found, Solitaire)
    assert found.typed({}) == "#接龙\n今日报单\n\n1. 小美 398"
    broken = solitaire("今日报单\n\n1. 小美 398", [("a", "小美 398")], "今日报单").replace(
        "</i>", ""
    )
    assert read_message(message(broken)) == Words("今日报单\n\n1. 小美 398")


# -- XML


def test_xml_with_surprises_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'
    file = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    for text in (bomb, file, "<!DOCTYPE a><a/>", "<a>&nbsp;</a>", "<a>", "", "a", "<a/><b/>"):
        assert parse(text) is None
    assert parse("<a>" * 100 + "</a>" * 100) is None
    assert parse(f"<a>{'x' * MAX_BYTES}</a>") is None
    fine = parse("<a><b>&lt;&#20320;</b></a>")
    assert fine is not None
    assert fine.findtext("b") == "<你"


# -- small things


def test_moments_in_milliseconds_seconds_and_none() -> None:
    otherwise = dt.datetime(2025, 6, 18, tzinfo=dt.UTC)
    exact = dt.datetime(2025, 6, 17, 22, 40, tzinfo=dt.UTC)
    assert moment(1750200000000, otherwise) == exact
    assert moment(1750200000, otherwise) == exact
    for wrong in (0, -1, None, "x", 10**30, float("inf")):
        assert moment(wrong, otherwise) == otherwise


def test_the_body_of_an_event_is_a_mapping() -> None:
    assert body_of('{"a": 1}') == {"a": 1}
    assert [body_of(each) for each in ("", "[]", "{", "1")] == [{}] * 4
