"""Everybody at every route about a clue and its verification, against a table written by hand. Rule: 1.1, 1.4, 1.6; P6."""

from __future__ import annotations

from uuid import uuid4

from casework.app import SPEC
from casework.usecases.follow import follows
from shared.feed.consume import Event
from shared.service.app import build_app, document_of

from tests.casework.story import WORKER, do
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.support.cast import actor
from tests.support.house import House
from tests.support.matrix import expected, object_routes, told

NOT_HERE = {"break_glass"}  # asks about the organ, not about sight: tests/casework/usecases/test_oversight.py
LOGINS = (
    "office1.handler", "office1.head", "office1.handler2", "deputy.city", "principal.city", "caseman.city",
    "group1.member", "group1.lead", "office2.handler", "office2.head", "petition.city", "review.city", "cadre.city",
    "party-principal.city", "district1.handler", "district1.principal", "district2.handler", "housing1.clerk",
    "inspection.office", "inspected1.principal", "statistician", "sysadmin", "security.officer", "auditor",
)  # fmt: skip
"""office1.*: the office that holds. deputy.city is named in the clue, office1.handler2 must keep away, group1.member is
on the team and group1.lead no longer, caseman.city keeps the ledger; the rest are elsewhere, above, below or beside."""

CLUE_READERS = "office1.handler office1.head principal.city caseman.city group1.member"
CLUE = {
    "read": CLUE_READERS,
    "read_papers": "office1.handler office1.head principal.city group1.member",
    "read_overlaps": "office1.handler office1.head principal.city caseman.city",
    "read_report_text": "office1.handler office1.head group1.member",
    "read_inspection_text": "office1.handler office1.head group1.member",
    "decide_recusal": "principal.city",
    "explain_access": "principal.city security.officer",
    "read_readers": "principal.city security.officer",
    "propose_allocation": "",
    "allocate": "",
    "unmerge": "",
    "reallocate": "caseman.city",
    "merge": "caseman.city",
    **dict.fromkeys(
        (
            "assess", "propose_disposal", "hold", "close", "transfer", "transfer_within", "dispose", "propose_filing",
            "consider_clearing", "archive",
        ),
        "office1.handler",
    ),
}  # fmt: skip
VERIFICATION_READERS = "office1.handler office1.head principal.city caseman.city group1.member"
VERIFICATION = {
    "read": VERIFICATION_READERS,
    "read_papers": "office1.handler office1.head principal.city group1.member",
    "explain_access": "principal.city security.officer",
    "read_readers": "principal.city security.officer",
    **dict.fromkeys(
        ("submit_plan", "take_measure", "take_custody", "settle_custody", "draft_report"), "office1.handler"
    ),
    **dict.fromkeys(
        ("form_team", "begin", "review_collectively", "return_report", "report", "decide", "extend_deadline"),
        "office1.handler office1.head",
    ),
    "change_team": "office1.head",
    "sign_report": "office1.handler office1.head group1.member",
}


async def world(house: House) -> dict[str, str]:
    """Return a clue and its verification, by collection, around which everybody of the table has a part."""
    await house.hear()
    thing = await clue(house, subjects=[WANG], to="city-office-1")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    await do(house, "office1.handler", thing, "assess", opinion="可查")
    shown = await do(house, "office1.handler", thing, "propose-disposal", way="preliminary_verification")
    verification = f"verifications/{shown['verification_id']}"
    await do(house, "office1.handler", verification, "submit-plan", opinion="方案")
    team = ["office1.handler", "office1.head", "group1.member"]
    await do(house, "office1.handler", verification, "form-team", members=[*team, "group1.lead"])
    await do(house, "office1.handler", verification, "begin")
    await do(house, "office1.head", verification, "change-team", members=team)
    body = {"officer": "office1.handler2", "ground": "close_relative", "keeps_away": True}
    headers = house.headers("principal.city", key=str(uuid4()))
    assert (await house.http.post(f"/v1/{thing}/recusals", headers=headers, json=body)).status_code == 201
    handler = follows(house.desk)["identity"]["officer.created"]
    async with house.desk.db.transaction(
        WORKER
    ) as tx:  # it turns out that the deputy bears the subject's name
        await handler.apply(tx, Event(1, "officer.created", actor("deputy.city").id, {}), WANG["name"])
    return dict(one.split("/") for one in (thing, verification))


async def test_everybody_is_told_at_every_route_what_the_table_by_hand_says(house: House) -> None:
    objects = await world(house)
    app = build_app(SPEC)
    document = document_of(app, SPEC)
    by_hand = {"clues": (CLUE, CLUE_READERS), "verifications": (VERIFICATION, VERIFICATION_READERS)}

    for collection, (table, readers) in by_hand.items():
        routes = [
            one for one in object_routes(app, collection) if one.permission.partition(":")[2] not in NOT_HERE
        ]
        found = await told(
            house, document, routes, objects[collection], LOGINS, officer="office1.handler", name="none"
        )
        wanted = expected(routes, LOGINS, table, readers)
        wrong = {cell: (found[cell], wanted[cell]) for cell in wanted if found[cell] != wanted[cell]}
        assert wrong == {}
        assert len(routes) > len(LOGINS) // 2, "a matrix without routes proves nothing"
