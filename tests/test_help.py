"""Help comes from the command table, in both languages, and stays short."""

from pathlib import Path

import pytest
from world import World

import handlers
from bot.core.commands import Command
from bot.core.i18n import LANGUAGES, Catalog
from bot.core.table import Table

CATALOG = Catalog(Path(__file__).parents[1] / "bot" / "locales")
SHOWN = [command for command in Table(handlers.routers()).commands if not command.hidden]
ROLES = ("guest", "member", "lead", "manager", "owner")


@pytest.mark.parametrize("command", SHOWN, ids=lambda command: command.name)
def test_every_command_is_explained(command: Command) -> None:
    name = command.name.replace("_", "-")
    wanted = {f"{command.feature}-{part}-{name}" for part in ("help", "usage", "example")}
    for language in LANGUAGES:
        assert wanted <= CATALOG.ids(language)


@pytest.mark.parametrize("role", ROLES)
async def test_help_has_at_most_fifteen_lines(world: World, role: str) -> None:
    await world.declare("小美", role)
    for text in ("帮助", "/help"):
        (answer,) = await world.say("小美", text)
        assert len(answer.splitlines()) <= 15


async def test_rights_have_at_most_fifteen_lines(world: World) -> None:
    for role in ROLES:
        for n in range(12):
            await world.declare(f"{role}{n}", role)
    (answer,) = await world.say("member1", "权限")
    assert len(answer.splitlines()) <= 15
    assert "owner0" in answer
    assert "member1" not in answer


async def test_help_for_each_command_is_short(world: World) -> None:
    await world.declare("小美", "owner")
    for command in SHOWN:
        (answer,) = await world.say("小美", f"帮助 {command.words[0]}")
        assert answer.startswith(f"{command.words[0]}:")
        assert len(answer.splitlines()) <= 12


@pytest.mark.parametrize("text", ["@小队长", "@小队长 !", "@bot", "@DuizhangBot"])
async def test_a_bare_mention_gets_four_lines(world: World, text: str) -> None:
    (answer,) = await world.say("小美", text)
    assert len(answer.splitlines()) == 4
