"""Every written conversation goes as it is written."""

from pathlib import Path

import pytest

from bot.config import Settings
from bot.replaying import Wanted, play

DIALOGS = sorted((Path(__file__).parent / "dialogs").glob("*.dialog"))


@pytest.mark.parametrize("file", DIALOGS, ids=lambda file: file.stem)
def test_a_dialog_goes_as_it_is_written(file: Path) -> None:
    played = play(Settings(), file, Wanted(check=True))
    assert not played.failed, played.text
