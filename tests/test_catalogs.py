"""Both languages say everything, and every text that the code names exists."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.i18n import LANGUAGES, SOURCE_LANGUAGE, Catalog

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "bot" / "locales"
CATALOG = Catalog(LOCALES)
# Calls whose first argument names a text.
NAMING = {"t", "T", "Refusal"}


def named_in_code() -> Iterator[tuple[str, str]]:
    """Every id that the code names literally, with the place."""
    for room in ("bot", "handlers", "models"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args and _called(node) in NAMING:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield first.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_text_of_the_source(language: str) -> None:
    assert CATALOG.ids(language) == CATALOG.ids(SOURCE_LANGUAGE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_names_the_variables_of_the_source(language: str) -> None:
    shared = CATALOG.ids(language) & CATALOG.ids(SOURCE_LANGUAGE)
    differing = {
        key: (CATALOG.variables(key, SOURCE_LANGUAGE), CATALOG.variables(key, language))
        for key in sorted(shared)
        if CATALOG.variables(key, SOURCE_LANGUAGE) != CATALOG.variables(key, language)
    }
    assert differing == {}


def test_every_text_that_the_code_names_exists() -> None:
    missing = [f"{place}: {key}" for key, place in named_in_code() if not CATALOG.has(key)]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_written_once(language: str) -> None:
    written = Counter(
        line.split(" =", 1)[0]
        for path in (LOCALES / language).glob("*.ftl")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line[:1].isalpha() and " =" in line
    )
    assert [key for key, times in written.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_lives_in_the_file_of_its_feature(language: str) -> None:
    for path in (LOCALES / language).glob("*.ftl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:1].isalpha() and " =" in line:
                assert line.split("-", 1)[0].split(" ", 1)[0] == path.stem, f"{path}: {line}"
