"""Plans that come round by week or month."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def _recreate() -> str:
    """SQLite writes a table anew; others change it in place."""
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"


def upgrade() -> None:
    """Say how each plan comes round; those that stand come every day."""
    with op.batch_alter_table("schedule", recreate=_recreate()) as batch:
        batch.add_column(
            sa.Column("every", sa.String(length=10), server_default="day", nullable=False)
        )


def downgrade() -> None:
    """Take the column out."""
    with op.batch_alter_table("schedule", recreate=_recreate()) as batch:
        batch.drop_column("every")
