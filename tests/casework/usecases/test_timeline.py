"""The timeline tells the whole course of a matter in order, and no word that was written at it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.casework.story import allocated, do, verifying
from tests.support.house import House

HANDLER = "office1.handler"


async def items(house: House, login: str, thing: str) -> list[dict[str, Any]]:
    answer = await house.get(login, f"/v1/{thing}/timeline")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_moves_deadlines_proposals_signatures_and_papers_stand_in_order(house: House) -> None:
    _, verification = await verifying(house)
    house.clock.move(timedelta(days=1))
    await do(house, HANDLER, verification, "draft-report", report="报告正文不在此处。")

    found = await items(house, HANDLER, verification)

    assert [one["at"] for one in found] == sorted(one["at"] for one in found)
    assert {one["kind"] for one in found} == {"move", "deadline", "proposal", "signature", "paper"}
    first, last = found[0], found[-1]
    assert (first["kind"], first["name"], first["title_zh"]) == ("move", "create", "建立初步核实")
    assert (last["kind"], last["name"], last["title_zh"], last["version"]) == ("paper", "report", "报告", 1)
    signature = next(one for one in found if one["kind"] == "signature")
    assert (signature["title_zh"], signature["state"], signature["level"]) == (
        "分管领导：报批工作方案",
        "approve",
        "S2",
    )
    deadline = next(one for one in found if one["kind"] == "deadline")
    assert (deadline["name"], deadline["state"], deadline["title_en"]) == (
        "DL-12", "running", "Finish the preliminary verification and report",
    )  # fmt: skip
    assert "报告正文" not in str(found)


async def test_the_ledger_sees_the_course_without_papers(house: House) -> None:
    clue = await allocated(house)

    kinds = {one["kind"] for one in await items(house, "caseman.city", clue)}

    assert kinds == {"move", "deadline", "proposal", "signature"}


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler", "sysadmin"])
async def test_a_stranger_is_told_that_there_is_no_such_clue(house: House, login: str) -> None:
    clue = await allocated(house)

    assert (await house.get(login, f"/v1/{clue}/timeline")).status_code == 404
