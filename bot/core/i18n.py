"""The words people read: Project Fluent catalogs, one file per feature and language.

Only Fluent's parser is used. Its runtime was measured and left out: 13 µs a text instead of 2 µs,
80 ms more to import, numbers grouped behind our back («#S1,280»), and any value of more than
2,500 characters replaced by «{???}».
"""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bot.core.cards import T, Value

if TYPE_CHECKING:
    from fluent.syntax import ast

SOURCE_LANGUAGE = "zh-CN"
LANGUAGES = (SOURCE_LANGUAGE, "en")

_SPELLINGS = {
    "zh-CN": "zh zh-cn zh-hans cn chinese 中文 汉语 简体 简体中文 普通话",
    "en": "en en-us en-gb english eng 英文 英语",
}

# Write one text, or one part of it, from its values; by then T and tuples have become str.
Writer = Callable[[Mapping[str, Value]], str]
Part = Callable[[Mapping[str, Value]], object]


def find_language(word: str) -> str | None:
    """The language meant by a word such as «英文» or «en_US»; None when it is none of ours."""
    wanted = word.strip().casefold().replace("_", "-")
    for language, spellings in _SPELLINGS.items():
        if wanted in spellings.split():
            return language
    return None


@dataclass(frozen=True, slots=True)
class _Entry:
    """One text of the catalog: how to write it, and the variables and other texts it names."""

    write: Writer
    variables: frozenset[str]
    references: frozenset[str]


class Catalog:
    """All texts in all languages, each file read when the first of its texts is needed."""

    def __init__(self, folder: Path) -> None:
        self._shelves = {language: _Shelf(folder / language, language) for language in LANGUAGES}

    def text(self, words: T, language: str) -> str:
        """The words in that language; KeyError names an id or a variable that does not exist."""
        entry = self._shelves[language].find(words.key)
        values = words.values
        if any(isinstance(value, T | tuple) for value in values.values()):
            values = {name: self._plain(value, language) for name, value in values.items()}
        try:
            return entry.write(values)
        except KeyError as missing:
            raise KeyError(f"{words.key} needs {missing.args[0]}") from None

    def has(self, key: str) -> bool:
        """Whether the source language knows this id."""
        try:
            self._shelves[SOURCE_LANGUAGE].find(key)
        except KeyError:
            return False
        return True

    def ids(self, language: str) -> frozenset[str]:
        """Every id of that language."""
        return self._shelves[language].ids()

    def variables(self, key: str, language: str) -> frozenset[str]:
        """The variables that a text names, also through the texts it refers to."""
        entry = self._shelves[language].find(key)
        return entry.variables.union(
            *(self.variables(other, language) for other in entry.references)
        )

    def _plain(self, value: Value, language: str) -> str | int:
        if isinstance(value, T):
            return self.text(value, language)
        if isinstance(value, tuple):
            separator = self.text(T("list-separator"), language)
            return separator.join(str(self._plain(part, language)) for part in value)
        return value


@lru_cache(maxsize=1)
def shipped() -> Catalog:
    """The texts that ship with the program."""
    return Catalog(cast(Path, importlib.resources.files("bot") / "locales"))


def written(words: T, language: str) -> str:
    """Words as they stand in a file, which nobody renders later."""
    return shipped().text(words, language)


class _Shelf:
    """The texts of one language; the part of an id before its first dash names its file."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._entries: dict[str, _Entry] = {}
        self._loaded: set[str] = set()

    def find(self, key: str) -> _Entry:
        entry = self._entries.get(key)
        if entry is not None:
            return entry
        self._load(key.split("-", 1)[0].split(".", 1)[0])
        if key not in self._entries:
            self._load_all()
        return self._entries[key]

    def ids(self) -> frozenset[str]:
        self._load_all()
        return frozenset(self._entries)

    def _load_all(self) -> None:
        for path in sorted(self._folder.glob("*.ftl")):
            self._load(path.stem)

    def _load(self, feature: str) -> None:
        path = self._folder / f"{feature}.ftl"
        if feature in self._loaded or not path.is_file():
            return
        # Marked only afterwards: another thread must not take a shelf half full for a missing id.
        self._entries.update(_read(path, _Compiler(self.find, self._language)))
        self._loaded.add(feature)


def _read(path: Path, compiler: _Compiler) -> Iterator[tuple[str, _Entry]]:
    """The texts of one file; a mistake in it is a ValueError that names file and line."""
    from fluent.syntax import FluentParser, ast

    source = path.read_text(encoding="utf-8")
    for item in FluentParser().parse(source).body:
        if isinstance(item, ast.Junk):
            line = source.count("\n", 0, item.span.start if item.span else 0) + 1
            problem = item.annotations[0].message if item.annotations else "not Fluent"
            raise ValueError(f"{path}:{line}: {problem}")
        if isinstance(item, ast.Message | ast.Term):
            name = f"-{item.id.name}" if isinstance(item, ast.Term) else item.id.name
            if item.value is not None:
                yield name, compiler.entry(item.value)
            for attribute in item.attributes:
                yield f"{name}.{attribute.id.name}", compiler.entry(attribute.value)


def _plural(number: int, language: str) -> str:
    """The CLDR plural category of a whole number; Chinese has only «other»."""
    return "one" if language == "en" and abs(number) == 1 else "other"


@dataclass(frozen=True, slots=True)
class _Names:
    """What a pattern was seen to name while it was compiled."""

    variables: set[str]
    references: set[str]


class _Compiler:
    """Turns patterns of the parsed file into functions that write them."""

    def __init__(self, find: Callable[[str], _Entry], language: str) -> None:
        self._find = find
        self._language = language

    def entry(self, pattern: ast.Pattern) -> _Entry:
        """The text that a pattern describes."""
        names = _Names(set(), set())
        write = self._pattern(pattern, names)
        return _Entry(write, frozenset(names.variables), frozenset(names.references))

    def _pattern(self, pattern: ast.Pattern, names: _Names) -> Writer:
        from fluent.syntax import ast

        template, parts = "", list[Part]()
        for element in pattern.elements:
            if isinstance(element, ast.TextElement):
                template += element.value.replace("%", "%%")
            else:
                template += "%s"
                parts.append(self._expression(element.expression, names))
        if not parts:
            return _constant(template.replace("%%", "%"))
        return lambda values: template % tuple([part(values) for part in parts])

    def _expression(self, expression: object, names: _Names) -> Part:
        from fluent.syntax import ast

        match expression:
            case ast.StringLiteral():
                return _constant(expression.parse()["value"])
            case ast.NumberLiteral():
                return _constant(expression.value)
            case ast.VariableReference():
                names.variables.add(expression.id.name)
                return itemgetter(expression.id.name)
            case ast.MessageReference() | ast.TermReference():
                return self._reference(expression, names)
            case ast.SelectExpression():
                return self._select(expression, names)
            case ast.Placeable():
                return self._expression(expression.expression, names)
            case _:
                # Numbers, dates and money come formatted from Python: no functions here.
                raise ValueError(f"{type(expression).__name__} is not used in our catalogs")

    def _reference(
        self, reference: ast.MessageReference | ast.TermReference, names: _Names
    ) -> Writer:
        from fluent.syntax import ast

        dash = "-" if isinstance(reference, ast.TermReference) else ""
        attribute = f".{reference.attribute.name}" if reference.attribute else ""
        key = f"{dash}{reference.id.name}{attribute}"
        names.references.add(key)
        # The text may stand further down in the same file, so it is looked up when it is written.
        find = self._find
        return lambda values: find(key).write(values)

    def _select(self, choice: ast.SelectExpression, names: _Names) -> Writer:
        from fluent.syntax import ast

        if not isinstance(choice.selector, ast.VariableReference):
            raise ValueError("a choice in a catalog depends on a variable")
        name, language = choice.selector.id.name, self._language
        names.variables.add(name)
        variants: dict[str, Writer] = {}
        otherwise = _constant("")
        for variant in choice.variants:
            write = self._pattern(variant.value, names)
            key = variant.key
            variants[key.name if isinstance(key, ast.Identifier) else key.value] = write
            otherwise = write if variant.default else otherwise

        def write_choice(values: Mapping[str, Value]) -> str:
            value = values[name]
            chosen = variants.get(str(value))
            if chosen is None and isinstance(value, int):
                chosen = variants.get(_plural(value, language))
            return (chosen or otherwise)(values)

        return write_choice


def _constant(text: str) -> Writer:
    return lambda _: text
