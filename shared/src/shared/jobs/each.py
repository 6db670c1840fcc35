"""The same done to many objects in one job, each in a step of its own: what one refuses keeps none of the others.

What came of each stands in the job's result while it still runs. A worker that dies is followed by one that goes on
behind the last step that was committed, with what was noted so far.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from shared.db import Transaction
from shared.http.problems import Problem
from shared.jobs.job import Job
from shared.lifecycle import Refused

REFUSED = "refused"
Do = Callable[[Transaction, UUID], Awaitable[str]]
"""Does it to one object inside the step, and returns in a word what came of it."""


async def for_each(job: Job, objects: Sequence[UUID], do: Do) -> None:
    """Do it to all of them, in their order, and finish with how many came out how, and each one's outcome."""
    outcomes: list[dict[str, Any]] = list(job.result.get("items", []))[: job.position]
    for place, one in enumerate(objects[job.position :], job.position + 1):
        job.show(place, len(objects))
        try:
            async with job.step() as tx:
                told = {"id": str(one), "outcome": await do(tx, one), "code": None}
                _note(job, place, [*outcomes, told])
        except (Problem, Refused) as refused:
            told = {"id": str(one), "outcome": REFUSED, "code": refused.code}
            async with job.step():
                _note(job, place, [*outcomes, told])
        outcomes.append(told)
    async with job.step():
        job.finish(_result(outcomes))


def _note(job: Job, place: int, outcomes: list[dict[str, Any]]) -> None:
    job.reached(place)
    job.tell(_result(outcomes))


def _result(outcomes: list[dict[str, Any]]) -> dict[str, Any]:
    return {"counts": dict(Counter(one["outcome"] for one in outcomes)), "items": outcomes}
