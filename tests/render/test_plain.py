"""Cards as WeChat shows them."""

from bot.core.cards import Button, Card, T, t
from bot.render.plain import render


def words(text: T) -> str:
    return text.key


def card(*labels: str, question: bool) -> Card:
    buttons = tuple(Button(t(label), f"/{label}") for label in labels)
    return Card(t("标题"), (t("甲"), t("乙")), note=t("备注"), buttons=buttons, question=question)


def test_each_line_stands_alone() -> None:
    assert render(card(question=False), words) == "标题\n甲\n乙\n备注"


def test_short_answers_share_a_line() -> None:
    assert render(card("是", "不是", question=True), words).endswith("\n备注\n1 是 2 不是")


def test_long_answers_take_a_line_each() -> None:
    shown = render(card("记到今天的业绩里面", "记到昨天的业绩里面", question=True), words)
    assert shown.endswith("\n1 记到今天的业绩里面\n2 记到昨天的业绩里面")


def test_answers_with_spaces_take_a_line_each() -> None:
    assert render(card("报单 796", "算了", question=True), words).endswith("\n1 报单 796\n2 算了")


def test_a_digit_never_means_an_offer() -> None:
    assert render(card("撤销", question=False), words) == "标题\n甲\n乙\n备注"


def test_numbers_are_left_out_where_buttons_can_be_pressed() -> None:
    assert render(card("是", question=True), words, numbered=False) == "标题\n甲\n乙\n备注"
