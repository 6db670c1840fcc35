"""What waits for an officer: signatures, duties, deadlines; counted, listed, and never anybody else's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.intake.test_a_demand_is_answered import DEMAND, forwarded
from tests.intake.usecases import story
from tests.support.house import House


async def submit(house: House, count: int = 1) -> None:
    for _ in range(count):
        assert (await house.public("submissions", DEMAND)).status_code == 201


async def inbox(house: House, login: str) -> dict[str, Any]:
    answer = await house.get(login, "/v1/inbox")
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def duties(shown: dict[str, Any]) -> dict[str, int]:
    return {f"{one['object_type']}:{one['action']}": one["count"] for one in shown["duties"]}


async def waiting(house: House, login: str, action: str, kind: str = "demand", **more: Any) -> Any:
    answer = await house.get(login, "/v1/inbox/duties", object_type=kind, action=action, **more)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_each_duty_counts_what_allowed_actions_offers(house: House) -> None:
    await submit(house, 2)
    await forwarded(house)

    for login in ("petition.city", "petition-head.city", "housing1.clerk", "principal.city"):
        offered: dict[str, int] = {}
        for kind in ("reports", "demands"):
            listed = await house.get(login, f"/v1/{kind}")
            for item in listed.json().get("items", ()):
                for action in item["allowed_actions"]:
                    offered[f"{kind[:-1]}:{action}"] = offered.get(f"{kind[:-1]}:{action}", 0) + 1
        assert duties(await inbox(house, login)) == offered


async def test_a_duty_lists_its_objects_oldest_first_in_pages(house: House) -> None:
    for _ in range(3):
        await submit(house)
        house.clock.move(timedelta(hours=1))

    first = await waiting(house, "petition.city", "register", limit=2)
    rest = await waiting(house, "petition.city", "register", limit=2, cursor=first["next_cursor"])

    assert [len(first["items"]), len(rest["items"]), rest["next_cursor"]] == [2, 1, None]
    assert {one["state_label"] for one in first["items"]} == {"Received"}
    assert all("register" in one["allowed_actions"] and one["due_on"] for one in first["items"])
    assert not {one["id"] for one in first["items"]} & {one["id"] for one in rest["items"]}


async def test_what_leaders_are_asked_about_waits_for_them_and_for_nobody_else(house: House) -> None:
    _, demand = await forwarded(house)
    await house.act("housing1.clerk", f"demands/{demand}", "answer", {"opinion": "证书已发放。"})

    clerk, head = await inbox(house, "housing1.clerk"), await inbox(house, "housing1.head")

    assert (head["sign_offs"]["count"], clerk["sign_offs"]["count"]) == (1, 0)
    assert "demand:answer" not in duties(clerk)
    assert (await waiting(house, "housing1.clerk", "answer"))["items"] == []


async def test_deadlines_of_what_one_may_read_are_listed_the_most_urgent_first(house: House) -> None:
    await submit(house)
    house.clock.move(timedelta(days=10))
    await submit(house)
    house.clock.move(timedelta(days=7))

    shown = await inbox(house, "petition.city")
    late = (await house.get("petition.city", "/v1/inbox/deadlines", state="overdue")).json()
    reports = await house.get("petition.city", "/v1/inbox/deadlines", object_type="report")

    assert shown["overdue"] == {"count": len(late["items"]), "at_least": False}
    assert len(late["items"]) >= 2
    assert late["items"] == sorted(late["items"], key=lambda one: one["due_on"])
    assert late["items"][0]["collection"] == "demands"
    assert reports.json()["items"] == []


async def test_deadlines_charged_to_ones_own_organisation_are_told_from_the_others(house: House) -> None:
    await forwarded(house)
    house.clock.move(timedelta(days=120))

    async def held_by(login: str, **more: Any) -> set[str]:
        answer = await house.get(login, "/v1/inbox/deadlines", **more)
        return {one["held_by"] for one in answer.json()["items"]}

    assert "district-1-housing" in await held_by("petition.city")
    assert "district-1-housing" not in await held_by("petition.city", ours="true")
    assert await held_by("housing1.clerk", ours="true") == {"district-1-housing"}


async def test_an_outsider_has_an_empty_inbox(house: House) -> None:
    _, demand = await forwarded(house)
    await house.act("housing1.clerk", f"demands/{demand}", "answer", {"opinion": "证书已发放。"})
    house.clock.move(timedelta(days=120))

    for login in ("district1.petition", "district2.handler", "sysadmin", "nobody", "auditor"):
        shown = await inbox(house, login)
        assert shown == {
            "sign_offs": {"count": 0, "at_least": False}, "duties": [],
            "overdue": {"count": 0, "at_least": False}, "due_soon": {"count": 0, "at_least": False},
        }  # fmt: skip
        assert (await house.get(login, "/v1/inbox/deadlines")).json()["items"] == []
        listed = await house.get(login, "/v1/inbox/duties", object_type="demand", action="answer")
        assert listed.status_code == 403 or listed.json()["items"] == []


async def test_unknown_words_and_duties_that_are_not_ones_own_are_refused(house: House) -> None:
    for params in (
        {"object_type": "secret", "action": "answer"},
        {"object_type": "demand", "action": "explode"},
        {"object_type": "demand"},
    ):
        assert (await house.get("petition.city", "/v1/inbox/duties", **params)).status_code == 400
    forbidden = await house.get("sysadmin", "/v1/inbox/duties", object_type="demand", action="answer")
    assert forbidden.status_code == 403
    assert (await house.get("petition.city", "/v1/inbox/deadlines", object_type="x")).status_code == 400
    assert (await house.get("petition.city", "/v1/inbox/deadlines", state="late")).status_code == 400


async def offered(house: House, login: str, report: str) -> tuple[set[str], dict[str, int]]:
    """Return what somebody is offered to do with a report, and what waits in their inbox."""
    shown = (await house.get(login, f"/v1/{report}")).json()
    (listed,) = (await house.get(login, "/v1/reports", number=shown["number"])).json()["items"]
    assert listed["allowed_actions"] == shown["allowed_actions"]
    return set(shown["allowed_actions"]), duties(await inbox(house, login))


async def test_nobody_is_offered_what_the_matter_itself_rules_out(house: House) -> None:
    _, anonymous = await story.submit(house, story.GIFTS)
    await story.do(house, "petition.city", anonymous, "register")
    allowed, waits = await offered(house, "petition.city", anonymous)
    assert "screen" in allowed
    assert not {"verify-name", "try-contact"} & allowed
    assert waits["report:screen"] == 1
    assert "report:verify-name" not in waits
    assert (await waiting(house, "petition.city", "verify-name", "report"))["items"] == []

    _, named = await story.submit(house, story.GIFTS, reporter=story.NAMED)
    await story.do(house, "petition.city", named, "register")
    allowed, waits = await offered(house, "petition.city", named)
    assert {"verify-name", "try-contact"} <= allowed
    assert "screen" not in allowed
    assert (waits["report:verify-name"], waits["report:screen"]) == (1, 1)
    (found,) = (await waiting(house, "petition.city", "verify-name", "report"))["items"]
    assert f"reports/{found['id']}" == named


async def test_an_accusation_is_not_offered_to_be_settled_and_an_appeal_is(house: House) -> None:
    _, accusation = await story.transferred(house)
    assert "settle" not in (await offered(house, "office1.handler", accusation))[0]

    _, appeal = await story.transferred(house, category="appeal")
    allowed, waits = await offered(house, "office1.handler", appeal)

    assert "settle" in allowed
    assert waits["report:settle"] == 1
