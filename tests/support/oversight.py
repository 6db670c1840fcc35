"""Identity as it tells services what officers may do, for tests of who explains access."""

from __future__ import annotations

from typing import Any

from tests.support.cast import actor, people


def rights_answer(officer: str) -> dict[str, Any] | None:
    """Return what `POST /v1/officers/_rights` answers about somebody of the cast, None for a stranger."""
    login = next((one for one in people() if officer in (one, actor(one).id)), None)
    if login is None:
        return None
    who = actor(login)
    grants = [
        {"role": one.role, "path": one.path, "subtree": one.subtree, "until": None, "delegation": None}
        for one in who.grants
    ]
    return {
        "id": who.id, "login": login, "organisation": who.organisation, "state": "active",
        "clearance": who.clearance.value, "grants": grants,
    }  # fmt: skip
