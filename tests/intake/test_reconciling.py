"""An insider with the database's own rights changes, deletes or slips in rows: each is found, and named."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from intake.domain.report import Report
from intake.store.tables import ContentRow, ReportRow
from shared.audit.tables import audit_entries
from shared.db import Database
from shared.process.create import create
from shared.process.reconcile import ACTION, CHANGED, DELETED, UNKNOWN, sweep
from shared.worker.reconciling import Reconciling

from tests.intake.usecases.story import GIFTS, WORKER, do, screened
from tests.support.cast import actor
from tests.support.figures import Figures
from tests.support.house import House

EDITS = 100
DICE = random.Random(20260302)  # noqa: S311 - the same edits every time
REPORTS: Any = ReportRow.__table__


async def found(house: House) -> dict[UUID, str]:
    async with house.desk.db.reader(WORKER) as reader:
        return {one.object_id: one.kind async for one in sweep(reader, house.desk.processes)}


async def filed(house: House, count: int) -> list[UUID]:
    """File reports the way the service does, quickly."""
    process, at = house.desk.processes["report"], house.clock.now()
    made = [
        Report(
            id=uuid4(), number=None, state="received", version=1, holder_path="city/city-petition",
            secrecy="work_secret", category="accusation", channel="letter", region="district-1", field=None,
            received_on=house.clock.today(), legal_regime="pet_2022", named_status="anonymous", problem_types=(),
        )
        for _ in range(count)
    ]  # fmt: skip
    async with house.desk.db.transaction(WORKER) as tx:
        for one in made:
            columns = {name: getattr(one, name) for name in Report.__dataclass_fields__}
            await create(
                tx, house.desk, process, one, rule="A1", action="receive", actor=actor("petition.city"), at=at,
                trigger_on=house.clock.today(),
                columns={**columns, "problem_types": [], "subject_organisations": [], "created_at": at},
            )  # fmt: skip
    return [one.id for one in made]


async def tamper(house: House, owner: Database, report: UUID) -> str:
    """Change one thing of one row, or delete it, as an insider would; return what that is called."""
    changes: list[dict[str, Any]] = [
        {"region": "district-2"}, {"state": "not_accepted"}, {"category": "complaint"}, {"truth_grade": "untrue"},
        {"received_on": house.clock.today() - timedelta(days=DICE.randint(1, 900))}, {"secrecy": "internal"},
        {"holder_path": "city/city-office-1"}, {"reporter_count": DICE.randint(1, 9)}, {"problem_types": ["x"]},
    ]  # fmt: skip
    async with owner.transaction(WORKER) as tx:
        await tx.run(
            sa.text("ALTER TABLE reports DISABLE TRIGGER reports_in_order")
        )  # owners can take any wall down
        if DICE.random() < 0.2:
            await tx.run(sa.delete(ReportRow).where(REPORTS.c.id == report))
            return DELETED
        await tx.run(sa.update(ReportRow).where(REPORTS.c.id == report).values(**DICE.choice(changes)))
    return CHANGED


async def test_of_a_hundred_edits_all_are_found_and_nothing_else(
    house: House, owner: Database, figures: Figures
) -> None:
    reports = await filed(house, 3 * EDITS)
    assert await found(house) == {}
    wanted = {one: await tamper(house, owner, one) for one in DICE.sample(reports, EDITS)}
    assert await found(house) == wanted
    figures.say(f"{len(wanted)} of {EDITS} edits by SQL found among {len(reports)} rows, no false alarm")


async def test_a_row_slipped_in_is_found(house: House, owner: Database) -> None:
    (report,) = await filed(house, 1)
    copied = uuid4()
    async with owner.transaction(WORKER) as tx:
        row = await tx.one(sa.select(REPORTS).where(REPORTS.c.id == report))
        kept = {name: value for name, value in dict(row).items() if not REPORTS.c[name].computed}
        tx.add(ReportRow, **{**kept, "id": copied})
    assert await found(house) == {copied: UNKNOWN}


async def test_the_service_s_own_moves_raise_no_alarm(house: House) -> None:
    _, report = await screened(house)
    await do(house, "petition.city", report, "transfer", to="city-office-1")
    assert await found(house) == {}


async def test_the_worker_names_the_row_in_the_log_once(house: House, owner: Database) -> None:
    reports = await filed(house, 3)
    await tamper(house, owner, reports[1])
    worker = Reconciling(house.desk)
    for _ in range(3):
        for _ in house.desk.processes:
            await worker.round()
        house.clock.move(timedelta(hours=1))
        await worker.round()
    async with house.desk.db.reader(WORKER) as reader:
        told = await reader.all(sa.select(audit_entries).where(audit_entries.c.action == ACTION))
    assert [one["object_id"] for one in told] == [str(reports[1])]


@pytest.mark.parametrize("harm", ["alter", "delete", "replace the text", "delete the text"])
async def test_a_signed_receipt_shows_that_a_report_was_touched(
    house: House, owner: Database, harm: str
) -> None:
    answer = (await house.public("submissions", GIFTS)).json()
    await house.seal()
    asked = {"signed_receipt": answer["signed_receipt"]}
    whole = (await house.public("receipts/verify", asked)).json()
    assert (whole["valid"], whole["included"], whole["intact"]) == (True, True, True)
    statement = {
        "alter": sa.update(ReportRow).values(category="complaint"),
        "delete": sa.delete(ReportRow),
        "replace the text": sa.update(ContentRow).values(content=b"\x01" * 80),
        "delete the text": sa.delete(ContentRow),
    }[harm]
    async with owner.transaction(WORKER) as tx:
        await tx.run(statement)
    touched = (await house.public("receipts/verify", asked)).json()
    assert (touched["valid"], touched["intact"]) == (True, False)


async def test_a_signed_receipt_of_no_day_is_refused(house: House) -> None:
    signed = (await house.public("submissions", GIFTS)).json()["signed_receipt"]
    for day in ("0000000000", "2026-02-30", "20260302"):
        answer = await house.public("receipts/verify", {"signed_receipt": {**signed, "received_on": day}})
        assert answer.status_code == 400, day
        assert [one["pointer"] for one in answer.json()["errors"]] == ["/signed_receipt/received_on"]
