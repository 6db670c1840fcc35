"""D14, D15: what is decided about every person, after the principal leader and the standing committee."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from casework.domain.accountability import AccountabilityWay
from casework.domain.case import Case
from casework.domain.clue import CaseType
from casework.domain.four_forms import Form
from casework.domain.sanctions import CHANGES_POST
from casework.store.cases.cases import subjects_of
from casework.store.cases.outcomes import Outcome, add_outcome
from casework.store.cases.records import lift_restrictions
from casework.usecases.cases.measures_in import MeasuresIn
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

ADJUSTED = AccountabilityWay.ORGANISATIONAL_ADJUSTMENT


class DecideCase(Command):
    """作出处理决定 · the decision letter: facts, basis and remedy, and what is decided about every person."""

    facts: Annotated[str, Text(1, 20000), Field(description="违纪违法事实 · the facts")]
    basis: Annotated[str, Text(1, 5000), Field(description="处分种类和依据 · kind and basis")]
    remedy: Annotated[str, Text(1, 2000), Field(description="不服处分的申诉途径和期限 · remedy")]
    outcomes: Annotated[
        list[MeasuresIn], Field(max_length=50, description="处理结果 · one entry for each person")
    ] = []


async def decide_case(step: Step[Case, DecideCase]) -> Changes:
    """Keep the letter and what is decided; the restrictions end.

    Rule: D14, D15, DL-23, DL-24, DL-30, SANC Arts 45 and 52.
    """
    case, outcomes = step.subject, step.command.outcomes
    await write(step, "case", "decision")
    organisations = {one.id for one in await subjects_of(step.tx, case.id) if one.is_organisation}
    forms = [_add(step, one, is_organisation=one.subject_id in organisations) for one in outcomes]
    await lift_restrictions(step.tx, case.id, step.today)
    return Changes(
        columns={"decided_on": step.today},
        event={
            "clue_id": str(case.clue_id),
            "track": case.track,
            "decided_on": step.today.isoformat(),
            **_figures(outcomes, forms, len(organisations)),
        },
        no_clock=_idle(case, outcomes),
    )


async def decision_signs(step: Step[Case, DecideCase]) -> tuple[str, ...]:
    """Return S3 and S4, then the superior for members of the same level, then the Party committee where it has power.

    Rule: D14, D15, ENF Arts 55-56.
    """
    subjects = await subjects_of(step.tx, step.subject.id)
    superior = ("S6",) if any(one.is_same_level_member for one in subjects) else ()
    committee = ("S5",) if any(one.is_committee_managed for one in subjects) else ()
    return (*step.row.signs, *superior, *committee)


def _add(step: Step[Case, Any], given: MeasuresIn, *, is_organisation: bool) -> str | None:
    outcome = Outcome(
        case_id=step.subject.id,
        subject_id=given.subject_id,
        measures=given.measures,
        decided_on=step.today,
        lighter_factors=tuple(given.lighter_factors),
        heavier_factors=tuple(given.heavier_factors),
        is_organisation=is_organisation,
    )
    return add_outcome(step.tx, outcome, step.at)


def _figures(
    outcomes: Sequence[MeasuresIn], forms: Sequence[str | None], organisations: int
) -> dict[str, Any]:
    count = Counter(forms)
    return {
        "persons": len(outcomes) - organisations,
        "organisations_handled": organisations,
        "party_sanctioned": sum(one.party_sanction is not None for one in outcomes),
        "government_sanctioned": sum(bool(one.government_sanctions) for one in outcomes),
        "forms": {form.value: count[form.value] for form in Form},
        "confiscate": sum(one.confiscate for one in outcomes),
        "recover": sum(one.recover for one in outcomes),
    }


def _idle(case: Case, outcomes: Sequence[MeasuresIn]) -> frozenset[str]:
    """Name the deadlines that do not run in this case."""
    runs = {
        "DL-23": any(one.party_sanction for one in outcomes),
        "DL-24": any(one.measures.government_sanction in CHANGES_POST for one in outcomes),
        "DL-30": case.case_type == CaseType.ACCOUNTABILITY
        and any(one.organisational_handling or ADJUSTED in one.accountability_ways for one in outcomes),
    }
    return frozenset(rule for rule, is_running in runs.items() if not is_running)
