"""What a tutorial builds: python-telegram-bot's Application over an asynchronous ORM."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes
from telegram.request import BaseRequest, RequestData

from benchmarks.crowd import PRODUCT, Report
from benchmarks.ledgers import ACCOUNT, NOW, PLATFORM, TODAY
from models.ledger import Sale, SaleLine, SaleTotal
from models.messages import Outgoing, Received
from models.team import Identity, Member, Team
from models.totals import KINDS
from models.values import Period

_ME = {"id": 1, "is_bot": True, "first_name": "bench", "username": "bench_bot"}


class NoNetwork(BaseRequest):
    """Answers the one question that an Application asks at its start, and no other."""

    @property
    def read_timeout(self) -> float | None:
        """No time limit."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, **_timeouts: Any
    ) -> tuple[int, bytes]:
        """Who the bot is."""
        if not url.endswith("getMe"):
            raise ConnectionError(url)
        return 200, json.dumps({"ok": True, "result": _ME}).encode()


class NaiveBot:
    """Takes updates one after the other, as Application does, with a session for each."""

    def __init__(self, file: Path, commands: int, contents: tuple[str, str]) -> None:
        self._engine = create_async_engine(f"sqlite+aiosqlite:///{file}")
        event.listen(self._engine.sync_engine, "connect", _durable)
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        self._contents = contents
        builder = Application.builder().token("1:bench").updater(None).job_queue(None)
        builder = builder.request(NoNetwork()).get_updates_request(NoNetwork())
        self._application = builder.build()
        for n in range(commands):
            name = "sale" if n == commands // 2 else f"other_{n}"
            self._application.add_handler(CommandHandler(name, self._sale))

    async def start(self) -> None:
        """Make ready to take updates."""
        await self._application.initialize()

    async def stop(self) -> None:
        """Close the database."""
        await self._application.shutdown()
        await self._engine.dispose()

    async def take(self, report: Report) -> None:
        """Take one update as the Bot API delivers it."""
        update = Update.de_json(_update(report), self._application.bot)
        await self._application.process_update(update)

    async def _sale(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        user = update.effective_user
        if message is None or user is None:
            return
        key = {
            "platform": PLATFORM,
            "account": ACCOUNT,
            "chat": str(message.chat_id),
            "message": str(message.message_id),
            "kind": "text",
        }
        async with self._sessions() as session, session.begin():
            if await session.scalar(select(Received.id).filter_by(**key)) is not None:
                return
            received = Received(**key, received_at=NOW, state="done", attempts=1)
            session.add(received)
            member = await _member(session, str(user.id), str(message.chat_id))
            await session.flush()
            await self._book(session, member, received.id, context.args or [])
            product = len(context.args or []) > 1
            session.add(
                Outgoing(
                    chat_id=member.team_id,
                    language="zh-CN",
                    content=self._contents[product],
                    delivery="A",
                    answers=key["message"],
                    state="queued",
                    created_at=NOW,
                )
            )

    async def _book(
        self, session: AsyncSession, member: Member, source: int, words: Sequence[str]
    ) -> None:
        prices = [int(word) * 100 for word in words if word.isdigit()]
        amount = prices[0] * prices[1] // 100 if len(prices) > 1 else prices[0]
        team = await session.get_one(Team, member.team_id)
        team.last_sale += 1
        sale = Sale(
            team_id=team.id,
            number=team.last_sale,
            revision=1,
            type="sale",
            member_id=member.id,
            recorded_by=member.id,
            amount=amount,
            orders=1,
            day=TODAY,
            at=NOW,
            source=source,
        )
        session.add(sale)
        await session.flush()
        if len(prices) > 1:
            quantity, price = prices[0] // 100, prices[1]
            session.add(
                SaleLine(sale_id=sale.id, n=0, product=PRODUCT, quantity=quantity, unit_price=price)
            )
        for period, kind in enumerate(KINDS):
            first = Period.of(kind, TODAY).first
            total = await session.get(SaleTotal, (team.id, period, first, member.id))
            if total is None:
                total = SaleTotal(
                    team_id=team.id,
                    period=period,
                    first=first,
                    member_id=member.id,
                    amount=0,
                    orders=0,
                )
                session.add(total)
            total.amount += amount
            total.orders += 1


async def _member(session: AsyncSession, person: str, chat: str) -> Member:
    query = select(Member).join(Identity, Identity.member_id == Member.id)
    found = await session.scalars(
        query.where(
            Identity.platform == PLATFORM,
            Identity.account == ACCOUNT,
            Identity.native == person,
            Identity.team_id == -int(chat),
        )
    )
    return found.one()


def _durable(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _update(report: Report) -> dict[str, Any]:
    words = f"{PRODUCT} {report.quantity} {report.price}" if report.has_product else report.price
    return {
        "update_id": report.n,
        "message": {
            "message_id": report.n,
            "date": int(NOW.timestamp()),
            "chat": {"id": -report.team, "type": "supergroup", "title": f"{report.team}队"},
            "from": {"id": report.member, "is_bot": False, "first_name": f"成员{report.member}"},
            "text": f"/sale {words}",
            "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
        },
    }
