"""Runs a gateway: Envoy, our pages beside it, health on its own port. SIGHUP reloads, SIGTERM drains."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog

from gateway.app import VERSION, create_app
from gateway.management import GatewayManagement
from gateway.process import Envoy, EnvoyFailed
from gateway.settings import Settings
from shared import logging
from shared.http.serve import serve

log = structlog.get_logger()
SETTINGS_FILE = (
    "GATEWAY_SETTINGS_FILE"  # what is written there, and not in the environment, a reload takes up
)


def read_settings() -> Settings:
    """Return the settings: the environment's, then those of the settings file."""
    return Settings(_env_file=os.environ.get(SETTINGS_FILE))


def run() -> None:
    """Run until SIGTERM or SIGINT."""
    settings = read_settings()
    logging.configure("gateway", settings.log_level)
    serve(
        lambda: assemble(settings),
        host=settings.pages_host,
        port=settings.pages_port,
        management_port=settings.management_port,
    )


def assemble(settings: Settings) -> tuple[Any, Any]:
    """Return the pages, which own Envoy's life, and the management endpoints."""
    envoy = Envoy(settings)

    @asynccontextmanager
    async def beside() -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        try:
            await envoy.start()
        except EnvoyFailed as error:
            log.error("envoy_failed", reason=str(error))
            await envoy.stop()
            loop.call_soon(sys.exit, 1)  # the server would go on without us, never ready
            raise
        reloads: set[asyncio.Task[None]] = set()

        def on_hangup() -> None:
            task = loop.create_task(_reload(envoy))
            reloads.add(task)
            task.add_done_callback(reloads.discard)

        loop.add_signal_handler(signal.SIGHUP, on_hangup)
        try:
            yield
        finally:
            await envoy.stop()

    return create_app(settings, beside), GatewayManagement(VERSION, envoy.admin)


async def _reload(envoy: Envoy) -> None:
    """Take up changed settings; a mistake in them leaves everything as it was."""
    try:
        await envoy.reload(read_settings())
    except (EnvoyFailed, ValueError) as error:
        log.error("reload_refused", error_type=type(error).__name__)
