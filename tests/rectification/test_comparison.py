"""Confirmed evaluations beside each other: across rounds, by dimension, by who asks, and as a sheet."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from tests.rectification.evaluation_story import LEADER, confirmed, drafted
from tests.rectification.story import CLERK, COMMISSION, DEPARTMENT, OFFICE
from tests.support.house import House
from tests.support.naming import naming

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def compared(house: House, login: str, **query: Any) -> list[dict[str, Any]]:
    answer = await house.get(login, "/v1/evaluations/comparison", **query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_an_organisation_is_measured_against_its_own_round_before(house: House) -> None:
    _, before = await confirmed(house, "0.9")
    assert await compared(house, OFFICE, organisation="party-bureau-housing") != []
    _, now = await confirmed(house, "0.5", ordinal=4, name="第五届市委第四轮巡察")

    newest, oldest = await compared(house, OFFICE)
    assert (newest["evaluation_id"], oldest["evaluation_id"]) == (now.split("/")[1], before.split("/")[1])
    assert (newest["rank"], newest["ranked"], newest["round"]) == (1, 1, "第五届市委第四轮巡察")
    assert newest["earlier"]["evaluation_id"] == oldest["evaluation_id"]
    assert float(newest["earlier"]["change"]) == round(float(newest["total"]) - float(oldest["total"]), 1)
    assert oldest["earlier"] is None
    assert [one["code"] for one in newest["dimensions"]] == ["A", "B", "C", "D"]

    (by_quality,) = await compared(house, OFFICE, round_id=newest["round_id"], dimension="B")
    quality = {one["code"]: float(one["rate"]) for one in newest["dimensions"]}["B"]
    then = {one["code"]: float(one["rate"]) for one in oldest["dimensions"]}["B"]
    assert float(by_quality["earlier"]["change"]) == round(quality - then, 1)

    own, _ = await compared(house, CLERK)
    assert (own["rank"], own["ranked"], own["round"]) == (None, None, "第五届市委第四轮巡察")
    assert own["earlier"]["change"] == newest["earlier"]["change"]
    seen = {
        login: next(one["points"] for one in (await compared(house, login))[0]["dimensions"] if one["code"] == "B")
        for login in (OFFICE, COMMISSION, DEPARTMENT, CLERK)
    }  # fmt: skip
    assert seen[CLERK] == seen[DEPARTMENT] < seen[OFFICE] == seen[COMMISSION]

    house.desk.clients["identity"] = naming()  # type: ignore[index]
    answer = await house.http.get(
        "/v1/evaluations/comparison", headers={**house.headers(DEPARTMENT), "Accept": XLSX}
    )
    assert (answer.status_code, answer.headers["content-type"]) == (200, XLSX)
    header, *rows = load_workbook(BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True)
    assert header[:3] == ("巡察轮次", "名次", "党组织")
    assert [row[2] for row in rows] == ["机构party-bureau-housing"] * 2
    assert rows[0][3] == float(newest["total"])


async def test_what_is_not_confirmed_not_ones_own_or_not_asked_well_is_not_compared(house: House) -> None:
    await drafted(house)
    assert await compared(house, OFFICE) == []
    assert await compared(house, "inspected2.clerk") == []
    assert await compared(house, LEADER) == []
    assert (await house.get("petition.city", "/v1/evaluations/comparison")).status_code == 403
    for query in ({"round_id": "x"}, {"dimension": "ABCD"}, {"ranks": "1"}):
        assert (await house.get(OFFICE, "/v1/evaluations/comparison", **query)).status_code == 400
