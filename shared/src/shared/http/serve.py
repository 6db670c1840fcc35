"""Run one service: the API on its port, health and metrics on another, one event loop, a clean stop."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import Callable
from typing import Any

import structlog
import uvicorn
import uvloop

from shared.http import ending

log = structlog.get_logger()
DRAIN_S = 10
NOTICE_S = 1.2
"""The gateway asks for readiness every second: so long requests are still taken after "not ready" is said."""
DOORS = 8
"""The loop lets in one caller at each door in each of its rounds; with one door, and long rounds, new ones wait long."""

_CLOSE = (b"connection", b"close")


class _Server(uvicorn.Server):
    """A uvicorn server that leaves signals to the runner, which has two of them."""

    def install_signal_handlers(self) -> None:
        """Do nothing."""

    def capture_signals(self) -> Any:
        """Do nothing, as a context manager."""
        from contextlib import nullcontext

        return nullcontext()


def _server(app: Any, host: str, port: int, *, lifespan: str) -> _Server:
    return _Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            loop="none",
            http="httptools",
            ws="none",
            lifespan=lifespan,  # type: ignore[arg-type]
            access_log=False,  # an access log line carries the caller's address
            log_config=None,
            proxy_headers=False,
            server_header=False,
            date_header=True,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=DRAIN_S,
            backlog=2048,
            h11_max_incomplete_event_size=65536,
        )
    )


def serve(make: Callable[[], tuple[Any, Any]], *, host: str, port: int, management_port: int) -> None:
    """Run until SIGTERM or SIGINT. `make` returns the API and the management app; the API owns the lifespan."""
    uvloop.run(_serve(make, host, port, management_port))


async def _serve(make: Callable[[], tuple[Any, Any]], host: str, port: int, management_port: int) -> None:
    api, management = make()
    servers = [
        _server(api, host, port, lifespan="on"),
        _server(management, host, management_port, lifespan="off"),
    ]
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, servers, management)
    gc.collect()
    gc.freeze()  # what start-up made lives for ever; full collections of it cost up to 60 ms each
    gc.set_threshold(50_000, 20, 50)
    log.info("listening", port=port)
    serving = [asyncio.create_task(server.serve(_doors(server))) for server in servers]
    await asyncio.wait(serving, return_when=asyncio.FIRST_COMPLETED)
    for server in servers:
        server.should_exit = True  # one that could not start, or stopped, takes the other along
    await asyncio.gather(*serving)
    log.info("stopped", port=port)
    if not servers[0].started:
        raise SystemExit(1)


def _doors(server: _Server) -> list[socket.socket]:
    """Return one listening socket several times over. Raises: SystemExit where the port is taken."""
    door = server.config.bind_socket()
    return [door, *(door.dup() for _ in range(DOORS - 1))]


def _stop(servers: list[_Server], management: Any) -> None:
    """Say "not ready"; answer on, but close each connection with its answer, so that few are idle at the end."""
    management.drain()
    ending.begin()
    for server in servers:
        server.config.encoded_headers.append(_CLOSE)  # every second the next line is made of these anew
        server.server_state.default_headers = [*server.server_state.default_headers, _CLOSE]
    asyncio.get_running_loop().call_later(NOTICE_S, _exit, servers)


def _exit(servers: list[_Server]) -> None:
    for server in servers:
        server.should_exit = True
