"""Periods, grants, delegations, clearances: pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from identity.domain.grants import (
    Delegation,
    Grant,
    Period,
    check_clearance,
    check_delegation,
    check_grant,
    check_not_self,
)
from identity.domain.officers import Officer, duty_of
from shared.auth.roles import ADMINISTRATORS, Role
from shared.auth.secrecy import SecrecyLevel
from shared.lifecycle import Refused

TODAY = date(2026, 3, 2)
LONG = Period(date(2021, 1, 1))


def an_officer(path: str = "city/city-office-1", **changes: object) -> Officer:
    made = Officer(
        id=uuid4(), number=None, state="active", version=1, holder_path=path, secrecy="internal",
        created_at=datetime(2021, 1, 1, tzinfo=UTC), login="x", name="某人", organisation_id=uuid4(), position=None,
        duty="business", joined_on=date(2021, 1, 1), left_on=None, successor_id=None,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def a_grant(role: Role = Role.OFFICE_HEAD, period: Period = LONG, **changes: object) -> Grant:
    made = Grant(uuid4(), uuid4(), role, "city/city-office-1", False, period)
    return replace(made, **changes)  # type: ignore[arg-type]


def refusal(call: object) -> str:
    with pytest.raises(Refused) as refused:
        call()  # type: ignore[operator]
    return refused.value.code


def test_a_period_holds_from_its_first_day_to_its_last() -> None:
    period = Period(date(2026, 3, 2), date(2026, 3, 4))

    assert [period.holds(date(2026, 3, day)) for day in range(1, 6)] == [False, True, True, True, False]
    assert period.until == datetime(2026, 3, 4, 16, tzinfo=UTC)  # midnight in Shanghai
    assert LONG.until is None


def test_a_period_never_ends_before_it_begins() -> None:
    assert refusal(lambda: Period(date(2026, 3, 2), date(2026, 3, 1))) == "period_reversed"


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Period(date(2026, 1, 1), date(2026, 1, 5)), Period(date(2026, 1, 5), date(2026, 1, 9)), True),
        (Period(date(2026, 1, 1), date(2026, 1, 4)), Period(date(2026, 1, 5), date(2026, 1, 9)), False),
        (Period(date(2026, 1, 1)), Period(date(2030, 1, 5)), True),
        (Period(date(2026, 1, 1), date(2026, 1, 4)), Period(date(2026, 1, 5)), False),
    ],
)
def test_periods_meet_when_they_share_a_day(one: Period, other: Period, meet: bool) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet


OF_PEOPLE = sorted(set(Role) - {Role.SOURCE_SYSTEM})


@pytest.mark.parametrize("held", OF_PEOPLE)
@pytest.mark.parametrize("wanted", OF_PEOPLE)
def test_roles_live_together_exactly_when_they_are_of_one_duty(held: Role, wanted: Role) -> None:
    others = [a_grant(held)]
    together = held == wanted or not ({held, wanted} & ADMINISTRATORS)

    if together:
        check_grant(an_officer(), wanted, LONG, others, TODAY)
    else:
        assert (
            refusal(lambda: check_grant(an_officer(), wanted, LONG, others, TODAY))
            == "roles_exclude_each_other"
        )
    assert together is (duty_of(held) == duty_of(wanted))


def test_no_officer_is_a_system() -> None:
    wanted = lambda: check_grant(an_officer(), Role.SOURCE_SYSTEM, LONG, [], TODAY)  # noqa: E731
    assert refusal(wanted) == "role_only_for_clients"


def test_nothing_is_granted_to_who_is_not_here_or_for_days_gone_by() -> None:
    gone, past = an_officer(state="left"), Period(date(2025, 1, 1), date(2025, 2, 1))

    assert refusal(lambda: check_grant(gone, Role.HANDLER, LONG, [], TODAY)) == "officer_not_active"
    assert refusal(lambda: check_grant(an_officer(), Role.HANDLER, past, [], TODAY)) == "period_is_over"


def test_an_ended_grant_gives_nothing() -> None:
    assert a_grant().holds(TODAY)
    assert not a_grant(ended_at=datetime(2026, 1, 1, tzinfo=UTC)).holds(TODAY)


WEEK = Period(TODAY, date(2026, 3, 9))


def test_a_head_may_lend_his_signature_within_the_organ() -> None:
    check_delegation(a_grant(), an_officer("city/city-office-2"), WEEK, [], TODAY)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OFFICE_HEAD, Role.DEPUTY_LEADER}))
def test_no_other_role_is_lent(role: Role) -> None:
    assert refusal(lambda: check_delegation(a_grant(role), an_officer(), WEEK, [], TODAY)) == "not_delegable"


def test_a_delegation_has_an_end_and_is_not_for_ever() -> None:
    long = Period(TODAY, date(2026, 12, 31))
    past = Period(date(2026, 1, 1), date(2026, 1, 2))

    codes = [
        refusal(lambda period=period: check_delegation(a_grant(), an_officer(), period, [], TODAY))
        for period in (Period(TODAY), long, past)
    ]

    assert codes == ["delegation_needs_end", "delegation_too_long", "period_is_over"]


def test_what_is_not_held_is_not_lent() -> None:
    ended = a_grant(ended_at=datetime(2026, 1, 1, tzinfo=UTC))
    later = a_grant(period=Period(date(2026, 6, 1)))

    assert refusal(lambda: check_delegation(ended, an_officer(), WEEK, [], TODAY)) == "grant_not_in_force"
    assert refusal(lambda: check_delegation(later, an_officer(), WEEK, [], TODAY)) == "grant_not_in_force"


def test_nobody_lends_to_himself_to_a_stranger_or_to_an_administrator() -> None:
    grant = a_grant()
    own = an_officer(id=grant.officer_id)
    cases = [own, an_officer(state="suspended"), an_officer("city:district-1"), an_officer(duty="auditor")]

    codes = [refusal(lambda to=to: check_delegation(grant, to, WEEK, [], TODAY)) for to in cases]

    assert codes == [
        "own_account",
        "officer_not_active",
        "delegate_of_other_organ",
        "roles_exclude_each_other",
    ]


def test_a_lent_signature_never_outlives_the_grant_it_comes_from() -> None:
    grant = a_grant(period=Period(date(2021, 1, 1), date(2026, 3, 5)))
    delegation = Delegation(UUID(int=5), grant, uuid4(), WEEK)

    assert delegation.holds(date(2026, 3, 5))
    assert not delegation.holds(date(2026, 3, 6))
    assert delegation.in_token().until == grant.period.until
    assert delegation.in_token().delegation == str(UUID(int=5))


def test_one_grant_is_lent_once_at_a_time() -> None:
    grant = a_grant()
    lent = Delegation(uuid4(), grant, uuid4(), WEEK)
    taken_back = replace(lent, ended_at=datetime(2026, 3, 2, tzinfo=UTC))

    assert refusal(lambda: check_delegation(grant, an_officer(), WEEK, [lent], TODAY)) == "delegated_already"
    check_delegation(grant, an_officer(), WEEK, [taken_back], TODAY)


def test_clearances_stop_where_the_network_and_the_city_stop() -> None:
    check_clearance(SecrecyLevel.WORK_SECRET, classified_network=False)
    check_clearance(SecrecyLevel.SECRET, classified_network=True)

    assert (
        refusal(lambda: check_clearance(SecrecyLevel.CONFIDENTIAL, classified_network=False))
        == "classified_network_needed"
    )
    assert (
        refusal(lambda: check_clearance(SecrecyLevel.TOP_SECRET, classified_network=True))
        == "level_above_municipal"
    )


def test_nobody_gives_rights_to_himself() -> None:
    officer = uuid4()

    check_not_self(str(uuid4()), officer)
    assert refusal(lambda: check_not_self(str(officer), officer)) == "own_account"
