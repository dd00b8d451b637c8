"""What holds for the whole program: texts for every command, one clock, small modules, one
language in the code.
"""

import ast
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

import handlers
from bot.app import catalog
from bot.core.commands import Command, Router
from bot.core.context import Ctx
from bot.core.i18n import LANGUAGES
from bot.core.table import Table

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "models")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
MODULE_LINES, FUNCTION_LINES, POSITIONAL = 300, 40, 4
# Where somebody else makes the call: typer with a command line's options, pydantic its own way.
GIVEN_FROM_OUTSIDE = ("bot/cli.py", "bot/config.py")
HAN = re.compile(r"[\u4e00-\u9fff]")
# Where words that members type are data: names of roles and switches, of languages, of the bot
# and oneself, and what makes a line a sentence. Elsewhere here words belong into the catalogs.
DATA = {
    "bot/core/args.py": {"_CLOCK", "_ROLES", "_SWITCHES"},
    "bot/core/i18n.py": {"_SPELLINGS"},
    "bot/engine/routes.py": {"_ADDRESSED", "_CHATTY"},
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def commands() -> list[Command]:
    return [c for c in Table(handlers.routers()).commands if not c.hidden]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


# -- commands


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["help", "usage", "example"])
def test_every_command_has_its_texts(language: str, kind: str) -> None:
    wanted = {f"{c.feature}-{kind}-{c.name.replace('_', '-')}" for c in commands()}
    assert sorted(wanted - catalog().ids(language)) == []


def test_every_command_can_be_said_in_chinese_and_in_english() -> None:
    for command in commands():
        assert re.fullmatch(r"[a-z][a-z_]*", command.name), command.name
        assert command.words, command.name
        assert HAN.match(command.words[0]), command.name


def test_a_handler_with_an_argument_of_no_known_kind_fails_at_import() -> None:
    router = Router("bad")

    def unknown(ctx: Ctx, amount: float) -> None:
        """Take what nothing can read."""

    def untyped(ctx, amount) -> None:  # type: ignore[no-untyped-def]
        """Take what is not said."""

    def rest(ctx: Ctx, *, amount: int) -> None:
        """Take the rest of the line as a number."""

    for handler in (unknown, untyped, rest):
        with pytest.raises(TypeError, match="amount"):
            router.command("bad")(handler)
    assert router.commands == []


def test_two_commands_of_one_name_fail_at_start() -> None:
    def nothing(ctx: Ctx) -> None:
        """Do nothing."""

    first, second = Router("first"), Router("second")
    first.command("one", "某词")(nothing)
    second.command("two", "某词")(nothing)
    with pytest.raises(TypeError, match="某词"):
        Table([first, second])


def test_every_feature_has_a_router() -> None:
    found = {path.name.removesuffix(".py") for path in (ROOT / "handlers").iterdir()}
    assert len(handlers.routers()) == len({n for n in found if not n.startswith("__")})


# -- code


@pytest.mark.parametrize("room", ["models", "bot/core", "bot/engine"])
def test_what_members_read_is_in_the_catalogs(room: str) -> None:
    found = []
    for path in sorted((ROOT / room).rglob("*.py")):
        allowed = DATA.get(name_of(path), set())
        for statement in parsed(path).body:
            if assigned(statement) & allowed:
                continue
            found += [
                f"{name_of(path)}:{text.lineno}"
                for text in strings(statement)
                if HAN.search(str(text.value))
            ]
    assert found == []


def assigned(statement: ast.stmt) -> set[str]:
    """The names that a statement gives a value."""
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def strings(statement: ast.stmt) -> Iterator[ast.Constant]:
    """The texts in a statement that are not docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(statement)
        if isinstance(node, Function | ast.ClassDef) and isinstance(node.body[0], ast.Expr)
    }
    if isinstance(statement, ast.Expr):
        return
    for node in ast.walk(statement):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings:
            yield node  # type: ignore[misc]


def test_only_the_clock_asks_the_time() -> None:
    asking = re.compile(r"\b(?:datetime|date)\.(?:now|utcnow|today)\(|\btime\.time\(")
    found = [name_of(path) for path in MODULES if asking.search(path.read_text(encoding="utf-8"))]
    assert found == ["bot/core/clock.py"]


def test_modules_are_short() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MODULE_LINES} == {}


def functions() -> Iterator[tuple[str, Function]]:
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, Function):
                yield f"{name_of(path)}:{node.lineno} {node.name}", node


def test_functions_are_short() -> None:
    found = {
        name: length
        for name, node in functions()
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    }
    assert found == {}


def test_functions_take_few_arguments_by_position() -> None:
    found = {}
    for name, node in functions():
        arguments = [
            a for a in node.args.posonlyargs + node.args.args if a.arg not in ("self", "cls")
        ]
        # The database is in every call.
        given = [a for a in arguments if a.arg != "db"]
        if len(given) > POSITIONAL and not name.startswith(GIVEN_FROM_OUTSIDE):
            found[name] = len(given)
    assert found == {}


def test_everything_public_says_what_it_is() -> None:
    found = []
    for path in MODULES:
        tree = parsed(path)
        public = [
            node
            for node in tree.body
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
        ]
        found += [f"{name_of(path)}: {n.name}" for n in public if not ast.get_docstring(n)]
        if not ast.get_docstring(tree):
            found.append(name_of(path))
    assert found == []


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in MODULES}
    assert names.isdisjoint({"utils", "helpers", "common", "misc"})


def test_no_test_can_reach_the_internet() -> None:
    with pytest.raises(AssertionError, match="internet"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
