"""A2 to A17 through the door: whose matter a report is, where it goes, who holds the time, what crosses."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests.intake.usecases.routing_story import clocks, conclude, do, opened, refused, screened, submitted
from tests.support.house import House

PETITION = "petition.city"


async def test_registration_proposes_whose_matter_it_is_and_says_why(house: House) -> None:
    _, thing = await submitted(house)

    shown = await do(
        house,
        PETITION,
        thing,
        "register",
        subjects=[{"organisation": "district-1", "rank": "township_section"}],
    )

    assert (shown["proposed_jurisdiction"], shown["proposed_because"], shown["proposed_to"]) == (
        "lower", "managed_cadre", "district-1",
    )  # fmt: skip
    assert shown["jurisdiction"] is None
    assert (shown["subject_organisations"], shown["subject_rank"]) == (["district-1"], "township_section")


async def test_an_officer_may_decide_otherwise_and_the_clock_follows(house: House) -> None:
    _, thing = await submitted(house, reporter=None)
    shown = await do(house, PETITION, thing, "register", subjects=[{"rank": "bureau"}])
    assert (shown["proposed_jurisdiction"], clocks(shown)["DL-03"]) == ("superior", "running")

    shown = await do(house, PETITION, thing, "screen", jurisdiction="own")

    assert (shown["jurisdiction"], clocks(shown)["DL-03"]) == ("own", "cancelled")


async def test_no_leader_is_asked_to_sign_for_a_receiver_that_cannot_receive(house: House) -> None:
    _, report = await screened(house)

    for action, body in {
        "transfer": {"to": "district-1-housing"},
        "refer-down": {"to": "city-office-1"},
        "assign-down": {"to": "nowhere", "ground": "other"},
        "refer-up": {"to": "district-1"},
        "retain-duplicate": {"of": str(uuid4())},
    }.items():
        answer = await house.act("petition.city", report, action, body)
        assert (answer.status_code, answer.json()["code"]) in {
            (409, "receiver_not_competent"), (409, "organisation_unknown"), (409, "first_report_unknown"),
        }, action  # fmt: skip
    assert (await house.get("petition.city", f"/v1/{report}")).json()["pending_sign_offs"] == []


async def test_what_belongs_to_a_superior_goes_nowhere_else(house: House) -> None:
    _, thing = await screened(house, subjects=[{"rank": "bureau"}])

    for action, body in {
        "decline": {"reason": "no_substance"}, "refer-down": {"to": "district-1"}, "refer-out": {},
        "assign-down": {"to": "district-1", "ground": "other"}, "accept": {}, "transfer": {"to": "city-office-1"},
    }.items():  # fmt: skip
        assert await refused(house, PETITION, thing, action, **body) == (409, "belongs_to_superior"), action


async def test_a_report_about_own_staff_goes_to_cadre_supervision_only(house: House) -> None:
    _, thing = await screened(house, subjects=[{"organisation": "city-office-1", "post": "commission_staff"}])

    assert await refused(house, PETITION, thing, "transfer", to="city-office-1") == (
        409, "own_staff_goes_to_cadre_supervision",
    )  # fmt: skip
    await do(house, PETITION, thing, "transfer", to="city-cadre-supervision")
    assert (await house.get("cadre.supervisor", f"/v1/{thing}")).json()["state"] == "transferred"
    assert (await house.get("office1.handler", f"/v1/{thing}")).status_code == 404


async def test_a_report_passed_down_is_registered_and_numbered_again_and_time_is_the_receivers(
    house: House,
) -> None:
    receipt, thing = await screened(
        house, subjects=[{"organisation": "district-1", "rank": "township_section"}]
    )
    shown = await do(house, PETITION, thing, "refer-down", to="district-1")
    assert (shown["state"], shown["holder"]) == ("referred_down", "district-1-petition")
    assert shown["allowed_actions"] == []
    assert (await house.get(PETITION, f"/v1/{thing}/text")).status_code in (403, 503)
    assert (await house.get("district1.petition", f"/v1/{thing}")).json()["state"] == "referred_down"
    assert (await opened(house, receipt))["state"] == "passed_on"
    assert await refused(house, "district1.petition", thing, "archive") == (
        409,
        "receiver_has_not_registered",
    )

    seen = await do(house, "district1.petition", thing, "register")
    assert seen["number"].startswith("district-1-petition-report-2026-")
    assert clocks(seen)["DL-04"] == "running"
    await do(house, "district1.petition", thing, "screen")
    seen = await do(house, "district1.petition", thing, "transfer", to="district-1-office-1")

    assert clocks(seen)["DL-04"] == "met"
    times = (await house.get("district1.petition", f"/v1/{thing}/holding-times")).json()["items"]
    assert (
        next(one for one in times if one["rule"] == "DL-04")["holders"][0]["holder"] == "district-1-petition"
    )
    ledger = (await house.get("district1.petition", f"/v1/{thing}/disclosures")).json()["items"]
    assert [(one["kind"], one["to"]) for one in ledger] == [
        ("refer_down", "district-1-petition"), ("transfer", "district-1-office-1"), ("event", None),
    ]  # fmt: skip
    assert "reporter_identity" in ledger[0]["crossed"]
    assert "reporter_identity" in ledger[1]["withheld"]
    assert ledger[2]["crossed"] == ["codes"]
    assert ledger[0]["number"].startswith("city-petition-report-")


async def test_our_own_referral_out_cannot_be_registered_again(house: House) -> None:
    _, thing = await screened(house)
    await do(house, PETITION, thing, "refer-out", organ="某省外机关")

    assert (await refused(house, PETITION, thing, "register"))[1] == "move_out_of_order"
    assert (await do(house, PETITION, thing, "archive"))["state"] == "archived"


async def test_an_assigned_report_comes_back_with_the_result_of_the_organ_that_decided_together(
    house: House,
) -> None:
    receipt, thing = await screened(house)
    shown = await do(house, PETITION, thing, "assign-down", to="district-1", ground="long_delay")
    assert clocks(shown)["DL-05"] == "running"
    assert next(one for one in shown["clocks"] if one["rule"] == "DL-05")["held_by"] == "city:district-1"
    await do(house, PETITION, thing, "urge", ground="overdue")
    await do(
        house, "district1.petition", thing, "report-result",
        report="经核查，反映的问题部分属实，已责令整改。", truth_grade="partly_true",
    )  # fmt: skip

    papers = (await house.get(PETITION, f"/v1/{thing}/papers")).json()["items"]
    assert papers[-1]["fields"]["report"].startswith("经核查")
    shown = await do(house, PETITION, thing, "conclude")
    assert (shown["truth_grade"], clocks(shown)["DL-05"], clocks(shown)["DL-02"]) == (
        "partly_true",
        "met",
        "running",
    )
    assert (await house.get("district2.handler", f"/v1/{thing}/papers")).status_code == 404
    assert (await opened(house, receipt))["state"] == "being_handled"


async def test_an_officer_cannot_make_a_move_of_the_system(house: House) -> None:
    _, thing = await screened(house)
    shown = await do(house, PETITION, thing, "transfer", to="city-office-1")

    assert "conclude" not in shown["allowed_actions"]
    assert await refused(house, PETITION, thing, "conclude", truth_grade="untrue") == (
        409,
        "move_out_of_order",
    )


async def test_a_returned_report_leaves_the_offices_sight_and_is_screened_anew(house: House) -> None:
    _, thing = await screened(house)
    await do(house, PETITION, thing, "transfer", to="city-office-1")
    wrong = await house.act("office1.handler", thing, "return", {"opinion": "退回"})
    assert (wrong.status_code, {one["pointer"] for one in wrong.json()["errors"]}) == (
        400,
        {"/ground", "/talked_with"},
    )

    await do(
        house, "office1.handler", thing, "return", ground="other_jurisdiction", talked_with="petition.city"
    )

    assert (await house.get("office1.handler", f"/v1/{thing}")).status_code == 404
    shown = await do(house, PETITION, thing, "screen", jurisdiction="lower")
    assert (shown["state"], shown["office"]) == ("screened", None)


async def test_a_named_reporter_is_told_and_the_quarter_fed_back_before_the_report_is_filed(
    house: House,
) -> None:
    _, thing = await screened(house)
    await do(house, PETITION, thing, "transfer", to="city-office-1")
    await conclude(house.desk, thing, "partly_true")
    assert await refused(house, PETITION, thing, "archive", explanation="另案处理") == (
        409,
        "feedback_comes_first",
    )

    await do(
        house, "office1.handler", thing, "give-feedback", opinion="部分属实，已处理。", way="phone", reaction="objects",
        new_evidence=True,
    )  # fmt: skip
    assert await refused(house, PETITION, thing, "archive") == (409, "deadline_still_open")
    assert await refused(house, PETITION, thing, "archive", explanation="另案处理") == (
        409,
        "new_evidence_undecided",
    )
    shown = await do(house, "office1.handler", thing, "feed-back", disposal_way="closed", measures="批评教育")
    assert (clocks(shown)["DL-06"], clocks(shown)["P-R-A2"]) == ("met", "running")

    shown = await do(house, "office1.handler", thing, "reopen", evidence=["新提供的转账记录"])
    assert (shown["state"], clocks(shown)["P-R-A2"]) == ("in_disposal", "met")


async def test_an_anonymous_report_nobody_sends_on_in_fifteen_days_is_a_breach_and_again_when_it_comes_back(
    house: House,
) -> None:
    _, thing = await screened(house, reporter=None)

    async def breaches(login: str = PETITION) -> list[str]:
        found = await house.get(login, "/v1/reports/breaches")
        return [f"reports/{one['id']}" for one in found.json()["items"]]

    assert await breaches() == []
    house.clock.move(timedelta(days=20))
    assert (await breaches(), await breaches("office1.handler")) == ([thing], [])
    assert (await house.get(PETITION, "/v1/reports/_count", breach="true")).json()["count"] == 1
    assert (await house.get("sysadmin", "/v1/reports/breaches")).status_code == 403

    await do(house, PETITION, thing, "transfer", to="city-office-1")
    assert await breaches() == []
    await do(house, "office1.handler", thing, "return", ground="no_substance", talked_with="petition.city")
    assert await breaches() == []
    house.clock.move(timedelta(days=20))
    assert await breaches() == [thing]


async def test_a_code_that_no_list_has_is_not_registered(house: House) -> None:
    _, thing = await submitted(house)
    answer = await house.act(
        PETITION, thing, "register",
        {"category": "gossip", "field": "nonsense", "region": "nowhere", "problem_types": ["nonsense"]},
    )  # fmt: skip

    assert answer.status_code == 400
    assert {(one["pointer"], one["code"]) for one in answer.json()["errors"]} == {
        (pointer, "unknown_code") for pointer in ("/category", "/field", "/region", "/problem_types/0")
    }
    assert (await house.get(PETITION, f"/v1/{thing}")).json()["state"] == "received"


async def test_an_explained_deadline_lets_a_report_be_filed(house: House) -> None:
    _, thing = await screened(house, reporter=None)
    await do(house, PETITION, thing, "transfer", to="city-office-1")
    await conclude(house.desk, thing, "untrue")
    house.clock.move(timedelta(days=120))

    shown = await do(house, PETITION, thing, "archive", explanation="承办部门已并入年度反馈")

    assert (shown["state"], clocks(shown)["DL-06"]) == ("archived", "cancelled")


async def test_an_accusation_declined_for_another_organ_says_where_to_turn(house: House) -> None:
    receipt, thing = await screened(house)
    assert await refused(house, PETITION, thing, "decline", reason="other_organ_duty") == (
        409,
        "competent_body_missing",
    )

    await do(house, PETITION, thing, "decline", reason="other_organ_duty", competent_body="某区人民法院")

    shown = await opened(house, receipt)
    assert shown["state"] == "not_accepted"
    assert "某区人民法院" in shown["messages"][-1]["text"]


async def test_who_cannot_be_reached_was_tried_and_then_counts_as_anonymous_with_the_reason(
    house: House,
) -> None:
    _, thing = await submitted(house)
    await do(house, PETITION, thing, "register")
    assert await refused(house, PETITION, thing, "verify-name", verified=False) == (409, "reason_missing")
    assert await refused(house, PETITION, thing, "verify-name", verified=False, reason="unreachable") == (
        409, "no_contact_attempt",
    )  # fmt: skip
    assert await refused(house, PETITION, thing, "try-contact", method="phone", outcome="not_reached", on="2099-01-01") == (
        409, "contact_in_future",
    )  # fmt: skip
    shown = await do(house, PETITION, thing, "try-contact", method="phone", outcome="not_reached")
    assert shown["contact_attempts"] == [
        {"method": "phone", "on": shown["received_on"], "outcome": "not_reached"}
    ]

    shown = await do(house, PETITION, thing, "verify-name", verified=False, reason="unreachable")

    assert (shown["named_status"], clocks(shown)["DL-01"]) == ("anonymous", "cancelled")
    assert "化名" not in str(shown)


async def test_the_organ_a_report_was_assigned_to_gets_one_month_more_by_its_deputy_leader(
    house: House,
) -> None:
    _, thing = await screened(house)
    missing = await house.act(PETITION, thing, "assign-down", {"to": "district-1"})
    assert missing.json()["errors"][0]["pointer"] == "/ground"
    await do(house, PETITION, thing, "assign-down", to="district-1", ground="long_delay")

    shown = await do(house, "district1.petition", thing, "extend", reason="涉及人员较多，需补充核实。")

    assert clocks(shown)["DL-05"] == "extended"
    assert (await house.act(PETITION, thing, "extend", {"reason": "代为申请延期。"})).status_code == 403
