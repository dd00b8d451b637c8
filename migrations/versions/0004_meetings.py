"""Meetings with agenda, reports, minutes and votes; what members learned; finding by words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.search_tables import SEARCH_INDEX

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "search_text",
    "experience",
    "meeting",
    "agenda_item",
    "experience_thanks",
    "meeting_change",
    "meeting_member",
    "meeting_report",
    "minutes",
    "speaker",
    "meeting_note",
    "minutes_line",
    "poll",
    "vote",
)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "search_text",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("subject", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("letters", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_search_text_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_text")),
        sa.UniqueConstraint("kind", "subject", name="uq_search_text_subject"),
    )
    op.create_table(
        "experience",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("tags", sa.String(length=200), nullable=False),
        sa.Column("sale", sa.Integer(), nullable=True),
        sa.Column("thanks", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_experience_member_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_experience_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience")),
        sa.UniqueConstraint("team_id", "number", name="uq_experience_number"),
    )
    op.create_index("ix_experience_team", "experience", ["team_id", "at"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("goal", sa.String(length=400), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("start_at", sa.BigInteger(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("recurrence", sa.String(length=120), nullable=False),
        sa.Column("recurs_from", sa.String(length=10), nullable=True),
        sa.Column("recurs_until", sa.String(length=10), nullable=True),
        sa.Column("recurs_at", sa.Integer(), nullable=True),
        sa.Column("recurs_day", sa.String(length=10), nullable=True),
        sa.Column("series_id", ID, nullable=True),
        sa.Column("everybody", sa.Integer(), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("link", sa.String(length=400), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("passcode", sa.String(length=40), nullable=False),
        sa.Column("lead_id", ID, nullable=False),
        sa.Column("created_by", ID, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("reached", sa.Integer(), nullable=True),
        sa.Column("item_id", ID, nullable=True),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["member.id"], name=op.f("fk_meeting_created_by")),
        sa.ForeignKeyConstraint(["lead_id"], ["member.id"], name=op.f("fk_meeting_lead_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_meeting_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("team_id", "number", name="uq_meeting_number"),
    )
    op.create_index(
        "ix_meeting_alive",
        "meeting",
        ["team_id", "start_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('planned', 'open')"),
        postgresql_where=sa.text("state IN ('planned', 'open')"),
    )
    op.create_index("ix_meeting_team", "meeting", ["team_id", "start_at"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("series_id", ID, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("owner_id", ID, nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("standing", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.Column("carried_to", ID, nullable=True),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_agenda_item_by_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_agenda_item_owner_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_agenda_item_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(
        "ix_agenda_item_meeting", "agenda_item", ["meeting_id", "position"], unique=False
    )
    op.create_index("ix_agenda_item_team", "agenda_item", ["team_id", "state"], unique=False)
    op.create_table(
        "experience_thanks",
        sa.Column("experience_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["experience_id"], ["experience.id"], name=op.f("fk_experience_thanks_experience_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_experience_thanks_member_id")
        ),
        sa.PrimaryKeyConstraint("experience_id", "member_id", name=op.f("pk_experience_thanks")),
    )
    op.create_table(
        "meeting_change",
        sa.Column("id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("verb", sa.String(length=12), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_change_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_meeting_change_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_change")),
    )
    op.create_index("ix_meeting_change_meeting", "meeting_change", ["meeting_id"], unique=False)
    op.create_table(
        "meeting_member",
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("excused", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_member_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_meeting_member_member_id")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "member_id", name=op.f("pk_meeting_member")),
    )
    op.create_index("ix_meeting_member_member", "meeting_member", ["member_id"], unique=False)
    op.create_table(
        "meeting_report",
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("blocker", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("nudged_at", sa.BigInteger(), nullable=True),
        sa.Column("handed_in_at", sa.BigInteger(), nullable=True),
        sa.Column("is_late", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_report_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_meeting_report_member_id")
        ),
        sa.PrimaryKeyConstraint("meeting_id", "member_id", name=op.f("pk_meeting_report")),
    )
    op.create_table(
        "minutes",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_minutes_by_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_meeting_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_minutes_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes")),
        sa.UniqueConstraint("meeting_id", "version", name="uq_minutes_version"),
    )
    op.create_index(
        "uq_minutes_draft",
        "minutes",
        ["meeting_id", "by_id"],
        unique=True,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_table(
        "speaker",
        sa.Column("id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_speaker_meeting_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_speaker_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker")),
    )
    op.create_index("ix_speaker_meeting", "speaker", ["meeting_id", "state"], unique=False)
    op.create_table(
        "meeting_note",
        sa.Column("id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("due_day", sa.String(length=10), nullable=True),
        sa.Column("all_day", sa.Integer(), nullable=False),
        sa.Column("task_id", ID, nullable=True),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("source", ID, nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_meeting_note_by_id")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_meeting_note_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_note_meeting_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_meeting_note_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_note")),
    )
    op.create_index("ix_meeting_note_meeting", "meeting_note", ["meeting_id"], unique=False)
    op.create_table(
        "minutes_line",
        sa.Column("id", ID, nullable=False),
        sa.Column("minutes_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("due_day", sa.String(length=10), nullable=True),
        sa.Column("all_day", sa.Integer(), nullable=False),
        sa.Column("recurrence", sa.String(length=120), nullable=False),
        sa.Column("doubts", sa.Text(), nullable=False),
        sa.Column("task_id", ID, nullable=True),
        sa.Column("prior_id", ID, nullable=True),
        sa.Column("source", ID, nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("is_gone", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["minutes_id"], ["minutes.id"], name=op.f("fk_minutes_line_minutes_id")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_minutes_line_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_line")),
        sa.UniqueConstraint("minutes_id", "n", name="uq_minutes_line_n"),
    )
    op.create_index("ix_minutes_line_source", "minutes_line", ["source"], unique=False)
    op.create_index("ix_minutes_line_task", "minutes_line", ["task_id"], unique=False)
    op.create_table(
        "poll",
        sa.Column("id", ID, nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("item_id", ID, nullable=True),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=True),
        sa.Column("result", sa.Integer(), nullable=True),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_poll_by_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_poll_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_poll_meeting_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_poll_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
        sa.UniqueConstraint("team_id", "number", name="uq_poll_number"),
    )
    op.create_index("ix_poll_meeting", "poll", ["meeting_id"], unique=False)
    op.create_table(
        "vote",
        sa.Column("poll_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_vote_member_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_vote_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "member_id", name=op.f("pk_vote")),
    )

    if op.get_bind().dialect.name == "sqlite":
        for statement in SEARCH_INDEX:
            op.execute(statement)


def downgrade() -> None:
    """Take them out."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index")
    for table in reversed(TABLES):
        op.drop_table(table)
