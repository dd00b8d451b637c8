"""Finding the earlier orders of a customer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index the customers that a member sold to."""
    op.create_index(
        "ix_sale_customer",
        "sale",
        ["team_id", "member_id", "customer"],
        sqlite_where=sa.text("customer IS NOT NULL"),
        postgresql_where=sa.text("customer IS NOT NULL"),
    )


def downgrade() -> None:
    """Take the index away."""
    op.drop_index("ix_sale_customer", "sale")
