"""Nobody is given a clue who may have to keep away, until a leader has decided. Rule: 1.6."""

from __future__ import annotations

from uuid import uuid4

from tests.casework.neighbours import Neighbours
from tests.casework.story import assessed, do, registered, verifying
from tests.support.cast import actor
from tests.support.house import House

TEAM = ["office1.handler", "office1.handler2"]
SUBJECT = {"name": "（化名）王某", "organisation": "某局", "position": "科长"}


async def form(house: House, verification: str, members: list[str]) -> tuple[int, str | None]:
    """Try to change the team; return status and code."""
    answer = await house.act("office1.head", verification, "change-team", {"members": members})
    return answer.status_code, answer.json().get("code")


async def decide(house: House, clue: str, officer: str, *, keeps_away: bool) -> int:
    """Let the principal leader decide about an officer."""
    headers = house.headers("principal.city", key=str(uuid4()))
    body = {"officer": officer, "ground": "close_relative", "keeps_away": keeps_away}
    return (await house.http.post(f"/v1/{clue}/recusals", headers=headers, json=body)).status_code


async def test_a_relative_of_whom_the_report_names_is_not_let_into_the_team(
    house: House, neighbours: Neighbours
) -> None:
    _, verification = await verifying(house)
    neighbours.subjects = [SUBJECT]
    neighbours.relations["office1.handler2"] = [
        {"kind": "spouse", "name": SUBJECT["name"], "organisation": None, "unit": None}
    ]

    assert await form(house, verification, TEAM) == (409, "recusal_conflict")


async def test_a_former_post_in_the_subjects_unit_counts_for_three_years(
    house: House, neighbours: Neighbours
) -> None:
    _, verification = await verifying(house)
    neighbours.subjects = [SUBJECT]
    neighbours.posts["office1.handler2"] = [{"organisation": None, "unit": "某局", "to_on": "2023-03-02"}]
    within = await form(house, verification, TEAM)
    neighbours.posts["office1.handler2"] = [{"organisation": None, "unit": "某局", "to_on": "2023-03-01"}]
    after = await form(house, verification, TEAM)

    assert within == (409, "recusal_conflict")
    assert after[0] == 200


async def test_a_leaders_decision_lets_an_officer_in_although_a_ground_was_found(
    house: House, neighbours: Neighbours
) -> None:
    clue, verification = await verifying(house)
    neighbours.subjects = [SUBJECT]
    neighbours.relations["office1.handler2"] = [
        {"kind": "sibling", "name": SUBJECT["name"], "organisation": None, "unit": None}
    ]
    assert await decide(house, clue, "office1.handler2", keeps_away=False) == 201

    assert (await form(house, verification, TEAM))[0] == 200


async def test_a_leader_may_keep_away_but_not_say_that_they_themselves_need_not(house: House) -> None:
    clue, _ = await verifying(house)

    assert await decide(house, clue, "principal.city", keeps_away=False) == 403
    assert await decide(house, clue, "principal.city", keeps_away=True) == 201
    assert (await house.get("principal.city", f"/v1/{clue}")).status_code == 404


async def test_whom_a_leader_told_to_keep_away_sees_the_clue_no_longer(house: House) -> None:
    clue, verification = await verifying(house)

    assert await decide(house, clue, "office1.handler2", keeps_away=True) == 201

    assert (await house.get("office1.handler2", f"/v1/{clue}")).status_code == 404
    listed = (await house.get("office1.handler2", "/v1/clues")).json()["items"]
    assert listed == []
    assert await form(house, verification, TEAM) == (409, "recusal_conflict")


async def test_only_the_head_of_the_organ_decides_about_recusal(house: House) -> None:
    clue = await assessed(house)
    headers = house.headers("office1.head", key=str(uuid4()))
    body = {"officer": "office1.handler", "keeps_away": True}

    answer = await house.http.post(f"/v1/{clue}/recusals", headers=headers, json=body)

    assert answer.status_code == 403


async def test_handlers_named_at_the_allocation_are_checked(house: House, neighbours: Neighbours) -> None:
    clue, _ = await registered(house)
    await do(house, "caseman.city", clue, "propose-allocation")
    neighbours.subjects = [SUBJECT]
    neighbours.relations["office1.handler"] = [
        {"kind": "interest", "name": SUBJECT["name"], "organisation": None, "unit": None}
    ]

    refused = await house.act("caseman.city", clue, "allocate", {"handlers": ["office1.handler"]})
    other = await house.act("caseman.city", clue, "allocate", {"handlers": ["office1.handler2"]})

    assert (refused.status_code, refused.json()["code"]) == (409, "recusal_conflict")
    assert other.status_code == 202


async def test_an_allocation_that_names_nobody_asks_nobody(house: House, neighbours: Neighbours) -> None:
    clue, _ = await registered(house)
    neighbours.is_down = True

    await do(house, "caseman.city", clue, "propose-allocation")
    shown = await do(house, "caseman.city", clue, "allocate")

    assert shown["state"] == "allocated"


async def test_whom_a_report_names_is_compared_although_the_allocator_may_not_read_it(
    house: House, neighbours: Neighbours
) -> None:
    clue, _ = await registered(house)
    await do(house, "caseman.city", clue, "propose-allocation")
    neighbours.refuses = 404
    neighbours.subjects = [SUBJECT]
    neighbours.relations["office1.handler"] = [
        {"kind": "spouse", "name": SUBJECT["name"], "organisation": None, "unit": None}
    ]

    refused = await house.act("caseman.city", clue, "allocate", {"handlers": ["office1.handler"]})

    assert (refused.status_code, refused.json()["code"]) == (409, "recusal_conflict")
    assert not [path for path in neighbours.asked if path.endswith("/text")]


async def test_without_intakes_answer_nobody_who_is_named_is_given_the_clue(
    house: House, neighbours: Neighbours
) -> None:
    clue, _ = await registered(house)
    await do(house, "caseman.city", clue, "propose-allocation")
    neighbours.silent = "/v1/reports/"

    answer = await house.act("caseman.city", clue, "allocate", {"handlers": ["office1.handler"]})

    assert (answer.status_code, answer.json()["code"]) == (503, "recusal_check_unavailable")


async def test_members_may_be_named_by_id(house: House) -> None:
    _, verification = await verifying(house)

    assert (await form(house, verification, [actor(login).id for login in TEAM]))[0] == 200
