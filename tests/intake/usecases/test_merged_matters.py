"""Several people, one matter: handled once, answered one by one, and nobody learns of the others."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.intake.usecases.story import (
    GIFTS,
    HOUSING,
    NAMED,
    classified,
    do,
    forwarded,
    opened,
    refused,
    screened,
    tell,
    transferred,
)
from tests.support.house import House

WHY = "同一小区同一事项。"


def bare(matter: str) -> str:
    return matter.partition("/")[2]


def running(shown: dict[str, Any]) -> set[str]:
    return {clock["rule"] for clock in shown["clocks"] if clock["state"] == "running"}


async def merged_reports(house: House) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return receipt and matter of a report in disposal, and of a named one merged into it."""
    lead = await transferred(house, reporter=NAMED)
    other = {**NAMED, "name": "（化名）周某"}
    member = await screened(house, reporter=other, content=GIFTS["content"] + "此外还替亲属揽活。")
    await do(house, "petition.city", member[1], "merge", into=bare(lead[1]), reason=WHY)
    return lead, member


async def end(house: House, report: str) -> None:
    clue = uuid4()
    await tell(house, "clue.allocated", clue, {"report_ids": [bare(report)]})
    await tell(house, "clue.concluded", clue, {"report_ids": [bare(report)], "truth_grade": "true"})


async def test_a_refusal_by_receipt_tells_the_coarse_state_and_not_that_there_are_others(
    house: House,
) -> None:
    _, (receipt, _) = await merged_reports(house)

    answer = await house.public("receipts/object", {"receipt": receipt, "text": "为什么还没有结果？"})

    assert (answer.status_code, answer.json()["code"]) == (409, "move_out_of_order")
    assert answer.json()["detail"].startswith("It is “Accepted” now, so “Object” is not possible.")


async def test_merged_reports_end_together_and_each_reporter_is_told_in_own_words(house: House) -> None:
    (first, lead), (second, member) = await merged_reports(house)
    assert (await opened(house, second))["state"] == "accepted"
    assert (await house.get("office1.handler", f"/v1/{member}/text", purpose="handle")).status_code != 404
    await end(house, lead)

    for report in (lead, member):
        assert "DL-02" in running((await house.get("petition.city", f"/v1/{report}")).json())
    await do(house, "office1.handler", lead, "give-feedback", text="反映的问题属实，已作处理。")
    assert "DL-02" in running((await house.get("petition.city", f"/v1/{member}")).json())
    await do(house, "office1.handler", member, "give-feedback", text="经查属实，感谢您的监督。")

    one, other = await opened(house, first), await opened(house, second)
    assert one["answer"]["text"] == "反映的问题属实，已作处理。"
    assert other["answer"]["text"] == "经查属实，感谢您的监督。"
    assert one.keys() == other.keys()
    for shown in (one, other):
        assert len(shown["messages"]) == 1
        assert not any(word in str(shown) for word in ("merge", "合并", "repeat", bare(lead), bare(member)))


async def test_feedback_quotes_neither_report(house: House) -> None:
    (_, lead), (_, member) = await merged_reports(house)
    await end(house, lead)

    quoting = {"text": "您所说的企业安排宴请。此外还替亲属揽活等情况属实。"}

    assert await refused(house, "office1.handler", lead, "give-feedback", **quoting) == (
        409,
        "report_is_quoted",
    )
    assert await refused(house, "office1.handler", member, "give-feedback", **quoting) == (
        409,
        "report_is_quoted",
    )


async def test_an_objection_with_evidence_reopens_the_lead_and_only_who_objected_is_told_again(
    house: House,
) -> None:
    (first, lead), (second, member) = await merged_reports(house)
    await end(house, lead)
    for report, text in ((lead, "经查属实。"), (member, "情况属实，已处理。")):
        await do(house, "office1.handler", report, "give-feedback", text=text)
    objected = await house.public("receipts/object", {"receipt": second, "text": "我有新的转账记录。"})
    assert objected.status_code == 200, objected.text

    assert await refused(house, "office1.handler", member, "reopen") == (409, "lead_is_reopened_instead")
    assert "P-R-A2" in running((await house.get("office1.handler", f"/v1/{lead}")).json())
    await do(house, "office1.handler", lead, "reopen")

    assert (await house.get("petition.city", f"/v1/{member}")).json()["state"] == "merged"
    assert "转账" not in str(await opened(house, first))
    await tell(house, "clue.concluded", uuid4(), {"report_ids": [bare(lead)], "truth_grade": "true"})
    assert "DL-02" in running((await house.get("petition.city", f"/v1/{member}")).json())


async def test_a_merge_is_taken_back_with_a_reason_and_both_stand_in_the_history(house: House) -> None:
    (_, lead), (_, member) = await merged_reports(house)
    assert (await house.get("petition.city", f"/v1/{lead}")).json()["repeats"] == 1
    after = await do(house, "petition.city", member, "unmerge", reason="细看是两回事。")

    assert (after["state"], after["merged_into"]) == ("screened", None)
    assert (await house.get("petition.city", f"/v1/{lead}")).json()["repeats"] == 0
    assert (await house.get("office1.handler", f"/v1/{member}")).status_code == 404
    for report in (lead, member):
        (item,) = (await house.get("petition.city", f"/v1/{report}/merges")).json()["items"]
        assert (item["reason"], item["end_reason"]) == (WHY, "细看是两回事。")
    await do(house, "petition.city", member, "merge", into=bare(lead), reason="还是同一件事。")
    assert len((await house.get("petition.city", f"/v1/{member}/merges")).json()["items"]) == 2


async def test_what_cannot_lead_is_refused_by_name(house: House) -> None:
    (_, lead), (_, member) = await merged_reports(house)
    _, third = await screened(house)
    for into, code in (
        (bare(member), "lead_not_open"),
        (bare(third), "lead_not_open"),
        (str(uuid4()), "lead_unknown"),
    ):
        found = await refused(house, "petition.city", third, "merge", into=into, reason=WHY)
        assert found == (409, code)
    assert await refused(house, "petition.city", third, "unmerge", reason=WHY) == (409, "move_out_of_order")
    assert (await refused(house, "office1.handler", lead, "merge", into=bare(third), reason=WHY))[0] == 403
    assert (await refused(house, "district2.handler", third, "merge", into=bare(lead), reason=WHY))[0] == 404
    await do(house, "office1.handler", lead, "return", ground="other_jurisdiction", talked_with="苏晓岚")
    await do(house, "petition.city", lead, "screen")
    declined = await refused(house, "petition.city", lead, "decline", reason="no_substance")
    assert declined == (409, "others_are_merged")


async def test_merged_demands_are_handled_once_and_answered_one_by_one(house: House) -> None:
    first, lead = await forwarded(house)
    second, member = await classified(house, content="三号楼的产权证至今没有办下来，请帮助催办。")
    shown = await do(house, "petition.city", member, "merge", into=bare(lead), reason=WHY)
    assert "DL-35" in running(shown)
    assert (await house.get("housing1.clerk", f"/v1/{member}")).status_code == 404

    early = await refused(house, "petition.city", member, "answer-merged")
    assert early == (409, "lead_not_answered_yet")
    quoting = {"opinion": "三号楼的产权证至今没有办下来一事，已补发证书。"}
    assert await refused(house, "housing1.clerk", lead, "answer", **quoting) == (409, "report_is_quoted")
    await do(house, "housing1.clerk", lead, "answer", opinion="证书已于本周发放，请持身份证领取。")
    assert (await opened(house, second))["state"] == "being_handled"
    assert "DL-35" in running((await house.get("petition.city", f"/v1/{member}")).json())
    answered = await do(
        house, "petition.city", member, "answer-merged", answer="您所在楼栋的证书可于周一起领取。"
    )

    assert (answered["state"], answered["answered_on"]) == ("answered", answered["received_on"])
    assert (await opened(house, first))["answer"]["text"] == "证书已于本周发放，请持身份证领取。"
    other = await opened(house, second)
    assert other["answer"]["text"] == "您所在楼栋的证书可于周一起领取。"
    rated = await house.public("receipts/rate", {"receipt": second, "satisfaction": 1})
    assert rated.status_code == 200
    assert (await house.get("petition.city", f"/v1/{lead}")).json()["satisfaction"] is None


async def test_an_unmerged_demand_is_to_be_routed_in_time_again_without_the_clock_of_the_merge(
    house: House,
) -> None:
    _, lead = await forwarded(house)
    _, member = await classified(house)
    await do(house, "petition.city", member, "merge", into=bare(lead), reason=WHY)
    after = await do(house, "petition.city", member, "unmerge", reason="诉求不同。")

    assert (after["state"], running(after)) == ("classified", {"DL-32", "DL-33"})
    again = await do(
        house, "petition.city", member, "forward", to="district-1-housing", extract="请一并核实进度。"
    )
    assert {"DL-34", "DL-35"} <= running(again)


async def test_a_bad_merge_names_every_wrong_field(house: House) -> None:
    _, member = await classified(house)
    answer = await house.act("petition.city", member, "merge", {"into": "x", "reason": "因", "more": 1})

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} == {"/into", "/reason", "/more"}
    assert HOUSING["category"] not in answer.text
