"""Rules of rewards and the awards made by them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "reward_rules",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("clauses", sa.Text(), nullable=False),
        sa.Column("budget", ID, nullable=True),
        sa.Column("payer_id", ID, nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=False),
        sa.Column("proposed_by", ID, nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_by", ID, nullable=True),
        sa.Column("start_at", sa.BigInteger(), nullable=True),
        sa.Column("start_day", sa.String(length=10), nullable=True),
        sa.Column("start_number", sa.Integer(), nullable=False),
        sa.Column("start_position", ID, nullable=False),
        sa.Column("end_at", sa.BigInteger(), nullable=True),
        sa.Column("end_day", sa.String(length=10), nullable=True),
        sa.Column("end_number", sa.Integer(), nullable=False),
        sa.Column("end_position", ID, nullable=False),
        sa.Column("ended_by", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["member.id"], name=op.f("fk_reward_rules_confirmed_by")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["member.id"], name=op.f("fk_reward_rules_ended_by")),
        sa.ForeignKeyConstraint(["payer_id"], ["member.id"], name=op.f("fk_reward_rules_payer_id")),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["member.id"], name=op.f("fk_reward_rules_proposed_by")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_reward_rules_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reward_rules")),
        sa.UniqueConstraint("team_id", "version", name="uq_reward_rules_version"),
    )
    op.create_index("ix_reward_rules_team", "reward_rules", ["team_id", "state"])
    op.create_index(
        "uq_reward_rules_active",
        "reward_rules",
        ["team_id"],
        unique=True,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    _make_awards()


def _make_awards() -> None:
    op.create_table(
        "award",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("rules_id", ID, nullable=True),
        sa.Column("clause", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(length=40), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("amount", ID, nullable=False),
        sa.Column("thing", sa.String(length=40), nullable=False),
        sa.Column("tier", ID, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("groundless", sa.Integer(), nullable=False),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("position", ID, nullable=False),
        sa.Column("payer_id", ID, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("paid_at", sa.BigInteger(), nullable=True),
        sa.Column("paid_by", ID, nullable=True),
        sa.Column("received_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_award_member_id")),
        sa.ForeignKeyConstraint(["paid_by"], ["member.id"], name=op.f("fk_award_paid_by")),
        sa.ForeignKeyConstraint(["payer_id"], ["member.id"], name=op.f("fk_award_payer_id")),
        sa.ForeignKeyConstraint(["rules_id"], ["reward_rules.id"], name=op.f("fk_award_rules_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_award_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award")),
        sa.UniqueConstraint("team_id", "key", name="uq_award_key"),
        sa.UniqueConstraint("team_id", "number", name="uq_award_number"),
    )
    op.create_index("ix_award_day", "award", ["team_id", "day"])
    op.create_index("ix_award_occasion", "award", ["rules_id", "clause", "occasion"])
    op.create_index("ix_award_state", "award", ["team_id", "state", "member_id"])


def downgrade() -> None:
    """Take the tables away."""
    op.drop_table("award")
    op.drop_table("reward_rules")
