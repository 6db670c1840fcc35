"""Ties a child process to its parent, so that nothing is left running when the parent is killed; names it."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
_PR_SET_NAME = 15
_libc = ctypes.CDLL(None, use_errno=True)


def die_with(parent: int, number: int) -> Callable[[], None]:
    """Return what a child runs before its program: it gets the signal when its parent is gone (Linux only).

    The parent is the thread that started it, so only a thread that stays may start programs.
    """

    def bind() -> None:
        if hasattr(_libc, "prctl"):
            _libc.prctl(_PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:
            os._exit(1)

    return bind


def be_called(name: str) -> None:
    """Show this process under a name in `ps -o comm` and `top`; 15 bytes of it are kept (Linux only)."""
    if hasattr(_libc, "prctl"):
        _libc.prctl(_PR_SET_NAME, name.encode(), 0, 0, 0)
