from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.auth.actor import PUBLIC, SYSTEM, Actor, RoleGrant
from shared.auth.permissions import (
    HOLDER,
    BadPermissionTable,
    NeedToKnow,
    ObjectFacts,
    PermissionTable,
    Refusal,
    Rule,
)
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

from tests.shared.auth.rights_world import AT, PERMISSIONS, TABLE, a_world, may

OFFICER = "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11"
LATER = timedelta(days=1)
DEMANDS = PermissionTable(
    [
        Rule("demand:read", (Role.PETITION_OFFICER,), (HOLDER, "member")),
        Rule("demand:read", (Role.COMPETENT_DEPARTMENT,), ("assigned",)),
        Rule("demand:close", (Role.OFFICE_HEAD,)),
        Rule("demand:read", services=("casework",)),
    ]
)


def officer(*grants: RoleGrant, clearance: SecrecyLevel = SecrecyLevel.WORK_SECRET) -> Actor:
    return Actor("officer", OFFICER, grants=grants, clearance=clearance)


def demand(
    *grantees: NeedToKnow, holder: str = "city/office-1", recused: frozenset[str] = frozenset()
) -> ObjectFacts:
    return ObjectFacts("d", holder, SecrecyLevel.WORK_SECRET, grantees, recused)


def test_a_role_over_the_holder_is_enough_for_what_its_rule_gives() -> None:
    actor = officer(RoleGrant(Role.PETITION_OFFICER, "city/office-1"))

    decision = DEMANDS.decide(actor, "demand:read", demand(), AT)

    assert (decision.allowed, decision.visible) == (True, True)
    assert decision.rule is DEMANDS.rules[0]


def test_what_may_be_seen_but_not_done_is_forbidden_and_not_hidden() -> None:
    actor = officer(RoleGrant(Role.PETITION_OFFICER, "city/office-1"))

    decision = DEMANDS.decide(actor, "demand:close", demand(), AT)

    assert (decision.allowed, decision.visible, decision.refusal) == (False, True, Refusal.OUT_OF_REACH)


def test_what_lies_outside_is_hidden() -> None:
    actor = officer(RoleGrant(Role.PETITION_OFFICER, "city/office-2"))

    decision = DEMANDS.decide(actor, "demand:close", demand(), AT)

    assert (decision.allowed, decision.visible) == (False, False)


def test_an_unknown_permission_is_refused() -> None:
    actor = officer(RoleGrant(Role.PETITION_OFFICER, "city/office-1"))

    assert DEMANDS.decide(actor, "demand:burn", demand(), AT).refusal is Refusal.NO_RULE
    assert not DEMANDS.decide(actor, "report:read", demand(), AT).visible


def test_need_to_know_counts_in_its_capacity_only() -> None:
    actor = officer(RoleGrant(Role.COMPETENT_DEPARTMENT, "city:housing"))
    assigned = demand(NeedToKnow("city:housing/section", "assigned", AT))
    member = demand(NeedToKnow("city:housing", "member", AT))

    assert DEMANDS.decide(actor, "demand:read", assigned, AT).allowed
    assert not DEMANDS.decide(actor, "demand:read", member, AT).visible


def test_an_officer_named_in_person_still_needs_the_role() -> None:
    known = demand(NeedToKnow(OFFICER, "member", AT))
    elsewhere = RoleGrant(Role.PETITION_OFFICER, "city:district-9")

    assert DEMANDS.decide(officer(elsewhere), "demand:read", known, AT).allowed
    assert not DEMANDS.decide(officer(), "demand:read", known, AT).allowed


def test_need_to_know_begins_and_ends_on_the_instant() -> None:
    actor = officer(RoleGrant(Role.COMPETENT_DEPARTMENT, "city:housing"))
    known = demand(NeedToKnow("city:housing", "assigned", AT, AT + LATER))
    second = timedelta(seconds=1)

    assert [
        DEMANDS.decide(actor, "demand:read", known, at).allowed
        for at in (AT - second, AT, AT + LATER - second, AT + LATER)
    ] == [False, True, True, False]


def test_recusal_and_missing_clearance_beat_every_rule() -> None:
    grant = RoleGrant(Role.PETITION_OFFICER, "city", subtree=True)
    recused = DEMANDS.decide(officer(grant), "demand:read", demand(recused=frozenset({OFFICER})), AT)
    uncleared = DEMANDS.decide(officer(grant, clearance=SecrecyLevel.INTERNAL), "demand:read", demand(), AT)

    assert (recused.visible, recused.refusal) == (False, Refusal.RECUSED)
    assert (uncleared.visible, uncleared.refusal) == (False, Refusal.CLEARANCE)


def test_a_service_may_do_what_names_it_and_nothing_else() -> None:
    named = Actor("service", "casework", clearance=SecrecyLevel.WORK_SECRET)
    other = Actor("service", "intake", clearance=SecrecyLevel.WORK_SECRET)

    assert DEMANDS.decide(named, "demand:read", demand(), AT).allowed
    assert not DEMANDS.decide(named, "demand:close", demand(), AT).allowed
    assert not DEMANDS.decide(other, "demand:read", demand(), AT).visible


@pytest.mark.parametrize("actor", [SYSTEM, PUBLIC])
def test_no_rule_admits_the_system_or_the_public(actor: Actor) -> None:
    assert not DEMANDS.decide(actor, "demand:read", demand(), AT).visible


def test_holding_a_permission_anywhere_opens_the_list() -> None:
    reader = officer(RoleGrant(Role.PETITION_OFFICER, "city", until=AT))

    assert DEMANDS.holds(reader, "demand:read", AT - LATER)
    assert not DEMANDS.holds(reader, "demand:read", AT)
    assert DEMANDS.holds(Actor("service", "casework"), "demand:read", AT)
    assert not DEMANDS.holds(Actor("service", "intake"), "demand:read", AT)


def test_something_new_is_made_only_where_the_role_reaches() -> None:
    head = officer(RoleGrant(Role.OFFICE_HEAD, "city/office-1"))

    assert DEMANDS.over(head, "demand:close", "city/office-1/team", AT)
    assert not DEMANDS.over(head, "demand:close", "city", AT)
    assert not DEMANDS.over(head, "demand:read", "city/office-1", AT)


@pytest.mark.parametrize(
    "rules",
    [
        [Rule("demand read", (Role.HANDLER,))],
        [Rule("Demand:read", (Role.HANDLER,))],
        [Rule("demand:", (Role.HANDLER,))],
        [Rule("demand:read")],
        [Rule("demand:read", (Role.HANDLER,), ())],
        [Rule("demand:read", (Role.HANDLER, Role.HANDLER))],
        [Rule("demand:read", (Role.HANDLER,)), Rule("demand:read", (Role.OFFICE_HEAD, Role.HANDLER))],
        [Rule("demand:read", services=("casework",)), Rule("demand:read", services=("casework",))],
        [Rule("demand:read", (Role.SYSTEM_ADMIN,))],
    ],
)
def test_a_table_that_contradicts_itself_is_refused(rules: list[Rule]) -> None:
    with pytest.raises(BadPermissionTable):
        PermissionTable(rules)


def test_the_system_administrator_gets_only_what_is_listed_as_administrative() -> None:
    rule = Rule("officer:register", (Role.SYSTEM_ADMIN,))

    assert "officer:register" in PermissionTable([rule], administrative=["officer:register"])


def test_the_same_role_may_have_a_permission_in_two_capacities() -> None:
    table = PermissionTable(
        [Rule("demand:read", (Role.HANDLER,)), Rule("demand:read", (Role.HANDLER,), ("member",))]
    )

    assert len(table.rules_for("demand:read")) == 2
    assert table.permissions == ("demand:read",)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_decision_agrees_with_a_naive_second_opinion(seed: int) -> None:
    world = a_world(Random(seed), actors=12, objects=12)  # noqa: S311 - a test's dice

    for actor in world.actors:
        for facts in world.objects:
            reads = may(actor, "matter:read", facts, world)
            for permission in PERMISSIONS:
                decision = TABLE.decide(actor, permission, facts, AT)
                assert decision.allowed == may(actor, permission, facts, world)
                if permission.startswith("matter:"):
                    assert decision.visible == (decision.allowed or reads)


def test_time_is_compared_as_instants_whatever_the_zone() -> None:
    until = datetime.fromisoformat("2026-03-02T09:00:00+08:00")

    assert until == AT
    assert not RoleGrant(Role.HANDLER, "city", until=until).is_live(AT.astimezone(UTC))
