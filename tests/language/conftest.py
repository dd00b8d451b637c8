"""The team and price list with which the texts of these tests are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from bot.language.privacy import mask
from bot.language.reading import Product, Reading, SaleText, Vocabulary
from bot.language.sales import read_sale
from bot.language.text import clean

Reader = Callable[..., Reading]

PRODUCTS = (
    Product("面膜", 12_800, "盒", ("mask",)),
    Product("精华", 39_800, "瓶", ("serum",)),
    Product("套盒", 128_000, "套"),
)


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """A team of five on Wednesday 2025-06-18."""
    names = ("小美", "阿芳", "丽姐", "老王", "娜娜")
    members = {name: name for name in names} | {"fang": "阿芳"}
    products = {name: p for p in PRODUCTS for name in (p.name, *p.aliases)}
    return Vocabulary(dt.date(2025, 6, 18), members, products)


@pytest.fixture(scope="session")
def read(words: Vocabulary) -> Reader:
    """Reads a text as the chat does: cleaned, masked, then understood."""

    def reader(text: str, sender: str = "小美", **quote: str) -> Reading:
        return read_sale(SaleText(mask(clean(text))[0], sender, **quote), words)

    return reader
