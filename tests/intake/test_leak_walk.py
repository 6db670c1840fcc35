"""Nobody outside learns that something exists: every person without a part in it, at every route of the live table.

Rule: 1.4, 1.6; P6, P8, T29, T30.
"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from fastapi.routing import iter_route_contexts

from intake.app import SPEC
from shared.auth.roles import Role
from shared.needtoknow.store import grant
from shared.recusal.store import recuse
from shared.service.app import build_app, document_of

from tests.intake.usecases.story import WORKER, answered, do, post, transferred
from tests.support.cast import actor, people
from tests.support.house import House
from tests.support.matrix import HIDDEN, ObjectRoute, object_routes, told
from tests.support.twins import differing, readings

PETITION = "petition.city"
OUTSIDER, FORMER, RECUSED, RETURNED = (
    "district2.handler",
    "office2.handler",
    "office1.handler2",
    "group1.member",
)
ADMINISTRATORS = ("sysadmin", "security.officer", "auditor")
OUTSIDE = (OUTSIDER, FORMER, RETURNED, *ADMINISTRATORS)
OVERSEEN = {"explain_access", "read_readers"}
"""What the security officer may ask of any object; tests/intake asks it elsewhere."""
LETTER = {"level": "green", "basis": "overdue", "letter": "请于期限内报告办理情况。"}
REWARD = {"ground": "major_case", "amount": 500_000, "reasons": "对查办案件起重要作用。"}
TRACE = {
    "ground": "false_accusation_suspected", "method": "handwriting", "grounds": "多封来信笔迹相同，内容系捏造。",
    "scope": "仅核对笔迹", "expires_on": "2026-12-31",
}  # fmt: skip
ELSEWHERE = {
    "duplicate-notices": "usecases/test_duplicate_notices.py",
    "work-reminders": "usecases/test_work_reminders.py",
    "quotations": "usecases/test_notes_and_quotations.py",
    "stubs": "usecases/test_sealed.py",
    "recusal-requests": "usecases/test_requests.py",
    "saved-filters": "test_saved_filters.py",
    "jobs": "../shared/jobs/test_routes.py",
    "sign-offs": "test_refusals.py",
    "attachments": "test_attachments.py",
    "channels": "usecases/test_publishing.py",
}
"""Where it is asked of collections that need a story of their own, or whose objects are their owner's alone."""
WORDS = {"request": "某小区居民申请办理产权登记。", "answer": "主管部门已集中补办，群众可到窗口领取。"}


async def a_report(house: House) -> str:
    """Return a report that office 1 handles; office 2 had it, one officer must keep away, one was lent for a while."""
    _, report = await transferred(house)
    identity, at = UUID(report.removeprefix("reports/")), house.clock.now()
    month = timedelta(days=30)
    async with house.desk.db.transaction(WORKER) as tx:
        past: dict[str, Any] = {"by": "test", "since": at - 2 * month, "until": at - month}
        grant(tx, identity, people()[FORMER].organisation, "handling", **past)
        grant(tx, identity, actor(RETURNED).id, "handling", **past)
        recuse(tx, identity, actor(RECUSED).id, ground="close_relative", at=at, decided_by="test")
    return report


async def a_world(house: House) -> dict[str, str]:
    """Return one object of nearly every kind, by collection."""
    report = await a_report(house)
    _, demand = await answered(house)
    about = {"report_id": report.removeprefix("reports/"), "circumstances": "有人上门打听是谁反映的。"}
    period = {"period_from": "2026-01-01", "period_to": "2026-03-31"}
    asked: dict[str, tuple[str, dict[str, Any]]] = {
        "urgings": (f"{report}/urgings", LETTER),
        "publications": (f"{demand}/publications", WORDS),
        "protection-requests": ("protection-requests", about),
        "reward-proposals": ("reward-proposals", {"report_id": about["report_id"], **REWARD}),
        "trace-requests": ("trace-requests", {"report_id": about["report_id"], **TRACE}),
        "trend-reports": ("trend-reports", {**period, "recipients": ["superior_commission"]}),
    }
    made = dict(one.split("/") for one in (report, demand))
    for collection, (path, body) in asked.items():
        answer = await post(house, PETITION, path, **body)
        assert answer.status_code == 201, answer.text
        made[collection] = answer.json()["id"]
    data = {"unit": "district-1-housing", **period, "reason": "第三轮巡察前了解"}
    answer = await post(house, "inspection.office", "unit-data-requests", **data)
    return {**made, "unit-data-requests": answer.json()["id"]}


async def test_no_route_tells_an_outsider_that_there_is_something(house: House) -> None:
    world = await a_world(house)
    app = build_app(SPEC)
    document = document_of(app, SPEC)
    leaks: dict[Any, str] = {}
    asked = 0
    for collection, identity in world.items():
        routes = [
            one for one in object_routes(app, collection) if one.permission.partition(":")[2] != "break_glass"
        ]
        assert routes, collection
        for login in (*OUTSIDE, RECUSED) if collection == "reports" else OUTSIDE:
            await house.hear()
            for one in routes:
                if login == "security.officer" and one.permission.partition(":")[2] in OVERSEEN:
                    continue
                kind = await answer_to(house, document, one, identity, login)
                asked += 1
                if kind != HIDDEN and kind != await answer_to(house, document, one, str(uuid4()), login):
                    leaks[login, one.method, one.path] = kind
    assert leaks == {}
    assert asked > 400, "a walk that asks little proves nothing"


async def test_every_collection_is_walked_or_asked_about_elsewhere(house: House) -> None:
    app = build_app(SPEC)
    paths = {context.path or "" for context in iter_route_contexts(list(app.routes))}
    found = {match[1] for path in paths if (match := re.match(r"/v1/([a-z-]+)/\{\w+_id\}", path))}

    assert found - set(await a_world(house)) == set(ELSEWHERE)
    assert [one for one in ELSEWHERE.values() if not (Path(__file__).parent / one).is_file()] == []


async def answer_to(house: House, document: Any, route: ObjectRoute, identity: str, login: str) -> str:
    """Return what one person is told at one route; a route that is for services only says so of anything."""
    (kind,) = (await told(house, document, [route], identity, [login], officer="x", name="x")).values()
    return kind


async def test_lists_counts_and_exports_read_the_same_while_others_work(house: House) -> None:
    """Recused or lent before, one reads as if the report did not go on: byte for byte the same."""
    report = await a_report(house)
    await house.hear()
    read = readings(build_app(SPEC), [report])
    paths = [
        path for path in read if not path.endswith("/template")
    ]  # an empty form that tells when it was made

    async def others_work() -> None:
        await do(house, PETITION, f"urgings/{await urged(house, report)}", "withdraw")
        _, demand = await answered(house)
        await post(house, PETITION, f"{demand}/publications", **WORDS)
        await house.hear()

    assert await differing(house, (*OUTSIDE, RECUSED), paths, others_work) == []
    assert len(paths) > 60


async def urged(house: House, report: str) -> str:
    """Draft an urging on a report."""
    answer = await post(house, PETITION, f"{report}/urgings", **LETTER)
    assert answer.status_code == 201, answer.text
    identity: str = answer.json()["id"]
    return identity


def test_the_walk_takes_everybody_it_should() -> None:
    """Administrators hold no role of business, and the outsider's organ has nothing to do with the report."""
    for login in ADMINISTRATORS:
        roles = {grant.role for grant in people()[login].grants}
        assert roles <= {Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER, Role.AUDITOR}, login
    assert people()[OUTSIDER].organisation.startswith("city:district-2")
