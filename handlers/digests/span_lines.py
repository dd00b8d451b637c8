"""The weekly and monthly digest line by line, with the names by which lines may be dropped."""

from __future__ import annotations

from bot.kit import PeriodKind, T, format_short, t
from handlers.digests.words import (
    TELLING_PERCENT,
    Lines,
    Namer,
    board_lines,
    change,
    namer,
    percent_of,
    weekday,
)
from models.rosters import Roster
from models.span_rows import Changes, Customers, Mix, RowFigures
from models.spans import AS_BEFORE, Progress, SpanFigures
from models.team_work import TaskSpan

# How many are named: of the best, of those who got ahead, of new ones, of those without an order.
BEST, AHEAD, NEW, IDLE = 3, 2, 3, 10
PRODUCTS = 3
WHOLE = 100
# A day that made so many percent of the sum is told so.
DAY_SHARE = {PeriodKind.WEEK: 40, PeriodKind.MONTH: 20}
# Signs of a product's name.
PRODUCT = 12


def total_line(figures: SpanFigures) -> T:
    """What the team sold."""
    return t("digest-total", amount=format_short(figures.amount), orders=figures.orders)


def comparison_lines(figures: SpanFigures) -> Lines:
    """The sum beside that of the period before, of a year before and of the usual one."""
    before, year = figures.before, figures.year_before
    if before is None and year is None and not figures.averaged:
        return []
    parts = [
        t(
            "period-against-before",
            kind=figures.period.kind.value,
            change=change(figures.amount, before.amount if before else 0),
        )
    ]
    if year is not None and year.amount > 0:
        parts.append(t("period-against-year", percent=percent_of(figures.amount, year.amount)))
    average = figures.average
    if average is not None and average > 0:
        parts.append(
            t(
                "period-against-average",
                kind=figures.period.kind.value,
                count=len(figures.averaged),
                percent=percent_of(figures.amount, average),
            )
        )
    line = t("period-comparison", partly=int(not figures.is_over), parts=tuple(parts))
    return [("comparison", line)]


def best_day_line(figures: SpanFigures) -> Lines:
    """The day with the highest sum; of a single day with any there is no best."""
    best = figures.best_day
    if best is None or len(figures.days) < 2 or best.amount <= 0:
        return []
    share = best.amount * WHOLE // figures.amount if figures.amount > 0 else 0
    line = t(
        "period-best-day",
        date=f"{best.first:%m-%d}",
        weekday=weekday(best.first),
        amount=format_short(best.amount),
        orders=best.orders,
        kind=figures.period.kind.value,
        percent=share if DAY_SHARE[figures.period.kind] <= share <= WHOLE else 0,
    )
    return [("best_day", line)]


def board_of(figures: SpanFigures, name: Namer) -> Lines:
    """The best members."""
    places = [place for place in figures.places if place.amount > 0]
    lines = board_lines(places, name, BEST, is_told_of_more=False)
    return [("board", line) for line in lines]


def progress_lines(figures: SpanFigures, name: Namer) -> Lines:
    """Who got ahead of their own usual day."""
    if not figures.progressed:
        return []
    shown = tuple(_ahead(each, name) for each in figures.progressed[:AHEAD])
    return [("progress", t("period-progress", shown=shown))]


def _ahead(each: Progress, name: Namer) -> T:
    more = (each.value - AS_BEFORE) // 100
    far = more > TELLING_PERCENT
    return t(
        "period-ahead",
        name=name(each.member_id),
        far=int(far),
        percent=TELLING_PERCENT if far else more,
    )


def opener_lines(figures: SpanFigures, people: Roster, *, is_named: bool) -> Lines:
    """How many sold, beside the period before; who sold for the first time, and who did not."""
    new = tuple(namer(people)(i) for i in figures.newcomers[:NEW])
    line = t(
        "period-openers",
        kind=figures.period.kind.value,
        sold=figures.sold,
        expected=figures.expected,
        before=figures.sold_before if figures.before is not None else 0,
        new=new,
        count=len(figures.newcomers),
        more=len(figures.newcomers) - len(new),
    )
    lines: Lines = [("openers", line)]
    if is_named and figures.idle:
        names = tuple(people.name(i) for i in figures.idle[:IDLE])
        more = len(figures.idle) - len(names)
        lines.append(("idle", t("period-idle", names=names, more=more)))
    return lines


def product_lines(mix: Mix) -> Lines:
    """Which products were sold most, and what share of the pieces that reports named."""
    if not mix.pieces:
        return []
    shown = tuple(
        t(
            "period-product",
            product=_short(product),
            pieces=pieces,
            percent=round(pieces * 100 / mix.pieces),
        )
        for product, pieces in mix.products[:PRODUCTS]
    )
    return [("products", t("period-products", pieces=mix.pieces, shown=shown))]


def _short(text: str) -> str:
    return text if len(text) <= PRODUCT else f"{text[: PRODUCT - 1]}…"


def customer_lines(customers: Customers, orders: int) -> Lines:
    """How many orders were of new and of returning customers, of how many it is known."""
    if not customers.known:
        return []
    line = t(
        "period-customers",
        known=customers.known,
        orders=max(orders, customers.known),
        new=customers.new,
        repeat=customers.repeat,
        percent=customers.repeat * 100 // customers.known,
    )
    return [("customers", line)]


def task_lines(tasks: TaskSpan | None, kind: PeriodKind, people: Roster) -> Lines:
    """What was done and what is late, in numbers; who did most."""
    if tasks is None or not (tasks.done or tasks.done_before or tasks.overdue):
        return []
    best: T | str = ""
    if tasks.best is not None and tasks.best[1] > 1:
        best = t("digest-tasks-best", name=people.name(tasks.best[0]), count=tasks.best[1])
    line = t(
        "period-tasks",
        kind=kind.value,
        done=tasks.done,
        before=tasks.done_before,
        overdue=tasks.overdue,
        best=best,
    )
    return [("done", line)]


def change_lines(rows: RowFigures, kind: PeriodKind, pending: int) -> Lines:
    """What was corrected, also in what the digest before told, and what is not confirmed yet."""
    lines: Lines = []
    if rows.changed.count:
        line = t("period-corrected", **_changed(rows.changed))
        lines.append(("corrections", line))
    if rows.changed_before.count:
        line = t("period-corrected-before", kind=kind.value, **_changed(rows.changed_before))
        lines.append(("corrections", line))
    if pending:
        lines.append(("pending", t("digest-pending", count=pending)))
    return lines


def _changed(changes: Changes) -> dict[str, int | str]:
    sign = "+" if changes.difference > 0 else ""
    return {"count": changes.count, "difference": f"{sign}{format_short(changes.difference)}"}
