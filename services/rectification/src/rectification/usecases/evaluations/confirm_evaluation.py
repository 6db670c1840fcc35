"""Chapter 8: the leading group confirms; the result is frozen with everything it was made of."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_result import digest, frozen, inputs_of
from rectification.domain.organization import InspectedOrganization
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.organization_lifecycle import OrganizationAction as O
from rectification.domain.scoring import Grade
from rectification.store.evaluations import FREEZE, score_about
from rectification.store.tables import EvaluationResultRow
from rectification.usecases.evaluations.follow_up_on_poor import follow_up_on_poor
from rectification.usecases.evaluations.moderate_evaluation import scored, under
from shared.audit.record import audit
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Changes, Process, Step
from shared.process.system import make_move


async def confirm_evaluation(step: Step[Evaluation, Command]) -> Changes:
    """Freeze the result, grade the organisation, and let the consequences of the grade poor begin: one transaction.

    Rule: chapter 8, points 6 to 8.
    """
    evaluation = step.subject
    index = await under(step.tx, evaluation)
    latest, ratios, veto, result = await scored(step.tx, evaluation, index)
    document = frozen(inputs_of(evaluation, index, latest, ratios, veto=veto), result)
    sha256 = digest(document)
    step.tx.add(
        EvaluationResultRow, evaluation_id=evaluation.id,
        inspected_organization_id=evaluation.inspected_organization_id, document=document, sha256=sha256,
        total=result.total, grade=result.grade.value, at=step.at,
    )  # fmt: skip
    audit(
        step.tx, step.actor, step.at, action=FREEZE, object_type="evaluation", object_id=evaluation.id,
        rule="8.6", details={"sha256": sha256.hex(), "total": str(result.total), "grade": result.grade.value},
    )  # fmt: skip
    organization = await _grade(step, evaluation)
    if result.grade is Grade.POOR:
        await follow_up_on_poor(step, organization, result.total)
    return Changes(
        columns={
            "total": result.total, "grade": result.grade.value, "confirmed_on": step.today, "result_sha256": sha256,
        },
        event={"organisation": evaluation.organisation_path, "grade": result.grade.value},
    )  # fmt: skip


async def _grade(step: Step[Evaluation, Any], evaluation: Evaluation) -> InspectedOrganization:
    process: Process[Any] = step.desk.processes[INSPECTED_ORGANIZATION.name]
    organization = await load_subject(step.tx, process, evaluation.inspected_organization_id, lock=True)
    await step.tx.flush()  # the organisation is graded by the result that was just written
    graded: InspectedOrganization = await make_move(
        step.tx, step.desk, process, organization, O.GRADE, Command()
    )
    return graded


async def grade_organization(step: Step[InspectedOrganization, Command]) -> Changes:
    """Write score and grade of the confirmed result to the organisation; nobody states them by hand.

    Rule: F12.
    """
    result = await score_about(step.tx, step.subject.id)
    if result is None:
        raise Refused("grade_missing")
    score: Decimal = result["total"]
    return Changes(columns={"score": score, "grade": result["grade"]}, event={"grade": result["grade"]})


async def apply_result(step: Step[Evaluation, Command]) -> Changes:
    """Hand the result to the organisation department for the annual appraisal. Rule: chapter 8, point 8."""
    return Changes(
        columns={"applied_on": step.today},
        event={"organisation": step.subject.organisation_path, "grade": step.subject.grade},
    )
