"""Badges, records and words of praise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "praise_plan",
        sa.Column("team_id", ID, nullable=False),
        sa.Column("is_on", sa.Integer(), nullable=False),
        sa.Column("per_day", sa.Integer(), nullable=False),
        sa.Column("big_amount", ID, nullable=True),
        sa.Column("badges", sa.Text(), nullable=False),
        sa.Column("swept_on", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_praise_plan_team_id")),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_praise_plan")),
    )
    op.create_table(
        "badge",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("level", ID, nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("value", ID, nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("sale", sa.Integer(), nullable=True),
        sa.Column("position", ID, nullable=False),
        sa.Column("snapshot", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_badge_member_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_badge_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badge")),
        sa.UniqueConstraint("member_id", "kind", "level", "period", name="uq_badge_level"),
        sa.UniqueConstraint("team_id", "number", name="uq_badge_number"),
    )
    op.create_index("ix_badge_day", "badge", ["team_id", "day"], unique=False)
    op.create_table(
        "member_best",
        sa.Column("member_id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("order_amount", ID, nullable=False),
        sa.Column("order_number", sa.Integer(), nullable=False),
        sa.Column("order_day", sa.String(length=10), nullable=False),
        sa.Column("day_amount", ID, nullable=False),
        sa.Column("day_on", sa.String(length=10), nullable=False),
        sa.Column("streak_days", sa.Integer(), nullable=False),
        sa.Column("streak_last", sa.String(length=10), nullable=False),
        sa.Column("told_on", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_best_member_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_member_best_team_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_member_best")),
    )
    op.create_table(
        "praise",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("sale", sa.Integer(), nullable=False),
        sa.Column("amount", ID, nullable=False),
        sa.Column("text", ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_praise_member_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_praise_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_praise")),
        sa.UniqueConstraint("team_id", "sale", name="uq_praise_sale"),
    )
    op.create_index("ix_praise_day", "praise", ["team_id", "day"], unique=False)
    op.create_index(
        "ix_praise_waiting",
        "praise",
        ["team_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "praise_text",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("added_by", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["member.id"], name=op.f("fk_praise_text_added_by")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_praise_text_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_praise_text")),
        sa.UniqueConstraint("team_id", "words", name="uq_praise_text_words"),
    )


def downgrade() -> None:
    """Take the tables away."""
    for table in ("praise_text", "praise", "member_best", "badge", "praise_plan"):
        op.drop_table(table)
