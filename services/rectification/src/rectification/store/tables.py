"""The tables of rectification. So far it has those of the mechanisms only, in its own database."""

from __future__ import annotations

from shared.db.base import metadata_for_service

METADATA = metadata_for_service()
