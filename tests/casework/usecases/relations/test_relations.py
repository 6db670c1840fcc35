"""The picture of relations holds what the caller may see, and nothing else."""

from __future__ import annotations

from typing import Any
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest

from tests.casework.case_story import reviewing
from tests.casework.linkage_story import staffed
from tests.casework.neighbours import Neighbours
from tests.casework.story import allocated, do, verifying
from tests.support.house import House

HANDLER = "office1.handler"
SUBJECT = {"name": '（化名）<张某> & "友"', "organisation": "市住建局", "position": "处长"}


async def about_housing(house: House, to: str) -> str:
    """Return a clue about the housing bureau that an office holds."""
    body = {
        "source": "audit_transfer", "facts": "审计发现项目资金使用异常，金额较大。", "subjects": [SUBJECT],
        "subject_organisations": ["bureau-housing"], "to": to,
    }  # fmt: skip
    headers = house.headers("caseman.city", key=str(uuid4()))
    answer = await house.http.post("/v1/clues", headers=headers, json=body)
    assert answer.status_code == 201, answer.text
    clue = f"clues/{answer.json()['id']}"
    await do(house, "caseman.city", clue, "propose-allocation")
    await do(house, "caseman.city", clue, "allocate")
    return clue


async def relations(house: House, login: str, thing: str) -> dict[str, Any]:
    answer = await house.get(login, f"/v1/{thing}/relations")
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def labels(shown: dict[str, Any], kind: str) -> list[str]:
    return sorted(one["label"] for one in shown["nodes"] if one["kind"] == kind)


async def test_a_clue_is_tied_to_its_office_its_verification_and_the_team(house: House) -> None:
    clue, verification = await verifying(house)

    shown = await relations(house, HANDLER, clue)

    assert labels(shown, "organisation") == ["机构city-office-1"]
    assert labels(shown, "officer") == ["人员office1.handler", "人员office1.handler2"]
    assert {
        (edge["source"].split(":")[0], edge["relation"], edge["target"].split(":")[0])
        for edge in shown["edges"]
    } == {
        ("clue", "handled_by", "organisation"),
        ("clue", "led_to", "verification"),
        ("verification", "handled_by", "organisation"),
        ("verification", "member", "officer"),
    }
    assert shown["is_complete"]
    back = await relations(house, HANDLER, verification)
    assert {one["key"] for one in back["nodes"]} == {one["key"] for one in shown["nodes"]}


async def test_clues_of_another_office_about_the_same_unit_do_not_appear(house: House) -> None:
    mine, theirs = await about_housing(house, "city-office-1"), await about_housing(house, "city-office-2")

    seen = await relations(house, HANDLER, mine)
    leader = await relations(house, "principal.city", mine)

    assert theirs.removeprefix("clues/") not in str(seen)
    assert theirs.removeprefix("clues/") in str(leader)
    assert {edge["relation"] for edge in leader["edges"]} == {"concerns", "handled_by", "overlaps"}
    assert labels(leader, "person") == [SUBJECT["name"]]


async def test_the_ledger_sees_no_person(house: House) -> None:
    clue = await about_housing(house, "city-office-1")

    assert labels(await relations(house, "caseman.city", clue), "person") == []
    assert labels(await relations(house, HANDLER, clue), "person") == [SUBJECT["name"]]


async def test_the_picture_is_svg_that_runs_nothing_and_escapes_everything(house: House) -> None:
    clue = await about_housing(house, "city-office-1")

    answer = await house.get(HANDLER, f"/v1/{clue}/relations.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "no-store"
    picture = ET.fromstring(answer.content)  # noqa: S314 - our own answer
    assert {one.tag.rpartition("}")[2] for one in picture.iter()} == {
        "svg",
        "title",
        "rect",
        "path",
        "text",
        "g",
    }
    titles = [one.text for one in picture.iter("{http://www.w3.org/2000/svg}title")]
    assert SUBJECT["name"] in titles
    assert b"<\xe5\xbc\xa0" not in answer.content


async def test_without_identity_the_picture_goes_by_codes(house: House, neighbours: Neighbours) -> None:
    clue = await allocated(house)
    neighbours.is_down = True

    assert labels(await relations(house, HANDLER, clue), "organisation") == ["city-office-1"]


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler", "sysadmin"])
@pytest.mark.parametrize("form", ["relations", "relations.svg"])
async def test_a_stranger_is_told_that_there_is_no_such_clue(house: House, login: str, form: str) -> None:
    clue = await allocated(house)

    assert (await house.get(login, f"/v1/{clue}/{form}")).status_code == 404


async def test_a_case_is_tied_to_its_clue_its_persons_and_both_offices(house: House) -> None:
    case = await reviewing(house)

    shown = await relations(house, HANDLER, case)
    ledger = await relations(house, "caseman.city", case)

    kinds = {one["kind"] for one in shown["nodes"]}
    assert kinds == {"case", "clue", "organisation", "officer", "person"}
    assert labels(shown, "person") == ["（化名）周某"]
    assert {"机构city-office-1", "机构city-review", "机构bureau-housing"} <= set(
        labels(shown, "organisation")
    )
    assert labels(ledger, "person") == []


async def test_a_joint_task_is_tied_to_its_bodies_and_the_officers_lent_to_it(house: House) -> None:
    task, (loan, _) = await staffed(house)

    shown = await relations(house, "office1.head", task)
    home = await relations(house, "group1.lead", loan)

    assert {"机构group-1", "机构district-1", "机构bureau-housing"} <= set(labels(shown, "organisation"))
    assert labels(shown, "officer") == ["人员district1.handler", "人员group1.member"]
    assert len(labels(shown, "secondment")) == 2
    assert len(labels(home, "secondment")) == 1
