"""D19: a duty crime goes to the procuratorate, with an opinion on indictment, the file and the property."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.domain.sanctions import Measures
from casework.store.cases.cases import subjects_of
from casework.store.cases.outcomes import Outcome, add_outcome, outcomes_of
from casework.store.cases.records import lift_restrictions
from casework.usecases.cases.subjects import SubjectId
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class TransferToProcuratorate(Command):
    """移送审查起诉 · whom, with what opinion, evidence and property."""

    subject_ids: Annotated[list[SubjectId], Field(min_length=1, max_length=50, description="移送人员 · whom")]
    procuratorate: Annotated[str, Line(1, 200), Field(description="人民检察院 · the procuratorate")]
    indictment_opinion: Annotated[str, Text(1, 20000), Field(description="起诉意见 · opinion on indictment")]
    evidence: Annotated[str, Text(0, 10000), Field(description="案卷和证据清单 · file and evidence")] = ""
    property_list: Annotated[str, Text(0, 10000), Field(description="涉案财物清单 · property")] = ""


async def transfer_to_procuratorate(step: Step[Case, TransferToProcuratorate]) -> Changes:
    """Keep the opinion; the persons transferred count in the fourth form from now on, organisations in none.

    Rule: D19, 17.4, SL Art 52.
    """
    case, transferred = step.subject, dict.fromkeys(step.command.subject_ids)
    await write(step, "case", "indictment_opinion")
    decided = await outcomes_of(step.tx, case.id)
    organisations = {one.id for one in await subjects_of(step.tx, case.id) if one.is_organisation}
    for subject_id in transferred:
        if (before := decided.get(subject_id)) is not None:
            outcome = before.next(source="transfer", is_transferred=True)
        else:
            outcome = Outcome(
                case.id, subject_id, Measures(), step.today, "transfer", is_transferred=True,
                is_organisation=subject_id in organisations,
            )  # fmt: skip
        add_outcome(step.tx, outcome, step.at)
    await lift_restrictions(step.tx, case.id, step.today)
    persons = len(transferred.keys() - organisations)
    return Changes(event={"clue_id": str(case.clue_id), "persons": persons})
