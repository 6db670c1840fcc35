"""Intake and casework hand a report over and back by their feeds: both real, each on its own database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest_asyncio

import casework.app
import intake.app
from casework.clients.identity import IdentityClient
from casework.clients.intake import IntakeClient
from shared.auth.revocation import heard
from shared.feed.consume import Follower
from shared.http.client import JsonObject, ServiceClient

from tests.casework.neighbours import Neighbours
from tests.casework.story import MEETING, do
from tests.contracts.conftest import HouseTokens, OpenHouses
from tests.intake.test_a_report_goes_to_casework import ACCUSATION, transferred
from tests.support.house import House


@dataclass
class Pair:
    """Both services, and who follows whom."""

    intake: House
    casework: House
    followers: tuple[Follower, Follower]
    neighbours: Neighbours

    async def settle(self) -> None:
        """Let both workers do what they do all the time, until nothing happens any more."""
        for _ in range(3):
            for house, follower in zip((self.intake, self.casework), self.followers, strict=True):
                await house.seal()
                await follower.step()


@pytest_asyncio.fixture
async def pair(open_houses: OpenHouses) -> Pair:
    """Intake and casework, speaking to each other without sockets."""
    at_intake, at_casework = await open_houses("intake", "casework")
    neighbours = Neighbours()
    clients: Any = at_casework.desk.clients
    clients["identity"] = IdentityClient("identity", "http://identity", transport=neighbours)
    clients["intake"] = IntakeClient("intake", **_to(at_intake, "casework"))
    back: Any = at_intake.desk.clients
    back["identity"] = IdentityClient("identity", "http://identity", transport=neighbours)
    back["casework"] = ServiceClient("casework", **_to(at_casework, "intake"))
    followers = (_follower(at_casework, "intake"), _follower(at_intake, "casework"))
    return Pair(at_intake, at_casework, followers, neighbours)


def _to(house: House, caller: str) -> dict[str, Any]:
    transport = house.http._transport
    return {"base_url": "http://house", "tokens": HouseTokens(house, caller), "transport": transport}


def _follower(house: House, source: str) -> Follower:
    follows = {"intake": intake.app.SPEC, "casework": casework.app.SPEC}[house.service].follows
    assert follows is not None
    client: ServiceClient = house.desk.clients[source]

    async def fetch(after: int) -> dict[str, Any]:
        return (await client.get("/v1/feed", JsonObject, params={"after": after})).model_dump()

    return Follower(source, house.desk.db, house.clock, fetch, follows(house.desk)[source])


async def clue_of(pair: Pair, report: str) -> str:
    """Return the clue of a report as `clues/<id>`."""
    found = (await pair.casework.get("caseman.city", "/v1/clues", report_id=report)).json()["items"]
    return f"clues/{found[0]['id']}"


async def disposed(pair: Pair, report: str, way: str) -> str:
    """Return a clue of the report whose disposal leaders have approved."""
    await pair.settle()
    clue, house = await clue_of(pair, report), pair.casework
    await do(house, "caseman.city", clue, "propose-allocation")
    await do(house, "caseman.city", clue, "allocate")
    await pair.settle()
    await do(house, "office1.handler", clue, "assess", opinion="具有可查性")
    await do(house, "office1.handler", clue, "propose-disposal", way=way)
    return clue


async def test_a_transferred_report_becomes_a_clue_and_its_end_concludes_the_report(pair: Pair) -> None:
    _, report = await transferred(pair.intake)

    clue = await disposed(pair, report, "closed")
    in_disposal = (await pair.intake.get("office1.handler", f"/v1/reports/{report}")).json()
    await do(pair.casework, "office1.handler", clue, "close", ground="untrue")
    await pair.settle()

    concluded = (await pair.intake.get("office1.handler", f"/v1/reports/{report}")).json()
    assert (in_disposal["state"], in_disposal["clue_id"]) == ("in_disposal", clue.split("/")[1])
    assert (concluded["state"], concluded["truth_grade"]) == ("concluded", "untrue")
    assert "DL-02" in {clock["rule"] for clock in concluded["clocks"] if clock["state"] == "running"}


async def test_applying_everything_again_from_the_first_event_changes_nothing(pair: Pair) -> None:
    _, report = await transferred(pair.intake)
    await disposed(pair, report, "closed")
    before = (await pair.casework.get("caseman.city", "/v1/clues/_count")).json()

    again = _follower(pair.casework, "intake")
    again.source = "intake, heard again"
    await again.step()

    assert (await pair.casework.get("caseman.city", "/v1/clues/_count")).json() == before


async def test_casework_reads_the_text_in_the_officers_name_and_keeps_nothing_of_it(pair: Pair) -> None:
    _, report = await transferred(pair.intake)
    clue = await disposed(pair, report, "preliminary_verification")
    for house in (pair.intake, pair.casework):
        async with house.desk.db.transaction() as tx:
            await heard(tx, "identity")
        await house.authenticator.versions.refresh()

    read = await pair.casework.get("office1.handler", f"/v1/{clue}/report-text", purpose="verify")
    member = await pair.casework.get("district2.handler", f"/v1/{clue}/report-text", purpose="verify")

    assert read.status_code == 200, read.text
    assert "验收" in read.json()["content"]
    assert read.json()["subjects"][0]["name"] == "（化名）王某"
    assert member.status_code == 404


async def test_a_relative_of_whom_the_report_names_is_found_across_both_services(pair: Pair) -> None:
    _, report = await transferred(pair.intake)
    clue = await disposed(pair, report, "preliminary_verification")
    async with pair.intake.desk.db.transaction() as tx:
        await heard(tx, "identity")
    await pair.intake.authenticator.versions.refresh()
    shown = (await pair.casework.get("office1.handler", f"/v1/{clue}")).json()
    verification = f"verifications/{shown['verification_id']}"
    await do(pair.casework, "office1.handler", verification, "submit-plan", opinion="方案")
    pair.neighbours.relations["office1.handler2"] = [
        {"kind": "parent", "name": "（化名）王某", "organisation": None, "unit": None}
    ]

    team = {"members": ["office1.handler", "office1.handler2"]}
    refused = await pair.casework.act("office1.handler", verification, "form-team", team)

    assert (refused.status_code, refused.json()["code"]) == (409, "recusal_conflict")


async def test_a_returned_report_takes_the_clue_it_alone_brought_along(pair: Pair) -> None:
    _, report = await transferred(pair.intake)
    await pair.settle()
    clue = await clue_of(pair, report)
    talk = {"ground": "no_substance", "talked_with": "信访室值班人员"}
    returned = await pair.intake.act("office1.handler", f"reports/{report}", "return", talk)
    assert (await pair.intake.sign("deputy.city", returned)).status_code == 200

    await pair.settle()

    shown = (await pair.casework.get("caseman.city", f"/v1/{clue}")).json()
    assert (shown["state"], shown["report_ids"], shown["allowed_actions"]) == ("returned", [], [])


async def test_evidence_in_a_repeat_reaches_who_has_the_clue(pair: Pair) -> None:
    _, report = await transferred(pair.intake)
    clue = await disposed(pair, report, "preliminary_verification")
    verification = (await pair.casework.get("office1.handler", f"/v1/{clue}")).json()["verification_id"]
    await pair.intake.public("submissions", ACCUSATION)
    found = (await pair.intake.get("petition.city", "/v1/reports", state="received")).json()["items"][0]
    repeat = f"reports/{found['id']}"
    await pair.intake.act("petition.city", repeat, "register")
    kept = {"of": report, "has_new_evidence": True}
    retained = await pair.intake.act("petition.city", repeat, "retain-duplicate", kept)
    assert (await pair.intake.sign("petition-head.city", retained)).status_code == 200

    await pair.settle()

    for thing in (clue, f"verifications/{verification}"):
        papers = (await pair.casework.get("office1.handler", f"/v1/{thing}")).json()["papers"]
        note = next(one for one in papers if one["kind"] == "new_evidence")
        assert (note["fields"]["source"], note["fields"]["report_id"]) == ("repeat", report)


async def test_reprisal_that_intake_found_becomes_a_clue_of_its_own(pair: Pair) -> None:
    receipt, report = await transferred(pair.intake)
    await pair.settle()
    asked = {"receipt": receipt, "text": "有人上门打听是谁反映的。"}
    await pair.intake.public("receipts/request-protection", asked)
    found = (await pair.intake.get("petition.city", "/v1/protection-requests")).json()["items"][0]
    assessed = {"risk": "high", "is_reprisal": True, "findings": "有报复行为。"}
    answer = await pair.intake.act("petition.city", f"protection-requests/{found['id']}", "assess", assessed)
    assert answer.status_code == 200, answer.text

    await pair.settle()
    await pair.settle()

    clues = (await pair.casework.get("caseman.city", "/v1/clues")).json()["items"]
    assert sorted((one["source"], one["report_id"]) for one in clues if one["report_id"] != report) == [
        ("report", None)
    ]
    assert len(clues) == 2


async def test_of_what_another_organ_goes_on_with_nobody_says_how_true_it_is(pair: Pair) -> None:
    _, report = await transferred(pair.intake)

    clue = await disposed(pair, report, "transferred")
    ended = await do(pair.casework, "office1.handler", clue, "transfer", target="judicial", receiver="某机关")
    await pair.settle()

    shown = (await pair.intake.get("office1.handler", f"/v1/reports/{report}")).json()
    history = (await pair.intake.get("petition.city", f"/v1/reports/{report}/history")).json()["items"]
    assert (ended["state"], ended["truth_grade"]) == ("transferred", None)
    assert (shown["state"], shown["truth_grade"]) == ("concluded", None)
    assert "已移送其他机关继续办理" in next(one for one in history if one["action"] == "conclude")["opinion"]


async def test_a_report_follows_its_clue_to_another_office_of_the_organ(pair: Pair) -> None:
    _, report = await transferred(pair.intake)

    clue = await disposed(pair, report, "transferred")
    answer = await pair.casework.act("office1.handler", clue, "transfer-within", {"to": "city-office-2"})
    assert answer.status_code == 200, answer.text
    await pair.settle()

    seen = {
        login: (await pair.intake.get(login, f"/v1/reports/{report}")).status_code
        for login in ("office1.handler", "office2.handler")
    }
    assert seen == {"office1.handler": 404, "office2.handler": 200}
    shown = (await pair.intake.get("office2.handler", f"/v1/reports/{report}")).json()
    assert (shown["state"], shown["truth_grade"]) == ("in_disposal", None)


async def test_a_report_of_two_matters_is_concluded_once_with_the_second(pair: Pair) -> None:
    _, report = await transferred(pair.intake)
    house, clue = pair.casework, await disposed(pair, report, "closed")
    body = {"facts": "举报中另反映其他人员的问题，与前一事项无关联。", "to": "city-office-2"}
    further = (await do(house, "office1.handler", clue, "split", **body))["split_into"][0]
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", f"clues/{further}", action)
    await pair.settle()

    both = [await state_for(pair, report, login) for login in ("office1.handler", "office2.handler")]
    await do(house, "office1.handler", clue, "close", ground="untrue")
    await pair.settle()
    between = [await state_for(pair, report, login) for login in ("office1.handler", "office2.handler")]
    await closed_by_the_second_office(house, f"clues/{further}")
    await pair.settle()

    shown = (await pair.intake.get("office2.handler", f"/v1/reports/{report}")).json()
    history = (await pair.intake.get("petition.city", f"/v1/reports/{report}/history")).json()["items"]
    assert (both, between) == (["in_disposal", "in_disposal"], [None, "in_disposal"])
    assert (shown["state"], shown["truth_grade"], shown["clue_id"]) == ("concluded", "partly_true", further)
    assert [one["action"] for one in history].count("conclude") == 1
    assert [clock["rule"] for clock in shown["clocks"]].count("DL-02") == 1


async def state_for(pair: Pair, report: str, login: str) -> str | None:
    """Return how a report stands as an officer sees it, None where it is not for them."""
    answer = await pair.intake.get(login, f"/v1/reports/{report}")
    state: str | None = answer.json().get("state")
    return state


async def closed_by_the_second_office(house: House, clue: str) -> None:
    """Let the second office find its clue borne out, and settled already."""
    assessed = await house.act("office2.handler", clue, "assess", {"opinion": "可查"})
    assert (await house.sign("office2.head", assessed)).status_code == 200
    body = {"ground": "already_handled", "meeting": MEETING}
    assert (
        await house.sign("deputy.city", await house.act("office2.handler", clue, "close", body))
    ).status_code == 200
