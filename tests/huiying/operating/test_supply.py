"""The bill of materials is that of the lock, and no licence in it binds whoever runs the set."""

from __future__ import annotations

import json

from huiying.operating.supply import bill, licences, pinned


def test_the_bill_lists_everything_the_lock_pins_with_its_hashes() -> None:
    document = json.loads(bill())

    listed = {(one["name"], one["version"]) for one in document["components"]}
    assert document["bomFormat"] == "CycloneDX"
    assert listed == {(name, version) for name, version, _ in pinned()}
    assert {"fastapi", "asyncpg"} <= {name for name, _ in listed}
    assert all(one["hashes"] for one in document["components"])


def test_no_licence_binds_us_and_nearly_all_are_stated() -> None:
    found = licences()

    assert [one for one in found if one.grade == "wrong"] == []
    assert len([one for one in found if one.grade == "ok"]) >= 0.9 * len(found)
