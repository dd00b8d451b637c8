"""The catalogs' reader: languages, values, lists, plurals and mistakes."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.cards import T, t
from bot.core.i18n import Catalog, find_language

CHINESE = """
-bot = 小队长
sale-recorded = ✅ #S{ $id } { $who } { $amount } 元
    今日 { $today } 100%
sale-orders = { $count ->
    [0] 还没开单
   *[other] { $count } 单
}
sale-state = { $state ->
    [void] 已撤销
   *[active] 有效
}
sale-signed = { sale-orders },{ -bot }
sale-usage = 报单 金额
    .example = 报单 398
"""
ENGLISH = """
sale-recorded = ✅ #S{ $id } { $who } { $amount } yuan, today { $today }
sale-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    for language, words, separator in (("zh-CN", CHINESE, "、"), ("en", ENGLISH, '{", "}')):
        folder = tmp_path / language
        folder.mkdir()
        (folder / "sale.ftl").write_text(words, encoding="utf-8")
        (folder / "list.ftl").write_text(f"list-separator = {separator}\n", encoding="utf-8")
    return Catalog(tmp_path)


def test_values_are_put_in_as_they_are(catalog: Catalog) -> None:
    words = t("sale-recorded", id=1280, who="{ $id } </b>\u202e", amount="384", today="1,280")
    assert catalog.text(words, "zh-CN") == "✅ #S1280 { $id } </b>\u202e 384 元\n今日 1,280 100%"


def test_a_long_value_is_not_cut(catalog: Catalog) -> None:
    words = t("sale-recorded", id=1, who="长" * 8000, amount="1", today="1")
    assert "长" * 8000 in catalog.text(words, "en")


@pytest.mark.parametrize(
    ("count", "chinese", "english"),
    [(0, "还没开单", "0 orders"), (1, "1 单", "1 order"), (2, "2 单", "2 orders")],
)
def test_numbers_choose_their_form(
    catalog: Catalog, count: int, chinese: str, english: str
) -> None:
    words = t("sale-orders", count=count)
    assert (catalog.text(words, "zh-CN"), catalog.text(words, "en")) == (chinese, english)


def test_words_choose_their_form(catalog: Catalog) -> None:
    assert catalog.text(t("sale-state", state="void"), "zh-CN") == "已撤销"
    assert catalog.text(t("sale-state", state="other"), "zh-CN") == "有效"


def test_words_inside_words_and_lists_take_the_same_language(catalog: Catalog) -> None:
    orders = (t("sale-orders", count=1), "小美", t("sale-orders", count=2))
    words = t("sale-recorded", id=1, who=orders, amount="1", today=t("sale-orders", count=3))
    assert "1 单、小美、2 单" in catalog.text(words, "zh-CN")
    assert catalog.text(words, "en").endswith("1 order, 小美, 2 orders 1 yuan, today 3 orders")


def test_texts_refer_to_other_texts(catalog: Catalog) -> None:
    assert catalog.text(t("sale-signed", count=2), "zh-CN") == "2 单,小队长"
    assert catalog.variables("sale-signed", "zh-CN") == {"count"}
    assert catalog.text(T("sale-usage.example"), "zh-CN") == "报单 398"


def test_what_is_missing_is_named(catalog: Catalog) -> None:
    with pytest.raises(KeyError, match="sale-unknown"):
        catalog.text(t("sale-unknown"), "en")
    with pytest.raises(KeyError, match="sale-orders needs count"):
        catalog.text(t("sale-orders"), "en")
    assert catalog.has("sale-signed")
    assert not catalog.has("nothing")


def test_a_mistake_in_a_catalog_is_named_by_line(tmp_path: Path) -> None:
    (tmp_path / "zh-CN").mkdir()
    (tmp_path / "zh-CN" / "sale.ftl").write_text("sale-a = 甲\n\nsale-b = { $\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sale\.ftl:3: Expected"):
        Catalog(tmp_path).text(t("sale-a"), "zh-CN")


@pytest.mark.parametrize(
    ("word", "language"),
    [("zh", "zh-CN"), ("简体", "zh-CN"), ("ZH_cn", "zh-CN"), (" English ", "en"), ("英文", "en")],
)
def test_languages_are_found_by_many_names(word: str, language: str) -> None:
    assert find_language(word) == language


def test_an_unknown_language_is_not_guessed() -> None:
    assert find_language("日本語") is None
    assert find_language("") is None


def test_importing_the_module_does_not_import_the_parser() -> None:
    program = "import sys, bot.core.i18n; sys.exit('fluent.syntax' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
