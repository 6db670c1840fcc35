"""Talk and inquiry: approved before anything happens, answered in time, decided, checked, filed. Rule: 4.3."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from casework.settings import Settings

from tests.casework.neighbours import Neighbours
from tests.casework.story import assessed, do
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.support.house import House

HANDLER = "office1.handler"
BY_TWO = ["office1.handler", "office1.handler2"]
TALK: dict[str, Any] = {
    "participants": BY_TWO, "place": "谈话室", "place_is_safe": True, "transcript": "问：……答：……",
}  # fmt: skip
PLAN = {"plan": "谈话方案", "emergency_plan": "安全、医疗、保密预案"}
ACCEPTED = {"outcome": "accepted_and_closed", "reply": "经研究，对您的说明予以采信。"}


def draw(house: House, percent: int) -> None:
    """Let so many accepted explanations in a hundred be drawn for a check."""
    settings: Settings = house.desk.settings
    changed = settings.model_copy(update={"sample_check_percent": percent})
    object.__setattr__(house.desk, "settings", changed)  # a desk never changes but here


async def planned(house: House, **assessment: object) -> tuple[str, str]:
    """Return a clue and the talk or inquiry the approved disposal began."""
    draw(house, 0)
    thing = await assessed(house, **assessment)
    shown = await do(house, HANDLER, thing, "propose-disposal", way="talk_inquiry")
    assert shown["state"] == "talk_inquiry"
    return thing, f"talk-inquiries/{shown['talk_inquiry_id']}"


async def asked(house: House) -> tuple[str, str]:
    """Return a clue and an inquiry whose letter went out."""
    thing, talk = await planned(house)
    await do(house, HANDLER, talk, "submit-plan", form="letter", plan="函询方案")
    await do(house, HANDLER, talk, "send-letter", letter="请就有关问题作出说明", copied_to=["某局党组书记"])
    return thing, talk


async def answered(house: House) -> tuple[str, str]:
    """Return a clue and an inquiry with a report that suggests to accept the explanation."""
    thing, talk = await asked(house)
    await do(house, HANDLER, talk, "receive-explanation", explanation="情况说明", is_countersigned=True)
    await do(house, HANDLER, talk, "draft-report", report="情况报告", outcome="accepted_and_closed")
    return thing, talk


async def code(house: House, login: str, thing: str, action: str, **body: Any) -> tuple[int, str]:
    answer = await house.act(login, thing, action, body)
    return answer.status_code, answer.json().get("code", "")


async def test_a_letter_is_answered_accepted_and_put_into_the_integrity_file(house: House) -> None:
    thing, talk = await asked(house)
    unsigned = await code(house, HANDLER, talk, "receive-explanation", explanation="情况说明")
    received = await do(
        house, HANDLER, talk, "receive-explanation", explanation="情况说明", is_countersigned=True
    )
    await do(house, HANDLER, talk, "draft-report", report="情况报告", outcome="accepted_and_closed")
    unanswered = await code(house, HANDLER, talk, "decide")
    decided = await do(house, HANDLER, talk, "decide", **ACCEPTED)
    filed = await do(house, HANDLER, talk, "file", materials=["书面说明", "情况报告"])
    closed = await do(house, HANDLER, thing, "close", ground="untrue")

    assert unsigned == (409, "countersignature_missing")
    assert {one["rule"]: one["state"] for one in received["clocks"]} == {"DL-10": "met", "DL-11": "running"}
    assert unanswered == (409, "reply_missing")
    assert (decided["state"], decided["outcome"]) == ("decided", "accepted_and_closed")
    assert (filed["state"], closed["state"], closed["truth_grade"]) == ("filed", "closed", "untrue")


async def test_the_days_for_the_reply_count_from_the_day_the_letter_was_received(house: House) -> None:
    _, talk = await asked(house)
    house.clock.move(timedelta(days=3))
    house.tokens.clear()

    future = await code(house, HANDLER, talk, "record-delivery", received_on="2026-03-06")
    shown = await do(house, HANDLER, talk, "record-delivery", received_on="2026-03-04")
    again = await code(house, HANDLER, talk, "record-delivery", received_on="2026-03-05")

    clocks = sorted((one["rule"], one["state"], one["due_on"]) for one in shown["clocks"])
    assert clocks == [("DL-10", "cancelled", "2026-03-23"), ("DL-10", "running", "2026-03-25")]
    assert (future[0], again) == (400, (409, "letter_delivered_already"))


async def test_a_reply_about_the_head_himself_goes_straight_to_the_commission(house: House) -> None:
    _, talk = await asked(house)

    shown = await do(
        house, HANDLER, talk, "receive-explanation", explanation="本人说明", subject_is_head=True
    )

    assert (shown["state"], shown["is_countersigned"]) == ("explanation_received", False)


async def test_nothing_happens_without_a_plan_and_no_talk_without_one_for_emergencies(house: House) -> None:
    _, talk = await planned(house)

    assert await code(house, HANDLER, talk, "submit-plan") == (409, "plan_missing")
    assert await code(house, HANDLER, talk, "submit-plan", plan="方案") == (409, "emergency_plan_missing")
    assert await code(house, HANDLER, talk, "hold-talk", **TALK) == (409, "move_out_of_order")


async def test_a_talk_is_held_by_two_known_officers_in_a_safe_place_with_a_transcript(
    house: House, neighbours: Neighbours
) -> None:
    thing, talk = await planned(house)
    await do(house, HANDLER, talk, "submit-plan", form="talk", **PLAN)

    async def held(**body: Any) -> tuple[int, str]:
        return await code(house, HANDLER, talk, "hold-talk", **{**TALK, **body})

    assert await held(participants=[HANDLER]) == (409, "two_participants_needed")
    assert await held(participants=[HANDLER, HANDLER]) == (409, "two_participants_needed")
    assert await held(participants=[*BY_TWO, "nobody"]) == (409, "officer_unknown")
    assert await held(place_is_safe=False) == (409, "place_not_safe")
    assert await held(transcript="") == (409, "transcript_missing")
    assert await held(led_by="party_organisation_head") == (409, "talker_not_approved")
    assert await code(house, HANDLER, talk, "send-letter", letter="函") == (409, "form_not_approved")
    neighbours.subjects = [WANG]
    neighbours.relations["office1.handler2"] = [
        {"kind": "spouse", "name": WANG["name"], "organisation": None, "unit": None}
    ]
    assert await held() == (409, "recusal_conflict")
    neighbours.relations.clear()
    early = await code(house, HANDLER, thing, "dispose")
    shown = await do(house, HANDLER, talk, "hold-talk", **TALK)

    assert early == (409, "branch_not_decided")
    assert (shown["state"], shown["form"], shown["led_by"]) == ("talk_held", "talk", "office_head")


async def test_a_talk_entrusted_to_the_head_of_the_organisation_needs_a_written_statement(
    house: House,
) -> None:
    _, talk = await planned(house)
    await do(house, HANDLER, talk, "submit-plan", form="talk", led_by="party_organisation_head", **PLAN)

    missing = await code(house, HANDLER, talk, "hold-talk", **TALK)
    shown = await do(house, HANDLER, talk, "hold-talk", statement="本人书面说明", **TALK)

    assert missing == (409, "transcript_missing")
    assert shown["state"] == "talk_held"


async def test_a_talk_may_lead_to_a_named_measure(house: House) -> None:
    thing, talk = await planned(house)
    await do(house, HANDLER, talk, "submit-plan", **PLAN)
    await do(house, HANDLER, talk, "hold-talk", **TALK)
    await do(house, HANDLER, talk, "draft-report", opinion="建议谈话提醒", outcome="light_measure")

    unnamed = await code(house, HANDLER, talk, "decide")
    decided = await do(house, HANDLER, talk, "decide", measure="reminder_talk")
    disposed = await do(house, HANDLER, thing, "dispose", measure="reminder_talk")

    forms = (await house.get(HANDLER, "/v1/four-forms")).json()

    assert unnamed == (409, "measure_missing")
    assert forms["persons"] == 1  # it ended here: the first form, although no case was filed
    assert [one["persons"] for one in forms["forms"]] == [1, 0, 0, 0]
    assert (decided["outcome"], decided["measure"]) == ("light_measure", "reminder_talk")
    assert (disposed["state"], disposed["ground"]) == ("disposed", "reminder_talk")


async def test_a_talk_may_lead_to_a_verification(house: House) -> None:
    thing, talk = await planned(house)
    await do(house, HANDLER, talk, "submit-plan", **PLAN)
    await do(house, HANDLER, talk, "hold-talk", **TALK)
    await do(house, HANDLER, talk, "draft-report", opinion="具有可查性", outcome="to_verification")
    await do(house, HANDLER, talk, "decide")

    shown = await do(house, HANDLER, thing, "propose-disposal", way="preliminary_verification")

    assert shown["state"] == "preliminary_verification"
    assert shown["verification_id"] is not None


async def test_who_denies_without_good_grounds_is_asked_again_in_either_form(house: House) -> None:
    _, talk = await answered(house)

    silent = await code(house, HANDLER, talk, "start-second-round")
    again = await do(house, HANDLER, talk, "start-second-round", opinion="说明与账目不符")
    held = await do(house, HANDLER, talk, "hold-talk", **TALK)

    assert silent == (409, "reason_missing")
    assert (again["state"], again["rounds"], held["state"]) == ("approved", 2, "talk_held")


async def test_the_plan_for_the_head_of_a_lower_committee_goes_to_the_principal_leader(house: House) -> None:
    _, talk = await planned(house, heads_lower_committee=True)

    proposed = await house.act(HANDLER, talk, "submit-plan", PLAN)

    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S3"]


async def test_a_drawn_explanation_is_checked_by_another_before_it_is_filed(house: House) -> None:
    _, talk = await answered(house)
    draw(house, 100)
    decided = await do(house, HANDLER, talk, "decide", **ACCEPTED)

    early = await code(house, HANDLER, talk, "file")
    by_handler = await code(house, HANDLER, talk, "check-sample", result="credible", finding="核对无误")
    checked = await do(house, "office1.head", talk, "check-sample", result="credible", finding="核对无误")
    filed = await do(house, HANDLER, talk, "file")

    assert (decided["sample_check"], early) == ("due", (409, "sample_check_open"))
    assert by_handler == (403, "forbidden")
    assert (checked["sample_check"], filed["state"]) == ("credible", "filed")


async def test_an_explanation_found_untrue_opens_the_matter_again(house: House) -> None:
    thing, talk = await answered(house)
    draw(house, 100)
    await do(house, HANDLER, talk, "decide", **ACCEPTED)

    shown = await do(
        house, "office1.head", talk, "check-sample", result="not_credible", finding="与银行流水不符"
    )

    assert (shown["state"], shown["sample_check"]) == ("report_drafted", "not_credible")
    assert await code(house, HANDLER, thing, "close") == (409, "branch_not_decided")


async def test_an_explanation_that_was_not_drawn_is_not_checked(house: House) -> None:
    _, talk = await answered(house)
    shown = await do(house, HANDLER, talk, "decide", **ACCEPTED)

    refused = await code(house, "office1.head", talk, "check-sample", result="credible", finding="核对")

    assert (shown["sample_check"], refused) == (None, (409, "sample_check_not_due"))


async def test_the_explanation_at_the_meeting_is_recorded_also_after_filing(house: House) -> None:
    _, talk = await answered(house)
    await do(house, HANDLER, talk, "decide", **ACCEPTED)
    await do(house, HANDLER, talk, "file")
    house.clock.move(timedelta(days=300))
    house.tokens.clear()

    shown = await do(
        house,
        HANDLER,
        talk,
        "record-meeting",
        kind="democratic_life",
        held_on="2026-12-20",
        is_explained=True,
    )

    assert (shown["state"], shown["meeting_held_on"], shown["is_explained"]) == ("filed", "2026-12-20", True)


@pytest.mark.parametrize(
    ("login", "found"), [("office1.head", 1), ("deputy.city", 1), ("office2.handler", 0)]
)
async def test_what_was_filed_is_found_by_name_by_who_may_know(house: House, login: str, found: int) -> None:
    await house.hear()
    draw(house, 0)
    thing = await clue(house, subjects=[WANG], to="city-office-1")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    await do(house, HANDLER, thing, "assess", opinion="一般性问题")
    shown = await do(house, HANDLER, thing, "propose-disposal", way="talk_inquiry")
    talk = f"talk-inquiries/{shown['talk_inquiry_id']}"
    await do(house, HANDLER, talk, "submit-plan", **PLAN)
    await do(house, HANDLER, talk, "hold-talk", **TALK)
    await do(house, HANDLER, talk, "draft-report", opinion="可予采信")
    await do(house, HANDLER, talk, "decide", **ACCEPTED)
    await do(house, HANDLER, talk, "file")

    body = {"name": WANG["name"], "organisation": WANG["organisation"], "purpose": "assessment"}
    path = "/v1/integrity-entries/_search"
    answer = await house.http.post(path, headers=house.headers(login), json=body)
    refused = await house.http.post(path, headers=house.headers("caseman.city"), json=body)
    other = await house.http.post(path, headers=house.headers(login), json={**body, "organisation": "他单位"})

    assert len(answer.json()["items"]) == found
    assert (refused.status_code, other.json()["items"]) == (403, [])


async def test_letters_without_a_reply_are_found_and_among_them_those_that_are_due_or_late(
    house: House,
) -> None:
    _, talk = await asked(house)
    await answered(house)

    async def found(**filters: str) -> list[str]:
        answer = await house.get(HANDLER, "/v1/talk-inquiries", **filters)
        assert answer.status_code == 200, answer.text
        return [f"talk-inquiries/{one['id']}" for one in answer.json()["items"]]

    assert await found(awaits_reply="true", form="letter") == [talk]
    assert await found(awaits_reply="true", due_to="2026-03-20") == []
    assert await found(awaits_reply="true", due_to="2026-03-23") == [talk]
    assert await found(awaits_reply="true", overdue="true") == []
    house.clock.move(timedelta(days=30))
    house.tokens.clear()
    assert await found(awaits_reply="true", overdue="true") == [talk]
    assert (await house.get(HANDLER, "/v1/talk-inquiries", awaits_reply="perhaps")).status_code == 400


async def test_who_has_yet_to_explain_at_a_meeting_is_found_until_it_is_recorded(house: House) -> None:
    _, talk = await answered(house)
    await do(house, HANDLER, talk, "decide", **ACCEPTED)

    async def waiting() -> int:
        return len((await house.get(HANDLER, "/v1/talk-inquiries", awaits_meeting="true")).json()["items"])

    before = await waiting()
    await do(
        house, HANDLER, talk, "record-meeting", kind="democratic_life", held_on="2026-03-02", is_explained=True,
    )  # fmt: skip
    assert (before, await waiting()) == (1, 0)
