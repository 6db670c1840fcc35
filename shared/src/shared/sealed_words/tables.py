"""What sealed texts are searched by, apart from everything else and behind a wall of its own."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.db.base import MECHANISMS

sealed_words = sa.Table(
    "sealed_words",
    MECHANISMS,
    sa.Column("object_id", sa.Uuid, primary_key=True),
    sa.Column("field_group", sa.Text, primary_key=True),
    sa.Column("numbers", ARRAY(sa.Integer), nullable=False),
    sa.Index("ix_sealed_words_numbers", "numbers", postgresql_using="gin"),
)
"""`numbers` are cut keyed hashes of the pairs and words of an object's texts of one group; see `words`."""
