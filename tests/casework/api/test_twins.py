"""Nobody learns from any answer that others work on what is not for them. Rule: 1.4; P8, T29, T30."""

from __future__ import annotations

from casework.app import SPEC
from casework.usecases.ledger.open_reconciliations import open_reconciliations
from shared.service.app import build_app

from tests.casework import case_story
from tests.casework.api.test_matrix_of_joint_work import staffed_with_a_part_for_everybody
from tests.casework.case_story import HANDLER, REVIEWER, move, persons
from tests.casework.linkage_story import approved, asked, make
from tests.casework.linkage_story import do as do_joint
from tests.casework.story import allocated, do, registered, verified
from tests.casework.usecases.conduct.test_interference import entered
from tests.casework.usecases.conduct.test_recusal_requests import filed
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.support.house import House
from tests.support.twins import differing, readings

NAMED = {"name": "人员office1.handler2", "organisation": "某室", "position": "干部"}
OUTSIDE = (
    "office2.handler",
    "district1.handler",
    "petition.city",
    "group1.member",
    "sysadmin",
    "statistician",
)
OUTSIDE_THE_TASK = (
    "office2.handler",
    "district2.handler",
    "petition.city",
    "review.city",
    "sysadmin",
    "auditor",
)


async def elsewhere(house: House) -> str:
    """Return a clue that office 2 holds."""
    thing = await clue(house, subjects=[WANG], subject_organisations=["bureau-housing"], to="city-office-2")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    return thing


async def work_of_office_1(house: House, case: str) -> None:
    """Do in office 1 and in the ledger whatever can be done with clues, and take a case to its end."""
    thing = await verified(house)
    await do(house, HANDLER, thing, "close")
    other = await allocated(house)
    await do(house, "caseman.city", (await registered(house))[0], "merge", into=other.split("/")[1])
    await filed(house, other, officer="office1.handler2")
    await entered(house, HANDLER)
    await clue(house, subjects=[WANG], subject_organisations=["bureau-housing"])
    await open_reconciliations(house.desk)
    await case_story.finish_review(house, case)
    await move(house, REVIEWER, case, "record-opinion", of="party_organisation", opinion="同意")
    (cadre,) = await persons(house, case)
    outcome = {"subject_id": cadre, "party_sanction": "warning", "recover": 100}
    await move(house, REVIEWER, case, "decide", **case_story.LETTER, outcomes=[outcome])
    await move(house, REVIEWER, case, "serve")
    await move(house, HANDLER, case, "lodge-appeal", subject_id=cadre, kind="party_appeal", grounds="过重")
    await case_story.filed(house)


async def test_whoever_has_no_part_in_it_reads_the_same_before_and_after(house: House) -> None:
    await house.hear()
    own, hidden = await elsewhere(house), await allocated(house)
    case = await case_story.reviewing(house)
    paths = readings(build_app(SPEC), [own, hidden, case])

    async def others_work() -> None:
        await work_of_office_1(house, case)

    assert await differing(house, OUTSIDE, paths, others_work) == []
    assert len(paths) > 80


async def test_whoever_has_no_part_in_joint_work_reads_the_same_before_and_after(house: House) -> None:
    await house.hear()
    things = await staffed_with_a_part_for_everybody(house)
    task = things["task"]
    paths = readings(build_app(SPEC), things.values())

    async def others_work() -> None:
        await make(house, "group1.member", f"{task}/notes", {"text": "已进驻窗口。"})
        await do_joint(house, "group1.member", things["own"], "accept")
        await do_joint(house, "district1.head", things["region"], "report", report="已走访。")
        await do_joint(
            house, "group1.member", things["talk"], "give-opinion", position="dissent", text="不妥。"
        )
        await do_joint(house, "office1.head", things["share"], "end")
        await do_joint(house, "group1.lead", things["loan"], "return")
        other = await approved(house, units=["bureau-health"])
        await asked(house, other, "group1.member", from_on="2026-05-01", to_on="2026-05-20")

    assert await differing(house, OUTSIDE_THE_TASK, paths, others_work) == []
    assert len(paths) > 80


async def test_the_subject_reads_the_same_whatever_his_own_office_does_with_the_clue(house: House) -> None:
    await house.hear()
    thing = await clue(house, subjects=[NAMED], to="city-office-1")
    paths = readings(build_app(SPEC), [thing])

    async def others_work() -> None:
        for action in ("propose-allocation", "allocate"):
            await do(house, "caseman.city", thing, action)
        await do(house, HANDLER, thing, "assess", opinion="可查")
        shown = await do(house, HANDLER, thing, "propose-disposal", way="preliminary_verification")
        verification = f"verifications/{shown['verification_id']}"
        await do(house, HANDLER, verification, "submit-plan", opinion="方案")

    assert await differing(house, ["office1.handler2"], paths, others_work) == []
    assert await differing(house, ["office1.head"], paths, lambda: more(house, thing)) != []


async def more(house: House, thing: str) -> None:
    """Do one thing more that the head of the office does see: the comparison can tell."""
    await registered(house)
    await clue(house, to="city-office-1")
    other = await allocated(house)
    await do(house, HANDLER, other, "assess", opinion=f"与 {thing} 无关")
