"""The service can be put together, serves its tables and knows the words of its refusals."""

from __future__ import annotations

from rectification.app import SPEC
from shared.http.catalogue import Catalogue
from shared.service.app import codes_of

from tests.support.house import House

TABLES = [
    "inspected_organization", "rectification_item", "recommendation", "inspection_round", "transferred_clue",
    "joint_review", "planned_measure", "special_check", "re_feedback", "issue_consultation", "material_handover",
    "reminder", "system_built", "evaluation", "follow_up",
]  # fmt: skip


async def test_it_serves_the_tables_of_its_process(house: House) -> None:
    names = [one["name"] for one in (await house.http.get("/v1/lifecycles")).json()["items"]]
    item = (await house.http.get("/v1/lifecycles/rectification_item")).json()

    assert names == TABLES
    assert "verified --> closed: close" in item["mermaid"]


async def test_it_serves_its_vocabularies(house: House) -> None:
    answer = await house.http.get("/v1/vocabularies/supervision_measure")

    assert len(answer.json()["entries"]) == 13


async def test_its_feed_is_empty_and_closed_to_officers(house: House) -> None:
    assert (await house.get("principal.city", "/v1/feed")).status_code == 403


def test_every_guard_of_every_table_has_words() -> None:
    Catalogue.load("rectification").require(codes_of(one.lifecycle for one in SPEC.processes.values()))
