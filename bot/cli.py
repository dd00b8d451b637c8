"""The command line: every mistake is one clear line and exit status 2, never a traceback."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import io
import logging
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__
from bot.config import Settings, load
from bot.log import configure
from bot.mistakes import Mistake, explain

cli = typer.Typer(
    name="duizhang",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="小队长: the captain of a sales team, living in its group chat.",
    epilog="Example:  python -m bot run",
)
ConfigPath = Annotated[
    Path | None, typer.Option("--config", metavar="PATH", help="Settings file [config.toml].")
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process; without a command, show what there is."""
    # Starting makes a million objects that all stay: looking through them every 700 is for nothing.
    gc.set_threshold(50_000, 20, 50)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Whatever the locale says: the chat is UTF-8, and half a character stops no export.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    line = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(line or ["--help"]))


# What a newcomer to `run` should know; `make run` wants the chat here anyway.
_NO_PLATFORM = (
    "duizhang: no platform is set up: this is the chat in the terminal, as with `make run`."
    " For Telegram set telegram.token, for WeChat wechat.endpoint in config.toml"
    " (`python -m bot init` asks for them)\n"
)


def _run(line: list[str]) -> int:
    """The exit status of a command line."""
    try:
        status = cli(line, prog_name="duizhang", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:
        # Whoever read our output has enough; what is left in the buffer must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except Exception as error:
        return _report(error)
    return status if isinstance(status, int) else 0


def _report(error: Exception) -> int:
    words = explain(error)
    if words is None:
        code = secrets.token_hex(3).upper()
        logging.getLogger("cli").error("command.failed", exc_info=error, extra={"incident": code})
        words = f"an error nobody foresaw, incident {code}; the line above tells where"
    sys.stderr.write(f"duizhang: {words}\n")
    return 2


def _settings(config: Path | None) -> Settings:
    """The settings, with the log as they want it."""
    configure("warning")
    settings = load(config)
    configure(settings.bot.log)
    return settings


@cli.command(epilog="Example:  python -m bot run --config config.toml")
def run(
    config: ConfigPath = None,
    console: Annotated[
        bool, typer.Option("--console", help="A group chat in this terminal, whatever is set.")
    ] = False,
    group: Annotated[str, typer.Option(help="Name of the console's group.")] = "冲刺群",
) -> None:
    """Serve the configured platforms; with none, a group chat in this terminal."""
    settings = _settings(config)
    if not console and (settings.telegram.token or settings.wechat.endpoint):
        from bot.serving import serve_platforms

        if not asyncio.run(serve_platforms(settings)):
            raise Mistake("no platform can be served; what is wrong stands above")
        return
    from bot.serving import serve_console

    is_talk = sys.stdin.isatty()
    if is_talk and not console:
        sys.stderr.write(_NO_PLATFORM)
    was_used = asyncio.run(serve_console(settings, group))
    if not (is_talk or console or was_used):
        # Started as a service, where nobody types: whoever did that wanted a platform.
        sys.stderr.write(_NO_PLATFORM)


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
    settings = _settings(config)
    from bot.replaying import Wanted, play

    played = play(settings, file, Wanted(json, check, db, look, lang))
    sys.stdout.write(played.text)
    sys.stderr.write(played.aside)
    if played.failed:
        raise typer.Exit(1)


@cli.command(epilog="Example:  python -m bot parse --context team.toml < messages.jsonl")
def parse(
    context: Annotated[Path, typer.Option(help="Team, price list and time to read with.")],
    kind: Annotated[str, typer.Option(help="What to read: sales, dates, minutes.")] = "sales",
    config: ConfigPath = None,
) -> None:
    """Read messages (JSON lines) and print what they mean; no database."""
    _settings(config)
    _one_of("--kind", kind, ("sales", "dates", "minutes"))
    from bot.parsing import parse as read

    source = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace")
    for line in read(context, source, kind):
        sys.stdout.write(f"{line}\n")


@cli.command(epilog="Example:  python -m bot migrate")
def migrate(config: ConfigPath = None) -> None:
    """Bring the database to this version; a copy is made first."""
    url = _settings(config).database.url
    from bot.engine.connect import ProcessLock
    from bot.engine.upgrade import newest, upgrade

    lock = ProcessLock(url)
    lock.take()
    try:
        changed = upgrade(url, lambda copy: typer.echo(f"copy: {copy}"))
    finally:
        lock.free()
    typer.echo(f"{url}: {'now' if changed else 'already'} at version {newest()}")


@cli.command(epilog="Example:  python -m bot doctor")
def doctor(
    json: Annotated[bool, typer.Option("--json", help="A list of objects: mark, what.")] = False,
    config: ConfigPath = None,
) -> None:
    """Check settings, database, clock and platforms; exit 1 if the bot could not serve."""
    settings = _settings(config)
    from bot.checkup import as_json, check

    lines = check(settings)
    if json:
        typer.echo(as_json(lines))
    else:
        for line in lines:
            typer.echo(f"{line.mark} {line.what}")
    if any(line.mark == "✗" for line in lines):
        raise typer.Exit(1)


@cli.command(epilog="Example:  python -m bot init")
def init(config: ConfigPath = None) -> None:
    """Ask five things, test the token live, and write config.toml for its owner alone."""
    configure("warning")
    from bot.setting_up import set_up

    set_up(config or Path("config.toml"))


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
    if days[0] > days[1]:
        raise Mistake(f"--from is {first}, after --to, which is {last}")
    url = _settings(config).database.url
    from bot.engine.exports import as_csv, as_json, rows

    found = rows(url, team, *days)
    sys.stdout.buffer.write(as_csv(found) if form == "csv" else as_json(found))


@cli.command("owner-code", epilog="Example:  python -m bot owner-code --team 冲刺群")
def owner_code(
    team: Annotated[str, typer.Option(help="The team's name; needed when there are several.")] = "",
    config: ConfigPath = None,
) -> None:
    """Print a code that makes whoever sends «群主 CODE» in the group its owner, once."""
    url = _settings(config).database.url
    from bot.core.clock import SystemClock
    from bot.engine.ownership import make_code

    typer.echo(f"群主 {make_code(url, team, SystemClock().now())}")


@cli.command(epilog="Example:  python -m bot version")
def version(config: ConfigPath = None) -> None:
    """Print the version."""
    _settings(config)
    typer.echo(f"duizhang {__version__}")


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise Mistake(f"{name} is {value!r}; allowed: {', '.join(allowed)}")


def _day(name: str, value: str, default: dt.date) -> dt.date:
    if not value:
        return default
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise Mistake(f"{name} is {value!r}; write a day such as 2025-06-18") from None
