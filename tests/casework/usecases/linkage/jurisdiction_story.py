"""Clues and cases that another organ is to have, told once for the tests of decisions on jurisdiction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import httpx
import sqlalchemy as sa

from shared.auth.actor import RoleGrant
from shared.auth.roles import Role
from shared.directory.tables import directory

from tests.casework.linkage_story import DECLARATION, DRAFT, do, made
from tests.casework.story import allocated
from tests.support.cast import actor
from tests.support.house import House

OF_DISTRICT = "city:district-1/district-1-office-1"
LEDGER_OF_DISTRICT = "city:district-1/district-1-case-management"
LEAD, LEADER = "office1.head", "principal.city"


async def planned(house: House, login: str = "group1.lead", clue: str = "", kind: str = "clue") -> str:
    """Return a task in the lead office's plan that answers a clue or case, if one is named."""
    draft: dict[str, Any] = {**DRAFT, "kind": "joint_case"}
    if clue:
        draft["trigger"] = {"type": kind, "id": clue.split("/")[1]}
    task = await made(house, login, "linkage-tasks", **draft)
    await do(house, login, task, "declare", **DECLARATION)
    await do(house, LEAD, task, "coordinate", groups=["group-1"], regions=["district-1"])
    return task


async def below(house: House) -> str:
    """Return a clue that the district's office has."""
    return await allocated(house, to=OF_DISTRICT)


def decision(thing: str, form: str, organ: str, **more: Any) -> dict[str, Any]:
    """Return the body of a decision that hands `clues/<id>` or `cases/<id>` over."""
    collection, identity = thing.split("/")
    hands_over = {"type": collection[:-1], "id": identity, "handover": "移交卷宗两册，谈话尚未开展。"}
    if office := more.pop("office", None):
        hands_over["office"] = office
    return {"form": form, "organ": organ, "ground": "原管辖机关需要回避。", "hands_over": hands_over, **more}


async def propose(house: House, task: str, *what: str, login: str = LEAD, **more: Any) -> httpx.Response:
    """Ask the leaders to decide that a thing goes in a form to an organ."""
    thing, form, organ = what
    return await house.act(login, task, "designate-jurisdiction", decision(thing, form, organ, **more))


async def decided(house: House, task: str, *what: str, **more: Any) -> None:
    """Let the principal sign the decision."""
    signed = await house.sign(LEADER, await propose(house, task, *what, **more))
    assert signed.status_code == 200, signed.text


async def ledger_in_district(house: House) -> str:
    """Give the district a case management office of its own, and return the login of somebody in it."""
    async with house.desk.db.transaction() as tx:
        row = {
            "code": "district-1-case-management", "path": LEDGER_OF_DISTRICT,
            "kind": "case_management_office", "is_open": True,
        }  # fmt: skip
        await tx.run(sa.insert(directory).values(row))
    there = (RoleGrant(Role.CASE_MANAGER, LEDGER_OF_DISTRICT),)
    manager = replace(actor("district1.caseman"), organisation=LEDGER_OF_DISTRICT, grants=there)
    house.tokens["district1.caseman"] = house.token(manager)
    return "district1.caseman"
