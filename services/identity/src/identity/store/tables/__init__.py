"""Identity's own tables, one module for each part."""

from __future__ import annotations

from shared.db.base import metadata_for_service

METADATA = metadata_for_service()
