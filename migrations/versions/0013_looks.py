"""The colours of a team's pictures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "team_look",
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("theme", sa.String(20), nullable=False),
        sa.Column("accent", sa.String(6), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_look_team_id")),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_team_look")),
    )


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("team_look")
