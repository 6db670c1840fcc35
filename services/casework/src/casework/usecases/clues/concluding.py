"""What others are told when a clue ends."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.clue import Clearing, Clue
from casework.domain.truth import TruthGrade
from casework.store.branches import verified_grade
from casework.store.clues.clues import FINDING, PROTECTION, REPORT, merged_into, origins
from casework.store.terms import end_terms
from shared.clocks import store as clocks
from shared.process.process import Changes, Step

Grade = Annotated[TruthGrade | None, Field(description="属实情况，省略时取核实结论 · truth grade")]


async def sources_told(step: Step[Clue, Any]) -> dict[str, list[str]]:
    """Return what feeds the clue as events tell it: reports, requests for protection, clues inspection handed over."""
    fed = {"report_ids": REPORT, "finding_ids": FINDING, "protection_request_ids": PROTECTION}
    return {
        name: [str(one) for one in await origins(step.tx, step.subject.id, kind)]
        for name, kind in fed.items()
    }


async def verified(step: Step[Clue, Any]) -> str | None:
    """Return the truth grade the clue's verification came to, if there was one."""
    return await verified_grade(step.tx, step.subject.verification_id)


async def concluded(step: Step[Clue, Any], grade: str | None, **columns: object) -> Changes:
    """Return the changes of a clue that ends with a truth grade, or without one where another organ will find it.

    Intake tells the reporters.

    A name that was reported without ground raises the question whether it must be cleared.

    Rule: A14, C8, 2.4.
    """
    await end_terms(step.tx, step.subject.id)
    for brought in await merged_into(step.tx, step.subject.id):
        await clocks.stop(step.tx, brought, ("DL-40",), at=step.at)
    told = await sources_told(step)
    reports = told["report_ids"]
    return Changes(
        columns={"truth_grade": grade, "concluded_on": step.today, "clearing": _asked(grade), **columns},
        event={
            "report_id": reports[0] if reports else None,
            **told,
            "truth_grade": grade,
            "way": columns.get("way") or step.subject.way,
            "concluded_on": step.today.isoformat(),
        },
    )


def _asked(grade: str | None) -> Clearing | None:
    return Clearing.TO_CONSIDER if grade in (TruthGrade.UNTRUE, TruthGrade.MISREPORT) else None
