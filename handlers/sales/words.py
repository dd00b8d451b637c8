"""What the team's words mean today: members, aliases and the price list for the reader."""

from __future__ import annotations

from bot.kit import Ctx, T, t
from bot.language.reading import Product, Reading, SaleText, Vocabulary
from bot.language.sales import read_sale
from models.prices import products
from models.rosters import Roster, roster


def vocabulary(ctx: Ctx) -> Vocabulary:
    """The reader's vocabulary, remembered until the team's people or prices change."""
    shelf = ctx.db.memory.shelf("vocabulary")
    key = (ctx.team.id, ctx.today)
    found: Vocabulary | None = shelf.get(key)
    if found is None:
        found = shelf[key] = Vocabulary(
            today=ctx.today,
            members=_names(roster(ctx.db, ctx.team.id)),
            products={
                name: Product(name, price, unit)
                for name, price, unit in products(ctx.db, ctx.team.id)
            },
            currency=ctx.team.currency,
        )
    return found


def _names(people: Roster) -> dict[str, str]:
    """Every name and alias with what the roster finds it by; people of one name
    also by «name#id».
    """
    names: dict[str, str] = {}
    for name, ids in people.names.items():
        names[name] = people.name(ids[0]) if len(ids) == 1 else name
        if len(ids) > 1:
            names |= {f"{name}#{i}": f"{name}#{i}" for i in ids}
    return names


def reading_of(ctx: Ctx, text: str | None = None) -> Reading:
    """What a message means as a sale; the actor is the one who speaks."""
    quote = ctx.incoming.quote
    return read_sale(
        SaleText(
            ctx.text if text is None else text,
            ctx.actor.name,
            quote.sender if quote else None,
            quote.text if quote else None,
        ),
        vocabulary(ctx),
    )


# Reasons of a question or a refusal that have a text of their own; a new one of the reader is
# asked in general words until it gets one.
ASKED = frozenset(
    [
        "no_amount",
        "no_price",
        "unit_price",
        "list_mismatch",
        "sum_wrong",
        "orders_mismatch",
        "quantity_times",
        "two_amounts",
        "range",
        "too_precise",
        "separators",
        "unclear_number",
        "fraction",
        "deposit_only",
        "discount_unclear",
        "unknown_member",
        "two_members",
        "third_person",
        "split_not_100",
        "bad_date",
        "future_date",
        "old_date",
        "date_or_amount",
        "near_miss",
        "not_done",
        "question",
        "loose_product",
        "soft",
        "refund_loose",
        "long_story",
        "bare_list",
        "malformed",
        "too_large",
        "zero",
        "negative",
        "points",
        "currency",
    ]
)
REFUSED = frozenset(
    [
        "zero",
        "negative",
        "malformed",
        "too_large",
        "points",
        "currency",
        "unknown_member",
        "bad_date",
        "future_date",
    ]
)


def asked_why(reading: Reading) -> T:
    """The question that a reading leads to, in words."""
    reason = reading.reason if reading.reason in ASKED else "unsure"
    return t(f"sale-ask-{reason.replace('_', '-')}", **reading.details)


def refused_why(reading: Reading) -> T:
    """Why a reading cannot be booked, with a right example."""
    reason = reading.reason if reading.reason in REFUSED else "malformed"
    return t(f"sale-refuse-{reason.replace('_', '-')}", **reading.details)
