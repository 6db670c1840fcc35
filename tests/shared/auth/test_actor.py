from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shared.auth.actor import PUBLIC, SYSTEM, Actor, RoleGrant, covers
from shared.auth.roles import Role

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def over(path: str, *, subtree: bool = False, until: datetime | None = None) -> RoleGrant:
    return RoleGrant(Role.HANDLER, path, subtree, until)


@pytest.mark.parametrize(
    ("grant", "path", "reached"),
    [
        ("city", "city", True),
        ("city", "city/city-office-1", True),
        ("city", "city/city-office-1/team-2", True),
        ("city", "city:district-1", False),
        ("city", "city-2", False),
        ("city", "cit", False),
        ("city", "", False),
        ("city", "old/city", False),
        ("city/city-office-1", "city", False),
        ("city/city-office-1", "city/city-office-10", False),
        ("city/city-office-1", "city/city-office-2", False),
        ("city:district-1", "city:district-1/district-1-office-1", True),
        ("city:district-1", "city:district-1:town-1-1", False),
        ("city:district-1", "city:district-10", False),
        ("city%", "city-office", False),
        ("city_1", "cityx1", False),
    ],
)
def test_a_grant_reaches_its_organisation_and_the_units_of_the_same_organ(
    grant: str, path: str, reached: bool
) -> None:
    assert covers(over(grant), path, AT) is reached


@pytest.mark.parametrize(
    ("grant", "path", "reached"),
    [
        ("city", "city:district-1", True),
        ("city", "city:district-1:town-1-1/office", True),
        ("city", "city/city-office-1", True),
        ("city", "city-2:district-1", False),
        ("city:district-1", "city:district-1:town-1-1", True),
        ("city:district-1", "city:district-2", False),
        ("city:district-1", "city", False),
    ],
)
def test_a_grant_with_subtree_reaches_lower_organs_too(grant: str, path: str, reached: bool) -> None:
    assert covers(over(grant, subtree=True), path, AT) is reached


def test_a_grant_ends_at_its_last_instant() -> None:
    grant = over("city", until=AT)

    assert covers(grant, "city", AT - SECOND)
    assert not covers(grant, "city", AT)
    assert not covers(grant, "city", AT + SECOND)


def test_the_scope_names_live_places_and_no_roles() -> None:
    grants = (over("city/a"), over("city/a"), over("city:d", subtree=True), over("city/b", until=AT))
    actor = Actor("officer", "someone", grants=grants)

    scope = actor.scope(AT)

    assert (scope.kind, scope.subject) == ("officer", "someone")
    assert (scope.paths, scope.subtrees) == (("city/a",), ("city:d",))
    assert scope.at == AT


def test_the_system_works_as_worker_and_the_public_without_places() -> None:
    assert SYSTEM.scope(AT).kind == "worker"
    assert PUBLIC.scope(AT).kind == "public"
    assert not PUBLIC.scope(AT).paths
    assert not SYSTEM.roles(AT)
