"""What FastAPI calls schemas of one name, by their modules, is no name for callers."""

from __future__ import annotations

from copy import deepcopy

import pytest

from huiying.contract.conventions import offences
from huiying.contract.released import present

DOCUMENT = present()["identity"]


@pytest.mark.parametrize("name", ["identity__usecases__tell_rights__GrantOut", "Page_GrantOut_", "grantOut"])
def test_a_schema_with_another_than_a_short_name_is_refused(name: str) -> None:
    document = deepcopy(DOCUMENT)
    document["components"]["schemas"][name] = document["components"]["schemas"]["GrantOut"]
    assert [one for one in offences(document) if name in one]
    assert not [one for one in offences(DOCUMENT) if "GrantOut" in one]
