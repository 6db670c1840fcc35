"""R-A11: each of eleven acts is planted and shows, a clean house shows none, and the auditor learns ids and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from intake.app import SPEC
from intake.domain.misconduct import ARTICLE, MANY_REPORTERS, SIGNS, Act
from intake.store.tables import ContentRow, ReportRow
from shared.attachments.reconcile import missing_files
from shared.attachments.tables import attachments
from shared.audit.tables import audit_entries
from shared.clock import ZONE
from shared.db import Database
from shared.worker.reconciling import Reconciling

from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.intake.test_attachments import photo, upload
from tests.intake.usecases.story import (
    GIFTS,
    NAMED,
    WORKER,
    concluded,
    do,
    post,
    refused,
    screened,
    submit,
    transferred,
)
from tests.intake.usecases.test_requests import TRACE
from tests.support.house import House

AUDITOR, PETITION = "auditor", "petition.city"
SIGNS_OF = "/v1/misconduct-signs"
REPORTS: Any = ReportRow.__table__
Plant = Callable[[House, Database], Awaitable[str]]


def identity(thing: str) -> UUID:
    return UUID(thing.partition("/")[2])


async def swept(house: House) -> None:
    """Let the worker compare everything once."""
    worker = Reconciling(house.desk, (missing_files, *SPEC.sweeps))
    for _ in range(len(house.desk.processes) + 1 + len(SPEC.sweeps)):
        await worker.round()


async def by_sql(owner: Database, *statements: Any) -> None:
    """Do what an insider with the database's own rights can do."""
    async with owner.transaction(WORKER) as tx:
        for statement in statements:
            await tx.run(statement)


async def shown(house: House, act: str, login: str = AUDITOR) -> list[dict[str, Any]]:
    answer = await house.get(login, f"{SIGNS_OF}/{act}/matters")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def counts(house: House, login: str = AUDITOR) -> dict[str, int]:
    answer = await house.get(login, SIGNS_OF)
    assert answer.status_code == 200, answer.text
    return {one["act"]: one["count"] for one in answer.json()["items"] if one["count"]}


async def entered_late(house: House, __: Database) -> str:
    told = {name: value for name, value in GIFTS.items() if name != "category"}
    day = house.clock.today() - timedelta(days=6)
    entered = await post(house, PETITION, "reports", **told, channel="letter", received_on=day.isoformat())
    assert entered.status_code == 201, entered.text
    report = f"reports/{entered.json()['id']}"
    await do(house, PETITION, report, "register")
    return report


async def never_registered(house: House, __: Database) -> str:
    _, report = await submit(house, GIFTS)
    house.clock.move(timedelta(days=5))
    return report


async def lying_still(house: House, __: Database) -> str:
    _, report = await transferred(house)
    house.clock.move(timedelta(days=31))
    return report


async def altered(house: House, owner: Database) -> str:
    _, report = await transferred(house)
    await by_sql(
        owner, sa.update(ReportRow).where(REPORTS.c.id == identity(report)).values(category="complaint")
    )
    await swept(house)
    return report


async def forged(house: House, owner: Database) -> str:
    _, report = await transferred(house)
    made = uuid4()
    async with owner.transaction(WORKER) as tx:
        row = await tx.one(sa.select(REPORTS).where(REPORTS.c.id == identity(report)))
        kept = {name: value for name, value in dict(row).items() if not REPORTS.c[name].computed}
        tx.add(ReportRow, **{**kept, "id": made, "number": None})
        text = await tx.one(sa.select(ContentRow.__table__).where(ContentRow.object_id == identity(report)))
        tx.add(ContentRow, **{**dict(text), "object_id": made})
    await swept(house)
    return f"reports/{made}"


async def swapped(house: House, owner: Database) -> str:
    (_, report), (_, other) = await transferred(house), await transferred(house)
    text = sa.select(ContentRow.content).where(ContentRow.object_id == identity(other)).scalar_subquery()
    await by_sql(
        owner, sa.update(ContentRow).where(ContentRow.object_id == identity(report)).values(content=text)
    )
    await swept(house)
    return report


async def hidden(house: House, __: Database) -> str:
    _, first = await screened(house)
    await do(house, PETITION, first, "decline", reason="no_substance")
    _, again = await submit(house, GIFTS)
    await do(house, PETITION, again, "register")
    await do(house, PETITION, again, "retain-duplicate", of=first.removeprefix("reports/"))
    return again


async def lost(house: House, __: Database) -> str:
    file = await upload(house, photo())
    _, report = await submit(house, GIFTS, attachments=[file["id"]])
    await do(house, PETITION, report, "register")
    async with house.desk.db.reader(WORKER) as reader:
        key = await reader.scalar(sa.select(attachments.c.stored_key))
    await house.desk.keeping.objects.delete(key)
    await swept(house)
    return report


async def destroyed(house: House, owner: Database) -> str:
    _, report = await transferred(house)
    text = sa.delete(ContentRow).where(ContentRow.object_id == identity(report))
    await by_sql(owner, text, sa.delete(ReportRow).where(REPORTS.c.id == identity(report)))
    await swept(house)
    return report


async def text_destroyed(house: House, owner: Database) -> str:
    _, report = await transferred(house)
    await by_sql(owner, sa.delete(ContentRow).where(ContentRow.object_id == identity(report)))
    await swept(house)
    return report


async def kept_from_the_superior(house: House, __: Database) -> str:
    _, report = await submit(house, GIFTS)
    subject = {"rank": "provincial_ministerial", "organisation": "district-1-housing"}
    await do(house, PETITION, report, "register", subjects=[subject])
    assert (await house.get(PETITION, f"/v1/{report}")).json()["proposed_jurisdiction"] == "superior"
    await do(house, PETITION, report, "screen", jurisdiction="own")
    await do(house, PETITION, report, "transfer", to="city-office-1")
    return report


async def traced_without_approval(house: House, __: Database) -> str:
    _, report = await transferred(house)
    asked = await post(house, PETITION, "trace-requests", report_id=str(identity(report)), **TRACE)
    trace = f"trace-requests/{asked.json()['id']}"
    assert (await refused(house, PETITION, trace, "trace", result="私自核对了笔迹。"))[
        1
    ] == "trace_not_approved"
    return trace


async def open_reporter(house: House, report: str, login: str = PETITION) -> None:
    await fresh_rights(house)
    opened = await post(house, login, f"{report}/reporter/_open", purpose="clarify_content")
    assert opened.status_code == 200, opened.text


async def opened_by_night(house: House, __: Database) -> str:
    _, report = await transferred(house, reporter=NAMED)
    house.clock.move(timedelta(hours=22 - house.clock.now().astimezone(ZONE).hour))
    await open_reporter(house, report)
    return report


async def sent_up_late(house: House, __: Database) -> str:
    kept = await post(house, PETITION, "stubs", channel="letter")
    assert kept.status_code == 201, kept.text
    house.clock.move(timedelta(days=20))
    return f"stubs/{kept.json()['id']}"


PLANTED: list[tuple[Act, Plant]] = [
    (Act.PRIVATE_KEEPING, entered_late),
    (Act.WITHHOLDING, never_registered),
    (Act.WITHHOLDING, lying_still),
    (Act.ALTERING, altered),
    (Act.FORGING, forged),
    (Act.SWAPPING, swapped),
    (Act.HIDING, hidden),
    (Act.LOSING, lost),
    (Act.DESTROYING, destroyed),
    (Act.DESTROYING, text_destroyed),
    (Act.ACTING_WITHOUT_AUTHORITY, kept_from_the_superior),
    (Act.ACTING_WITHOUT_AUTHORITY, traced_without_approval),
    (Act.LEAKING, opened_by_night),
    (Act.HIDING_OR_DELAYING_MAJOR, sent_up_late),
]
BESIDES: dict[Plant, dict[str, int]] = {forged: {"swapping": 1}}
"""A row copied together with its sealed text carries a text that was not sealed for it: both show."""


@pytest.mark.parametrize(("act", "plant"), PLANTED, ids=[plant.__name__ for _, plant in PLANTED])
async def test_what_was_planted_shows_under_its_act_and_no_other(
    house: House, owner: Database, act: Act, plant: Plant
) -> None:
    await concluded(house)  # and one that is as it should be
    await swept(house)

    thing = await plant(house, owner)

    assert await counts(house) == {act.value: 1, **BESIDES.get(plant, {})}
    (found,) = await shown(house, act)
    assert found["object_id"] == str(identity(thing))
    assert found["object_type"] == thing.partition("/")[0].removesuffix("s").replace("-", "_")
    assert set(found) == {"object_type", "object_id", "noted_on", "officers", "office"}


def test_every_act_of_the_article_was_planted() -> None:
    assert {act for act, _ in PLANTED} == set(Act) == set(SIGNS)


async def test_a_clean_house_shows_no_sign_and_says_what_no_record_shows(house: House) -> None:
    _, report = await transferred(house, reporter=NAMED)
    await open_reporter(house, report)
    await swept(house)

    answer = (await house.get(AUDITOR, SIGNS_OF)).json()

    assert await counts(house) == {}
    assert [one["act"] for one in answer["items"]] == [act.value for act in Act]
    assert {one["basis"] for one in answer["items"]} == {ARTICLE}
    silent = {one["act"] for one in answer["items"] if one["no_record"]}
    assert {"private_keeping", "leaking", "acting_without_authority"} <= silent
    assert not {"altering", "destroying"} & silent


async def test_ten_reporters_in_a_day_are_a_sign_and_nine_are_none(house: House) -> None:
    reports = [(await transferred(house, reporter=NAMED))[1] for _ in range(MANY_REPORTERS)]
    for report in reports[:-1]:
        await open_reporter(house, report)
    assert await counts(house) == {}

    await open_reporter(house, reports[-1])

    assert await counts(house) == {"leaking": MANY_REPORTERS}
    officers = {one["officers"][0] for one in await shown(house, "leaking")}
    assert len(officers) == 1


async def test_a_page_goes_on_and_since_leaves_out_what_is_older(house: House, owner: Database) -> None:
    for _ in range(3):
        _, report = await transferred(house)
        await by_sql(owner, sa.delete(ContentRow).where(ContentRow.object_id == identity(report)))
    await swept(house)
    path = f"{SIGNS_OF}/destroying/matters"
    page = (await house.get(AUDITOR, path, limit=2)).json()
    rest = (await house.get(AUDITOR, path, limit=2, cursor=page["next_cursor"])).json()
    found = {one["object_id"] for one in (*page["items"], *rest["items"])}
    assert (len(found), len(page["items"]), rest["next_cursor"]) == (3, 2, None)
    other = await house.get(AUDITOR, f"{SIGNS_OF}/losing/matters", limit=2, cursor=page["next_cursor"])
    assert (other.status_code, other.json()["code"]) == (400, "cursor_mismatch")

    house.clock.move(timedelta(days=2))
    later = house.clock.today().isoformat()
    assert (await house.get(AUDITOR, path, since=later)).json()["items"] == []


async def test_only_an_auditor_runs_the_list_and_running_it_is_on_record(
    house: House, owner: Database
) -> None:
    for login in (PETITION, "principal.city", "sysadmin", "security.officer", "housing1.clerk"):
        for path in (SIGNS_OF, f"{SIGNS_OF}/leaking/matters"):
            answer = await house.get(login, path)
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), login
    await lying_still(house, owner)
    await shown(house, "withholding")

    async with house.desk.db.reader(WORKER) as reader:
        entry = await reader.one(
            sa.select(audit_entries.c.details).where(audit_entries.c.action == "misconduct_sign:read")
        )
    assert entry["details"]["act"] == "withholding"
    assert len(entry["details"]["found"]) == 1


async def test_the_auditor_reads_none_of_the_matters(house: House, owner: Database) -> None:
    report = await kept_from_the_superior(house, owner)
    assert [one["object_id"] for one in await shown(house, "acting_without_authority")] == [
        str(identity(report))
    ]

    for path in (f"/v1/{report}", f"/v1/{report}/text", f"/v1/{report}/history"):
        await fresh_rights(house)
        assert (await house.get(AUDITOR, path)).status_code == 404, path


async def test_what_went_up_sealed_is_counted_under_no_act(house: House, owner: Database) -> None:
    report = await lying_still(house, owner)
    await by_sql(
        owner, sa.update(ReportRow).where(REPORTS.c.id == identity(report)).values(holder_path="sealed")
    )

    assert await counts(house) == {}
    assert await shown(house, "withholding") == []


@pytest.mark.parametrize(
    ("path", "params", "pointer"),
    [
        (f"{SIGNS_OF}/gossip/matters", {}, "/act"),
        (SIGNS_OF, {"since": "2026-02-30"}, "/since"),
        (SIGNS_OF, {"until": "2026-02-01"}, "/until"),
        (f"{SIGNS_OF}/leaking/matters", {"limit": 101}, "/limit"),
    ],
)
async def test_bad_input_is_refused_by_its_field(
    house: House, path: str, params: dict[str, Any], pointer: str
) -> None:
    answer = await house.get(AUDITOR, path, **params)

    assert answer.status_code == 400, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer
