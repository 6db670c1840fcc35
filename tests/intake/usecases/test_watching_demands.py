"""B4: the supervision office that watches a field and region supervises a demand itself, and sees no more than that."""

from __future__ import annotations

from uuid import uuid4

from tests.intake.test_a_demand_is_answered import DEMAND
from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.intake.usecases.routing_story import demanded, do, refused, submitted
from tests.support.house import House

PETITION, CLERK, OFFICE, OTHER = "petition.city", "housing1.clerk", "office1.handler", "district1.handler"
HEAD = "petition-head.city"
FIELD = "housing_registration"
EXTRACT = {"to": "district-1-housing", "extract": "请核实登记进度。"}
LETTER = {"ground": "overdue", "opinion": "拖延已久，请按期书面答复。"}


async def watch(house: House, office: str = "city-office-1", login: str = HEAD, **more: str) -> int:
    body = {"capacity": "supervising", "field": FIELD, "department": office, **more}
    answer = await house.http.post(
        "/v1/competences", headers=house.headers(login, key=str(uuid4())), json=body
    )
    return answer.status_code


async def seen(house: House, login: str, thing: str) -> int:
    return (await house.get(login, f"/v1/{thing}")).status_code


async def test_who_watches_supervises_what_was_forwarded_and_nobody_else_does(house: House) -> None:
    assert await watch(house) == 201
    _, thing = await demanded(house)
    assert await seen(house, OFFICE, thing) == 404
    await do(house, PETITION, thing, "forward", **EXTRACT)
    assert await refused(house, OTHER, thing, "supervise", **LETTER) == (404, "not_found")
    assert await refused(house, OFFICE, thing, "forward", **EXTRACT) == (403, "forbidden")
    assert (await house.act(OFFICE, thing, "supervise", {"ground": "boredom"})).status_code == 400
    elsewhere = {**LETTER, "to": "bureau-housing"}
    assert await refused(house, OFFICE, thing, "supervise", **elsewhere) == (403, "forbidden")

    shown = await do(house, OFFICE, thing, "supervise", **LETTER)

    assert (shown["state"], shown["department"]) == ("supervised", "district-1-housing")
    urgings = (await house.get(CLERK, "/v1/urgings")).json()["items"]
    assert [one["basis"] for one in urgings] == ["overdue"]
    assert await refused(house, OFFICE, thing, "supervise", **LETTER) == (409, "move_out_of_order")
    await fresh_rights(house)
    for apart in ("text", "papers", "disclosures"):
        assert (await house.get(OFFICE, f"/v1/{thing}/{apart}")).status_code == 403, apart


async def test_what_also_accused_somebody_is_not_told_to_who_watches(house: House) -> None:
    assert await watch(house) == 201
    _, thing = await submitted(house, **{**DEMAND, "subjects": []})
    await do(house, PETITION, thing, "register")
    await do(house, PETITION, thing, "classify", kind="both")
    await do(house, PETITION, thing, "forward", **EXTRACT)

    assert await seen(house, OFFICE, thing) == 404
    assert (await house.get(OFFICE, "/v1/demands")).json()["items"] == []
    assert await refused(house, OFFICE, thing, "supervise", **LETTER) == (404, "not_found")


async def test_the_office_declared_for_the_region_comes_first_and_a_new_forwarding_asks_anew(
    house: House,
) -> None:
    assert await watch(house) == 201
    assert await watch(house, "district-1-office-1", region="district-1") == 201
    _, thing = await demanded(house)
    await do(house, PETITION, thing, "forward", **EXTRACT)
    assert (await seen(house, OFFICE, thing), await seen(house, OTHER, thing)) == (404, 200)

    assert await watch(house, "city-office-1", region="district-1") == 201
    objection = {"reason": "不归本局。", "competent_body": "bureau-housing", "basis": "三定规定第四条"}
    await do(house, CLERK, thing, "object-jurisdiction", **objection)
    await do(house, PETITION, thing, "forward", **EXTRACT)
    assert (await seen(house, OFFICE, thing), await seen(house, OTHER, thing)) == (200, 404)


async def test_only_a_supervision_office_can_be_declared_to_watch_and_only_by_the_head(house: House) -> None:
    assert await watch(house, "district-1-housing") == 400
    assert await watch(house, "nowhere") == 400
    assert await watch(house, capacity="reading") == 400
    assert await watch(house, login=PETITION) == 403
    assert await watch(house, login="office1.head") == 403
    assert await watch(house) == 201
    assert await watch(house, "district-1-housing", capacity="competent") == 201

    held = (await house.get(PETITION, "/v1/competences")).json()["items"]
    assert [(one["capacity"], one["department"]) for one in held] == [
        ("competent", "district-1-housing"), ("supervising", "city-office-1"),
    ]  # fmt: skip
