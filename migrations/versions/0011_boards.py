"""Appeals, members who hide, orders that wait for a lead."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "board_member",
        sa.Column("member_id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("hidden_since", sa.BigInteger(), nullable=True),
        sa.Column("league", sa.String(length=4), nullable=False),
        sa.Column("came_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_board_member_member_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_board_member_team_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_board_member")),
    )
    op.create_index(op.f("ix_board_member_team_id"), "board_member", ["team_id"], unique=False)
    op.create_table(
        "appeal",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("appellant_id", ID, nullable=False),
        sa.Column("decider_id", ID, nullable=False),
        sa.Column("about", sa.String(length=12), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appellant_id"], ["member.id"], name=op.f("fk_appeal_appellant_id")
        ),
        sa.ForeignKeyConstraint(["decider_id"], ["member.id"], name=op.f("fk_appeal_decider_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_appeal_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
        sa.UniqueConstraint("team_id", "number", name="uq_appeal_number"),
    )
    op.create_index(
        "ix_appeal_open",
        "appeal",
        ["team_id"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "appeal_step",
        sa.Column("appeal_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(length=10), nullable=False),
        sa.Column("member_id", ID, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeal.id"], name=op.f("fk_appeal_step_appeal_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_appeal_step_member_id")
        ),
        sa.PrimaryKeyConstraint("appeal_id", "n", name=op.f("pk_appeal_step")),
    )
    op.create_index(
        "ix_sale_held",
        "sale",
        ["team_id"],
        unique=False,
        sqlite_where=sa.text("type = 'held'"),
        postgresql_where=sa.text("type = 'held'"),
    )


def downgrade() -> None:
    """Take the tables away."""
    op.drop_index("ix_sale_held", table_name="sale")
    for table in ("appeal_step", "appeal", "board_member"):
        op.drop_table(table)
