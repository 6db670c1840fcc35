"""C4: what is known of the unit and the person a clue is about, for who assesses it; what was known is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.clue import Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE
from casework.store.clues.picture import About, Counting, Section, alike
from casework.store.papers import PAPERS
from casework.usecases.clues.ask_about_subject import ask_about_clue
from casework.usecases.clues.kept_pictures import PAPER, kept_picture, picture_of
from shared.audit.record import audit
from shared.db import Scope, Transaction
from shared.db.engine import Row
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Output
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class TakeUnitPicture(Input):
    """汇总单位总体情况 · whether others are asked too."""

    asks_others: Annotated[
        bool,
        Field(
            description="同时查询其他承办方是否掌握，查询会被记录并计入每日限次 · also ask whether others hold something"
        ),
    ] = False


class YearOut(Output):
    """Clues of one year in one state."""

    year: int
    state: str
    count: int


class SectionOut(Output):
    """What the caller may read about the unit, or about the person: this clue itself is left out."""

    clues: int
    clues_by_year: list[YearOut]
    clues_by_way: dict[str, int]
    clues_by_truth_grade: dict[str, int]
    clues_from_inspection: int
    cases_by_state: dict[str, int]
    persons_in_cases: int
    persons_by_form: dict[str, int]
    recommendations_by_state: dict[str, int]


class OthersOut(Output):
    """What others answered: whether somebody holds something open, and whom to ask. Never what."""

    answer: str
    contacts: list[str]


class UnitPictureOut(Output):
    """A picture: the version kept with the clue, its day and its hash, and what it shows."""

    version: int
    taken_on: date
    sha256: str
    units: list[str]
    unit: SectionOut
    subject: SectionOut
    others: OthersOut | None


async def take_unit_picture(desk: Desk, clue_id: UUID, body: TakeUnitPicture, call: Call) -> Answer:
    """Count what the caller may read, keep it with the clue unless it is as before, and return it.

    Raises: Problem `not_found`, `forbidden`, `rate_limited`.
    Rule: C4, ENF Art 21; C2, 1.4.
    """
    key, permission = idempotency.key_of(call, body), "clue:take_unit_picture"
    async with desk.db.reader(Scope("worker", at=call.at)) as reader:  # ids only
        asked = await alike(reader, clue_id)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        clue, _ = await load_for(tx, desk, desk.processes[CLUE.name], clue_id, call, permission, lock=True)
        counting = Counting(tx, desk.permissions, call, About(asked, clue.subject_organisations))
        picture = {"units": list(clue.subject_organisations), **await _counted(counting)}
        others = await ask_about_clue(tx, desk, clue, call) if body.asks_others else None
        audit(
            tx, call.actor, call.at, action=permission, object_type=CLUE.name, object_id=clue.id, rule="C4",
            request_id=call.request_id, details={"asks_others": body.asks_others},
        )  # fmt: skip
        kept = await _kept(tx, desk, clue, {**picture, "others": others}, call)
        answer = Answer(201, {**kept, **picture, "others": others})
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _counted(counting: Counting) -> dict[str, Any]:
    clues, cases = await counting.clues(), await counting.cases()
    forms, recommendations = await counting.forms(), await counting.recommendations()
    return {
        section.value: {
            **_of_clues(_in(section, clues)),
            "cases_by_state": _by("state", _in(section, cases)),
            "persons_in_cases": sum(int(row["persons"]) for row in _in(section, cases)),
            "persons_by_form": _by("form", _in(section, forms)),
            "recommendations_by_state": _by("state", _in(section, recommendations)),
        }
        for section in Section
    }


def _of_clues(rows: list[Row]) -> dict[str, Any]:
    years: Counter[tuple[int, str]] = Counter()
    for row in rows:
        years[row["year"], row["state"]] += row["count"]
    inspected = [row for row in rows if row["source"] == ClueSource.INSPECTION_TRANSFER]
    return {
        "clues": sum(row["count"] for row in rows),
        "clues_by_year": [
            {"year": year, "state": state, "count": count} for (year, state), count in sorted(years.items())
        ],
        "clues_by_way": _by("way", rows),
        "clues_by_truth_grade": _by("truth_grade", rows),
        "clues_from_inspection": sum(row["count"] for row in inspected),
    }


def _in(section: Section, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["section"] == section.value]


def _by(name: str, rows: Iterable[Row]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in rows:
        if row[name] is not None:
            found[row[name]] += row["count"]
    return dict(sorted(found.items()))


async def _kept(tx: Transaction, desk: Desk, clue: Clue, shown: dict[str, Any], call: Call) -> dict[str, Any]:
    """Keep the picture as a paper unless the newest shows the same; return which it is."""
    newest = await picture_of(tx, desk, clue.id)
    seen = {"held_by": clue.holder_path, "shows": shown}
    if newest is None or {**newest.fields, **seen} != newest.fields:
        fields = {"taken_on": call.today.isoformat(), **seen}
        await PAPERS.add(tx, desk.seals, (CLUE.name, clue.id), PAPER, fields, by=call.actor.id, at=call.at)
        await tx.flush()
    return await kept_picture(tx, desk, clue.id) or {}
