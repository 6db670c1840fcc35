"""A form is offered regions by the names of places, as people call them, and by code."""

from __future__ import annotations

from shared.db import Scope
from shared.directory.store import apply_organisation_changed
from shared.feed.consume import Event

from tests.support.house import House

COMMISSION = {
    "code": "district-1", "path": "city:district-1", "kind": "district_commission", "is_open": True,
    "name": "青溪区纪委监委", "name_en": "Qingxi District Commission",
}  # fmt: skip


async def offered(house: House, **told: str) -> dict[str, str]:
    """Return how district 1 is offered once identity has told of it."""
    async with house.desk.db.transaction(Scope("worker")) as tx:
        await apply_organisation_changed(
            tx, Event(1, "organisation.changed", "district-1", {**COMMISSION, **told}), None
        )
    regions = (await house.http.get("/v1/public/options")).json()["regions"]
    assert [one["code"] for one in regions] == sorted(one["code"] for one in regions)
    found: dict[str, str] = next(one for one in regions if one["code"] == "district-1")
    return found


async def test_regions_are_offered_by_the_names_of_places(house: House) -> None:
    shown = await offered(house, place_name="青溪区", place_name_en="Qingxi District")

    assert (shown["name_zh"], shown["name_en"]) == ("青溪区", "Qingxi District")


async def test_a_place_nobody_named_goes_by_its_commission(house: House) -> None:
    shown = await offered(house)

    assert (shown["name_zh"], shown["name_en"]) == (COMMISSION["name"], COMMISSION["name_en"])


async def test_a_place_without_an_english_name_goes_by_its_own(house: House) -> None:
    shown = await offered(house, place_name="青溪区")

    assert (shown["name_zh"], shown["name_en"]) == ("青溪区", "青溪区")
