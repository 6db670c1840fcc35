"""Make a confirmed result again from what was frozen, and say whether anything was changed since."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.evaluation_result import digest, inputs_of
from rectification.domain.recomputing import differences, recompute
from rectification.store.evaluations import counting_marks, digest_in_the_log, evaluation_row, result_row
from rectification.store.indexes import IndexMissing
from rectification.usecases.evaluations.moderate_evaluation import kept_ratios, under
from shared.audit.record import audit
from shared.db import Reader
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class RecomputationOut(Output):
    """The result as it was frozen and as plain arithmetic gives it; `differences` names what does not agree."""

    evaluation_id: UUID
    formula: str
    sha256: str
    total: str
    grade: str
    recomputed_total: str
    recomputed_grade: str
    agrees: bool
    differences: list[str]


async def show_recomputation(desk: Desk, evaluation_id: UUID, call: Call) -> Answer:
    """Return the recomputation of a confirmed evaluation.

    Raises: Problem `not_found`, `forbidden`, `result_missing`.
    Rule: chapter 8, point 6.
    """
    process = desk.processes[EVALUATION.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        evaluation, _ = await load_for(
            tx, desk, process, evaluation_id, call, process.permission("recompute"), lock=False
        )
        shown = await recomputed(tx, evaluation)
        audit(
            tx, call.actor, call.at, action=process.permission("recompute"), object_type=process.name,
            object_id=evaluation_id, request_id=call.request_id, details={"agrees": shown["agrees"]},
        )  # fmt: skip
    return Answer(200, shown)


async def recomputed_by_id(reader: Reader, evaluation_id: UUID) -> dict[str, Any]:
    """Return the same for whoever runs the service. Raises: Problem `not_found`, `result_missing`."""
    evaluation = await evaluation_row(reader, evaluation_id)
    if evaluation is None:
        raise Problem("not_found")
    return await recomputed(reader, evaluation)


async def recomputed(reader: Reader, evaluation: Evaluation) -> dict[str, Any]:
    """Compare the frozen document with its own arithmetic, its digest, and the inputs as they lie now.

    Raises: Problem `result_missing` before the result was confirmed.
    """
    row = await result_row(reader, evaluation.id)
    if row is None:
        raise Problem("result_missing")
    document = row["document"]
    total, grade = recompute(document)
    found = [*differences(document), *await _changed(reader, evaluation, row)]
    return {
        "evaluation_id": str(evaluation.id),
        "formula": document["formula"],
        "sha256": digest(document).hex(),
        "total": str(row["total"]),
        "grade": row["grade"],
        "recomputed_total": f"{float(total):.1f}",
        "recomputed_grade": grade,
        "agrees": not found,
        "differences": found,
    }


async def _changed(reader: Reader, evaluation: Evaluation, row: Any) -> list[str]:
    """Name what was changed behind the service's back: the document, the figures beside it, an input.

    Whoever changes document and digests alike is found by the audit log, which keeps the digest and proves itself.
    """
    document, sha256 = row["document"], digest(row["document"])
    found = [] if sha256 == row["sha256"] == evaluation.result_sha256 else ["digest"]
    if await digest_in_the_log(reader, evaluation.id) != sha256.hex():
        found.append("audit_log")
    if (row["total"], row["grade"]) != (evaluation.total, evaluation.grade):
        found.append("evaluation")
    try:
        index = await under(reader, evaluation)
    except IndexMissing:
        return [*found, "index"]
    latest = await counting_marks(reader, evaluation)
    now = inputs_of(evaluation, index, latest, kept_ratios(evaluation), veto=document["veto"])
    return found + [f"inputs/{name}" for name, value in now.items() if value != document[name]]
