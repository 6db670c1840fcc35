"""C-6 and SoD-5: what belongs to a superior leaves a neutral stub; nobody here reads, counts or finds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa
from joserfc.jwk import ECKey

from intake.store.leaders import forget_copy
from intake.store.stubs import ERASED
from intake.store.tables import ReportRow
from intake.usecases.sealed.move_stub import clear_confirmed
from shared.feed.tables import events
from shared.sealing.package import open_package, package_keys

from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.intake.usecases.routing_story import do, opened, refused, screened, submitted
from tests.intake.usecases.story import GIFTS, HOUSING, WORKER, post, submit
from tests.support.cast import people
from tests.support.house import House

PETITION = "petition.city"
ABOUT_LEADER = {**GIFTS, "subjects": [{"name": "方毅成", "organisation": "某市纪委监委", "position": "书记"}]}


async def name_leader(house: House, organ: str, name: str) -> None:
    answer = await post(house, "petition-head.city", "leaders", organ=organ, name=name)
    assert answer.status_code == 201, answer.text


async def report_id_of(house: House) -> UUID:
    async with house.desk.db.reader(WORKER) as reader:
        found: UUID = await reader.scalar(sa.select(ReportRow.id))
    return found


async def everything_read(house: House, login: str, report: UUID | str) -> list[httpx.Response]:
    """Ask for a report in every way there is."""
    paths = (
        "",
        "/text",
        "/history",
        "/papers",
        "/disclosures",
        "/holding-times",
        "/notes",
        "/duplicates",
        "/timeline",
    )
    answers = [await house.get(login, f"/v1/reports/{report}{path}") for path in paths]
    opening = await house.http.post(
        f"/v1/reports/{report}/reporter/_open", headers=house.headers(login), json={"purpose": "verify_named"}
    )
    return [*answers, opening]


async def assert_nobody_finds(house: House, report: UUID | str) -> None:
    """Everybody of the cast gets the answer for what does not exist, and counts and lists without it."""
    for login in people():
        await fresh_rights(house)
        for answer in await everything_read(house, login, report):
            assert answer.status_code in (403, 404), (login, answer.request.url.path)
        listed = await house.get(login, "/v1/reports")
        if listed.status_code == 200:
            assert str(report) not in listed.text, login
            assert (await house.get(login, "/v1/reports/_count")).json()["count"] == 0, login


async def test_a_report_about_the_organs_leader_is_nobodys_here_and_leaves_a_neutral_stub(
    house: House,
) -> None:
    await name_leader(house, "city", "方毅成")

    answer = await house.public("submissions", ABOUT_LEADER)

    assert answer.status_code == 201
    assert (await opened(house, answer.json()["receipt"]))["state"] == "passed_on"
    await assert_nobody_finds(house, await report_id_of(house))
    (stub,) = (await house.get(PETITION, "/v1/stubs")).json()["items"]
    assert (stub["state"], stub["is_online"], stub["channel"]) == ("sealed", True, "online")
    assert [clock["rule"] for clock in stub["clocks"]] == ["DL-03"]
    assert not {"subject", "content", "report_id", "region"} & stub.keys()
    for leader in ("principal.city", "deputy.city", "standing.city", "sysadmin", "auditor", "caseman.city"):
        assert (await house.get(leader, "/v1/stubs")).status_code == 403, leader
        assert (await house.get(leader, f"/v1/stubs/{stub['id']}")).status_code == 404, leader
    async with house.desk.db.reader(WORKER) as reader:
        told = await reader.all(sa.select(events.c.type))
    assert told == [], "no event tells of it"


@pytest.mark.parametrize(("action", "more"), [("classify", {"kind": "both"}), ("split-to-report", {})])
async def test_what_is_split_from_a_demand_about_the_organs_leader_goes_up_sealed_too(
    house: House, action: str, more: dict[str, str]
) -> None:
    await name_leader(house, "city", "方毅成")
    receipt, demand = await submit(house, HOUSING, subjects=ABOUT_LEADER["subjects"])
    await do(house, PETITION, demand, "register")

    shown = await do(house, PETITION, demand, action, **more)

    assert shown["report_id"] is None
    assert (await house.get(PETITION, "/v1/reports/_count")).json()["count"] == 0
    (stub,) = (await house.get(PETITION, "/v1/stubs")).json()["items"]
    assert (stub["state"], stub["clocks"][0]["rule"]) == ("sealed", "DL-03")
    assert [one["matter"] for one in (await opened(house, receipt))["also"]] == ["report"]
    if action == "classify":
        await do(house, PETITION, demand, "split-to-report")
        assert len((await opened(house, receipt))["also"]) == 1


async def test_a_leader_of_the_same_name_in_another_trade_and_a_former_one_seal_nothing(house: House) -> None:
    await name_leader(house, "city", "方毅成")
    shop = {**ABOUT_LEADER, "subjects": [{"name": "方毅成", "organisation": "某果蔬店", "position": "店长"}]}
    await submitted(house, **shop)
    await name_leader(house, "city", "（化名）继任者")
    forget_copy(house.desk.db)

    await house.public("submissions", ABOUT_LEADER)

    assert (await house.get(PETITION, "/v1/reports/_count")).json()["count"] == 2
    past = (await house.get(PETITION, "/v1/leaders", past="true")).json()["items"]
    assert [one["until"] is None for one in past] == [False, True]


async def test_staff_cannot_enter_what_is_about_their_own_leader_but_the_level_above_can(
    house: House,
) -> None:
    await name_leader(house, "district-1", "邵立群")
    body: dict[str, Any] = {**GIFTS, "channel": "letter", "category": "accusation"}
    body["subjects"] = [{"name": "邵立群", "organisation": "某区纪委监委", "position": "书记"}]

    below = await post(house, "district1.petition", "reports", **body)
    above = await post(house, PETITION, "reports", **body)

    assert (below.status_code, below.json()["code"]) == (409, "belongs_to_superior")
    assert above.status_code == 201
    stub = await post(house, "district1.petition", "stubs", channel="letter")
    assert stub.status_code == 201, stub.text
    assert stub.json()["number"].startswith("district-1-petition-stub-2026-")
    thing = f"stubs/{stub.json()['id']}"
    shown = await do(house, "district1.petition", thing, "forward", courier="机要员甲")
    assert (shown["state"], shown["clocks"][0]["state"]) == ("forwarded", "met")
    await do(house, "district1.petition", thing, "confirm", signed_for_by="上级信访室乙")
    assert not await clear_confirmed(house.desk)
    assert (await house.get("district1.petition", f"/v1/{thing}")).json()["state"] == "cleared"


async def test_a_report_goes_up_only_to_an_organ_above(
    house: House,
) -> None:
    _, thing = await screened(house, subjects=[{"organisation": "district-1", "rank": "township_section"}])
    await do(house, PETITION, thing, "refer-down", to="district-1")
    await do(house, "district1.petition", thing, "register", subjects=[{"rank": "county_division"}])
    assert await refused(house, "district1.petition", thing, "refer-up", to="district-2") == (
        409, "receiver_not_competent",
    )  # fmt: skip


async def test_what_went_up_within_the_system_is_registered_above_and_the_stub_below_ends(
    house: House,
) -> None:
    body: dict[str, Any] = {**GIFTS, "channel": "letter"}
    entered = await post(house, "district1.petition", "reports", **body)
    thing = f"reports/{entered.json()['id']}"
    await do(house, "district1.petition", thing, "register", subjects=[{"rank": "county_division"}])
    await do(house, "district1.petition", thing, "refer-up", to="city")

    for login in ("district1.petition", "district1.head", "district1.principal", "district1.deputy"):
        assert (await house.get(login, f"/v1/{thing}")).status_code == 404, login
    (stub,) = (await house.get("district1.petition", "/v1/stubs")).json()["items"]
    assert (stub["state"], stub["number"]) == ("forwarded", "district-1-petition-stub-2026-0001")
    above = await do(house, PETITION, thing, "register")
    assert above["number"].startswith("city-petition-report-2026-")
    assert (await house.get("district1.petition", f"/v1/stubs/{stub['id']}")).json()["state"] == "cleared"
    assert (await opened(house, entered.json()["receipt"]))["state"] == "received"


@pytest.fixture
def superior(house: House, tmp_path: Path) -> ECKey:
    """Let the house know the public key of the organ above."""
    key = ECKey.generate_key("P-256", private=True)
    path = tmp_path / "superior.jwk"
    path.write_text(json.dumps(key.as_dict(private=False)))
    object.__setattr__(house.desk.settings, "superior_key_file", path)
    return key


async def test_a_report_for_the_province_is_packed_for_its_eyes_only_and_erased_when_signed_for(
    house: House, superior: ECKey
) -> None:
    receipt, thing = await screened(house, subjects=[{"rank": "bureau"}])
    await house.public("receipts/messages", {"receipt": receipt, "text": "另有一份材料。"})
    await house.public("receipts/request-protection", {"receipt": receipt, "text": "有人上门打听。"})
    await do(house, PETITION, thing, "refer-up")
    assert (await house.get(PETITION, "/v1/protection-requests")).json()["items"] == []
    await assert_nobody_finds(house, thing.removeprefix("reports/"))
    (stub,) = (await house.get(PETITION, "/v1/stubs")).json()["items"]
    path = f"stubs/{stub['id']}"
    assert await refused(house, PETITION, path, "forward", courier="机要员甲") == (
        409,
        "package_not_exported",
    )

    package = await house.get(PETITION, f"/v1/{path}/package")

    assert package.status_code == 200, package.text
    about, parts = open_package(package.content, superior, package_keys(house.desk.seals.provider))
    assert about["stub"] == stub["number"]
    matter = json.loads(parts["matter"])
    assert (matter["reporter"]["name"], matter["messages"][0]["text"]) == ("（化名）李某", "另有一份材料。")
    await do(house, PETITION, path, "forward", courier="机要员甲")
    await do(house, PETITION, path, "confirm", signed_for_by="省纪委信访室")
    assert (await house.get(PETITION, f"/v1/{path}/package")).json()["code"] == "nothing_to_export"
    assert not await clear_confirmed(house.desk)
    report = UUID(thing.removeprefix("reports/"))
    async with house.desk.db.reader(WORKER) as reader:
        for table in ERASED:
            left = await reader.all(sa.select(table.__table__).where(table.object_id == report))
            assert left == [], table.__tablename__
    assert (await house.get(PETITION, f"/v1/{path}")).json()["state"] == "cleared"
    assert (await opened(house, receipt))["state"] == "passed_on"


async def test_without_the_superiors_key_nothing_leaves(house: House) -> None:
    _, thing = await screened(house, subjects=[{"rank": "bureau"}])
    await do(house, PETITION, thing, "refer-up")
    (stub,) = (await house.get(PETITION, "/v1/stubs")).json()["items"]
    await fresh_rights(house)

    refused_ = await house.get(PETITION, f"/v1/stubs/{stub['id']}/package")

    assert (refused_.status_code, refused_.json()["code"]) == (409, "superior_key_missing")
    assert (await house.get("district1.petition", f"/v1/stubs/{stub['id']}/package")).status_code == 404


@pytest.mark.parametrize("login", [PETITION, "district1.head", "office1.head", "sysadmin", "principal.city"])
async def test_who_may_not_name_leaders_is_refused(house: House, login: str) -> None:
    answer = await post(house, login, "leaders", organ="city", name="方毅成")

    assert answer.status_code == 403
