"""What each raw update means: a table."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.events import Attachment, Chat, EventKind, Incoming, Quote, Sender
from bot.platforms.telegram.moves import made_admin
from bot.platforms.telegram.people import Me
from bot.platforms.telegram.updates import anonymous_command, query, read

ME = Me(7, "Duizhang_Bot", "小队长", reads_all=True)
NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
AT = 1_750_000_000
MAY = {"id": 5, "is_bot": False, "first_name": "小美", "last_name": "李", "username": "may_li"}
FANG = {"id": 6, "is_bot": False, "first_name": "阿芳"}
BOT = {"id": 7, "is_bot": True, "first_name": "小队长", "username": "Duizhang_Bot"}
OTHER_BOT = {"id": 8, "is_bot": True, "first_name": "别家", "username": "other_bot"}
ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
GROUP = {"id": -1001, "type": "supergroup", "title": "冲刺群"}
PRIVATE = {"id": 5, "type": "private", "first_name": "小美", "last_name": "李"}
HERE = Chat("-1001", is_group=True, title="冲刺群")
WHO = Sender("5", "小美 李", "may_li")


def message(text: str | None = None, **more: Any) -> dict[str, Any]:
    raw = {"message_id": 31, "from": MAY, "chat": GROUP, "date": AT, **more}
    return raw if text is None else {**raw, "text": text}


def one(update: dict[str, Any]) -> Incoming:
    (incoming,) = read({"update_id": 1, **update}, ME, NOW)
    return incoming


def said(text: str | None = None, **more: Any) -> Incoming:
    return one({"message": message(text, **more)})


def silent(text: str | None = None, **more: Any) -> bool:
    return read({"update_id": 1, "message": message(text, **more)}, ME, NOW) == []


def spot(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


def test_a_text_in_a_group() -> None:
    assert said("报单 398") == Incoming(
        "telegram", "7", HERE, WHO, "31", dt.datetime.fromtimestamp(AT, dt.UTC), text="报单 398"
    )


def test_a_text_in_private() -> None:
    incoming = said("/start abc", chat=PRIVATE)
    assert (incoming.chat, incoming.text) == (
        Chat("5", is_group=False, title="小美 李"),
        "/start abc",
    )


def test_channels_are_left_alone() -> None:
    assert silent("x", chat={"id": -100, "type": "channel", "title": "c"})
    assert read({"update_id": 1, "channel_post": message("x")}, ME, NOW) == []


@pytest.mark.parametrize(
    ("more", "topic", "quote"),
    [
        ({}, "", None),
        ({"message_thread_id": 12}, "", None),
        ({"message_thread_id": 12, "is_topic_message": True}, "12", None),
        (
            {
                "message_thread_id": 12,
                "is_topic_message": True,
                "reply_to_message": {**message(), "message_id": 12, "forum_topic_created": {}},
            },
            "12",
            None,
        ),
        (
            {
                "message_thread_id": 12,
                "is_topic_message": True,
                "reply_to_message": {**message("多少?"), "message_id": 30, "from": BOT},
            },
            "12",
            Quote("30", "小队长", "多少?"),
        ),
        (
            {"reply_to_message": {**message(), "message_id": 9, "caption": "图"}},
            "",
            Quote("9", "小美 李", "图"),
        ),
        (
            {
                "reply_to_message": {
                    **message("通知"),
                    "message_id": 9,
                    "sender_chat": GROUP,
                    "from": ANONYMOUS,
                }
            },
            "",
            Quote("9", "冲刺群", "通知"),
        ),
        ({"quote": {"text": "别处说的", "position": 0}}, "", Quote(None, None, "别处说的")),
    ],
)
def test_topics_and_quotes(more: dict[str, Any], topic: str, quote: Quote | None) -> None:
    incoming = said("好", **more)
    assert (incoming.chat.topic, incoming.quote) == (topic, quote)
    assert incoming.addressed is (quote is not None and quote.sender == "小队长")


def test_an_edit_has_its_date_as_revision() -> None:
    edit = one({"edited_message": message("报单 389", edit_date=AT + 9)})
    assert (edit.kind, edit.message_id, edit.revision) == (EventKind.EDIT, "31", str(AT + 9))
    assert edit.sent_at.timestamp() == AT + 9
    assert edit.text == "报单 389"


def test_a_press_is_the_command_line_of_its_button() -> None:
    pressed = {
        "id": "990",
        "from": MAY,
        "message": {**message("要撤销吗"), "from": BOT},
        "data": "撤销 #S1",
    }
    press = one({"callback_query": pressed})
    assert press == Incoming(
        "telegram",
        "7",
        HERE,
        WHO,
        "31:990",
        NOW,
        text="撤销 #S1",
        kind=EventKind.PRESS,
        revision="990",
        quote=Quote("31", "小队长", "要撤销吗"),
    )
    assert query({"callback_query": pressed}) == "990"


def test_a_press_under_a_message_that_telegram_hides_by_now() -> None:
    old = {"chat": GROUP, "message_id": 31, "date": 0}
    press = one({"callback_query": {"id": "1", "from": MAY, "message": old, "data": "~2"}})
    assert (press.text, press.quote) == ("~2", Quote("31", "小队长", ""))


def test_a_press_without_a_message_is_only_answered() -> None:
    update = {
        "update_id": 1,
        "callback_query": {"id": "1", "from": MAY, "inline_message_id": "x", "data": "a"},
    }
    assert read(update, ME, NOW) == []
    assert query(update) == "1"


def test_files() -> None:
    sizes = [
        {"file_id": "big", "width": 800, "height": 600, "file_size": 900},
        {"file_id": "small", "width": 90, "height": 60, "file_size": 9},
    ]
    photo = said(photo=sizes, caption="收录 #618")
    assert (photo.kind, photo.text) == (EventKind.FILE, "收录 #618")
    assert photo.attachments == (Attachment("big", "photo.jpg", 900),)
    document = said(document={"file_id": "d", "file_name": "表.xlsx", "file_size": 5})
    assert document.attachments == (Attachment("d", "表.xlsx", 5),)
    assert said(video={"file_id": "v"}).attachments == (Attachment("v", "video", 0),)
    assert said(audio={"file_id": "a", "file_name": "a.mp3"}).attachments[0].name == "a.mp3"


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "s"}},
        {"voice": {"file_id": "s"}},
        {"video_note": {"file_id": "s"}},
        {"animation": {"file_id": "s"}, "document": {"file_id": "s"}},
        {"new_chat_title": "新名"},
        {"pinned_message": {}},
        {},
    ],
)
def test_what_has_no_words_is_met_with_silence(content: dict[str, Any]) -> None:
    assert silent(**content)


@pytest.mark.parametrize(
    "more",
    [
        {"from": ANONYMOUS, "sender_chat": GROUP},
        {
            "from": {"id": 136817688, "is_bot": True, "first_name": "Channel"},
            "sender_chat": {"id": -9},
        },
        {
            "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
            "is_automatic_forward": True,
        },
        {"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}},
        {"from": OTHER_BOT},
        {"from": BOT},
        {"via_bot": OTHER_BOT},
        {"forward_origin": {"type": "user", "sender_user": FANG, "date": 1}},
        {"forward_date": 1, "forward_from": FANG},
        {"forward_sender_name": "谁"},
        {"forward_from_chat": GROUP},
        {"from": None},
    ],
)
@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_nobody_elses_words_are_a_members_act(kind: str, more: dict[str, Any]) -> None:
    raw = {k: v for k, v in message("报单 100", **more).items() if v is not None}
    assert read({"update_id": 1, kind: raw}, ME, NOW) == []


@pytest.mark.parametrize(
    ("written", "text", "addressed"),
    [
        ("@duizhang_bot 排行", "排行", True),
        ("@DUIZHANG_BOT,排行", "排行", True),
        ("排行 @Duizhang_bot", "排行", True),
        ("@duizhang_bot", "", True),
        ("@duizhang_bot排行", "排行", True),
        ("@duizhang_bots 排行", "@duizhang_bots 排行", False),
        ("mail@duizhang_bot", "mail@duizhang_bot", False),
        ("问 @duizhang_bot 一下", "问 @duizhang_bot 一下", False),
        ("/sale@duizhang_bot 398", "/sale 398", True),
        ("/sale@Duizhang_Bot", "/sale", True),
        ("/排行@duizhang_bot 本月", "/排行 本月", True),
        ("/sale 398 @may_li", "/sale 398 @may_li", False),
        ("/sale 398", "/sale 398", False),
    ],
)
def test_our_own_name_is_cut_off(written: str, text: str, addressed: bool) -> None:
    incoming = said(written)
    assert (incoming.text, incoming.addressed) == (text, addressed)


@pytest.mark.parametrize(
    ("written", "entities"),
    [
        ("/sale@other_bot 398", [spot("bot_command", 0, 15)]),
        ("/sale@OtherBot", []),
        ("/排行@OtherBot", []),
        ("/sale@helper", [spot("bot_command", 0, 12)]),
    ],
)
def test_commands_for_other_bots_are_nothing(written: str, entities: list[dict[str, Any]]) -> None:
    assert silent(written, entities=entities)


def test_a_chinese_command_for_a_person_is_ours() -> None:
    assert said("/转让@may_li").text == "/转让@may_li"


def test_people_without_a_username_are_named_in_the_text() -> None:
    # Both emoji count twice: offsets are UTF-16.
    text = "👍🎉 阿芳 和小美 补报"
    entities = [spot("text_mention", 5, 2, user=FANG), spot("text_mention", 9, 2, user=MAY)]
    incoming = said(text, entities=entities)
    assert incoming.text == "👍🎉 @阿芳 和@小美 李 补报"
    assert incoming.mentions == (Sender("6", "阿芳"), WHO)
    assert not incoming.addressed


def test_a_mention_of_us_without_our_username() -> None:
    incoming = said("小队长 排行", entities=[spot("text_mention", 0, 3, user=BOT)])
    assert (incoming.text, incoming.addressed, incoming.mentions) == ("排行", True, ())


def test_captions_name_people_too() -> None:
    file = {"file_id": "d", "file_name": "a"}
    entities = [spot("text_mention", 0, 2, user=FANG)]
    assert said(document=file, caption="阿芳 看", caption_entities=entities).text == "@阿芳 看"


def member(status: str, user: dict[str, Any] = FANG, **more: Any) -> dict[str, Any]:
    return {"status": status, "user": user, **more}


def changed(old: dict[str, Any], new: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "chat": GROUP,
        "from": MAY,
        "date": AT,
        "old_chat_member": old,
        "new_chat_member": new,
        **more,
    }


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (member("left"), member("member"), EventKind.JOIN),
        (member("kicked"), member("restricted", is_member=True), EventKind.JOIN),
        (member("member"), member("left"), EventKind.LEAVE),
        (member("administrator"), member("kicked"), EventKind.LEAVE),
        (
            member("restricted", is_member=True),
            member("restricted", is_member=False),
            EventKind.LEAVE,
        ),
        (member("member"), member("administrator"), None),
        (member("left"), member("kicked"), None),
        (member("left", OTHER_BOT), member("member", OTHER_BOT), None),
    ],
)
def test_members_come_and_go(
    old: dict[str, Any], new: dict[str, Any], kind: EventKind | None
) -> None:
    found = read({"update_id": 1, "chat_member": changed(old, new)}, ME, NOW)
    assert [each.kind for each in found] == ([] if kind is None else [kind])
    assert all(each.sender == Sender("6", "阿芳") for each in found)


def test_what_telegram_tells_twice_happens_once() -> None:
    by_message = said(new_chat_members=[FANG])
    by_update = one({"chat_member": changed(member("left"), member("member"))})
    assert by_message == by_update
    left = said(left_chat_member=FANG)
    assert left == one({"chat_member": changed(member("member"), member("left"))})
    assert left.message_id != by_message.message_id
    added = said(new_chat_members=[BOT])
    assert added == one({"my_chat_member": changed(member("left", BOT), member("member", BOT))})


def test_several_people_may_come_at_once_and_bots_do_not_count() -> None:
    found = read(
        {"update_id": 1, "message": message(new_chat_members=[FANG, OTHER_BOT, MAY])}, ME, NOW
    )
    assert [each.sender.id for each in found] == ["6", "5"]
    assert len({each.message_id for each in found}) == 2


@pytest.mark.parametrize(
    ("chat", "old", "new", "kind", "promoted"),
    [
        (GROUP, "left", "member", EventKind.ADDED, False),
        (GROUP, "left", "administrator", EventKind.ADDED, True),
        (GROUP, "member", "kicked", EventKind.REMOVED, False),
        (GROUP, "member", "left", EventKind.REMOVED, False),
        (GROUP, "member", "administrator", None, True),
        (GROUP, "administrator", "member", None, False),
        (PRIVATE, "member", "kicked", EventKind.REMOVED, False),
        (PRIVATE, "kicked", "member", None, False),
    ],
)
def test_what_happens_to_us(
    chat: dict[str, Any], old: str, new: str, kind: EventKind | None, promoted: bool
) -> None:
    update = {"my_chat_member": changed(member(old, BOT), member(new, BOT), chat=chat)}
    found = read(update, ME, NOW)
    assert [each.kind for each in found] == ([] if kind is None else [kind])
    assert all(each.sender == WHO and each.chat.id == str(chat["id"]) for each in found)
    assert (made_admin(update) is not None) is promoted


def test_who_adds_us_anonymously_is_nobody() -> None:
    change = changed(member("left", BOT), member("member", BOT), **{"from": ANONYMOUS})
    assert one({"my_chat_member": change}).sender == Sender("")


def test_a_migration_is_told_twice_and_happens_once() -> None:
    old = {"id": -44, "type": "group", "title": "冲刺群"}
    there = said(chat=old, migrate_to_chat_id=-1001)
    here = said(migrate_from_chat_id=-44, sender_chat=GROUP, **{"from": ANONYMOUS})
    for moved in (there, here):
        assert (moved.kind, moved.chat.id, moved.text) == (EventKind.MOVED, "-44", "-1001")
        assert moved.message_id == there.message_id
    assert here.sender == Sender("")


@pytest.mark.parametrize(
    ("text", "more", "hinted"),
    [
        ("/sale 398", {"sender_chat": GROUP}, True),
        ("／报单 398", {"sender_chat": GROUP}, True),
        ("@duizhang_bot 排行", {"sender_chat": GROUP}, True),
        ("/sale@other_bot", {"sender_chat": GROUP}, False),
        ("大家加油", {"sender_chat": GROUP}, False),
        ("/sale 398", {"sender_chat": {"id": -9, "type": "channel"}}, False),
        ("/sale 398", {}, False),
        ("/sale 398", {"sender_chat": GROUP, "forward_origin": {}}, False),
    ],
)
def test_anonymous_admins_who_command_are_noticed(
    text: str, more: dict[str, Any], hinted: bool
) -> None:
    update = {"message": message(text, **{"from": ANONYMOUS, **more})}
    assert (anonymous_command(update, ME) == HERE) is hinted
    if more.get("sender_chat"):
        assert read(update, ME, NOW) == []


def test_control_characters_in_names_and_titles_go() -> None:
    incoming = said(
        "x",
        **{
            "from": {**FANG, "first_name": "阿\u202e芳\ud83d"},
            "chat": {**GROUP, "title": "群\x00"},
        },
    )
    assert (incoming.sender.name, incoming.chat.title) == ("阿芳\ufffd", "群")


@given(
    st.text(st.characters(codec=None), max_size=40),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20)), max_size=4),
)
def test_no_text_and_no_entities_break_the_reading(text: str, spots: list[tuple[int, int]]) -> None:
    entities = [spot("text_mention", offset, length, user=FANG) for offset, length in spots]
    for each in read({"message": message(text or "x", entities=entities)}, ME, NOW):
        assert all(mention.name == "阿芳" for mention in each.mentions)
