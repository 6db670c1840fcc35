"""Skills of officers, and who can be drawn from a contact zone."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from identity.usecases.skills import show_candidates
from shared.auth.actor import Actor
from shared.process.desk import Call

from tests.support.town import Town

ZONE = {
    "code": "zone-1",
    "name": "第一联系片区",
    "office": "city-office-1",
    "organisations": ["group-1", "district-1"],
}


async def set_to(town: Town, login: str, skills: list[str], by: str = "sysadmin") -> Any:
    """Replace somebody's skills."""
    officer = await town.id_of(login)
    version = (await town.get("sysadmin", f"/v1/officers/{officer}")).json()["version"]
    return await town.put(by, f"/v1/officers/{officer}/skills", {"skills": skills}, version)


async def candidates(town: Town) -> list[dict[str, Any]]:
    """Ask as casework does."""
    service = Actor(kind="service", id="casework", login="casework")
    call = Call(actor=service, at=town.clock.now(), today=town.clock.today())
    answer = await show_candidates(town.desk, "zone-1", call)
    shown: list[dict[str, Any]] = json.loads(answer.content)["items"]
    return shown


async def test_skills_are_codes_of_the_list_and_set_by_the_administrator(town: Town) -> None:
    assert (await set_to(town, "district1.handler", ["law", "data"])).json()["skills"] == ["data", "law"]
    unknown = await set_to(town, "district1.handler", ["juggling", "law"])
    assert unknown.json()["errors"] == [
        {"pointer": "/skills/0", "in": "body", "code": "unknown_code", "detail": unknown.json()["errors"][0]["detail"],
         "params": {}}
    ]  # fmt: skip
    assert (await set_to(town, "district1.handler", [], by="office1.head")).status_code in (403, 404)
    officer = await town.id_of("district1.handler")
    assert (await town.get("district1.handler", f"/v1/officers/{officer}/skills")).json()["skills"] == [
        "data",
        "law",
    ]


async def test_a_zone_offers_its_organisations_officers_and_its_pool_to_services_alone(town: Town) -> None:
    pooled = await town.id_of("office2.head")
    made = await town.post("sysadmin", "/v1/contact-zones", {**ZONE, "pool": [str(pooled)]})
    assert made.status_code == 201, made.text
    await set_to(town, "district1.handler", ["law"])

    found = {one["login"]: (one["skills"], one["is_pooled"]) for one in await candidates(town)}

    assert found == {"district1.handler": (["law"], False), "office2.head": ([], True)}
    assert (await town.get("sysadmin", "/v1/contact-zones/zone-1/candidates")).status_code == 403
    assert (await town.get("sysadmin", f"/v1/contact-zones/{uuid4()}/candidates")).status_code in (
        400,
        403,
        404,
    )
