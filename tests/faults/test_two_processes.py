"""One database, one process: the second is refused in words until the first is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from evidence import Evidence
from killable import PATIENCE, Console, environment


def second(database: Path) -> subprocess.CompletedProcess[str]:
    """Another program on the same database."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=database.parent,
        env=os.environ | environment(database),
        input="阿芳: 报单 256\n",
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def test_a_second_process_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    database = tmp_path / "shared.db"
    with Console(database) as console:
        console.feed(["小美: 报单 128"])
        console.wait_for(1, PATIENCE)
        refused = second(database)
        assert refused.returncode == 2
        assert refused.stdout == ""
        assert f"process {console.process.pid} already uses this database" in refused.stderr
        assert len(refused.stderr.splitlines()) == 1
        console.kill()
    assert second(database).returncode == 0
    assert Evidence.of(database).sums == {("冲刺群", "小美"): 12800, ("冲刺群", "阿芳"): 25600}
