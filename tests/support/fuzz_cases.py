"""Requests made up from a document, good ones and bad ones: the same from the same document, every time.

For each operation there are two kinds: those at the limits of its schemas, in order, of which an even share is taken,
and those drawn at random from a fixed seed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.result import Err
from schemathesis.generation.case import Case
from schemathesis.generation.meta import CoverageScenario
from schemathesis.schemas import APIOperation, BaseSchema

from shared.sheets.listing import XLSX

BASE = "http://house"
SEED = 20260302
Operation = APIOperation[Any, Any, Any, Any]


BOTH = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@dataclass(frozen=True)
class Amount:
    """What is made up for an operation: just beyond its limits, good ones drawn, bad ones drawn; and who asks it.

    `all_limits` goes up to the limits as well, which takes three times as long to make up. Making up one takes as long
    as sending it to several `people` and judging their answers.
    """

    limits: int
    good: int
    bad: int = 0
    all_limits: bool = False
    people: int = 1


SMALL = Amount(limits=5, good=2)
LARGE = Amount(limits=10_000, good=20, bad=20, all_limits=True, people=3)


@schemathesis.serializer(XLSX)
def _workbook(_: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


def schema_of(document: Mapping[str, Any]) -> BaseSchema:
    """Return a document as schemathesis reads it, asked for at the service itself instead of the gateway."""
    schema = schemathesis.openapi.from_dict({**deepcopy(dict(document)), "servers": [{"url": BASE}]})
    schema.config.generation.update(with_security_parameters=False)
    return schema


def operations_of(schema: BaseSchema) -> list[Operation]:
    """Return every operation. Raises: InvalidSchema."""
    made: list[Operation] = []
    for found in schema.get_all_operations():
        if isinstance(found, Err):
            raise found.err()
        made.append(found.ok())
    return made


def cases_of(operation: Operation, amount: Amount) -> Iterator[Case[Any]]:
    """Yield the requests of one operation."""
    yield from _at_limits(operation, amount)
    yield from _drawn(operation, GenerationMode.POSITIVE, amount.good)
    yield from _drawn(operation, GenerationMode.NEGATIVE, amount.bad)


def _at_limits(operation: Operation, amount: Amount) -> list[Case[Any]]:
    made = list(
        operation.schema.iter_coverage_cases(
            operation,
            generation_modes=list(BOTH if amount.all_limits else BOTH[1:]),
            generation_config=operation.schema.config.generation_for(operation=operation),
        )
    )
    made = [case for case in made if not _tells_the_type_of_nothing(case)]
    step = max(1, -(-len(made) // amount.limits))
    return made[_own_number(operation) % step :: step]


def _tells_the_type_of_nothing(case: Case[Any]) -> bool:
    """Say whether all that is bad is the type of a body that is not there, which nobody reads."""
    scenario = getattr(case.meta.phase.data, "scenario", None) if case.meta is not None else None
    return scenario is CoverageScenario.MALFORMED_CONTENT_TYPE and not case.operation.body


def _own_number(operation: Operation) -> int:
    """Return a number of an operation's own, so that not all begin with the same kind of limit."""
    return sum(operation.label.encode())


def _drawn(operation: Operation, mode: GenerationMode, most: int) -> list[Case[Any]]:
    made: list[Case[Any]] = []
    if not most:
        return made

    @seed(SEED)
    @settings(
        max_examples=most, phases=[Phase.generate], database=None, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def draw(case: Case[Any]) -> None:
        made.append(case)

    with suppress(Unsatisfiable):  # what takes no input has no bad one
        draw()
    return made
