"""Sale reports that everybody in every team sends, the same for every side that is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from benchmarks.ledgers import NOW, PLATFORM, TEAMS, member_of
from bot.core.events import Chat, Incoming, Sender

PRODUCT = "面膜"
# Members of each team who report; the others are silent.
ACTIVE = 10
PEOPLE = TEAMS * ACTIVE
# Its price in every team's list, in yuan.
PRICE = 128
_STEP = 3


@dataclass(frozen=True, slots=True)
class Report:
    """One sale as somebody reports it; amounts in yuan.

    No member reports the same amount twice, so that nobody is asked about a double entry.
    """

    n: int

    @property
    def team(self) -> int:
        """The team's row, which is its chat's too."""
        return self.n % TEAMS + 1

    @property
    def member(self) -> int:
        """The member's row."""
        return member_of(self.team, self.n // TEAMS % ACTIVE)

    @property
    def has_product(self) -> bool:
        """Whether it names a product with quantity and unit price; every second one does."""
        return (self.n // TEAMS + self.n // PEOPLE) % 2 == 0

    @property
    def price(self) -> int:
        """The unit price, or the amount of a report without a product, in yuan."""
        return PRICE if self.has_product else 301 + _STEP * (self.n // PEOPLE)

    @property
    def amount(self) -> int:
        """The amount in minor units."""
        return self.price * (self.quantity if self.has_product else 1) * 100

    @property
    def quantity(self) -> int:
        """How many pieces, for a report with a product."""
        return 2 + self.n // PEOPLE

    @property
    def words(self) -> str:
        """What the member types after the command."""
        return f"{PRODUCT}{self.quantity}盒x{self.price}" if self.has_product else str(self.price)

    def incoming(self) -> Incoming:
        """The report as a platform hands it over."""
        return Incoming(
            PLATFORM,
            PLATFORM,
            Chat(str(-self.team), is_group=True, title=f"{self.team}队"),
            Sender(str(self.member), f"成员{self.member}"),
            str(self.n),
            NOW,
            text=f"报单 {self.words}",
        )


def reports() -> Iterator[Report]:
    """Reports without end, each team and member in turn."""
    return map(Report, count())
