"""Participants of events carry their sector."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("participants", sa.Column("sector", sa.Text(), nullable=False, server_default=""))
