"""A console with the small bot behind it, to be run in a real terminal."""

import asyncio
import sys
from pathlib import Path

from fake_host import FakeHost, World

from bot.core.clock import SystemClock
from bot.core.i18n import Catalog
from bot.platforms.console import ConsolePlatform


async def main(language: str, folder: Path) -> None:
    """Talk until the person at the terminal leaves."""
    catalog = Catalog(Path(__file__).parents[2] / "bot" / "locales")
    clock = SystemClock()
    console = ConsolePlatform(lambda words: catalog.text(words, language), clock, folder=folder)
    host = FakeHost(World(), clock, console)
    console.attach(host, ["报单", "排行"])
    await console.run(host.receive)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
