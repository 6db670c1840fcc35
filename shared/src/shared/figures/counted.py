"""What a process counts while it answers. Labels are codes of the catalogue, so their number is bounded."""

from __future__ import annotations

from prometheus_client import Counter

REFUSALS = Counter("huiying_refusals_total", "Refused requests by code of the catalogue", ["code", "status"])
