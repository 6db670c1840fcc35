"""What is recorded beside a case: exceptions, quality, recommendations, and persons by form."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
import sqlalchemy as sa

from casework.clients.rectification import RectificationClient
from shared.audit.tables import audit_entries

from tests.casework.case_story import (
    CADRE,
    HANDLER,
    LETTER,
    REVIEWER,
    decided,
    executing,
    filed,
    investigating,
    move,
    persons,
    refused,
    report,
    review_done,
)
from tests.casework.story import WORKER, tell
from tests.support.house import House

LETTER_TO_UNIT = {
    "kind": "supervisory",
    "addressee": "bureau-housing",
    "facts": "案件事实",
    "problems": "礼品登记制度不落实",
    "advice": "健全登记和抽查制度",
    "reply_by": "2026-04-10",
}


class Rectification(httpx.AsyncBaseTransport):
    """Rectification as the wire shows it: one draft for each key."""

    def __init__(self) -> None:
        self.drafts: dict[str, str] = {}
        self.asked: list[dict[str, Any]] = []
        self.status = 201

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Draft, or refuse."""
        if self.status != 201:
            return httpx.Response(
                self.status, json={"code": "organisation_unknown"}, headers={"Retry-After": "1"}
            )
        assert request.url.path == "/v1/recommendations"
        self.asked.append(json.loads(request.content))
        found = self.drafts.setdefault(request.headers["idempotency-key"], str(uuid4()))
        return httpx.Response(201, json={"id": found, "state": "drafted"})


@pytest.fixture
def rectification(house: House) -> Rectification:
    transport = Rectification()
    client = RectificationClient("rectification", "http://rectification", transport=transport)
    house.desk.clients["rectification"] = client  # type: ignore[index]
    return transport


async def test_an_exception_from_a_restriction_is_permitted_by_the_principal_leader(house: House) -> None:
    case = await filed(house)
    cadre = (await persons(house, case))[0]
    trip = {"subject_id": cadre, "kind": "leaving_country", "from_on": "2026-03-10", "to_on": "2026-03-12"}

    silent = await refused(house, HANDLER, case, "permit-exception", **trip)
    answer = await house.act(HANDLER, case, "permit-exception", {**trip, "reason": "境外就医"})
    await house.sign("principal.city", answer)

    (person,) = (await house.get(HANDLER, f"/v1/{case}")).json()["subjects"]
    assert silent == (409, "reason_missing")
    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S3"]
    assert person["exceptions"] == [{key: trip[key] for key in ("kind", "from_on", "to_on")}]
    assert {one["to_on"] for one in person["restrictions"]} == {None}


async def test_a_case_has_one_guidance_and_one_replay_and_as_many_reviews_as_are_held(house: House) -> None:
    case = await executing(house)
    record = {"score": 92, "findings": "笔录签名不全", "reviewers": ["甲", "乙"]}

    for form in ("guidance", "internal_review", "internal_review"):
        await move(house, REVIEWER, case, "record-quality", form=form, **record)
    await move(house, HANDLER, case, "record-quality", form="replay", **record)
    again = [
        await refused(house, login, case, "record-quality", form=form, **record)
        for login, form in ((REVIEWER, "guidance"), (HANDLER, "replay"))
    ]
    own = await refused(house, HANDLER, case, "record-quality", form="internal_review", **record)
    over = await house.act(REVIEWER, case, "record-quality", {"form": "guidance", "score": 101})

    assert again == [(409, "quality_already_recorded")] * 2
    assert own == (409, "reviewer_handled_case")
    assert over.status_code == 400
    shown = (await house.get("caseman.city", f"/v1/{case}")).json()["quality_records"]
    assert [one["form"] for one in shown] == ["guidance", "internal_review", "internal_review", "replay"]


async def test_a_case_drafts_a_recommendation_and_is_told_when_it_was_closed(
    house: House, rectification: Rectification
) -> None:
    case = await executing(house)

    drafted = await move(house, HANDLER, case, "draft-recommendation", **LETTER_TO_UNIT)

    (follow_up,) = drafted["follow_ups"]
    assert rectification.asked == [{**LETTER_TO_UNIT, "origin": {"case_id": case.split("/")[1]}}]
    assert (follow_up["recommendation_id"], follow_up["closed_on"]) == (*rectification.drafts.values(), None)
    recommendation = UUID(follow_up["recommendation_id"])
    for _ in range(2):
        await tell(
            house, "recommendation.closed", recommendation, {"closed_on": "2026-03-01"}, "rectification"
        )
    (follow_up,) = (await house.get(HANDLER, f"/v1/{case}")).json()["follow_ups"]
    assert follow_up["closed_on"] == "2026-03-01"
    async with house.desk.db.reader(WORKER) as reader:
        settled = sa.select(sa.func.count()).where(audit_entries.c.action == "case:settle_follow_up")
        assert await reader.scalar(settled) == 1


async def test_a_recommendation_nobody_drafted_here_changes_nothing(house: House) -> None:
    await tell(house, "recommendation.closed", uuid4(), {}, "rectification")


async def test_a_repeated_request_finds_the_same_draft_and_a_refused_one_leaves_none(
    house: House, rectification: Rectification
) -> None:
    case = await investigating(house)
    early = await refused(house, HANDLER, case, "draft-recommendation", **LETTER_TO_UNIT)
    await report(house, case)
    stranger = await refused(house, "office2.handler", case, "draft-recommendation", **LETTER_TO_UNIT)
    headers = house.headers(HANDLER, key="the-same-key-as-before-0001", version=await _version(house, case))
    url = f"/v1/{case}/draft-recommendation"
    first = await house.http.post(url, headers=headers, json=LETTER_TO_UNIT)
    second = await house.http.post(url, headers=headers, json=LETTER_TO_UNIT)
    rectification.status = 409
    unknown = await refused(house, HANDLER, case, "draft-recommendation", **LETTER_TO_UNIT)
    rectification.status = 503
    down = await refused(house, HANDLER, case, "draft-recommendation", **LETTER_TO_UNIT)

    assert (early, stranger) == ((409, "move_out_of_order"), (404, "not_found"))
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json()["follow_ups"] == second.json()["follow_ups"]
    assert len(rectification.drafts) == 1
    assert (unknown, down) == ((409, "recommendation_refused"), (503, "recommendation_unavailable"))


async def test_persons_are_counted_once_at_the_highest_form_and_only_by_who_may_see_them(
    house: House,
) -> None:
    await decided(house, party_sanction="warning", education_measures=["admonition"])
    case = await review_done(house, CADRE, {**CADRE, "name": "（化名）郑某"})
    first, second = await persons(house, case)
    outcomes = [
        {"subject_id": first, "government_sanctions": ["demerit", "removal"]},
        {"subject_id": second, "education_measures": ["reminder_talk"]},
    ]
    await move(house, REVIEWER, case, "decide", **LETTER, outcomes=outcomes)
    await move(
        house, HANDLER, case, "transfer-to-procuratorate", subject_ids=[first], procuratorate="市人民检察院",
        indictment_opinion="涉嫌受贿罪",
    )  # fmt: skip

    async def forms(login: str, **period: str) -> dict[str, int]:
        answer = (await house.get(login, "/v1/four-forms", **period)).json()
        assert answer["persons"] == sum(one["persons"] for one in answer["forms"])
        return {one["form"]: one["persons"] for one in answer["forms"]}

    assert await forms(HANDLER) == {"form_1": 1, "form_2": 1, "form_3": 0, "form_4": 1}
    assert sum((await forms(HANDLER, decided_to="2026-03-01")).values()) == 0
    assert sum((await forms("district2.handler")).values()) == 0
    reversed_period = await house.get(
        HANDLER, "/v1/four-forms", decided_from="2026-03-02", decided_to="2026-03-01"
    )
    assert (reversed_period.status_code, reversed_period.json()["errors"][0]["code"]) == (
        400,
        "period_reversed",
    )
    assert (await house.get("statistician", "/v1/four-forms")).status_code == 403


async def test_the_mapping_of_measures_to_forms_is_served_with_names_in_both_languages(house: House) -> None:
    forms = (await house.get(HANDLER, "/v1/four-forms/mapping")).json()["forms"]

    found = {one["form"]: {(each["vocabulary"], each["code"]) for each in one["measures"]} for one in forms}
    assert list(found) == ["form_1", "form_2", "form_3", "form_4"]
    assert ("party_sanction", "warning") in found["form_2"]
    assert ("government_sanction", "removal") in found["form_3"]
    assert found["form_4"] == {("counted_act", "transferred")}
    assert forms[3]["measures"][0]["labels"] == {"zh-CN": "移送司法机关", "en": "Transfer to justice"}
    assert (await house.get("statistician", "/v1/four-forms/mapping")).status_code == 403


async def _version(house: House, case: str) -> int:
    version: int = (await house.get(HANDLER, f"/v1/{case}")).json()["version"]
    return version
