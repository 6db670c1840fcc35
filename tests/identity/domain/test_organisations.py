"""The tree: where an organisation stands and where it may go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from identity.domain.kinds import OrganisationKind
from identity.domain.organisations import (
    ClosingFacts,
    Organisation,
    Relation,
    check_close,
    check_move,
    path_below,
    rebased,
)
from shared.directory.paths import is_below
from shared.lifecycle import Refused


def an_organisation(
    path: str, relation: Relation = Relation.UNIT, closed_on: date | None = None
) -> Organisation:
    return Organisation(
        id=uuid4(), code=path.replace(":", "/").rsplit("/", 1)[-1], path=path, parent_id=uuid4(), relation=relation,
        kind=OrganisationKind.SUPERVISION_OFFICE, sub_kind=None, name="某室", name_en=None, host_id=None,
        opened_on=date(2021, 1, 1), closed_on=closed_on, version=1,
    )  # fmt: skip


CITY = an_organisation("city", Relation.ROOT)
OFFICE = an_organisation("city/city-office-1")
DISTRICT = an_organisation("city:district-1", Relation.ORGAN)


@pytest.mark.parametrize(
    ("parent", "relation", "path"),
    [
        (None, Relation.ROOT, "x"),
        (CITY, Relation.UNIT, "city/x"),
        (CITY, Relation.ORGAN, "city:x"),
        (OFFICE, Relation.UNIT, "city/city-office-1/x"),
        (DISTRICT, Relation.ORGAN, "city:district-1:x"),
    ],
)
def test_a_path_tells_units_from_lower_organs(
    parent: Organisation | None, relation: Relation, path: str
) -> None:
    assert path_below(parent, relation, "x") == path


@pytest.mark.parametrize(
    ("parent", "relation", "code", "refused"),
    [
        (None, Relation.UNIT, "x", "organisation_relation_invalid"),
        (CITY, Relation.ROOT, "x", "organisation_relation_invalid"),
        (OFFICE, Relation.ORGAN, "x", "organisation_relation_invalid"),
        (replace(OFFICE, closed_on=date(2026, 1, 1)), Relation.UNIT, "x", "organisation_closed"),
        (OFFICE, Relation.UNIT, "x" * 400, "organisation_too_deep"),
    ],
)
def test_what_cannot_be_below_is_refused(
    parent: Organisation | None, relation: Relation, code: str, refused: str
) -> None:
    with pytest.raises(Refused) as error:
        path_below(parent, relation, code)

    assert error.value.code == refused


def test_below_counts_whole_steps_only() -> None:
    assert is_below("city/office", "city")
    assert is_below("city:district-1/office", "city")
    assert not is_below("city", "city")
    assert not is_below("city-hall/office", "city")


def test_what_is_below_moves_along() -> None:
    assert (
        rebased("city:district-1/office", "city:district-1", "city:area:district-1")
        == "city:area:district-1/office"
    )


@pytest.mark.parametrize(
    ("organisation", "parent", "refused"),
    [
        (CITY, DISTRICT, "organisation_is_root"),
        (replace(OFFICE, closed_on=date(2026, 1, 1)), CITY, "organisation_closed"),
        (DISTRICT, DISTRICT, "organisation_moved_below_itself"),
        (DISTRICT, an_organisation("city:district-1/office"), "organisation_moved_below_itself"),
    ],
)
def test_what_may_not_move_stays(organisation: Organisation, parent: Organisation, refused: str) -> None:
    with pytest.raises(Refused) as error:
        check_move(organisation, parent)

    assert error.value.code == refused


def test_an_office_may_move_to_another_organ() -> None:
    check_move(OFFICE, DISTRICT)


@pytest.mark.parametrize("facts", [ClosingFacts(1, 0, 0), ClosingFacts(0, 1, 0), ClosingFacts(0, 0, 1)])
def test_what_is_used_is_not_closed(facts: ClosingFacts) -> None:
    with pytest.raises(Refused) as error:
        check_close(OFFICE, facts)

    assert error.value.code == "organisation_in_use"


def test_what_is_closed_is_not_closed_again() -> None:
    check_close(OFFICE, ClosingFacts(0, 0, 0))
    with pytest.raises(Refused):
        check_close(replace(OFFICE, closed_on=date(2026, 1, 1)), ClosingFacts(0, 0, 0))
