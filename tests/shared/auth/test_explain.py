"""What explains a decision says the same as the decision, and names what is missing."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from shared.auth.actor import Actor, RoleGrant
from shared.auth.explain import explain
from shared.auth.permissions import NeedToKnow, ObjectFacts, PermissionTable, Rule
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

from tests.shared.auth.rights_world import AT, PERMISSIONS, TABLE, a_world

OFFICER = "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11"
READ = PermissionTable(
    [Rule("matter:read", (Role.HANDLER,)), Rule("matter:read", (Role.HANDLER,), ("member",))]
)
HOUR = timedelta(hours=1)


def an_officer(*grants: RoleGrant, clearance: SecrecyLevel = SecrecyLevel.WORK_SECRET) -> Actor:
    return Actor("officer", OFFICER, grants=grants, clearance=clearance)


def a_matter(*known: NeedToKnow, recused: frozenset[str] = frozenset()) -> ObjectFacts:
    return ObjectFacts("one", "city/city-office-1", SecrecyLevel.WORK_SECRET, known, recused)


def test_on_every_pair_of_a_random_world_the_ways_say_what_the_decision_says() -> None:
    world = a_world(Random(7), actors=40, objects=60)  # noqa: S311 - a test's dice
    for actor in (one for one in world.actors if one.kind != "service"):
        for facts in world.objects:
            for permission in PERMISSIONS:
                found = explain(TABLE, actor, permission, facts, AT)
                is_open = any(way.is_open for way in found.ways)
                assert found.decision.allowed == (is_open and found.is_cleared and not found.is_recused)


def test_a_role_elsewhere_is_shown_as_held_and_not_as_reaching() -> None:
    elsewhere = RoleGrant(Role.HANDLER, "city/city-office-2")

    own, _ = explain(READ, an_officer(elsewhere), "matter:read", a_matter(), AT).ways

    assert (own.grants, own.reaching, own.is_open) == ((elsewhere,), (), False)


def test_a_right_that_has_ended_is_shown_as_lapsed() -> None:
    ended = NeedToKnow(OFFICER, "member", AT - HOUR, AT)

    _, member = explain(
        READ, an_officer(RoleGrant(Role.HANDLER, "town")), "matter:read", a_matter(ended), AT
    ).ways

    assert (member.known, member.lapsed, member.is_open) == ((), (ended,), False)


def test_a_recusal_is_named_although_a_way_stands_open() -> None:
    found = explain(
        READ, an_officer(RoleGrant(Role.HANDLER, "city/city-office-1")), "matter:read",
        a_matter(recused=frozenset({OFFICER})), AT,
    )  # fmt: skip

    assert found.ways[0].is_open
    assert (found.is_recused, found.decision.allowed) == (True, False)
