"""The services that make up the set, and where each listens in a local run."""

from __future__ import annotations

from dataclasses import dataclass

GATEWAY_PORT = 8000
MANAGEMENT_OFFSET = 1000


@dataclass(frozen=True, slots=True)
class Service:
    """One service: its name is its package, its database, its migrations folder and its URL prefix."""

    name: str
    port: int
    has_database: bool = True

    @property
    def management_port(self) -> int:
        """Where health and metrics answer, never through the gateway."""
        return self.port + MANAGEMENT_OFFSET


SERVICES = (
    Service("gateway", 8100, has_database=False),
    Service("identity", 8101),
    Service("intake", 8102),
    Service("casework", 8103),
    Service("rectification", 8104),
)

WITH_DATABASE = tuple(service.name for service in SERVICES if service.has_database)


def named(name: str) -> Service:
    """Return one service. Raises: KeyError."""
    return {service.name: service for service in SERVICES}[name]
