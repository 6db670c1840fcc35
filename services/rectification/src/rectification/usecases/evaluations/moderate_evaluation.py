"""Chapter 8: the leader has spreads discussed, and ends the scoring; the system counts what it counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from pydantic import Field

from rectification.domain.evaluation import Counted, Evaluation
from rectification.domain.evaluation_index import EvaluationIndex
from rectification.domain.evaluation_result import result_of
from rectification.domain.metrics import counted
from rectification.domain.scoring import Result
from rectification.store.evaluations import counting_marks, proved_false
from rectification.store.indexes import index_of
from rectification.store.metrics import find_records
from rectification.store.tables import EvaluationDiscussionRow
from rectification.usecases.evaluations.give_marks import ItemCode, SourceCode
from shared.auth.rls import past_sight
from shared.db import Reader
from shared.http.models import Text
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class Discuss(Command):
    """合议分歧 · which item was discussed, and what was said. Its evaluators may mark it again."""

    source: SourceCode
    item: ItemCode
    record: Annotated[str, Text(5, 5000), Field(description="合议记录 · what was said")]


async def discuss(step: Step[Evaluation, Discuss]) -> Changes:
    """Keep the record. Rule: chapter 8, point 4."""
    command = step.command
    step.tx.add(
        EvaluationDiscussionRow, id=uuid7(), evaluation_id=step.subject.id, source=command.source,
        item=command.item, record=command.record, led_by=step.actor.id, at=step.at,
    )  # fmt: skip
    return Changes()


async def moderate(step: Step[Evaluation, Command]) -> Changes:
    """End the scoring: ratios are counted from the records as they stand, and kept with the records' ids.

    Rule: chapter 8, points 3 and 4.
    """
    evaluation = step.subject
    index = await under(step.tx, evaluation)
    ratios = await count_ratios(step.tx, evaluation, index)
    shown = [{**asdict(one), "records": list(one.records)} for one in ratios]
    latest = await counting_marks(step.tx, evaluation)
    result = result_of(evaluation, index, latest, ratios, veto=await has_veto(step.tx, evaluation))
    return Changes(columns={"ratios": shown, "draft_total": result.total})


async def under(reader: Reader, evaluation: Evaluation) -> EvaluationIndex:
    """Return the version of the index the evaluation was begun under."""
    return await index_of(reader, evaluation.index_code, evaluation.index_version)


async def count_ratios(tx: Reader, evaluation: Evaluation, index: EvaluationIndex) -> tuple[Counted, ...]:
    """Count every ratio item. Evaluators see the counts and ids, not the records themselves."""
    async with past_sight(tx):
        found = await find_records(tx, evaluation.inspected_organization_id)
    return counted(index, found)


async def has_veto(tx: Reader, evaluation: Evaluation) -> bool:
    """Say whether proved false rectification caps the total. Rule: chapter 8, point 7."""
    async with past_sight(tx):
        return await proved_false(tx, evaluation.inspected_organization_id)


def kept_ratios(evaluation: Evaluation) -> tuple[Counted, ...]:
    """Return what was counted when the marks were moderated."""
    return tuple(Counted(**{**one, "records": tuple(one["records"])}) for one in evaluation.ratios)


async def scored(
    tx: Reader, evaluation: Evaluation, index: EvaluationIndex
) -> tuple[dict[Any, Any], tuple[Counted, ...], bool, Result]:
    """Return the inputs of an evaluation as they stand beside its index, and the result they give."""
    latest, ratios = await counting_marks(tx, evaluation), kept_ratios(evaluation)
    veto = await has_veto(tx, evaluation)
    return latest, ratios, veto, result_of(evaluation, index, latest, ratios, veto=veto)
