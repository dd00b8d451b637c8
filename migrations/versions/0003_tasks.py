"""Tasks with all that belongs to them, what members can and do, calendar, goals, reminders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "counter",
    "duty",
    "reminder",
    "stage",
    "duty_holder",
    "event",
    "goal",
    "leave",
    "member_profile",
    "member_skill",
    "member_wish",
    "task",
    "event_member",
    "task_change",
    "task_item",
    "task_link",
    "task_member",
    "task_need",
    "task_offer",
    "task_request",
    "task_stay",
    "task_tag",
)


def _recreate() -> str:
    """SQLite writes a table anew; others change it in place."""
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"


def upgrade() -> None:
    """Make the tables and add the quiet hours of a team."""
    with op.batch_alter_table("team", recreate=_recreate()) as batch:
        batch.add_column(
            sa.Column("quiet_from", sa.Integer(), server_default="1350", nullable=False)
        )
        batch.add_column(
            sa.Column("quiet_until", sa.Integer(), server_default="480", nullable=False)
        )
    op.create_table(
        "counter",
        sa.Column("team_id", ID, nullable=False),
        sa.Column("letter", sa.String(length=2), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_counter_team_id")),
        sa.PrimaryKeyConstraint("team_id", "letter", name=op.f("pk_counter")),
    )
    op.create_table(
        "duty",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_duty_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint("team_id", "name", name="uq_duty_name"),
    )
    op.create_table(
        "reminder",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("subject", ID, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_reminder_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("team_id", "job", "subject", "step", name="uq_reminder_step"),
    )
    op.create_index("ix_reminder_due", "reminder", ["due_at"], unique=False)
    op.create_table(
        "stage",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("workflow", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("wip", sa.Integer(), nullable=True),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_stage_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage")),
        sa.UniqueConstraint("team_id", "name", name="uq_stage_name"),
    )
    op.create_table(
        "duty_holder",
        sa.Column("duty_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("is_backup", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["duty_id"], ["duty.id"], name=op.f("fk_duty_holder_duty_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_duty_holder_member_id")
        ),
        sa.PrimaryKeyConstraint("duty_id", "member_id", name=op.f("pk_duty_holder")),
    )
    op.create_index("ix_duty_holder_member", "duty_holder", ["member_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("start_at", sa.BigInteger(), nullable=True),
        sa.Column("end_at", sa.BigInteger(), nullable=True),
        sa.Column("all_day", sa.Integer(), nullable=False),
        sa.Column("recurrence", sa.String(length=120), nullable=False),
        sa.Column("recurs_until", sa.String(length=10), nullable=True),
        sa.Column("everybody", sa.Integer(), nullable=False),
        sa.Column("is_private", sa.Integer(), nullable=False),
        sa.Column("created_by", ID, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["member.id"], name=op.f("fk_event_created_by")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_event_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("team_id", "number", name="uq_event_number"),
    )
    op.create_index("ix_event_team", "event", ["team_id", "state", "last"], unique=False)
    op.create_table(
        "goal",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", ID, nullable=True),
        sa.Column("metric", sa.String(length=16), nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("target", ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("set_by", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_goal_member_id")),
        sa.ForeignKeyConstraint(["set_by"], ["member.id"], name=op.f("fk_goal_set_by")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_goal_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("team_id", "number", name="uq_goal_number"),
    )
    op.create_index("ix_goal_span", "goal", ["team_id", "first", "last"], unique=False)
    op.create_table(
        "leave",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_by", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("cancelled", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_leave_member_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["member.id"], name=op.f("fk_leave_recorded_by")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_leave_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave")),
    )
    op.create_index("ix_leave_member", "leave", ["member_id", "last"], unique=False)
    op.create_table(
        "member_profile",
        sa.Column("member_id", ID, nullable=False),
        sa.Column("title", sa.String(length=32), nullable=False),
        sa.Column("muted_until", sa.BigInteger(), nullable=True),
        sa.Column("my_day", sa.Integer(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("off_days", sa.String(length=7), nullable=False),
        sa.Column("last_duty_at", sa.BigInteger(), nullable=True),
        sa.Column("experience_asked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_profile_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_member_profile")),
    )
    op.create_table(
        "member_skill",
        sa.Column("member_id", ID, nullable=False),
        sa.Column("skill", sa.String(length=32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_skill_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", "skill", name=op.f("pk_member_skill")),
    )
    op.create_table(
        "member_wish",
        sa.Column("member_id", ID, nullable=False),
        sa.Column("work", sa.String(length=32), nullable=False),
        sa.Column("liking", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_wish_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", "work", name=op.f("pk_member_wish")),
    )
    op.create_table(
        "task",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("due_day", sa.String(length=10), nullable=True),
        sa.Column("all_day", sa.Integer(), nullable=False),
        sa.Column("giver_id", ID, nullable=False),
        sa.Column("acceptor_id", ID, nullable=True),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("promised_to", ID, nullable=True),
        sa.Column("customer", sa.String(length=64), nullable=False),
        sa.Column("owners", sa.Integer(), nullable=False),
        sa.Column("recurrence", sa.String(length=120), nullable=False),
        sa.Column("recurs_from", sa.String(length=10), nullable=True),
        sa.Column("recurs_day", sa.String(length=10), nullable=True),
        sa.Column("recurs_at", sa.Integer(), nullable=True),
        sa.Column("recurs_until", sa.String(length=10), nullable=True),
        sa.Column("series_id", ID, nullable=True),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("stage_id", ID, nullable=True),
        sa.Column("stage_since", sa.BigInteger(), nullable=True),
        sa.Column("blocked", sa.String(length=200), nullable=False),
        sa.Column("returned", sa.Integer(), nullable=False),
        sa.Column("postponed", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("submitted_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("source", ID, nullable=True),
        sa.Column("origin", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["acceptor_id"], ["member.id"], name=op.f("fk_task_acceptor_id")),
        sa.ForeignKeyConstraint(["giver_id"], ["member.id"], name=op.f("fk_task_giver_id")),
        sa.ForeignKeyConstraint(["promised_to"], ["member.id"], name=op.f("fk_task_promised_to")),
        sa.ForeignKeyConstraint(["stage_id"], ["stage.id"], name=op.f("fk_task_stage_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_task_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("team_id", "number", name="uq_task_number"),
    )
    op.create_index("ix_task_closed", "task", ["team_id", "closed_at"], unique=False)
    op.create_index(
        "ix_task_open",
        "task",
        ["team_id", "due_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('open', 'doing', 'review', 'returned')"),
        postgresql_where=sa.text("state IN ('open', 'doing', 'review', 'returned')"),
    )
    op.create_index(
        "ix_task_promise",
        "task",
        ["team_id", "giver_id"],
        unique=False,
        sqlite_where=sa.text("kind = 'promise'"),
        postgresql_where=sa.text("kind = 'promise'"),
    )
    op.create_index(
        "ix_task_review",
        "task",
        ["team_id", "submitted_at"],
        unique=False,
        sqlite_where=sa.text("state = 'review'"),
        postgresql_where=sa.text("state = 'review'"),
    )
    op.create_index("ix_task_series", "task", ["series_id"], unique=False)
    op.create_index("ix_task_source", "task", ["source"], unique=False)
    op.create_index(
        "ix_task_column",
        "task",
        ["team_id", "state", "stage_id", "stage_since"],
        unique=False,
        sqlite_where=sa.text("state IN ('open', 'doing', 'review', 'returned')"),
        postgresql_where=sa.text("state IN ('open', 'doing', 'review', 'returned')"),
    )
    op.create_index(
        "ix_task_blocked",
        "task",
        ["team_id", "stage_since"],
        unique=False,
        sqlite_where=sa.text("state IN ('open', 'doing', 'review', 'returned') AND blocked != ''"),
        postgresql_where=sa.text(
            "state IN ('open', 'doing', 'review', 'returned') AND blocked != ''"
        ),
    )
    op.create_index(
        "ix_task_customer",
        "task",
        ["team_id", "customer"],
        unique=False,
        sqlite_where=sa.text("state IN ('open', 'doing', 'review', 'returned') AND customer != ''"),
        postgresql_where=sa.text(
            "state IN ('open', 'doing', 'review', 'returned') AND customer != ''"
        ),
    )
    op.create_table(
        "event_member",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_member_event_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_event_member_member_id")
        ),
        sa.PrimaryKeyConstraint("event_id", "member_id", name=op.f("pk_event_member")),
    )
    op.create_index("ix_event_member_member", "event_member", ["member_id"], unique=False)
    op.create_table(
        "task_change",
        sa.Column("id", ID, nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(length=12), nullable=False),
        sa.Column("member_id", ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_task_change_member_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_change_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_change")),
        sa.UniqueConstraint("task_id", "n", name="uq_task_change_n"),
    )
    op.create_index("ix_task_change_source", "task_change", ["source"], unique=False)
    op.create_table(
        "task_item",
        sa.Column("task_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("done_by", ID, nullable=True),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["member.id"], name=op.f("fk_task_item_done_by")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_item_task_id")),
        sa.PrimaryKeyConstraint("task_id", "n", name=op.f("pk_task_item")),
    )
    op.create_table(
        "task_link",
        sa.Column("task_id", ID, nullable=False),
        sa.Column("after_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["after_id"], ["task.id"], name=op.f("fk_task_link_after_id")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_link_task_id")),
        sa.PrimaryKeyConstraint("task_id", "after_id", name=op.f("pk_task_link")),
    )
    op.create_index("ix_task_link_after", "task_link", ["after_id"], unique=False)
    op.create_table(
        "task_member",
        sa.Column("task_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("is_open", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_task_member_member_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_member_task_id")),
        sa.PrimaryKeyConstraint("task_id", "member_id", name=op.f("pk_task_member")),
    )
    op.create_index(
        "ix_task_member_open",
        "task_member",
        ["member_id"],
        unique=False,
        sqlite_where=sa.text("is_open = 1"),
        postgresql_where=sa.text("is_open = 1"),
    )
    op.create_table(
        "task_need",
        sa.Column("task_id", ID, nullable=False),
        sa.Column("skill", sa.String(length=32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_need_task_id")),
        sa.PrimaryKeyConstraint("task_id", "skill", name=op.f("pk_task_need")),
    )
    op.create_table(
        "task_offer",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("backup_id", ID, nullable=True),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("reply", sa.String(length=200), nullable=False),
        sa.Column("is_free", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["member.id"], name=op.f("fk_task_offer_asked_by")),
        sa.ForeignKeyConstraint(["backup_id"], ["member.id"], name=op.f("fk_task_offer_backup_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_task_offer_member_id")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_offer_task_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_task_offer_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_offer")),
    )
    op.create_index("ix_task_offer_member", "task_offer", ["member_id", "state"], unique=False)
    op.create_index("ix_task_offer_task", "task_offer", ["task_id"], unique=False)
    op.create_table(
        "task_request",
        sa.Column("id", ID, nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("due_day", sa.String(length=10), nullable=False),
        sa.Column("all_day", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_task_request_member_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_request_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_request")),
    )
    op.create_index("ix_task_request_task", "task_request", ["task_id", "state"], unique=False)
    op.create_table(
        "task_stay",
        sa.Column("id", ID, nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("stage_id", ID, nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("left_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["stage_id"], ["stage.id"], name=op.f("fk_task_stay_stage_id")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_stay_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_stay")),
    )
    op.create_index("ix_task_stay_stage", "task_stay", ["stage_id", "left_at"], unique=False)
    op.create_index("ix_task_stay_task", "task_stay", ["task_id"], unique=False)
    op.create_table(
        "task_tag",
        sa.Column("task_id", ID, nullable=False),
        sa.Column("tag", sa.String(length=32), nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_tag_task_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_task_tag_team_id")),
        sa.PrimaryKeyConstraint("task_id", "tag", name=op.f("pk_task_tag")),
    )
    op.create_index("ix_task_tag_tag", "task_tag", ["team_id", "tag"], unique=False)


def downgrade() -> None:
    """Take them out."""
    for table in reversed(TABLES):
        op.drop_table(table)
    with op.batch_alter_table("team", recreate=_recreate()) as batch:
        batch.drop_column("quiet_until")
        batch.drop_column("quiet_from")
