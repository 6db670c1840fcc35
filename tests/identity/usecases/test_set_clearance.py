"""Clearances: set by the security officer alone, never above what the network may hold."""

from __future__ import annotations

import pytest

from tests.support.town import Town


async def test_only_the_security_officer_sets_clearances(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    path = f"/v1/officers/{handler}/clearances"

    by_admin = await town.post("sysadmin", path, {"level": "internal"})
    by_security = await town.post(
        "security.officer", path, {"level": "internal", "order_number": "云保〔2026〕3号"}
    )

    assert by_admin.status_code == 403
    assert by_security.status_code == 201, by_security.text
    assert (await town.get("office1.handler", "/v1/me")).json()["clearance"] == "internal"


@pytest.mark.parametrize(
    ("level", "code"),
    [("confidential", "classified_network_needed"), ("top_secret", "level_above_municipal")],
)
async def test_state_secret_clearances_need_a_classified_network(town: Town, level: str, code: str) -> None:
    handler = await town.id_of("office1.handler")

    answer = await town.post("security.officer", f"/v1/officers/{handler}/clearances", {"level": level})

    assert answer.status_code == 409
    assert answer.json()["code"] == code
