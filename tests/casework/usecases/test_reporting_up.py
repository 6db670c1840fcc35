"""R-A5: of certain cadres the superior is told of the clue, and of what is decided about it; without delay."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from shared.feed.tables import events

from tests.casework.story import MEETING, allocated, assessed, do, verified
from tests.casework.usecases.test_register_clue import create
from tests.support.house import House

HANDLER = "office1.handler"
UP = {"to": "某省纪委监委", "report": "反映某同级党委委员的线索情况。"}


def running(shown: dict[str, Any]) -> dict[str, str]:
    """Return the day of each clock that runs."""
    return {one["rule"]: one["due_on"] for one in shown["clocks"] if one["state"] == "running"}


async def refused(house: House, clue: str, action: str, **body: Any) -> tuple[int, str]:
    answer = await house.act(HANDLER, clue, action, body)
    return answer.status_code, answer.json()["code"]


async def test_nothing_is_disposed_of_before_the_superior_knows_and_the_disposal_is_told_too(
    house: House,
) -> None:
    clue = await assessed(house, reports_up=True)
    shown = (await house.get(HANDLER, f"/v1/{clue}")).json()
    assert running(shown)["P-R-A5"] == "2026-03-05"
    for action in ("propose-disposal", "hold", "close"):
        body: dict[str, Any] = {"way": "preliminary_verification"} if action == "propose-disposal" else {}
        assert await refused(house, clue, action, meeting=MEETING, **body) == (409, "superior_not_told")

    told = await do(house, HANDLER, clue, "report-up", **UP)
    after = await do(house, HANDLER, clue, "propose-disposal", way="preliminary_verification")
    again = await do(house, HANDLER, clue, "report-up", **{**UP, "report": "拟开展初步核实。"})

    assert (told["reported_up_on"], told["disposal_reported_up_on"]) == ("2026-03-02", None)
    assert "P-R-A5" not in running(told)
    assert running(after)["P-R-A5"] == "2026-03-05"
    assert again["disposal_reported_up_on"] == "2026-03-02"
    assert "P-R-A5" not in running(again)
    async with house.desk.db.reader() as reader:
        rows = await reader.all(
            sa.select(events.c.data)
            .where(events.c.type == "huiying.casework.clue.reported_up.v1")
            .order_by(events.c.inserted)
        )
    assert [row["data"]["way"] for row in rows] == [None, "preliminary_verification"]


async def test_of_whom_nothing_is_told_upward_nobody_waits_for_it(house: House) -> None:
    clue = await assessed(house)
    assert await refused(house, clue, "report-up", **UP) == (409, "superior_not_asked_for")
    assert (await house.act(HANDLER, clue, "report-up", {})).status_code == 400

    marked = await do(house, HANDLER, clue, "assess", reports_up=True)
    cleared = await do(house, HANDLER, clue, "assess", reports_up=False)

    assert "P-R-A5" in running(marked)
    assert "P-R-A5" not in running(cleared)
    assert (await do(house, HANDLER, clue, "propose-disposal", way="closed"))["state"] == "disposal_approved"


async def test_a_clue_filed_about_such_a_cadre_runs_from_the_first_day(house: House) -> None:
    filed = (await create(house, reports_up=True)).json()

    assert filed["reports_up"] is True
    assert running(filed)["P-R-A5"] == "2026-03-05"


async def test_what_the_office_did_not_study_together_is_neither_disposed_of_nor_set_aside(
    house: House,
) -> None:
    clue = await assessed(house)

    for action in ("propose-disposal", "hold", "close"):
        body = {"way": "closed"} if action == "propose-disposal" else {}
        assert await refused(house, clue, action, **body) == (409, "minutes_missing")
    alone = {**MEETING, "attendees": MEETING["attendees"][:1]}
    assert (await house.act(HANDLER, clue, "close", {"meeting": alone})).status_code == 400
    assert (await do(house, HANDLER, clue, "close", ground="untrue"))["state"] == "closed"


async def test_a_second_disposal_while_the_first_is_untold_leaves_the_days_as_they_run(house: House) -> None:
    clue = await assessed(house, reports_up=True)
    await do(house, HANDLER, clue, "report-up", **UP)
    await do(house, HANDLER, clue, "propose-disposal", way="on_hold")
    await do(house, HANDLER, clue, "hold")

    again = await do(house, HANDLER, clue, "propose-disposal", way="closed")

    assert again["state"] == "disposal_approved"
    assert [one["rule"] for one in again["clocks"] if one["state"] == "running"].count("P-R-A5") == 1


async def test_a_clue_that_became_a_case_waits_for_no_telling(house: House) -> None:
    clue = await assessed(house, reports_up=True)
    await do(house, HANDLER, clue, "report-up", **UP)
    await verified(house, "true", clue=clue, proposal="file_case")
    owed = running((await house.get(HANDLER, f"/v1/{clue}")).json())

    filed = await do(house, HANDLER, clue, "propose-filing")

    assert "P-R-A5" in owed
    assert (filed["state"], running(filed)) == ("case_filed", {})


async def test_nor_does_a_merged_one_until_it_stands_alone_again(house: House) -> None:
    clue, main = await assessed(house, reports_up=True), await allocated(house)
    into = main.split("/")[1]

    merged = await do(house, "caseman.city", clue, "merge", into=into, opinion="同一事项")
    apart = await do(house, "caseman.city", clue, "unmerge", opinion="两件事项")

    assert (merged["state"], running(merged)) == ("merged", {})
    assert running(apart) == {"P-R-A5": "2026-03-05"}


async def test_of_an_unmerged_one_the_superior_is_told_once(house: House) -> None:
    clue, main = await assessed(house, reports_up=True), await allocated(house)
    await do(house, HANDLER, clue, "report-up", **UP)
    await do(house, "caseman.city", clue, "merge", into=main.split("/")[1], opinion="同一事项")

    assert running(await do(house, "caseman.city", clue, "unmerge", opinion="两件事项")) == {}
