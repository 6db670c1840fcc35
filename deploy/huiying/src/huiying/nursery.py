"""Starts Python programs by forking a process that has imported their libraries already.

Eight programs of this set, each started afresh on two cores, need 9 s of imports; forked, 2 s, and they share the
memory of what was imported. What runs is the same: `python -m <module>` in an environment of its own.

Run as `python -m huiying.nursery`: orders come as JSON lines on the standard input, reports go out the same way.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import runpy
import select
import signal
import sys
import traceback
from typing import Any, NoReturn

from huiying.kinship import be_called, die_with

PRELOADED = (
    "shared.service.main",
    "shared.worker.run",
    "sqlalchemy.dialects.postgresql.asyncpg",
    "uvicorn.protocols.http.httptools_impl",
)


def main() -> None:
    """Obey orders until the standard input ends; the children end with this process."""
    for name in PRELOADED:
        with contextlib.suppress(ImportError):  # the program that needs it will say so in its own log
            importlib.import_module(name)
    gc.collect()
    gc.freeze()  # so that collections in the children leave the shared memory alone
    waker, wakened = os.pipe()
    os.set_blocking(wakened, False)
    signal.set_wakeup_fd(wakened)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    orders = b""
    while True:
        ready, _, _ = select.select([0, waker], [], [])
        if waker in ready:
            os.read(waker, 4096)
            report_ends()
        if 0 in ready:
            received = os.read(0, 65536)
            if not received:
                return
            *lines, orders = (orders + received).split(b"\n")
            for line in lines:
                obey(json.loads(line), (waker, wakened))


def obey(order: dict[str, Any], ours: tuple[int, int]) -> None:
    """Start one program and report its process id."""
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        become(order, parent, ours)
    report({"order": order["order"], "pid": pid})


def become(order: dict[str, Any], parent: int, ours: tuple[int, int]) -> NoReturn:
    """Turn this fresh fork into the program. Never returns."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        die_with(parent, signal.SIGTERM)()
        be_called(order["module"])
        log = os.open(order["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(source, target)
        for descriptor in (log, nothing, *ours):
            os.close(descriptor)
        os.environ.clear()
        os.environ.update(order["environment"])
        if order["afresh"]:  # what this process has imported is of another release
            os.execve(sys.executable, [sys.executable, "-m", order["module"]], os.environ)  # noqa: S606
        sys.argv[:] = [order["module"]]
        runpy.run_module(order["module"], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = _exit_code(end)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def report_ends() -> None:
    """Report every child that ended."""
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            report({"ended": pid, "code": os.waitstatus_to_exitcode(status)})


def report(words: dict[str, int]) -> None:
    """Write one line to whoever gives the orders."""
    os.write(1, json.dumps(words).encode() + b"\n")


def _exit_code(end: SystemExit) -> int:
    if isinstance(end.code, int) or end.code is None:
        return end.code or 0
    print(end.code, file=sys.stderr)
    return 1


if __name__ == "__main__":
    main()
