"""Strategies and campaigns with their templates, reviews and changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "campaign_setting",
    "campaign_template",
    "campaign",
    "campaign_template_step",
    "plan_change",
    "strategy",
    "campaign_review",
    "plan_task",
    "campaign_review_line",
)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "campaign_setting",
        sa.Column("team_id", ID, nullable=False),
        sa.Column("slots", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_campaign_setting_team_id")),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_campaign_setting")),
    )
    op.create_table(
        "campaign_template",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_campaign_template_team_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_template")),
        sa.UniqueConstraint("team_id", "name", name="uq_campaign_template_name"),
    )
    op.create_table(
        "campaign",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("template", sa.String(length=20), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("target", ID, nullable=True),
        sa.Column("products", sa.Text(), nullable=False),
        sa.Column("owner_id", ID, nullable=False),
        sa.Column("slots", sa.String(length=60), nullable=False),
        sa.Column("reported", ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_campaign_by_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_campaign_owner_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_campaign_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("team_id", "number", name="uq_campaign_number"),
    )
    op.create_index("ix_campaign_state", "campaign", ["team_id", "state"], unique=False)
    op.create_table(
        "campaign_template_step",
        sa.Column("id", ID, nullable=False),
        sa.Column("template_id", ID, nullable=False),
        sa.Column("anchor", sa.String(length=5), nullable=False),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("member_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_campaign_template_step_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["campaign_template.id"],
            name=op.f("fk_campaign_template_step_template_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_template_step")),
    )
    op.create_index(
        "ix_campaign_template_step_of", "campaign_template_step", ["template_id"], unique=False
    )
    op.create_table(
        "plan_change",
        sa.Column("id", ID, nullable=False),
        sa.Column("letter", sa.String(length=2), nullable=False),
        sa.Column("subject", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(length=12), nullable=False),
        sa.Column("member_id", ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("tasks", sa.Text(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_plan_change_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_change")),
        sa.UniqueConstraint("letter", "subject", "n", name="uq_plan_change_n"),
    )
    op.create_table(
        "strategy",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("owner_id", ID, nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("metric", sa.String(length=16), nullable=False),
        sa.Column("product", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_strategy_by_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_strategy_owner_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_strategy_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strategy")),
        sa.UniqueConstraint("team_id", "number", name="uq_strategy_number"),
    )
    op.create_index("ix_strategy_state", "strategy", ["team_id", "state"], unique=False)
    op.create_table(
        "campaign_review",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("campaign_id", ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("posted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_campaign_review_by_id")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_review_campaign_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_campaign_review_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_review")),
    )
    op.create_index(
        "uq_campaign_review_draft",
        "campaign_review",
        ["campaign_id"],
        unique=True,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_table(
        "plan_task",
        sa.Column("letter", sa.String(length=2), nullable=False),
        sa.Column("subject", ID, nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("anchor", sa.String(length=5), nullable=False),
        sa.Column("offset", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_plan_task_task_id")),
        sa.PrimaryKeyConstraint("letter", "subject", "task_id", name=op.f("pk_plan_task")),
    )
    op.create_table(
        "campaign_review_line",
        sa.Column("id", ID, nullable=False),
        sa.Column("review_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("is_gone", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["campaign_review.id"], name=op.f("fk_campaign_review_line_review_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_review_line")),
        sa.UniqueConstraint("review_id", "n", name="uq_campaign_review_line_n"),
    )


def downgrade() -> None:
    """Take the tables away."""
    for table in reversed(TABLES):
        op.drop_table(table)
