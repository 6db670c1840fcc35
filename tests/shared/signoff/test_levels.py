from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from shared.auth.actor import Actor, RoleGrant
from shared.auth.roles import Role
from shared.lifecycle import Refused
from shared.signoff.levels import Signature, SignOff, check_may_sign

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
DOCUMENT, OTHER = b"d" * 32, b"o" * 32
PATH = "city/city-office-1"


def officer(role: Role, path: str = "city", delegation: str | None = None) -> Actor:
    return Actor(kind="officer", id=str(uuid4()), grants=(RoleGrant(role, path, delegation=delegation),))


def proposal(
    *signatures: Signature, levels: tuple[str, ...] = ("S1", "S2"), state: str = "waiting"
) -> SignOff:
    return SignOff("proposer", PATH, levels, state, DOCUMENT, signatures)


def signed(by: Actor, level: str = "S1", document: bytes = DOCUMENT) -> Signature:
    return Signature(0, level, by.id, document, "approve")


HEAD = officer(Role.OFFICE_HEAD, PATH)
DEPUTY = officer(Role.DEPUTY_LEADER)


def refused(sign_off: SignOff, who: Actor, *, has_meeting: bool = False) -> str:
    with pytest.raises(Refused) as caught:
        check_may_sign(sign_off, who, AT, has_meeting=has_meeting)
    return caught.value.code


def test_the_first_level_signs_first_and_the_second_after_it() -> None:
    assert check_may_sign(proposal(), HEAD, AT, has_meeting=False).role is Role.OFFICE_HEAD
    assert refused(proposal(), DEPUTY) == "not_your_turn"
    assert check_may_sign(proposal(signed(HEAD)), DEPUTY, AT, has_meeting=False).role is Role.DEPUTY_LEADER


def test_a_signature_on_an_older_document_no_longer_counts() -> None:
    stale = proposal(signed(HEAD, document=OTHER))
    assert stale.next_level == "S1"
    assert stale.step_states() == ["waiting", "pending"]


def test_who_has_another_office_signs_nothing() -> None:
    assert refused(proposal(), officer(Role.OFFICE_HEAD, "city/city-office-2")) == "not_a_signer"


def test_a_leader_of_the_city_does_not_sign_for_a_district() -> None:
    district = SignOff("proposer", "city:district-1/district-1-office-1", ("S2",), "waiting", DOCUMENT, ())
    assert refused(district, DEPUTY) == "not_a_signer"


def test_the_proposer_never_approves() -> None:
    own = SignOff(HEAD.id, PATH, ("S1",), "waiting", DOCUMENT, ())
    assert refused(own, HEAD) == "own_proposal"


def test_one_person_signs_one_level_only() -> None:
    both = Actor(
        kind="officer", id="both",
        grants=(RoleGrant(Role.OFFICE_HEAD, PATH), RoleGrant(Role.DEPUTY_LEADER, "city")),
    )  # fmt: skip
    assert refused(proposal(signed(both)), both) == "already_signed"


def test_a_delegate_signs_for_an_office_head_but_not_for_the_principal_leader() -> None:
    delegate = officer(Role.OFFICE_HEAD, PATH, delegation="d-1")
    assert check_may_sign(proposal(), delegate, AT, has_meeting=False).delegation == "d-1"
    principal = officer(Role.PRINCIPAL_LEADER, delegation="d-2")
    assert refused(proposal(levels=("S3",)), principal) == "not_delegable"


def test_a_collective_decision_needs_minutes() -> None:
    committee = officer(Role.STANDING_COMMITTEE)
    assert refused(proposal(levels=("S4",)), committee) == "meeting_record_missing"
    assert check_may_sign(proposal(levels=("S4",)), committee, AT, has_meeting=True).path == "city"


def test_what_is_closed_is_signed_by_nobody() -> None:
    assert refused(proposal(state="rejected"), HEAD) == "sign_off_closed"
