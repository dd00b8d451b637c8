"""Goals of any measure, of groups, in a tree, with shares and milestones."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAMES = ("title", "subject", "unit", "replaces")
TABLES = ("goal_part", "goal_told", "goal_reading", "goal_split", "goal_share")


def _recreate() -> Literal["always", "never"]:
    """SQLite writes a table anew; others change it in place."""
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"


def upgrade() -> None:
    """Make the tables, and let a goal say of what and whose it is."""
    with op.batch_alter_table("goal", recreate=_recreate()) as goal:
        for name, length in (("title", 32), ("subject", 64), ("unit", 8)):
            words = sa.String(length=length)
            goal.add_column(sa.Column(name, words, server_default="", nullable=False))
        goal.add_column(sa.Column("replaces", sa.Integer(), nullable=True))
    op.create_table(
        "goal_part",
        sa.Column("goal_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_part_goal_id")),
        sa.PrimaryKeyConstraint("goal_id", "n", name=op.f("pk_goal_part")),
    )
    op.create_table(
        "goal_told",
        sa.Column("goal_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_told_goal_id")),
        sa.PrimaryKeyConstraint("goal_id", "kind", "n", name=op.f("pk_goal_told")),
    )
    op.create_table(
        "goal_reading",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_goal_reading_member_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_goal_reading_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_reading")),
    )
    op.create_index("ix_goal_reading_subject", "goal_reading", ["team_id", "subject", "day"])
    _drafts()


def _drafts() -> None:
    op.create_table(
        "goal_split",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=32), nullable=False),
        sa.Column("metric", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("unit", sa.String(length=8), nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("target", ID, nullable=False),
        sa.Column("basis", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_goal_split_made_by")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_goal_split_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_split")),
        sa.UniqueConstraint("team_id", "number", name="uq_goal_split_number"),
    )
    op.create_table(
        "goal_share",
        sa.Column("split_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("target", ID, nullable=False),
        sa.Column("base", ID, nullable=True),
        sa.Column("weight", ID, nullable=False),
        sa.Column("wish", ID, nullable=True),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_goal_share_member_id")),
        sa.ForeignKeyConstraint(
            ["split_id"], ["goal_split.id"], name=op.f("fk_goal_share_split_id")
        ),
        sa.PrimaryKeyConstraint("split_id", "member_id", name=op.f("pk_goal_share")),
    )


def downgrade() -> None:
    """Take the tables and columns away."""
    for table in reversed(TABLES):
        op.drop_table(table)
    with op.batch_alter_table("goal", recreate=_recreate()) as goal:
        for name in reversed(NAMES):
            goal.drop_column(name)
