"""Run a service's API until it is told to stop."""

from __future__ import annotations

from shared.http.serve import serve
from shared.logging import configure
from shared.service.app import create_app
from shared.service.spec import ServiceSpec
from shared.settings import ServiceSettings


def run_service(spec: ServiceSpec, settings: ServiceSettings) -> None:
    """Serve the API and, on its own port, health and metrics."""
    configure(spec.name, settings.log_level)
    serve(
        lambda: create_app(spec, settings),
        host=settings.host,
        port=settings.port,
        management_port=settings.management_port,
    )
