"""Each quarter every office is told which of its reports were repeated: once, without content, and acknowledged. A10."""

from __future__ import annotations

import asyncio
import io
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook

from intake.app import SPEC
from intake.domain.permissions import PERMISSIONS
from intake.domain.quarters import quarter_of
from intake.store.tables import ReportRow
from intake.store.tables.merging import DuplicateNoticeRow
from intake.usecases.merging.send_notices import send_notices
from shared.feed.tables import events
from shared.needtoknow.store import end
from shared.process.keeping_away import keep_away, let_back
from shared.recusal.store import Recusal
from shared.service.app import build_app, document_of

from tests.intake.usecases.story import GIFTS, WORKER, do, refused, screened, submit, transferred
from tests.support.cast import actor
from tests.support.house import House
from tests.support.matrix import by_hand, disagreements

PETITION, HANDLER = "petition.city", "office1.handler"
NOTICES = "/v1/duplicate-notices"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def repeat(house: House, first: str, **changes: Any) -> str:
    """Retain one more report as a repeat of another one."""
    _, again = await submit(house, GIFTS, **changes)
    await do(house, PETITION, again, "register")
    await do(house, PETITION, again, "retain-duplicate", of=first.removeprefix("reports/"))
    return again


async def quarter_ends(house: House) -> None:
    """Let the worker do its rounds on the first day of the next quarter."""
    coming = quarter_of(house.clock.today()).after.first_day
    house.clock.move(timedelta(days=(coming - house.clock.today()).days))
    while await send_notices(house.desk):
        pass


async def notices(house: House, login: str, **filters: Any) -> list[dict[str, Any]]:
    answer = await house.get(login, NOTICES, **filters)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def named(house: House, login: str, notice: dict[str, Any]) -> list[tuple[str, int]]:
    """Return the reports a notice names to somebody, with how often each was repeated."""
    answer = await house.get(login, f"{NOTICES}/{notice['id']}/reports")
    assert answer.status_code == 200, answer.text
    return [(f"reports/{one['report_id']}", one["repeat_count"]) for one in answer.json()["items"]]


async def test_an_office_is_told_of_what_it_handles_and_acknowledges_it(house: House) -> None:
    (_, often), (_, once) = await transferred(house), await transferred(house)
    _, never = await transferred(house)
    for first in (often, once, often):
        await repeat(house, first)
    quarter = quarter_of(house.clock.today())
    assert await notices(house, HANDLER) == []

    await quarter_ends(house)

    (notice,) = await notices(house, HANDLER)
    assert (notice["to"], notice["quarter"], notice["report_count"], notice["repeat_count"]) == (
        "city-office-1", str(quarter), 2, 3,
    )  # fmt: skip
    assert notice["number"] == f"city-petition-duplicate_notice-{quarter.year}-0001"
    assert notice["allowed_actions"] == ["acknowledge"]
    assert [(one["rule"], one["held_by"]) for one in notice["clocks"]] == [("P-A10", "city/city-office-1")]
    assert await named(house, HANDLER, notice) == [(often, 2), (once, 1)]
    assert never not in dict(await named(house, HANDLER, notice))

    after = await do(house, HANDLER, f"duplicate-notices/{notice['id']}", "acknowledge")

    assert (after["state"], after["acknowledged_on"]) == ("acknowledged", house.clock.today().isoformat())
    assert [one["state"] for one in after["clocks"]] == ["met"]
    again = await refused(house, HANDLER, f"duplicate-notices/{notice['id']}", "acknowledge")
    assert again == (409, "move_out_of_order")


async def test_it_tells_counts_and_numbers_and_nothing_of_what_anybody_wrote(house: House) -> None:
    receipt, first = await transferred(house)
    await repeat(house, first)
    await quarter_ends(house)
    (notice,) = await notices(house, HANDLER)

    one = (await house.get(HANDLER, f"{NOTICES}/{notice['id']}")).json()
    (line,) = (await house.get(HANDLER, f"{NOTICES}/{notice['id']}/reports")).json()["items"]

    assert set(line) == {"report_id", "number", "field", "repeat_count", "last_received_on"}
    assert line["number"] == (await house.get(HANDLER, f"/v1/{first}")).json()["number"]
    for secret in (receipt, GIFTS["content"][:12], GIFTS["subjects"][0]["name"]):
        assert secret not in f"{one}{line}"


async def test_a_quarter_is_told_once_and_an_office_without_repeats_is_told_nothing(house: House) -> None:
    await transferred(house)
    await quarter_ends(house)
    assert await notices(house, PETITION) == []
    _, first = await transferred(house)
    await repeat(house, first)

    await quarter_ends(house)
    await quarter_ends(house)
    await asyncio.gather(send_notices(house.desk), send_notices(house.desk))

    assert len(await notices(house, PETITION)) == 1
    async with house.desk.db.reader(WORKER) as reader:
        told = await reader.all(sa.select(events.c.data).where(events.c.type.like("%duplicate_notice.sent%")))
    assert [one["data"]["repeats"] for one in told] == [1]


async def test_two_workers_at_once_tell_a_quarter_once(house: House) -> None:
    _, first = await transferred(house)
    await repeat(house, first)
    coming = quarter_of(house.clock.today()).after.first_day
    house.clock.move(timedelta(days=(coming - house.clock.today()).days))

    assert {*await asyncio.gather(send_notices(house.desk), send_notices(house.desk))} == {False}

    assert len(await notices(house, PETITION)) == 1


async def test_days_without_a_worker_leave_no_quarter_out(house: House) -> None:
    _, first = await transferred(house)
    await quarter_ends(house)
    await repeat(house, first)
    house.clock.move(timedelta(days=100))
    await repeat(house, first)

    await quarter_ends(house)

    assert sorted(one["repeat_count"] for one in await notices(house, HANDLER)) == [1, 1]
    quarters = {one["quarter"] for one in await notices(house, HANDLER)}
    assert len(quarters) == 2
    (found,) = await notices(house, PETITION, quarter=max(quarters), to="city-office-1")
    assert found["quarter"] == max(quarters)
    assert await notices(house, PETITION, to="city-office-2") == []


async def test_the_petition_office_sees_all_an_office_its_own_and_nobody_else_any(house: House) -> None:
    _, first = await transferred(house)
    _, second = await screened(house)
    await do(house, PETITION, second, "transfer", to="city-office-2")
    _, down = await screened(house)
    await do(house, PETITION, down, "assign-down", to="district-1", ground="other")
    for one in (first, second, down):
        await repeat(house, one)
    await quarter_ends(house)

    seen = {
        login: sorted(one["to"] for one in await notices(house, login))
        for login in (PETITION, "petition-head.city", HANDLER, "office2.handler", "district1.petition")
    }

    offices = ["city-office-1", "city-office-2"]
    assert seen[PETITION] == seen["petition-head.city"] == sorted([*offices, "district-1-petition"])
    assert (seen[HANDLER], seen["office2.handler"]) == ([offices[0]], [offices[1]])
    assert seen["district1.petition"] == ["district-1-petition"]
    mine = (await notices(house, HANDLER))[0]["id"]
    for login in ("office2.handler", "district2.handler", "caseman.city", "sysadmin", "housing1.clerk"):
        assert (await house.get(login, f"{NOTICES}/{mine}")).status_code == 404, login
        assert (await house.get(login, f"{NOTICES}/{mine}/reports")).status_code == 404, login
    assert (await refused(house, PETITION, f"duplicate-notices/{mine}", "acknowledge"))[0] == 403


RIGHTS = by_hand(
    """
    petition.city petition-head.city deputy.city principal.city: read
    office1.handler office1.handler2 office1.head: read acknowledge
    """
)


async def test_every_route_tells_every_person_what_the_table_by_hand_says(house: House) -> None:
    _, first = await transferred(house)
    await repeat(house, first)
    await quarter_ends(house)
    (notice,) = await notices(house, HANDLER)
    app = build_app(SPEC)

    wrong = await disagreements(
        house, app, document_of(app, SPEC), f"duplicate-notices/{notice['id']}", RIGHTS
    )

    assert wrong == {}


def test_who_reads_a_notice_is_who_reads_the_reports_it_names() -> None:
    """But for the organ that passed one on and only follows where it stands, and for glass broken over one report."""
    reports = {(rule.roles, rule.capacities) for rule in PERMISSIONS.rules_for("report:read")}
    for rule in PERMISSIONS.rules_for("duplicate_notice:read"):
        for role in rule.roles:
            assert any(
                role in roles and set(rule.capacities) <= set(capacities) for roles, capacities in reports
            )


async def test_what_went_up_sealed_is_in_no_notice(house: House) -> None:
    (_, kept), (_, sealed) = await transferred(house), await transferred(house)
    await repeat(house, kept)
    await repeat(house, sealed)
    async with house.desk.db.transaction(WORKER) as tx:
        await tx.run(
            sa.update(ReportRow).where(ReportRow.id == UUID(sealed[8:])).values(holder_path="sealed")
        )

    await quarter_ends(house)

    (notice,) = await notices(house, PETITION)
    assert (notice["report_count"], await named(house, PETITION, notice)) == (1, [(kept, 1)])


async def test_who_must_keep_away_from_a_report_never_sees_the_notice_that_names_it(house: House) -> None:
    _, first = await transferred(house)
    await repeat(house, first)
    away = Recusal(actor(HANDLER).id, "other_doubt", "test", house.clock.now())
    async with house.desk.db.transaction(WORKER) as tx:
        await keep_away(tx, house.desk, UUID(first[8:]), away)
    await quarter_ends(house)

    assert await notices(house, HANDLER) == []
    (notice,) = await notices(house, "office1.head")
    assert (await house.get(HANDLER, f"{NOTICES}/{notice['id']}")).status_code == 404


async def test_who_must_keep_away_later_no_longer_sees_the_notice(house: House) -> None:
    _, first = await transferred(house)
    await repeat(house, first)
    await quarter_ends(house)
    (notice,) = await notices(house, HANDLER)
    away = Recusal(actor(HANDLER).id, "other_doubt", "test", house.clock.now())
    async with house.desk.db.transaction(WORKER) as tx:
        await keep_away(tx, house.desk, UUID(first[8:]), away)

    assert (await house.get(HANDLER, f"{NOTICES}/{notice['id']}")).status_code == 404

    house.clock.move(timedelta(minutes=1))
    async with house.desk.db.transaction(WORKER) as tx:
        back = Recusal(away.officer_id, "other_doubt", "test", house.clock.now())
        await let_back(tx, house.desk, UUID(first[8:]), back)
    assert [one["id"] for one in await notices(house, HANDLER)] == [notice["id"]]


async def test_a_report_an_office_lost_sight_of_is_named_to_it_no_longer(house: House) -> None:
    (_, kept), (_, lost) = await transferred(house), await transferred(house)
    for first in (kept, lost):
        await repeat(house, first)
    await quarter_ends(house)
    (notice,) = await notices(house, HANDLER)
    async with house.desk.db.transaction(WORKER) as tx:
        await end(tx, UUID(lost[8:]), by="test", at=house.clock.now(), capacity="handling")
    house.clock.move(timedelta(seconds=1))

    assert await named(house, HANDLER, notice) == [(kept, 1)]
    assert dict(await named(house, PETITION, notice)) == {kept: 1, lost: 1}


async def test_it_waits_in_the_inbox_and_is_late_after_ten_working_days(house: House) -> None:
    _, first = await transferred(house)
    await repeat(house, first)
    await quarter_ends(house)

    duties = (await house.get(HANDLER, "/v1/inbox")).json()["duties"]
    assert {one["action"]: one["count"] for one in duties if one["object_type"] == "duplicate_notice"} == {
        "acknowledge": 1
    }
    house.clock.move(timedelta(days=30))
    asked = {"state": "overdue", "object_type": "duplicate_notice"}
    for login in (HANDLER, PETITION):
        (late,) = (await house.get(login, "/v1/inbox/deadlines", **asked)).json()["items"]
        assert (late["rule"], late["held_by"]) == ("P-A10", "city-office-1"), login
    assert len(await notices(house, PETITION, overdue=True)) == 1


async def test_the_list_and_the_reports_of_a_notice_come_as_sheets(house: House) -> None:
    _, first = await transferred(house)
    await repeat(house, first)
    await quarter_ends(house)
    (notice,) = await notices(house, HANDLER)
    number = (await house.get(HANDLER, f"/v1/{first}")).json()["number"]

    for path, wanted in ((NOTICES, notice["quarter"]), (f"{NOTICES}/{notice['id']}/reports", number)):
        answer = await house.http.get(path, headers={**house.headers(HANDLER), "Accept": EXCEL})
        assert answer.status_code == 200, answer.text
        sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
        assert wanted in [cell.value for row in sheet.iter_rows() for cell in row], path


@pytest.mark.parametrize("quarter", ["2026-Q5", "2026", "26-Q1", "", "2026-Q1' OR 1=1"])
async def test_a_quarter_there_is_not_is_refused_by_its_field(house: House, quarter: str) -> None:
    answer = await house.get(PETITION, NOTICES, quarter=quarter)

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "/quarter")


async def test_repeats_count_in_the_quarter_in_which_they_were_retained(house: House) -> None:
    _, first = await transferred(house)
    again = await repeat(house, first)
    async with house.desk.db.reader(WORKER) as reader:
        kept = await reader.scalar(sa.select(ReportRow.retained_on).where(ReportRow.id == UUID(again[8:])))
        assert kept == house.clock.today()
    await quarter_ends(house)
    async with house.desk.db.reader(WORKER) as reader:
        of: date = await reader.scalar(sa.select(DuplicateNoticeRow.quarter_from))
    assert of == quarter_of(kept).first_day
