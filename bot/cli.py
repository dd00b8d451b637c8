"""The command line: every mistake is one clear line and exit status 2, never a traceback."""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import __version__
from bot.config import ConfigError, Settings, load

cli = typer.Typer(
    name="duizhang",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="小队长: the captain of a sales team, living in its group chat.",
    epilog="Example:  python -m bot run",
)
ConfigPath = Annotated[
    Path | None, typer.Option("--config", metavar="PATH", help="Settings file [config.toml].")
]


def main() -> None:
    """Run the command line."""
    cli(prog_name="duizhang")


def fail(message: str) -> NoReturn:
    """Say what is wrong in one line and end with status 2."""
    sys.stderr.write(f"duizhang: {message}\n")
    raise typer.Exit(2)


@contextmanager
def mistakes_in_words() -> Iterator[None]:
    """Turn what can go wrong around the bot into one line each."""
    from bot.engine.connect import DatabaseBusy
    from bot.engine.upgrade import DatabaseTooNew

    try:
        yield
    except ConfigError as error:
        fail(str(error))
    except DatabaseBusy as error:
        fail(f"another process (pid {error}) already uses this database; stop it first")
    except DatabaseTooNew as error:
        fail(f"the database is of version {error}, newer than this program; upgrade the program")
    except OSError as error:
        fail(f"{error.filename or ''}: {error.strerror or error}".removeprefix(": "))


def with_database(settings: Settings, file: Path) -> Settings:
    """The same settings on another SQLite file."""
    section = settings.database.model_copy(update={"url": f"sqlite:///{file}"})
    return settings.model_copy(update={"database": section})


@cli.command(epilog="Example:  python -m bot run --config config.toml")
def run(
    config: ConfigPath = None,
    group: Annotated[str, typer.Option(help="Name of the console's group.")] = "冲刺群",
) -> None:
    """Serve the configured platforms; with none, a group chat in this terminal."""
    with mistakes_in_words():
        settings = load(config)
        from bot.log import configure
        from bot.serving import serve_console

        configure(settings.bot.log)
        asyncio.run(serve_console(settings, group))


@cli.command(epilog="Example:  python -m bot replay docs/demo.dialog --check")
def replay(
    file: Annotated[Path, typer.Argument(help="A dialog file.")],
    json: Annotated[bool, typer.Option("--json", help="One object per bot output.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Compare; exit 1 on a difference.")
    ] = False,
    db: Annotated[Path | None, typer.Option("--db", help="Keep the database in FILE.")] = None,
    look: Annotated[str, typer.Option("--as", help="telegram, wechat or console.")] = "",
    lang: Annotated[str, typer.Option("--lang", help="Language of new teams.")] = "",
    config: ConfigPath = None,
) -> None:
    """Play a written conversation through the real bot on a virtual clock."""
    with mistakes_in_words():
        from bot.log import configure
        from bot.replaying import Wanted, play

        settings = load(config)
        configure(settings.bot.log)
        text, failed = play(settings, file, Wanted(json, check, db, look, lang), fail)
    sys.stdout.write(text)
    if failed:
        raise typer.Exit(1)


@cli.command(epilog="Example:  python -m bot parse --context team.toml < messages.jsonl")
def parse(
    context: Annotated[Path, typer.Option(help="Team, price list and time to read with.")],
    kind: Annotated[str, typer.Option(help="What to read: sales.")] = "sales",
    config: ConfigPath = None,
) -> None:
    """Read messages (JSON lines) and print what they mean; no database."""
    with mistakes_in_words():
        from bot.language.parse import load_context, parse_lines

        load(config)
        try:
            words = load_context(context.read_text(encoding="utf-8"))
            source = open(sys.stdin.fileno(), encoding="utf-8", closefd=False)
            for line in parse_lines(source, words, kind=kind):
                sys.stdout.write(f"{line}\n")
        except (ValueError, KeyError) as error:
            fail(f"{error}")


@cli.command(epilog="Example:  python -m bot migrate")
def migrate(config: ConfigPath = None) -> None:
    """Bring the database to this version; a copy is made first."""
    with mistakes_in_words():
        from bot.engine.connect import ProcessLock
        from bot.engine.upgrade import newest, upgrade

        url = load(config).database.url
        lock = ProcessLock(url)
        lock.take()
        changed = upgrade(url, lambda copy: typer.echo(f"copy: {copy}"))
        lock.free()
        typer.echo(f"{url}: {'now' if changed else 'already'} at version {newest()}")


@cli.command(epilog="Example:  python -m bot doctor")
def doctor(config: ConfigPath = None) -> None:
    """Check settings, database and clock; exit 1 if the bot could not serve."""
    with mistakes_in_words():
        from bot.core.clock import SystemClock
        from bot.engine.doctor import Subject, examine

        settings = load(config)
        named = {"telegram": settings.telegram.token, "wechat": settings.wechat.endpoint}
        platforms = tuple(name for name, value in named.items() if value)
        findings = examine(
            Subject(settings.database.url, SystemClock().now(), settings.bot.timezone, platforms)
        )
    for finding in findings:
        typer.echo(f"{finding.mark} {finding.what}")
    if any(finding.mark == "✗" for finding in findings):
        raise typer.Exit(1)


@cli.command(
    epilog="Example:  python -m bot export sales --format csv --from 2025-06-01 > june.csv"
)
def export(
    what: Annotated[str, typer.Argument(help="What to export: sales.")],
    form: Annotated[str, typer.Option("--format", help="csv or json.")] = "csv",
    team: Annotated[str, typer.Option(help="Only this team, by name.")] = "",
    first: Annotated[str, typer.Option("--from", help="First day, 2025-06-01.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day, 2025-06-30.")] = "",
    config: ConfigPath = None,
) -> None:
    """Print the ledger with ids, corrections linked."""
    _one_of("what to export", what, ("sales",))
    _one_of("--format", form, ("csv", "json"))
    days = (_day("--from", first, dt.date.min), _day("--to", last, dt.date.max))
    with mistakes_in_words():
        from bot.engine.exports import NoSuchTeam, as_csv, as_json, rows

        try:
            found = rows(load(config).database.url, team, *days)
        except NoSuchTeam as error:
            fail(f"no team is called {team!r}; there are: {error}")
        data = as_csv(found) if form == "csv" else as_json(found)
    sys.stdout.buffer.write(data)


@cli.command("owner-code", epilog="Example:  python -m bot owner-code --team 冲刺群")
def owner_code(
    team: Annotated[str, typer.Option(help="The team's name; needed when there are several.")] = "",
    config: ConfigPath = None,
) -> None:
    """Print a code that makes whoever sends «群主 CODE» in the group its owner, once."""
    with mistakes_in_words():
        from bot.core.clock import SystemClock
        from bot.engine.exports import NoSuchTeam
        from bot.engine.ownership import make_code

        try:
            code = make_code(load(config).database.url, team, SystemClock().now())
        except NoSuchTeam as error:
            fail(f"name the team with --team; there are: {error}")
    typer.echo(f"群主 {code}")


@cli.command(epilog="Example:  python -m bot version")
def version(config: ConfigPath = None) -> None:
    """Print the version."""
    with mistakes_in_words():
        load(config)
    typer.echo(f"duizhang {__version__}")


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        fail(f"{name} is {value!r}; allowed: {', '.join(allowed)}")


def _day(name: str, value: str, default: dt.date) -> dt.date:
    if not value:
        return default
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        fail(f"{name} is {value!r}; write a day such as 2025-06-18")


# Given to what needs to end the program in words without knowing the command line.
Fail = Callable[[str], NoReturn]
