"""D10, D11: the complete file goes to the review office; in hard cases that office is called in earlier."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.case import Case
from casework.domain.case_words import REVIEW
from casework.domain.receivers import REVIEW_KIND
from casework.usecases.writing import write
from shared.db import Reader
from shared.directory.paths import organ_of
from shared.directory.store import find_by_kind
from shared.http.models import Text
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.process import Changes, Step

FILE = frozenset({"filing_notice", "plan", "facts", "report_investigation"})
"""Papers without which a file is not complete. Rule: D10, ENF Art 55(1)."""


class SubmitToReview(Command):
    """移送审理 · what the file holds."""

    contents: Annotated[str, Text(0, 5000), Field(description="卷宗目录 · list of contents")] = ""


class InvolveReview(Command):
    """提请审理提前介入 · because the facts are basically clear, or their nature is in dispute."""

    reason: Annotated[str, Text(0, 5000), Field(description="理由，省略时取意见 · reason")] = ""


async def submit_to_review(step: Step[Case, SubmitToReview]) -> Changes:
    """Let the review office know of the case.

    Rule: D10, SoD-2.
    """
    await write(step, "case", "submission")
    return Changes(columns=await _called_in(step))


async def involve_review(step: Step[Case, InvolveReview]) -> Changes:
    """Let the review office know of the case before it is submitted.

    Rule: D11, ENF Art 55(2).
    """
    await write(step, "case", "early_involvement")
    return Changes(columns=await _called_in(step))


async def review_office(reader: Reader, case: Case) -> str | None:
    """Return the path of the office that reviews the cases of the organ a case is held in."""
    organ = organ_of(case.holder_path)
    offices = await find_by_kind(reader, REVIEW_KIND, within=organ)
    return next((one.path for one in offices if organ_of(one.path) == organ), None)


async def _called_in(step: Step[Case, Any]) -> dict[str, Any]:
    case = step.subject
    path = case.review_path or await review_office(step.tx, case)
    if path is not None and case.review_path is None:
        grant(step.tx, case.id, path, REVIEW, by=step.actor.id, since=step.at)
    return {"review_path": path}
