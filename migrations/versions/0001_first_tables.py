"""The first tables: messages, teams, the ledger and planned work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _create_received() -> None:
    op.create_table(
        "received",
        sa.Column("id", ID, nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("chat", sa.String(length=128), nullable=False),
        sa.Column("message", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received")),
        sa.UniqueConstraint(
            "platform", "account", "chat", "message", "kind", name="uq_received_key"
        ),
    )
    op.create_index(
        "ix_received_open",
        "received",
        ["state"],
        unique=False,
        sqlite_where=sa.text("state IN ('pending', 'held')"),
        postgresql_where=sa.text("state IN ('pending', 'held')"),
    )


def _create_running() -> None:
    op.create_table(
        "running",
        sa.Column("id", ID, nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("session", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_running")),
    )


def _create_team() -> None:
    op.create_table(
        "team",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("cutoff", sa.Integer(), nullable=False),
        sa.Column("auto_read", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=10), nullable=False),
        sa.Column("last_sale", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )


def _create_chat() -> None:
    op.create_table(
        "chat",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=True),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("native", sa.String(length=128), nullable=False),
        sa.Column("is_group", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_chat_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat")),
        sa.UniqueConstraint("platform", "account", "native", name="uq_chat_native"),
    )


def _create_job_run() -> None:
    op.create_table(
        "job_run",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("ran_at", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_job_run_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_run")),
        sa.UniqueConstraint("team_id", "job", "day", "n", name="uq_job_run_slot"),
    )


def _create_member() -> None:
    op.create_table(
        "member",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_member_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    op.create_index("ix_member_team", "member", ["team_id"], unique=False)


def _create_one_time_code() -> None:
    op.create_table(
        "one_time_code",
        sa.Column("id", ID, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("team_id", ID, nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_one_time_code_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_code")),
        sa.UniqueConstraint("hash", name=op.f("uq_one_time_code_hash")),
    )


def _create_product() -> None:
    op.create_table(
        "product",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("price", ID, nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_product_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("team_id", "name", name="uq_product_name"),
    )


def _create_schedule() -> None:
    op.create_table(
        "schedule",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.String(length=10), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_schedule_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule")),
        sa.UniqueConstraint("team_id", "job", name="uq_schedule_job"),
    )
    op.create_index("ix_schedule_due", "schedule", ["due_at"], unique=False)


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("details", sa.String(length=400), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_audit_member_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_audit_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_team", "audit", ["team_id"], unique=False)


def _create_catch_up() -> None:
    op.create_table(
        "catch_up",
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("tell_at", sa.BigInteger(), nullable=False),
        sa.Column("booked", sa.Integer(), nullable=False),
        sa.Column("amount", ID, nullable=False),
        sa.Column("unclear", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_catch_up_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_catch_up")),
    )


def _create_chain() -> None:
    op.create_table(
        "chain",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_chain_chat_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_chain_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain")),
        sa.UniqueConstraint("chat_id", "title", "day", name="uq_chain_title"),
    )


def _create_daily_report() -> None:
    op.create_table(
        "daily_report",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_daily_report_member_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_daily_report_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daily_report")),
        sa.UniqueConstraint("team_id", "member_id", "day", name="uq_daily_report_day"),
    )


def _create_identity() -> None:
    op.create_table(
        "identity",
        sa.Column("id", ID, nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("native", sa.String(length=128), nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_identity_member_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_identity_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        sa.UniqueConstraint("platform", "account", "native", "team_id", name="uq_identity_native"),
    )
    op.create_index("ix_identity_member", "identity", ["member_id"], unique=False)


def _create_member_alias() -> None:
    op.create_table(
        "member_alias",
        sa.Column("id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("alias", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_alias_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_alias")),
        sa.UniqueConstraint("member_id", "alias", name="uq_member_alias"),
    )


def _create_outgoing() -> None:
    op.create_table(
        "outgoing",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=True),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("delivery", sa.String(length=1), nullable=False),
        sa.Column("silent", sa.Integer(), nullable=False),
        sa.Column("answers", sa.String(length=160), nullable=True),
        sa.Column("reply_route", sa.String(length=40), nullable=False),
        sa.Column("reply_subject", ID, nullable=True),
        sa.Column("question_id", ID, nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("receipt", sa.String(length=160), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_outgoing_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing")),
        sa.UniqueConstraint("key", name="uq_outgoing_key"),
    )
    op.create_index(
        "ix_outgoing_open",
        "outgoing",
        ["chat_id"],
        unique=False,
        sqlite_where=sa.text("state IN ('queued', 'sending')"),
        postgresql_where=sa.text("state IN ('queued', 'sending')"),
    )
    op.create_index(
        "ix_outgoing_receipt",
        "outgoing",
        ["chat_id", "receipt"],
        unique=False,
        sqlite_where=sa.text("receipt IS NOT NULL"),
        postgresql_where=sa.text("receipt IS NOT NULL"),
    )


def _create_pending_sale() -> None:
    op.create_table(
        "pending_sale",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("proposals", sa.Text(), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_pending_sale_member_id")
        ),
        sa.ForeignKeyConstraint(["source"], ["received.id"], name=op.f("fk_pending_sale_source")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_pending_sale_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_sale")),
    )
    op.create_index(
        "ix_pending_sale_member", "pending_sale", ["team_id", "member_id"], unique=False
    )


def _create_question() -> None:
    op.create_table(
        "question",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name=op.f("fk_question_chat_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_question_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index("ix_question_open", "question", ["chat_id", "member_id", "state"], unique=False)


def _create_sale() -> None:
    op.create_table(
        "sale",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=8), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("recorded_by", ID, nullable=False),
        sa.Column("amount", ID, nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("customer", sa.String(length=64), nullable=True),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("received", ID, nullable=True),
        sa.Column("corrects_id", ID, nullable=True),
        sa.Column("source", ID, nullable=True),
        sa.ForeignKeyConstraint(["corrects_id"], ["sale.id"], name=op.f("fk_sale_corrects_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_sale_member_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["member.id"], name=op.f("fk_sale_recorded_by")),
        sa.ForeignKeyConstraint(["source"], ["received.id"], name=op.f("fk_sale_source")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_sale_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale")),
        sa.UniqueConstraint("team_id", "number", "revision", name="uq_sale_number"),
    )
    op.create_index("ix_sale_day", "sale", ["team_id", "day", "member_id"], unique=False)
    op.create_index(
        "uq_sale_corrects_id",
        "sale",
        ["corrects_id"],
        unique=True,
        sqlite_where=sa.text("corrects_id IS NOT NULL"),
        postgresql_where=sa.text("corrects_id IS NOT NULL"),
    )


def _create_sale_total() -> None:
    op.create_table(
        "sale_total",
        sa.Column("team_id", ID, nullable=False),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("amount", ID, nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_sale_total_member_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_sale_total_team_id")),
        sa.PrimaryKeyConstraint(
            "team_id", "period", "first", "member_id", name=op.f("pk_sale_total")
        ),
        sqlite_with_rowid=False,
    )


def _create_stock_entry() -> None:
    op.create_table(
        "stock_entry",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("quantity", sa.String(length=40), nullable=False),
        sa.Column("amount", ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_stock_entry_member_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_stock_entry_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_entry")),
    )
    op.create_index("ix_stock_entry_member", "stock_entry", ["team_id", "member_id"], unique=False)


def _create_chain_line() -> None:
    op.create_table(
        "chain_line",
        sa.Column("id", ID, nullable=False),
        sa.Column("chain_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chain_id"], ["chain.id"], name=op.f("fk_chain_line_chain_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_chain_line_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_line")),
        sa.UniqueConstraint("chain_id", "member_id", "n", name="uq_chain_line"),
    )


def _create_sale_line() -> None:
    op.create_table(
        "sale_line",
        sa.Column("sale_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("product", sa.String(length=64), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", ID, nullable=True),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_sale_line_sale_id")),
        sa.PrimaryKeyConstraint("sale_id", "n", name=op.f("pk_sale_line")),
    )


def upgrade() -> None:
    """Create the tables, each after those it points to."""
    _create_received()
    _create_running()
    _create_team()
    _create_chat()
    _create_job_run()
    _create_member()
    _create_one_time_code()
    _create_product()
    _create_schedule()
    _create_audit()
    _create_catch_up()
    _create_chain()
    _create_daily_report()
    _create_identity()
    _create_member_alias()
    _create_outgoing()
    _create_pending_sale()
    _create_question()
    _create_sale()
    _create_sale_total()
    _create_stock_entry()
    _create_chain_line()
    _create_sale_line()


def downgrade() -> None:
    """Drop them in the opposite order."""
    for table in (
        "sale_line",
        "chain_line",
        "stock_entry",
        "sale_total",
        "sale",
        "question",
        "pending_sale",
        "outgoing",
        "member_alias",
        "identity",
        "daily_report",
        "chain",
        "catch_up",
        "audit",
        "schedule",
        "product",
        "one_time_code",
        "member",
        "job_run",
        "chat",
        "team",
        "running",
        "received",
    ):
        op.drop_table(table)
