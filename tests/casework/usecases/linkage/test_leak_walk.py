"""Every reading route of joint work, walked by people who must not know: none is told anything.

An outsider, an administrator, an officer whose loan is over, and one who was told to keep away.
"""

from __future__ import annotations

from casework.app import SPEC
from shared.service.app import build_app

from tests.casework.linkage_story import do, made, make, staffed
from tests.casework.story import allocated
from tests.support.house import House

COLLECTIONS = ("linkage-tasks", "secondments", "board-tasks", "shares", "consultations")
OUTSIDERS = ("district2.handler", "sysadmin", "petition.city", "housing1.head", "office2.head")
NEUTRAL = ("/v1/linkage-tasks/calendar", "/v1/linkage-tasks/result-totals")
"""Of the same organ: which unit is taken, and whom to ask; figures over what the caller counts. No id of either."""
PERIOD = {"from_on": "2026-01-01", "to_on": "2026-12-31"}


def reading_routes() -> list[str]:
    """Return the paths of all GET routes of joint work, from the live route table."""
    paths = {
        path
        for route in build_app(SPEC).routes
        if "GET" in (getattr(route, "methods", None) or ()) and (path := getattr(route, "path", ""))
    }
    return sorted(path for path in paths if path.startswith(tuple(f"/v1/{one}" for one in COLLECTIONS)))


async def everything(house: House) -> dict[str, str]:
    """Return the id of one object of each collection, all of one task."""
    task, (loan, _) = await staffed(house)
    task_id = task.split("/")[1]
    clue = await allocated(house)
    share = await made(
        house, "office1.head", "shares", task_id=task_id, object_type="clue", object_id=clue.split("/")[1],
        officers=["group1.member", "district1.handler"], purpose="核对人员。",
    )  # fmt: skip
    await do(house, "office1.head", share, "share")
    piece = await made(
        house, "office1.head", "board-tasks", task_id=task_id, title="核对", officer="group1.member"
    )
    talk = await made(
        house, "office1.head", "consultations", task_id=task_id, agenda=["安排"], held_on="2026-03-02",
        participants=["group1.member", "district1.handler"],
    )  # fmt: skip
    found = [(one.split("/")[0], one.split("/")[1]) for one in (task, loan, share, piece, talk, clue)]
    return dict(found)


async def told(house: House, login: str, ids: dict[str, str]) -> dict[str, int]:
    """Walk every route as a person; return those that answered with content, and their status."""
    leaks: dict[str, int] = {}
    await house.hear()
    for path in [*reading_routes(), "/v1/clues/{object_id}"]:
        identity = ids[path.split("/")[2]]
        url = path.replace("{object_id}", identity).replace("{task_id}", identity)
        answer = await house.get(
            login, url.replace("{officer}", identity).replace("{name}", "none"), **_query(path)
        )
        body = answer.json()
        is_silent = answer.status_code in (400, 403, 404) or body.get("items") == [] or body.get("count") == 0
        if not is_silent and path not in NEUTRAL:
            leaks[path] = answer.status_code
        elif answer.status_code == 200:
            assert not any(one in answer.text for one in ids.values()), path
    return leaks


def _query(path: str) -> dict[str, str]:
    dated = path.endswith(("/calendar", "/result-totals", "/candidates", "/lent"))
    return PERIOD if dated else {}


async def test_nobody_outside_is_told_anything_by_any_route(house: House) -> None:
    ids = await everything(house)
    routes = reading_routes()
    assert len(routes) > 20
    for login in OUTSIDERS:
        assert await told(house, login, ids) == {}, login


async def test_who_returned_and_who_keeps_away_are_told_as_little(house: House) -> None:
    ids = await everything(house)
    await do(house, "group1.lead", f"secondments/{ids['secondments']}", "return")
    away = {"officer": "district1.handler", "ground": "other_doubt", "keeps_away": True}
    recused = await make(house, "principal.city", f"linkage-tasks/{ids['linkage-tasks']}/recusals", away)
    assert recused.status_code == 201
    own = {
        "/v1/secondments",
        "/v1/secondments/_count",
        "/v1/secondments/{object_id}",
        "/v1/secondments/{object_id}/history",
    }
    assert set(await told(house, "group1.member", {**ids, "secondments": ids["linkage-tasks"]})) <= own
    assert set(await told(house, "district1.handler", ids)) == set()
