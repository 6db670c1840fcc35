"""The papers of this service, sealed."""

from __future__ import annotations

from casework.store.tables.clues import PaperRow
from shared.papers import Papers

PAPERS = Papers(PaperRow.__table__)
