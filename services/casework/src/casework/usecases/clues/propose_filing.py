"""D1: part of the facts and evidence is held, so a case is to be filed; here the clue ends and the case begins."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from casework.domain.case import Track as CaseTrack
from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import UPWARD
from casework.domain.truth import TruthGrade
from casework.usecases.cases.open_case import open_case
from casework.usecases.clues.concluding import Grade, concluded, verified
from casework.usecases.writing import write
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Track = Literal["party", "supervisory", "both"]


class ProposeFiling(Command):
    """提请立案 · the track and the filing report."""

    track: Annotated[Track, Field(description="立案类型 · Party case, supervisory case or both")] = "both"
    report: Annotated[str, Text(0, 20000), Field(description="立案呈批报告 · filing report")] = ""
    truth_grade: Grade = None


async def propose_filing(step: Step[Clue, ProposeFiling]) -> Changes:
    """Conclude the clue as one that leads to a case, and open the case.

    Of the clue the superior is told no more.

    Rule: D1, R-A5, ENF Art 37-38.
    """
    grade = step.command.truth_grade or await verified(step) or TruthGrade.TRUE
    await write(step, "clue", "filing")
    await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=(UPWARD,))
    case = await open_case(step, CaseTrack(step.command.track))
    changes = await concluded(step, grade, ground=step.command.track)
    return replace(changes, event={**changes.event, "case_id": str(case.id)})
