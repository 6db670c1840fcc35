"""A whole gateway as a process of its own, in front of stand-ins; what it writes is kept in one folder."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from joserfc import jwt
from joserfc.jwk import ECKey

from gateway.domain.routes import SERVICES
from gateway.handover import Handover

from tests.gateway.stub import Stub
from tests.gateway.wire import ask

READY_WITHIN_S = 20


def free_ports(count: int) -> list[int]:
    """Return ports nobody listens on just now."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


@dataclass
class Running:
    """One gateway and the services behind it."""

    folder: Path
    port: int
    management_port: int
    stubs: dict[str, Stub]
    key: ECKey
    process: asyncio.subprocess.Process
    environment: dict[str, str]

    @property
    def settings_file(self) -> Path:
        """What a reload reads again."""
        return self.folder / "gateway.env"

    def token(self, who: str) -> str:
        """Return a token that verifies."""
        claims = {"sub": who, "exp": int(time.time()) + 600}
        return jwt.encode({"alg": "ES256", "kid": "one", "typ": "at+jwt"}, claims, self.key)

    def officer(self, who: str = "officer-1") -> dict[str, str]:
        """Return the headers of an officer's request."""
        return {"Authorization": f"Bearer {self.token(who)}"}

    def written(self) -> str:
        """Return everything the gateway and Envoy wrote, configuration apart."""
        return "".join(path.read_text() for path in self.folder.glob("*.log"))

    async def settled(self, text: str = "") -> str:
        """Return what was written, once Envoy has had the time to write it."""
        for _ in range(40):
            if text and text in (written := self.written()):
                return written
            await asyncio.sleep(0.05)
        return self.written()

    async def readiness(self) -> dict[str, dict[str, str]]:
        """Return what the management port says."""
        found: dict[str, dict[str, str]] = (await ask(self.management_port, "/readyz")).json
        return found

    async def next(self, handover: Handover = Handover.TAKE) -> Running:
        """Start another gateway at the same door; return when it is ready. Raises: AssertionError if it never is."""
        pages_port, management_port = free_ports(2)
        environment = self.environment | {
            "GATEWAY_PAGES_PORT": str(pages_port),
            "GATEWAY_MANAGEMENT_PORT": str(management_port),
            "GATEWAY_RUN_DIR": str(self.folder / f"run-{management_port}"),
            "GATEWAY_HANDOVER": handover,
        }
        process = await spawn(self.folder, environment)
        one = Running(self.folder, self.port, management_port, self.stubs, self.key, process, environment)
        await _until_ready(one)
        return one

    async def stop(self, number: int = signal.SIGTERM) -> int:
        """End the gateway and return its exit code."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(number)
        async with asyncio.timeout(20):
            return await self.process.wait()


async def start_gateway(folder: Path, **wishes: str) -> Running:
    """Start the stand-ins and a gateway in front of them; return when it is ready."""
    port, pages_port, management_port, *others = free_ports(3 + 2 * len(SERVICES))
    pairs = zip(others[::2], others[1::2], strict=True)
    stubs = {service: Stub(*pair) for service, pair in zip(SERVICES, pairs, strict=True)}
    key = ECKey.generate_key("P-256", {"kid": "one", "use": "sig", "alg": "ES256"})
    stubs["identity"].jwks = json.dumps({"keys": [key.as_dict(private=False)]}).encode()
    await asyncio.gather(*(stub.start() for stub in stubs.values()))
    environment = {
        "PATH": os.environ["PATH"],
        "GATEWAY_PORT": str(port),
        "GATEWAY_PAGES_PORT": str(pages_port),
        "GATEWAY_MANAGEMENT_PORT": str(management_port),
        "GATEWAY_RUN_DIR": str(folder / "run"),
        "GATEWAY_SETTINGS_FILE": str(folder / "gateway.env"),
        **{
            f"GATEWAY_UPSTREAMS__{service.upper()}": f"127.0.0.1:{stub.port}/{stub.health_port}"
            for service, stub in stubs.items()
        },
        **wishes,
    }
    process = await spawn(folder, environment)
    gateway = Running(folder, port, management_port, stubs, key, process, environment)
    try:
        await _until_ready(gateway)
    except BaseException:
        await end_gateway(gateway)
        raise
    return gateway


async def spawn(folder: Path, environment: dict[str, str]) -> asyncio.subprocess.Process:
    """Start one gateway."""
    with (folder / "gateway.log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "gateway", env=environment, stdout=log, stderr=log, cwd=folder
        )


async def end_gateway(gateway: Running) -> None:
    """Stop the gateway, if it still runs, and the stand-ins."""
    if gateway.process.returncode is None:
        await gateway.stop()
    for stub in gateway.stubs.values():
        stub.release.set()
        await stub.stop()


async def _until_ready(gateway: Running) -> None:
    end = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < end and gateway.process.returncode is None:
        with contextlib.suppress(OSError, EOFError):
            if not (state := await gateway.readiness())["failed"] and not state["degraded"]:
                return
        await asyncio.sleep(0.05)
    raise AssertionError(f"not ready:\n{gateway.written()}")
