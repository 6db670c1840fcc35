"""Moves the service makes by itself, inside a transaction that another service's event or a clock opened."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from shared.auth.permissions import ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.db import Transaction
from shared.process.bodies import Command
from shared.process.desk import Desk, system_call
from shared.process.perform import carry_out, prepare
from shared.process.process import Process


async def make_move(
    tx: Transaction, desk: Desk, process: Process[Any], subject: Any, action: StrEnum, command: Command
) -> Any:
    """Make a move of the system on a locked object; return the object after it.

    Raises: Problem with the code of the guard that refuses.
    """
    call = system_call(desk, route=f"system {process.name}:{action.value}")
    facts = ObjectFacts(str(subject.id), subject.holder_path, SecrecyLevel(subject.secrecy))
    step = await prepare(tx, desk, process, subject, facts, action.value, command, call)
    return await carry_out(process, step)
