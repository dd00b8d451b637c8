"""Cards as Telegram shows them."""

from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.cards import Button, Card, T, t
from bot.core.events import Sender
from bot.render.telegram_html import render


def words(text: T) -> str:
    return text.key


def test_the_title_is_bold_and_buttons_stand_apart() -> None:
    card = Card(t("标题"), (t("甲 & 乙"),), note=t("备注"), buttons=(Button(t("撤销"), "撤销"),))
    assert render(card, words) == "<b>标题</b>\n甲 &amp; 乙\n备注"


class Tags(HTMLParser):
    """Collects the tags that Telegram would see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_name_becomes_a_tag(name: str) -> None:
    text = render(Card(t("标题"), (t(name),)), words)
    tags = Tags()
    tags.feed(text)
    assert tags.seen == ["b"]
    assert unescape(text) == f"<b>标题</b>\n{name}"


def test_who_is_mentioned_is_called_once_and_nobody_else_is() -> None:
    people = [Sender("7", "小美"), Sender("8", "小美丽"), Sender("cat", "猫")]
    html = render(Card(t("@小美丽 @小美 @小美 @猫 <b>")), words, people)
    assert html == (
        '<b><a href="tg://user?id=8">@小美丽</a> <a href="tg://user?id=7">@小美</a> @小美 @猫 &lt;b&gt;</b>'
    )
