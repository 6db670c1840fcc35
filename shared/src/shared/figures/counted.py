"""What a process counts while it answers. Labels are codes of the catalogue, so their number is bounded."""

from __future__ import annotations

from prometheus_client import Counter, Gauge

REFUSALS = Counter("huiying_refusals_total", "Refused requests by code of the catalogue", ["code", "status"])
ROOM = Gauge("huiying_room", "How many requests may be under way at once, as far as it had to be found out")
