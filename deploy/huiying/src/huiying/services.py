"""The services that make up the set, and where each listens in a local run."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass

PORT_OFFSET = int(os.environ.get("HUIYING_PORT_OFFSET") or 0)  # lets a second set run beside the first
GATEWAY_PORT = 8000 + PORT_OFFSET
POSTGRES_PORT = 54329 + PORT_OFFSET
EXAMPLES_PORT = 8090 + PORT_OFFSET
"""Where `make pages` serves the example pages; a local gateway lets them call it."""
MANAGEMENT_OFFSET = 1000
SPARE_OFFSET = 100
"""Where a second process of a service answers while the first is replaced."""


@dataclass(frozen=True, slots=True)
class Service:
    """One service: its name is its package, its database, its migrations folder and its URL prefix."""

    name: str
    usual_port: int
    has_database: bool = True

    @property
    def port(self) -> int:
        """Where the API answers."""
        return self.usual_port + PORT_OFFSET

    @property
    def management_port(self) -> int:
        """Where health and metrics answer, never through the gateway."""
        return self.port + MANAGEMENT_OFFSET

    @property
    def spare_port(self) -> int:
        """Where a second process of the service answers while the first is replaced."""
        return self.port + SPARE_OFFSET

    @property
    def spare_management_port(self) -> int:
        """Where health and metrics of that second process answer."""
        return self.spare_port + MANAGEMENT_OFFSET


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


def taken_ports() -> list[int]:
    """Return the ports of the set that another program listens on now."""
    ports = [GATEWAY_PORT]
    for service in SERVICES:
        ports += [service.port, service.management_port, service.spare_port, service.spare_management_port]
    return [port for port in ports if is_taken(port)]


def is_taken(port: int) -> bool:
    """Say whether a program listens on a port of this machine now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
