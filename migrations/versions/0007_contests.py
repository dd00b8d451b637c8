"""Contests with sides, frozen rules and results."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "contest",
    "squad_member",
    "contest_member",
    "contest_event",
    "contest_proposal",
    "contest_result",
    "contest_prize",
)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "contest",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("start_at", sa.BigInteger(), nullable=False),
        sa.Column("end_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name=op.f("fk_contest_made_by")),
        sa.ForeignKeyConstraint(["source"], ["received.id"], name=op.f("fk_contest_source")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_contest_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest")),
        sa.UniqueConstraint("team_id", "number", name="uq_contest_number"),
    )
    op.create_index("ix_contest_state", "contest", ["team_id", "state", "end_at"])
    op.create_table(
        "squad_member",
        sa.Column("team_id", ID, nullable=False),
        sa.Column("squad", sa.String(length=20), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_squad_member_member_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_squad_member_team_id")),
        sa.PrimaryKeyConstraint("team_id", "squad", "member_id", name=op.f("pk_squad_member")),
    )
    op.create_table(
        "contest_member",
        sa.Column("contest_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("is_captain", sa.Integer(), nullable=False),
        sa.Column("target", ID, nullable=True),
        sa.Column("basis", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_member_contest_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_contest_member_member_id")
        ),
        sa.PrimaryKeyConstraint("contest_id", "member_id", name=op.f("pk_contest_member")),
    )
    op.create_table(
        "contest_event",
        sa.Column("id", ID, nullable=False),
        sa.Column("contest_id", ID, nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("member_id", ID, nullable=True),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_event_contest_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_contest_event_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_event")),
    )
    op.create_index("ix_contest_event_contest", "contest_event", ["contest_id", "id"])
    op.create_table(
        "contest_proposal",
        sa.Column("id", ID, nullable=False),
        sa.Column("contest_id", ID, nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("agreed", sa.Text(), nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_proposal_contest_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["member.id"], name=op.f("fk_contest_proposal_made_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_proposal")),
    )
    op.create_index("ix_contest_proposal_contest", "contest_proposal", ["contest_id", "state"])
    op.create_table(
        "contest_result",
        sa.Column("id", ID, nullable=False),
        sa.Column("contest_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("position", ID, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=10), nullable=False),
        sa.Column("decided_by", ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"], ["contest.id"], name=op.f("fk_contest_result_contest_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["member.id"], name=op.f("fk_contest_result_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_result")),
        sa.UniqueConstraint("contest_id", "n", name="uq_contest_result_n"),
    )
    op.create_table(
        "contest_prize",
        sa.Column("result_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("prize", sa.String(length=80), nullable=False),
        sa.Column("award", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_contest_prize_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["result_id"], ["contest_result.id"], name=op.f("fk_contest_prize_result_id")
        ),
        sa.PrimaryKeyConstraint("result_id", "member_id", name=op.f("pk_contest_prize")),
    )


def downgrade() -> None:
    """Take the tables away."""
    for table in reversed(TABLES):
        op.drop_table(table)
