"""What officers, evaluators and the organisation see of an evaluation and of what follows from it.

An evaluator sees no mark of another before both have finished. The organisation sees score and items from the draft
report on, and never who gave which mark.

Rule: chapter 8, points 4 and 5.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from rectification.domain.evaluation import Evaluation, FollowUp, spreads
from rectification.domain.evaluation_index import EvaluationIndex, Source
from rectification.domain.evaluation_lifecycle import EvaluationState as S
from rectification.domain.scoring import LEAST_EVALUATORS
from rectification.store.evaluations import (
    discussed_by_all,
    discussions_of,
    latest_marks,
    mark_json,
    submissions_of,
)
from rectification.store.metrics import METRICS
from rectification.usecases.evaluations.moderate_evaluation import scored, under
from rectification.usecases.viewing import own_fields
from rectification.usecases.writing import opened_papers
from shared.db import Reader
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut

READ_MARKS = "evaluation:read_marks"
READ_CLUE_ITEMS = "evaluation:read_clue_items"
_REPORTED = frozenset({S.DRAFT_REPORT, S.OPINION_HEARD, S.CONFIRMED, S.APPLIED})
_SCORED = _REPORTED | {S.MODERATED}


class MarkOut(Output):
    """What one evaluator gave one item; no points where it could not be observed.

    `counts` says whether the score is made of it: not before its evaluator has finished, nor after leaving the team.
    """

    source: str
    item: str
    evaluator: str
    points: Decimal | None
    reason: str
    counts: bool


class RatioOut(Output):
    """What the system counted for an item, and the records it looked at.

    `unobserved` says why nothing was counted, in which case the item is left out of the score: `no_record_kept` where
    this service keeps none of its kind, `nothing_to_count` where there was none. Null where something was counted.
    """

    item: str
    metric: str
    numerator: int
    denominator: int
    records: list[str]
    unobserved: str | None


class ItemScoreOut(Output):
    """One item in the end, rounded for reading; the score itself is made of exact figures."""

    item: str
    name: str
    points: int
    daily: Decimal | None
    central: Decimal | None
    combined: Decimal | None


class DiscussionOut(Output):
    """A discussion of an item evaluators were far apart on."""

    source: str
    item: str
    record: str
    led_by: str
    at: Instant


class EvaluationOut(ObjectOut):
    """An evaluation. `spreads` are items still to be discussed, as `source/item`."""

    inspected_organization_id: UUID
    organisation: str
    index_code: str
    index_version: str
    daily_weight: Decimal
    central_weight: Decimal
    leader: str | None
    evaluators: list[str]
    draft_total: Decimal | None
    objected_on: date | None
    total: Decimal | None
    grade: str | None
    confirmed_on: date | None
    applied_on: date | None
    result_sha256: str | None
    marks: list[MarkOut]
    ratios: list[RatioOut]
    items: list[ItemScoreOut]
    discussions: list[DiscussionOut]
    spreads: list[str]
    papers: list[PaperOut]


class FollowUpOut(ObjectOut):
    """A consequence of the grade poor."""

    evaluation_id: UUID
    inspected_organization_id: UUID
    organisation: str
    kind: str
    reminder_id: UUID | None
    done_on: date | None
    papers: list[PaperOut]


async def view_evaluation(
    reader: Reader, desk: Desk, evaluation: Evaluation, viewer: Viewer
) -> dict[str, Any]:
    """Return what the viewer may see of it now."""
    sees_marks = desk.permissions.decide(viewer.actor, READ_MARKS, viewer.facts, viewer.at).allowed
    own = own_fields(evaluation)
    sha256 = evaluation.result_sha256
    shown = {
        **own,
        "result_sha256": sha256.hex() if sha256 else None,
        "evaluators": list(evaluation.evaluators),
    }
    shown |= {"marks": [], "ratios": [], "items": [], "discussions": [], "spreads": [], "papers": []}
    sees_score = sees_marks or evaluation.state in _REPORTED
    if not sees_score:
        shown["draft_total"] = None
    if viewer.brief:
        return shown
    shown["papers"] = await opened_papers(reader, desk, evaluation.id)
    if not sees_score:
        return shown
    index = await under(reader, evaluation)
    if sees_marks:
        shown |= await _marks(reader, evaluation, index, viewer)
    if evaluation.state in (_SCORED if sees_marks else _REPORTED):
        shown |= {
            "ratios": [_ratio(one) for one in evaluation.ratios],
            "items": await _items(reader, evaluation, index, viewer),
        }
        if not desk.permissions.decide(viewer.actor, READ_CLUE_ITEMS, viewer.facts, viewer.at).allowed:
            shown |= _without_clues(index, shown)
    return shown


async def _marks(
    reader: Reader, evaluation: Evaluation, index: EvaluationIndex, viewer: Viewer
) -> dict[str, Any]:
    latest = await latest_marks(reader, evaluation.id)
    submitted = await submissions_of(reader, evaluation.id)
    finished = _finished(evaluation, submitted)
    mine = {
        key: one
        for key, one in latest.items()
        if one.evaluator == viewer.actor.id
        or (one.source in finished and (one.source, one.evaluator) in submitted)
    }
    scoring = {key: one for key, one in mine.items() if evaluation.is_scored_by(one.source, one.evaluator)}
    discussed = await discussions_of(reader, evaluation.id)
    open_spreads = spreads(index, scoring) - await discussed_by_all(reader, evaluation.id)
    return {
        "marks": [
            mark_json(one, counts=key in scoring and (one.source, one.evaluator) in submitted)
            for key, one in sorted(mine.items())
        ],
        "spreads": [f"{source}/{item}" for source, item in sorted(open_spreads)],
        "discussions": [
            {
                "source": one["source"],
                "item": one["item"],
                "record": one["record"],
                "led_by": one["led_by"],
                "at": on_the_wire(one["at"]),
            }
            for one in discussed
        ],
    }


def _ratio(counted: dict[str, Any]) -> dict[str, Any]:
    nothing = "nothing_to_count" if counted["metric"] in METRICS else "no_record_kept"
    return {**counted, "unobserved": None if counted["denominator"] else nothing}


def _without_clues(index: EvaluationIndex, shown: dict[str, Any]) -> dict[str, Any]:
    """Leave out what would tell that clues were handed over."""
    of_clues = index.items_of_clues()
    return {part: [one for one in shown[part] if one["item"] not in of_clues] for part in ("ratios", "items")}


def _finished(evaluation: Evaluation, submitted: set[tuple[str, str]]) -> set[str]:
    """Return the sources in which everybody has finished."""
    daily = sum(source == Source.DAILY for source, _ in submitted) >= LEAST_EVALUATORS
    central = all((Source.CENTRAL.value, one) in submitted for one in evaluation.evaluators)
    return {source for source, done in (("daily", daily), ("central", central)) if done}


async def _items(
    reader: Reader, evaluation: Evaluation, index: EvaluationIndex, viewer: Viewer
) -> list[dict[str, Any]]:
    *_, result = await scored(reader, evaluation, index)
    english = viewer.language == "en"
    names = {one.code: one.name_en if english else one.name_zh for one in index.items()}
    return [
        {
            "item": one.code,
            "name": names[one.code],
            "points": one.points,
            "daily": for_reading(one.daily),
            "central": for_reading(one.central),
            "combined": for_reading(one.combined),
        }
        for one in result.items
    ]


def for_reading(exact: Fraction | None) -> Decimal | None:
    """Return what an item reached as it is read, with two decimals; the score is made of the exact figure."""
    return None if exact is None else round(Decimal(exact.numerator) / exact.denominator, 2)


async def view_follow_up(reader: Reader, desk: Desk, follow_up: FollowUp, viewer: Viewer) -> dict[str, Any]:
    """Return its own fields and, outside of lists, the written self-examination."""
    papers = [] if viewer.brief else await opened_papers(reader, desk, follow_up.id)
    return {**own_fields(follow_up), "papers": papers}
