"""A form is offered regions by name and code, as it is fields."""

from __future__ import annotations

import sqlalchemy as sa

from shared.directory.tables import directory

from tests.support.house import House


async def test_regions_are_offered_by_name_and_code(house: House) -> None:
    async with house.desk.db.transaction() as tx:
        named = {"name": "青溪区纪委监委", "name_en": "Qingxi District Commission"}
        await tx.run(sa.update(directory).where(directory.c.code == "district-1").values(**named))

    offered = (await house.http.get("/v1/public/options")).json()["regions"]

    assert {"code": "district-1", "name_zh": named["name"], "name_en": named["name_en"]} in offered
    assert [one["code"] for one in offered] == sorted(one["code"] for one in offered)
