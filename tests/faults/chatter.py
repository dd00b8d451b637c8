"""A chat of sales people made from a seed, and what its ledger must hold in the end."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

GROUPS = ("冲刺群", "二群", "三群", "四群")
PEOPLE = ("小美", "阿芳", "李姐", "王五", "赵六", "孙七", "周八", "吴九")
CHAT = ("早", "客户说晚上再看看", "哈哈哈哈", "大家加油", "我先去吃饭了")


@dataclass(slots=True)
class Chatter:
    """Lines for the console's pipe; amounts never repeat, so nobody is asked about doubles.

    Plain reports, reports with a product and corrections differ in what is left over by three.
    `rows` are the numbers of the lines that add a row to the ledger, `counted` what counts in the
    end by group and person, in yuan.
    """

    seed: int
    messages: int
    lines: list[str] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    counted: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        group = GROUPS[0]
        for n in range(self.messages):
            # People talk in bursts; the first group opens by itself.
            if chance.random() < 0.1:
                group = chance.choice(GROUPS)
                self.lines.append(f"@group {group}")
            self._say(group, chance.choice(PEOPLE), 200 + 3 * n, chance.random())

    def _say(self, group: str, person: str, amount: int, dice: float) -> None:
        kept = self.counted.setdefault((group, person), [])
        said = "早"
        adds_row = True
        if dice < 0.4:
            said = f"报单 {amount}"
            kept.append(amount)
        elif dice < 0.84:
            said = f"报单 面膜3盒x{amount // 3}"
            kept.append(amount // 3 * 3)
        elif dice < 0.89:
            said, adds_row = "撤销", bool(kept)
            if kept:
                kept.pop()
        elif dice < 0.94:
            said, adds_row = f"更正 {amount + 2}", bool(kept)
            if kept:
                kept[-1] = amount + 2
        else:
            said, adds_row = CHAT[int(dice * 1000) % len(CHAT)], False
        self.lines.append(f"{person}: {said}")
        if adds_row:
            self.rows.add(len(self.lines))

    def sums(self) -> dict[tuple[str, str], int]:
        """What each person sold in each group in the end, in minor units."""
        return {who: sum(kept) * 100 for who, kept in self.counted.items() if kept}
