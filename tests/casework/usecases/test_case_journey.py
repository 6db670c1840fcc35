"""A case from the double signature to its closing, through HTTP, by those whose duty each step is."""

from __future__ import annotations

from typing import Any

from casework.usecases.cases.case_out import CaseMemberOut

from tests.casework.case_story import (
    CADRE,
    HANDLER,
    LETTER,
    REVIEWER,
    decided,
    executing,
    filed,
    filing_approved,
    finish_review,
    investigating,
    move,
    persons,
    ready_to_close,
    refused,
    report,
    review_done,
    reviewing,
    to_review,
)
from tests.casework.story import MEETING, verified
from tests.casework.usecases.test_journey import told
from tests.support.house import House


def running(shown: dict[str, Any]) -> dict[str, str]:
    """Return the open deadlines and when they end."""
    return {
        clock["rule"]: clock["due_on"]
        for clock in shown["clocks"]
        if clock["state"] in ("running", "due_soon", "extended")
    }


async def test_the_signatures_of_both_principals_open_a_case_with_a_number(house: House) -> None:
    case = await filing_approved(house, await verified(house, "partly_true"))

    shown = (await house.get(HANDLER, f"/v1/{case}")).json()
    clue = (await house.get(HANDLER, f"/v1/clues/{shown['clue_id']}")).json()

    assert (shown["state"], shown["number"], shown["track"]) == (
        "filing_proposed",
        "city-case-2026-0001",
        "both",
    )
    assert shown["allowed_actions"] == ["file"]
    assert clue["state"] == "case_filed"
    (concluded,) = await told(house, "clue.concluded")
    assert concluded["case_id"] == shown["id"]


async def test_filing_names_the_persons_and_starts_the_clocks_of_both_tracks(house: House) -> None:
    case = await filed(house)

    shown = (await house.get(HANDLER, f"/v1/{case}")).json()

    assert (shown["state"], shown["filed_on"]) == ("filed", "2026-03-02")
    assert running(shown) == {"DL-13": "2026-06-02", "DL-14": "2027-03-02"}
    (person,) = shown["subjects"]
    assert (person["name"], person["subject_rank"], person["outcome"]) == (
        CADRE["name"],
        "township_section",
        None,
    )
    assert {one["kind"] for one in person["restrictions"]} == {
        "leaving_country", "resignation", "promotion", "award", "retirement",
    }  # fmt: skip
    (event,) = await told(house, "case.filed")
    assert (event["track"], event["persons"], event["organisations"]) == ("both", 1, ["bureau-housing"])


async def test_a_case_goes_from_filing_to_closing(house: House) -> None:
    case = await ready_to_close(house)

    closed = await move(house, HANDLER, case, "close", opinion="可以结案")

    assert (closed["state"], closed["closed_on"]) == ("closed", "2026-03-02")
    assert {one["kind"]: one["state"] for one in closed["reports"]} == {
        "investigation": "written", "analysis": "written", "remedial_proposal": "waived",
    }  # fmt: skip
    (person,) = closed["subjects"]
    assert (person["outcome"]["party_sanction"], person["outcome"]["party_ends_on"]) == (
        "warning",
        "2027-03-02",
    )
    assert (person["outcome"]["term_months"], person["outcome"]["government_ends_on"]) == (6, "2026-09-02")
    assert person["outcome"]["form"] == "form_2"
    assert {one["to_on"] for one in person["restrictions"]} == {"2026-03-02"}
    moves = (await house.get(HANDLER, f"/v1/{case}/history")).json()["items"]
    states = list(dict.fromkeys(one["to"] for one in moves))
    assert states == [
        "filing_proposed", "filed", "plan_approved", "investigating", "facts_met_with_subject", "report_done",
        "to_review", "review_accepted", "reviewing", "review_done", "decided", "served", "executing", "closed",
    ]  # fmt: skip


async def test_a_decision_is_told_in_figures_and_starts_what_it_has_to(house: House) -> None:
    case = await decided(
        house, party_sanction="serious_warning", government_sanctions=["demotion"], recover=500_00
    )

    shown = (await house.get(REVIEWER, f"/v1/{case}")).json()
    assert {field for one in shown["members"] for field in one} == set(CaseMemberOut.model_fields)

    assert running(shown) == {"DL-23": "2026-04-02", "DL-24": "2026-04-02"}
    (event,) = await told(house, "case.decided")
    assert event["forms"] == {"form_1": 0, "form_2": 1, "form_3": 0, "form_4": 0}
    assert (event["persons"], event["recover"], event["party_sanctioned"]) == (1, 50000, 1)
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in str(event))


async def test_service_opens_the_month_to_ask_for_re_examination(house: House) -> None:
    case = await decided(house)

    served = await move(house, REVIEWER, case, "serve", served_on="2026-02-27")

    assert (served["state"], served["served_on"]) == ("served", "2026-02-27")
    assert running(served)["DL-25w"] == "2026-03-27"


async def test_reinvestigation_begins_a_round_in_which_facts_and_report_are_done_again(house: House) -> None:
    case = await reviewing(house)
    returned = await move(house, REVIEWER, case, "return-reinvestigate", reason="主要事实不清")
    assert (returned["state"], "DL-22" in running(returned)) == ("returned_reinvestigate", False)

    begun = await move(house, HANDLER, case, "reinvestigate")
    assert (begun["state"], begun["round"]) == ("investigating", 2)
    shown = [{"subject_id": one, "is_signed": True} for one in await persons(house, case)]
    facts = {"facts": "补充后的事实材料", "participants": [HANDLER, "office1.handler2"], "shown": shown}
    await move(house, HANDLER, case, "show-facts", **facts)
    early = await refused(house, HANDLER, case, "complete-report", meeting=MEETING)
    await move(house, HANDLER, case, "write-report", report="重新审查调查报告")
    await move(house, HANDLER, case, "complete-report", meeting=MEETING)
    await to_review(house, case)
    late = await refused(house, REVIEWER, case, "finish-review", report="审理报告")

    assert (early, late) == ((409, "report_missing"), (409, "review_talk_missing"))
    assert (await finish_review(house, case))["state"] == "review_done"


async def test_a_supplement_goes_back_to_review_without_a_new_round(house: House) -> None:
    case = await reviewing(house)
    await move(house, REVIEWER, case, "return-supplement", reason="补充银行流水")

    supplemented = await move(house, HANDLER, case, "supplement", supplement="已补充")
    await to_review(house, case)

    assert (supplemented["state"], supplemented["round"]) == ("report_done", 1)
    assert (await house.get(REVIEWER, f"/v1/{case}")).json()["state"] == "reviewing"


async def test_a_case_without_violation_is_withdrawn_and_clearing_must_be_answered(house: House) -> None:
    case = await investigating(house)

    silent = await house.act(HANDLER, case, "withdraw", {"reason": "没有违法事实"})
    shown = await move(house, HANDLER, case, "withdraw", reason="没有违法事实", is_clearing_needed=True)

    assert (silent.status_code, silent.json()["errors"][0]["pointer"]) == (400, "/is_clearing_needed")
    assert (shown["state"], shown["is_clearing_needed"], running(shown)) == ("withdrawn", True, {})
    (event,) = await told(house, "case.withdrawn")
    assert event["is_clearing_needed"]


async def test_a_crime_goes_to_the_procuratorate_and_counts_in_the_fourth_form(house: House) -> None:
    case = await executing(house, party_sanction="expulsion_from_party", government_sanctions=["dismissal"])
    (cadre,) = await persons(house, case)
    body = {"subject_ids": [cadre], "procuratorate": "市人民检察院", "indictment_opinion": "涉嫌受贿罪"}

    shown = await move(house, HANDLER, case, "transfer-to-procuratorate", **body)

    assert shown["state"] == "transferred_to_procuratorate"
    outcome = shown["subjects"][0]["outcome"]
    assert (outcome["form"], outcome["source"], outcome["version"]) == ("form_4", "transfer", 2)
    assert (outcome["party_sanction"], outcome["government_ends_on"]) == ("expulsion_from_party", None)


async def test_members_of_the_same_level_need_the_superior_and_managed_cadres_the_party_committee(
    house: House,
) -> None:
    case = await review_done(house, {**CADRE, "is_same_level_member": True})
    (cadre,) = await persons(house, case)
    outcome = {"subject_id": cadre, "party_sanction": "warning"}

    answer = await house.act(REVIEWER, case, "decide", {**LETTER, "outcomes": [outcome]})

    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S3", "S4", "S6"]


async def test_the_review_office_may_be_called_in_early(house: House) -> None:
    case = await investigating(house)
    before = (await house.get(REVIEWER, f"/v1/{case}")).status_code

    await move(house, HANDLER, case, "involve-review", reason="定性争议较大")

    seen = (await house.get(REVIEWER, f"/v1/{case}")).json()
    assert (before, seen["state"], seen["review_office"]) == (404, "investigating", "city-review")
    assert seen["allowed_actions"] == ["extend-deadline"]
    await report(house, case)
    await to_review(house, case)
