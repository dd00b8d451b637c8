"""What it takes to talk on several platforms: topics, edits, notices, handles, links by code."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


_REFERENCES = {"one_time_code": ("member_id", "member"), "pending_sale": ("chat_id", "chat")}


def _columns() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "chat": (
            sa.Column("state", sa.String(length=10), server_default="open", nullable=False),
            sa.Column("told", sa.Integer(), server_default="0", nullable=False),
            sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        ),
        "identity": (
            sa.Column("handle", sa.String(length=64), server_default="", nullable=False),
            sa.Column("display", sa.String(length=64), server_default="", nullable=False),
        ),
        "one_time_code": (sa.Column("member_id", ID, nullable=True),),
        "pending_sale": (sa.Column("chat_id", ID, nullable=True),),
        "outgoing": (
            sa.Column("topic", sa.String(length=40), server_default="", nullable=False),
            sa.Column("replaces", sa.String(length=160), nullable=True),
            sa.Column("notice_to", sa.String(length=160), nullable=True),
        ),
    }


def _recreate() -> str:
    """SQLite writes a table anew; others change it in place."""
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"


def upgrade() -> None:
    """Add the columns and the table of lines."""
    op.create_table(
        "line",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", name=op.f("pk_line")),
    )
    for table, columns in _columns().items():
        with op.batch_alter_table(table, recreate=_recreate()) as batch:
            for column in columns:
                batch.add_column(column)
            if table in _REFERENCES:
                column, target = _REFERENCES[table]
                name = op.f(f"fk_{table}_{column}")
                batch.create_foreign_key(name, target, [column], ["id"])


def downgrade() -> None:
    """Take them out."""
    op.drop_table("line")
    for table, columns in _columns().items():
        with op.batch_alter_table(table, recreate=_recreate()) as batch:
            if table in _REFERENCES:
                name = op.f(f"fk_{table}_{_REFERENCES[table][0]}")
                batch.drop_constraint(name, type_="foreignkey")
            for column in columns:
                batch.drop_column(column.name)
