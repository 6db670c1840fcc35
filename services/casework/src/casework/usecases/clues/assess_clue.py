"""C4: the handling office looks at the whole: the unit, the subject's history, four checks and two looks."""

from typing import Annotated

from pydantic import Field

from casework.domain.clue import CaseType, Clue
from casework.domain.clue_lifecycle import UPWARD
from casework.domain.gate import is_complete
from casework.domain.likeness import terms_of
from casework.store.terms import keep_terms, keyed_by
from casework.usecases.clues.bodies import ReportsUp
from casework.usecases.clues.kept_pictures import kept_picture
from casework.usecases.clues.sign_for_clue import signed_for
from casework.usecases.writing import write
from shared.clocks import store as clocks
from shared.http.models import Input, Text
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

_PAPER = {"opinion", "situation", "history", "gate"}


class GateAnswer(Input):
    """The answer to one question of the gate."""

    answer: Annotated[bool, Field(description="是否 · yes or no")]
    notes: Annotated[str, Text(0, 2000), Field(description="说明 · notes")] = ""


class Gate(Input):
    """四查两看 · the six questions; complete when all are answered."""

    facts_and_evidence: GateAnswer | None = None
    duty_and_responsibility: GateAnswer | None = None
    motive_and_gain: GateAnswer | None = None
    system_gaps: GateAnswer | None = None
    fault_tolerance: GateAnswer | None = None
    false_or_to_clear: GateAnswer | None = None


class AssessClue(Command):
    """分析研判 · the assessment; what is left out stays as it was."""

    situation: Annotated[
        str, Text(0, 5000), Field(description="单位总体情况 · the unit's overall situation")
    ] = ""
    history: Annotated[str, Text(0, 5000), Field(description="被反映人历史情况 · the subject's history")] = ""
    gate: Annotated[Gate | None, Field(description="四查两看 · four checks, two looks")] = None
    case_type: Annotated[CaseType | None, Field(description="问题性质 · kind of breach")] = None
    is_committee_managed: Annotated[
        bool | None, Field(description="党委管理的干部 · a cadre managed by the Party committee")
    ] = None
    heads_lower_committee: Annotated[
        bool | None, Field(description="下一级党委主要负责人 · head of a next-lower Party committee")
    ] = None
    reports_up: ReportsUp | None = None
    subject_organisations: Annotated[
        list[Code] | None, Field(max_length=20, description="被反映人所在单位 · the subjects' units")
    ] = None


async def assess_clue(step: Step[Clue, AssessClue]) -> Changes:
    """Keep the assessment as a paper, and what it says about the subject where signing depends on it.

    It names the picture of the unit that was taken for it, with its day and hash.

    Who assesses what nobody of the office has signed for yet has received it, and signs for it with this.

    Rule: C3, C4, 4.4, R-A5.
    """
    command = step.command
    fields = command.model_dump(include=_PAPER, exclude_none=True)
    if (picture := await kept_picture(step.tx, step.desk, step.subject.id)) is not None:
        fields["unit_picture"] = picture
    await write(step, "clue", "assessment", fields)
    given = command.model_dump(exclude=_PAPER, exclude_none=True)
    if command.subject_organisations:
        keyed = keyed_by(step.desk.seals)
        await keep_terms(step.tx, step.subject.id, terms_of(keyed, units=command.subject_organisations))
    if command.gate is not None:
        given["gate_is_complete"] = is_complete(command.gate.model_dump(exclude_none=True))
    is_news = bool(command.reports_up) and not step.subject.reports_up
    if step.subject.signed_for_at is None:
        given |= signed_for(step)
    if command.reports_up is False:
        await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=(UPWARD,))
    return Changes(columns=given, no_clock=frozenset() if is_news else frozenset({UPWARD}))
