"""Appeals and complaints: other people, in time, never worse, and execution goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.casework.case_story import (
    HANDLER,
    HANDLER2,
    REVIEWER,
    executing,
    investigating,
    move,
    persons,
    ready_to_close,
    refused,
)
from tests.casework.usecases.test_journey import told
from tests.support.house import House

OTHER, OTHER_HEAD = "office2.handler", "office2.head"
SANCTIONS = {"party_sanction": "serious_warning", "government_sanctions": ["demerit"]}


async def lodged(house: House, case: str, kind: str = "re_examination", **body: Any) -> str:
    """Return an appeal that office 2 handles."""
    cadre = (await persons(house, case))[0]
    action = "lodge-complaint" if kind.startswith("complaint") else "lodge-appeal"
    given = {"subject_id": cadre, "kind": kind, "grounds": "处分过重", "to": "city-office-2", **body}
    before = {one["id"] for one in (await house.get(OTHER, "/v1/appeals")).json()["items"]}
    await move(house, HANDLER, case, action, **given)
    after = {one["id"] for one in (await house.get(OTHER, "/v1/appeals")).json()["items"]}
    (new,) = after - before
    return f"appeals/{new}"


async def examining(house: House, case: str, kind: str = "re_examination") -> str:
    """Return an appeal that two officers of office 2 examine."""
    appeal = await lodged(house, case, kind)
    await move(house, OTHER, appeal, "accept")
    await move(house, OTHER, appeal, "assign-handlers", members=[OTHER, OTHER_HEAD])
    return appeal


def clocks(shown: dict[str, Any]) -> dict[str, str]:
    return {clock["rule"]: clock["due_on"] for clock in shown["clocks"] if clock["state"] == "running"}


async def test_an_appeal_is_heard_by_others_and_made_lighter_while_execution_goes_on(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    cadre = (await persons(house, case))[0]
    appeal = await examining(house, case)
    during = await move(house, HANDLER, case, "report-execution", subject_id=cadre, body="bureau-housing")

    lighter = {"subject_id": cadre, "party_sanction": "warning", "government_sanctions": ["warning"]}
    shown = await move(house, OTHER, appeal, "decide", result="changed", reasons="量纪偏重", measures=lighter)

    assert (during["state"], clocks(shown)) == ("appealed", {})
    assert (shown["state"], shown["result"]) == ("decided", "changed")
    after = (await house.get(HANDLER, f"/v1/{case}")).json()
    outcome = after["subjects"][0]["outcome"]
    assert (after["state"], outcome["source"], outcome["version"]) == ("executing", "appeal", 2)
    assert (outcome["party_sanction"], outcome["party_ends_on"]) == ("warning", "2027-03-02")
    (ended,) = await told(house, "appeal.ended")
    assert (ended["kind"], ended["result"]) == ("re_examination", "changed")


async def test_an_appeal_has_a_month_and_its_answer_opens_the_way_to_the_superior(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    appeal = await examining(house, case)
    assert clocks((await house.get(OTHER, f"/v1/{appeal}")).json()) == {"DL-25": "2026-04-02"}

    early = await refused(house, HANDLER, case, "lodge-appeal", subject_id=(await persons(house, case))[0],
                          kind="superior_review", to="city-office-2")  # fmt: skip
    await move(house, OTHER, appeal, "decide", result="upheld", reasons="事实清楚")
    served = await move(house, OTHER, appeal, "serve", served_on="2026-03-02")
    superior = await lodged(house, case, "superior_review")

    assert early == (409, "appeal_kind_unfit")
    assert (served["state"], clocks(served)) == ("served", {"DL-26w": "2026-04-02"})
    assert clocks((await house.get(OTHER, f"/v1/{superior}")).json()) == {"DL-26": "2026-05-04"}


async def test_a_party_appeal_has_three_months_from_acceptance(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    appeal = await lodged(house, case, "party_appeal")
    before = clocks((await house.get(OTHER, f"/v1/{appeal}")).json())

    shown = await move(house, OTHER, appeal, "accept")

    assert (before, clocks(shown)) == ({}, {"DL-27": "2026-06-02"})


async def test_an_appeal_never_makes_it_worse_and_says_what_stands_instead(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    cadre = (await persons(house, case))[0]
    appeal = await examining(house, case)
    worse = {
        "subject_id": cadre,
        "party_sanction": "serious_warning",
        "government_sanctions": ["major_demerit"],
    }
    unlawful = {"subject_id": cadre, "party_sanction": "warning", "probation_years": 1}

    async def code(**body: Any) -> tuple[int, str]:
        return await refused(house, OTHER, appeal, "decide", reasons="复查意见", **body)

    assert await code(result="changed", measures=worse) == (409, "appeal_makes_worse")
    assert await code(result="changed") == (409, "measures_unfit")
    assert await code(result="upheld", measures=worse) == (409, "measures_unfit")
    assert await code(result="changed", measures=unlawful) == (400, "invalid_input")
    revoked = await move(house, OTHER, appeal, "decide", result="revoked", reasons="证据不足")
    outcome = (await house.get(HANDLER, f"/v1/{case}")).json()["subjects"][0]["outcome"]
    assert (revoked["result"], outcome["party_sanction"], outcome["form"]) == ("revoked", None, None)


async def test_who_had_a_part_in_the_decision_does_not_hear_the_appeal(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    cadre = (await persons(house, case))[0]
    await move(house, HANDLER, case, "lodge-appeal", subject_id=cadre, kind="party_appeal")
    (own,) = (await house.get(REVIEWER, "/v1/appeals")).json()["items"]
    appeal = await lodged(house, case, "re_examination")

    reviewer = await refused(house, REVIEWER, f"appeals/{own['id']}", "accept")
    await move(house, OTHER, appeal, "accept")
    named = [
        await refused(house, OTHER, appeal, "assign-handlers", members=[OTHER, one])
        for one in (HANDLER2, REVIEWER)
    ]

    assert reviewer == (409, "took_part_before")
    assert named == [(409, "took_part_before")] * 2


async def test_the_investigators_cannot_open_an_appeal_that_others_handle(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    appeal = await lodged(house, case)

    shown = (await house.get(HANDLER, f"/v1/{case}")).json()
    ledger = (await house.get("caseman.city", f"/v1/{appeal}")).json()

    assert f"appeals/{shown['appeal_ids'][0]}" == appeal
    assert (await house.get(HANDLER, f"/v1/{appeal}")).status_code == 404
    assert (await house.get("district2.handler", f"/v1/{appeal}")).status_code == 404
    assert (ledger["state"], ledger["papers"]) == ("lodged", [])


async def test_an_appeal_that_comes_too_late_or_twice_or_against_nothing_is_refused(house: House) -> None:
    case = await executing(house, government_sanctions=["demerit"])
    body = {"subject_id": (await persons(house, case))[0], "to": "city-office-2"}

    nothing = await refused(house, HANDLER, case, "lodge-appeal", **body, kind="party_appeal")
    nobody = await refused(
        house, HANDLER, case, "lodge-appeal", **{**body, "to": "city-petition"}, kind="re_examination"
    )
    await lodged(house, case)
    twice = await refused(house, HANDLER, case, "lodge-appeal", **body, kind="re_examination")
    appeal = (await house.get(OTHER, "/v1/appeals")).json()["items"][0]
    await move(house, OTHER, f"appeals/{appeal['id']}", "refuse", reason="未按要求补正")
    house.clock.move(timedelta(days=40))
    late = await refused(house, HANDLER, case, "lodge-appeal", **body, kind="re_examination")

    assert nothing == (409, "appeal_kind_unfit")
    assert nobody == (409, "receiver_not_competent")
    assert twice == (409, "appeal_already_open")
    assert late == (409, "appeal_too_late")
    assert (await house.get(HANDLER, f"/v1/{case}")).json()["state"] == "executing"


async def test_a_case_stays_appealed_until_the_last_appeal_is_decided(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    first, second = await examining(house, case), await examining(house, case, "party_appeal")

    await move(house, OTHER, first, "decide", result="upheld", reasons="维持")
    between = (await house.get(HANDLER, f"/v1/{case}")).json()["state"]
    await move(house, OTHER, second, "decide", result="upheld", reasons="维持")

    assert between == "appealed"
    assert (await house.get(HANDLER, f"/v1/{case}")).json()["state"] == "executing"


async def test_a_closed_case_is_opened_by_an_appeal_and_closed_again(house: House) -> None:
    case = await ready_to_close(house)
    await move(house, HANDLER, case, "close")

    appeal = await examining(house, case)
    await move(house, OTHER, appeal, "decide", result="upheld", reasons="维持")

    assert (await move(house, HANDLER, case, "close"))["state"] == "closed"


async def test_a_complaint_about_measures_leaves_the_case_where_it_is(house: House) -> None:
    case = await investigating(house)
    complaint = await examining(house, case, "complaint")
    assert clocks((await house.get(OTHER, f"/v1/{complaint}")).json()) == {"DL-28": "2026-04-02"}
    assert (await house.get(HANDLER, f"/v1/{case}")).json()["state"] == "investigating"

    answer = await house.act(OTHER, complaint, "decide", {"result": "upheld", "reasons": "措施合法"})
    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S3"]
    await house.sign("principal.city", answer)
    served = await move(house, OTHER, complaint, "serve")
    review = await lodged(house, case, "complaint_review")

    assert clocks(served) == {"DL-28w": "2026-04-02"}
    assert clocks((await house.get(OTHER, f"/v1/{review}")).json()) == {"DL-28r": "2026-05-04"}
