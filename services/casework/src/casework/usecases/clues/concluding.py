"""What others are told when a clue ends."""

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.clue import Clearing, Clue
from casework.domain.truth import TruthGrade, altogether
from casework.store.branches import verified_grade
from casework.store.clues.clues import FINDING, PROTECTION, REPORT, all_origins, merged_into
from casework.store.clues.uses import grades_of_others, lock_uses, open_uses
from casework.store.terms import end_terms
from shared.auth.rls import past_sight
from shared.clocks import store as clocks
from shared.process.process import Changes, Step

_FED = {"report_ids": REPORT, "finding_ids": FINDING, "protection_request_ids": PROTECTION}

Grade = Annotated[TruthGrade | None, Field(description="属实情况，省略时取核实结论 · truth grade")]


async def sources_told(step: Step[Clue, Any], goes_on: Mapping[UUID, str | None]) -> dict[str, Any]:
    """Return what feeds the clue as events tell it: reports, requests for protection, clues inspection handed over.

    `used_by` says of each which open clues use it from now on, and the office that has each: others, and this clue
    where it `goes_on`. What nobody uses is left out.

    Rule: A13.
    """
    fed = await all_origins(step.tx, step.subject.id)
    told: dict[str, Any] = {name: [str(one) for one in fed[kind]] for name, kind in _FED.items()}
    async with past_sight(step.tx):  # the clues of one report may lie with several offices
        await lock_uses(step.tx, step.subject.id)
        others = await open_uses(step.tx, step.subject.id)
    used = {one: {**others.get(UUID(one), {}), **goes_on} for name in _FED for one in told[name]}
    told["used_by"] = {
        one: {str(clue): office for clue, office in clues.items()} for one, clues in used.items() if clues
    }
    return told


async def verified(step: Step[Clue, Any]) -> str | None:
    """Return the truth grade the clue's verification came to, if there was one."""
    return await verified_grade(step.tx, step.subject.verification_id)


async def concluded(step: Step[Clue, Any], grade: str | None, **columns: object) -> Changes:
    """Return the changes of a clue that ends with a truth grade, or without one where another organ will find it.

    Intake tells the reporters, each once: a report that feeds another open clue is settled when that one ends.

    A name that was reported without ground raises the question whether it must be cleared.

    Rule: A13, A14, C8, 2.4.
    """
    await end_terms(step.tx, step.subject.id)
    for brought in await merged_into(step.tx, step.subject.id):
        await clocks.stop(step.tx, brought, ("DL-40",), at=step.at)
    told = await sources_told(step, {})
    settled = {name: [one for one in told[name] if one not in told["used_by"]] for name in _FED}
    reports = settled["report_ids"]
    return Changes(
        columns={"truth_grade": grade, "concluded_on": step.today, "clearing": _asked(grade), **columns},
        event={
            "report_id": reports[0] if reports else None,
            **told,
            **settled,
            "truth_grade": grade,
            "truth_grades": await _altogether(step, settled, grade),
            "way": columns.get("way") or step.subject.way,
            "concluded_on": step.today.isoformat(),
        },
    )


async def _altogether(
    step: Step[Clue, Any], settled: dict[str, list[str]], grade: str | None
) -> dict[str, str | None]:
    """Return how true what is settled turned out to be, where several clues found out about it."""
    if not any(settled.values()):
        return {}
    async with past_sight(step.tx):
        others = await grades_of_others(step.tx, step.subject.id)
    own = [grade] if grade else []
    return {
        one: altogether([*own, *others[UUID(one)]])
        for name in _FED
        for one in settled[name]
        if UUID(one) in others
    }


def _asked(grade: str | None) -> Clearing | None:
    return Clearing.TO_CONSIDER if grade in (TruthGrade.UNTRUE, TruthGrade.MISREPORT) else None
