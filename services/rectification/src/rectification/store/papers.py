"""The papers of this service, sealed."""

from __future__ import annotations

from rectification.store.tables import PaperRow
from shared.papers import Papers

PAPERS = Papers(PaperRow.__table__)
