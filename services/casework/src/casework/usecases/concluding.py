"""What others are told when a clue ends."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.truth import TruthGrade
from casework.store.branches import verified_grade
from casework.store.clues import FINDING, REPORT, origins
from shared.process.process import Changes, Step

Grade = Annotated[TruthGrade | None, Field(description="属实情况，省略时取核实结论 · truth grade")]


async def report_ids_of(step: Step[Clue, Any]) -> list[str]:
    """Return the ids of the reports that feed the clue."""
    return [str(one) for one in await origins(step.tx, step.subject.id, REPORT)]


async def verified(step: Step[Clue, Any]) -> str | None:
    """Return the truth grade the clue's verification came to, if there was one."""
    return await verified_grade(step.tx, step.subject.verification_id)


async def concluded(step: Step[Clue, Any], grade: str, **columns: object) -> Changes:
    """Return the changes of a clue that ends with a truth grade; intake tells the reporters.

    Rule: A14, 2.4.
    """
    reports = await report_ids_of(step)
    findings = [str(one) for one in await origins(step.tx, step.subject.id, FINDING)]
    return Changes(
        columns={"truth_grade": grade, "concluded_on": step.today, **columns},
        event={
            "report_id": reports[0] if reports else None,
            "report_ids": reports,
            "finding_ids": findings,
            "truth_grade": grade,
            "way": columns.get("way") or step.subject.way,
            "concluded_on": step.today.isoformat(),
        },
    )
