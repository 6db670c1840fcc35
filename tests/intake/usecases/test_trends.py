from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from intake.store.tables import ReportRow
from shared.feed.tables import events

from tests.intake.usecases.story import GIFTS, WORKER, concluded, do, post, refused, submit
from tests.support.house import House
from tests.support.naming import naming
from tests.support.papers import text_of

PETITION = "petition.city"
YEAR = {"period_from": "2021-01-01", "period_to": "2021-12-31"}
UNIT = "district-1-housing"


async def registered(house: House, count: int, *, grade: str | None = None) -> list[str]:
    """Register reports about one unit."""
    found = []
    for _ in range(count):
        _, report = await submit(house, GIFTS)
        await do(house, PETITION, report, "register", problem_types=["gifts"])
        found.append(report)
    ids = [report.removeprefix("reports/") for report in found]
    about = sa.update(ReportRow).where(ReportRow.id.in_(ids))
    async with house.desk.db.transaction(WORKER) as tx:
        await tx.run(about.values(subject_organisations=[UNIT], truth_grade=grade))
    return found


def year_of(house: House) -> dict[str, str]:
    year = house.clock.today().year
    return {"period_from": f"{year}-01-01", "period_to": f"{year}-12-31"}


async def test_a_trend_report_counts_and_is_issued_by_the_principal_leader(house: House) -> None:
    await registered(house, 5, grade="true")
    drafted = await post(
        house,
        PETITION,
        "trend-reports",
        **year_of(house),
        recipients=["superior_commission", "party_committee"],
    )
    assert drafted.status_code == 201, drafted.text
    figures = drafted.json()["figures"]
    assert figures["total"] == 5
    found = {(one["kind"], one["dimension"]): one for one in figures["findings"]}
    assert found["concentrated", "unit"]["code"] == UNIT
    assert found["concentrated", "unit"]["recommend"] is True
    assert found["rising", "region"]["growth"] is None
    report = f"trend-reports/{drafted.json()['id']}"
    assert await refused(house, PETITION, report, "issue") == (409, "analysis_missing")
    await do(house, PETITION, report, "revise", text="收送礼金问题集中，建议对该单位发出建议。")
    shown = await do(house, PETITION, report, "issue")
    assert (shown["state"], shown["issued_on"]) == ("issued", house.clock.today().isoformat())
    assert await refused(house, PETITION, report, "revise", text="改") == (409, "move_out_of_order")
    house.desk.clients["identity"] = naming()  # type: ignore[index]
    await house.hear()
    paper = text_of((await house.get(PETITION, f"/v1/{report}/documents/trend-report")).content)
    assert "上级纪委监委、同级党委：" in paper
    assert "共收到检举控告类信访举报5件" in paper
    assert "收送礼金问题集中" in paper
    assert f"机构{UNIT}" in paper
    async with house.desk.db.reader(WORKER) as reader:
        told = await reader.all(sa.select(events).where(events.c.type.like("%trend_report.issued%")))
    assert told[0]["data"]["units_to_recommend"] == [UNIT]


async def test_a_trend_report_is_drafted_by_the_petition_office_over_a_real_period(house: House) -> None:
    body = {"recipients": ["superior_commission"]}
    assert (await post(house, "office1.handler", "trend-reports", **YEAR, **body)).status_code == 403
    for wrong in (
        {"period_from": "2021-12-31", "period_to": "2021-01-01"},
        {"period_from": "2019-01-01", "period_to": "2021-01-01"},
        {**YEAR, "recipients": []},
    ):
        assert (await post(house, PETITION, "trend-reports", **{**YEAR, **body, **wrong})).status_code == 400
    coming = {"period_from": "2027-01-01", "period_to": "2027-03-31"}
    early = await post(house, PETITION, "trend-reports", **coming, **body)
    assert [one["code"] for one in early.json()["errors"]] == ["day_in_future"]
    drafted = (await post(house, PETITION, "trend-reports", **YEAR, **body)).json()
    assert (await house.get("office1.handler", f"/v1/trend-reports/{drafted['id']}")).status_code == 404
    (listed,) = (await house.get(PETITION, "/v1/trend-reports")).json()["items"]
    assert listed["text"] is None


async def test_who_is_named_reads_a_trend_report_once_it_is_issued(house: House) -> None:
    body = {**YEAR, "text": "收送礼金问题集中。"}
    to_party = (await post(house, PETITION, "trend-reports", **body, recipients=["party_committee"])).json()[
        "id"
    ]
    kept = (await post(house, PETITION, "trend-reports", **body, recipients=["party_committee"])).json()["id"]
    reader = "party-principal.city"
    assert (await house.get(reader, f"/v1/trend-reports/{to_party}")).status_code == 404

    await do(house, PETITION, f"trend-reports/{to_party}", "issue")

    (listed,) = (await house.get(reader, "/v1/trend-reports")).json()["items"]
    assert (listed["id"], listed["state"], listed["allowed_actions"]) == (
        to_party,
        "issued",
        ["acknowledge"],
    )
    assert (await house.get(reader, f"/v1/trend-reports/{to_party}")).json()["text"] == body["text"]
    assert (await house.get(reader, f"/v1/trend-reports/{kept}")).status_code == 404
    assert (await house.get("standing.city", f"/v1/trend-reports/{to_party}")).status_code == 404


async def duties(house: House, login: str) -> dict[str, int]:
    shown = (await house.get(login, "/v1/inbox")).json()["duties"]
    return {one["action"]: one["count"] for one in shown if one["object_type"] == "trend_report"}


async def test_a_trend_report_waits_for_each_who_was_named_until_they_acknowledge_it(house: House) -> None:
    both = ["superior_commission", "party_committee"]
    body = {**YEAR, "text": "收送礼金问题集中。", "recipients": both}
    drafted = await post(house, "district1.petition", "trend-reports", **body)
    report = f"trend-reports/{drafted.json()['id']}"
    assert await duties(house, PETITION) == {}
    await house.sign("district1.principal", await house.act("district1.petition", report, "issue"))

    assert await duties(house, PETITION) == {"acknowledge": 1}
    assert await duties(house, "district1.petition") == {}
    asked = {"object_type": "trend_report", "action": "acknowledge"}
    (waiting,) = (await house.get(PETITION, "/v1/inbox/duties", **asked)).json()["items"]
    assert f"trend-reports/{waiting['id']}" == report
    for login, status in {"district1.petition": 403, "caseman.city": 404, "housing1.clerk": 404}.items():
        assert (await refused(house, login, report, "acknowledge"))[0] == status, login

    shown = await do(house, PETITION, report, "acknowledge")

    assert (shown["state"], shown["allowed_actions"]) == ("issued", [])
    assert await duties(house, PETITION) == {}
    assert (await refused(house, PETITION, report, "acknowledge"))[0] == 403
    own = (await post(house, PETITION, "trend-reports", **body)).json()["id"]
    await do(house, PETITION, f"trend-reports/{own}", "issue")
    assert await duties(house, PETITION) == {}, "who reports acknowledges nothing"
    assert await duties(house, "party-principal.city") == {"acknowledge": 1}
    await do(house, "party-principal.city", f"trend-reports/{own}", "acknowledge")
    assert await duties(house, "party-principal.city") == {}
    assert (await house.get("party-principal.city", f"/v1/trend-reports/{own}")).status_code == 200


async def test_a_districts_trend_report_goes_to_the_petition_office_above_it(house: House) -> None:
    body = {**YEAR, "text": "收送礼金问题集中。", "recipients": ["superior_commission"]}
    drafted = await post(house, "district1.petition", "trend-reports", **body)
    report = f"trend-reports/{drafted.json()['id']}"
    assert (await house.get(PETITION, f"/v1/{report}")).status_code == 404

    await house.sign("district1.principal", await house.act("district1.petition", report, "issue"))

    assert (await house.get(PETITION, f"/v1/{report}")).json()["state"] == "issued"
    for login in ("district2.handler", "caseman.city", "housing1.clerk"):
        assert (await house.get(login, f"/v1/{report}")).status_code == 404, login


async def test_an_inspection_office_gets_counts_and_numbers_but_no_text(house: House) -> None:
    reports = await registered(house, 2)
    asked = await post(
        house,
        "inspection.office",
        "unit-data-requests",
        unit=UNIT,
        **year_of(house),
        reason="第三轮巡察前了解",
    )
    assert asked.status_code == 201, asked.text
    request = f"unit-data-requests/{asked.json()['id']}"
    assert await refused(house, "inspection.office", request, "supply") == (403, "forbidden")
    await do(house, PETITION, request, "supply")
    shown = (await house.get("inspection.office", f"/v1/{request}")).json()
    numbers = [(await house.get(PETITION, f"/v1/{one}")).json()["number"] for one in reports]
    assert shown["supplied"]["count"] == 2
    assert sorted(shown["supplied"]["by_category"][0]["numbers"]) == sorted(numbers)
    assert shown["supplied"]["truth_grades"] == {"open": 2}
    assert (await house.get("inspection.office", f"/v1/{reports[0]}")).status_code == 404


async def test_who_may_not_ask_for_data(house: House) -> None:
    body = {"unit": UNIT, **YEAR, "reason": "第三轮巡察前了解"}
    assert (await post(house, "housing1.clerk", "unit-data-requests", **body)).status_code == 403
    unknown = await post(house, "inspection.office", "unit-data-requests", **{**body, "unit": "nowhere"})
    assert unknown.json()["errors"][0]["pointer"] == "/unit"


async def test_the_feedback_of_a_quarter_shows_what_is_missing(house: House) -> None:
    _, told = await concluded(house)
    await concluded(house)
    await do(
        house,
        "office1.handler",
        told,
        "feed-back",
        disposal_way="preliminary_verification",
        reporter_reaction="无意见",
    )
    today: date = house.clock.today()
    quarter = f"{today.year}-Q{(today.month - 1) // 3 + 1}"
    shown = (await house.get(PETITION, "/v1/reports/feedback", quarter=quarter)).json()
    assert shown["offices"] == [{"office": "city-office-1", "concluded": 2, "missing": 1}]
    (back,) = [one for one in shown["items"] if one["fed_back_on"]]
    assert (back["disposal_way"], back["reporter_reaction"]) == ("preliminary_verification", "无意见")
    assert (await house.get(PETITION, "/v1/reports/feedback")).json()["items"] == []
    assert (await house.get("housing1.clerk", "/v1/reports/feedback")).status_code == 403
    assert (await house.get(PETITION, "/v1/reports/feedback", quarter="2021-Q5")).status_code == 400
