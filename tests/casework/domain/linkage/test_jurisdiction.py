"""Up is raised, down and sideways is designated, and nobody decides beyond their own reach. Rule: E6, SL Arts 16-17."""

from __future__ import annotations

from itertools import product

import pytest

from casework.domain.linkage.jurisdiction import form_fits

CITY, ONE, TWO, TOWN, OTHER = "city", "city:one", "city:two", "city:one:town", "other"
ORGANS = (CITY, ONE, TWO, TOWN, OTHER, "city:onerous")
UP = {(ONE, CITY), (TWO, CITY), (TOWN, ONE), (TOWN, CITY), ("city:onerous", CITY)}
OF_CITY = [one for one in ORGANS if one != OTHER]


@pytest.mark.parametrize(("held_in", "receiver"), list(product(ORGANS, ORGANS)))
def test_the_city_decides_about_itself_and_whatever_is_below_it(held_in: str, receiver: str) -> None:
    decided = {
        form for form in ("raised", "designated")
        if form_fits(form, deciding=CITY, held_in=held_in, receiver=receiver)
    }  # fmt: skip
    within = held_in in OF_CITY and receiver in OF_CITY and held_in != receiver
    assert decided == ({"raised" if (held_in, receiver) in UP else "designated"} if within else set())


def test_a_district_decides_about_its_towns_and_nothing_beside_or_above() -> None:
    assert form_fits("raised", deciding=ONE, held_in=TOWN, receiver=ONE)
    assert form_fits("designated", deciding=ONE, held_in=ONE, receiver=TOWN)
    for form, held_in, receiver in product(("raised", "designated"), (ONE, TOWN), (CITY, TWO, OTHER)):
        assert not form_fits(form, deciding=ONE, held_in=held_in, receiver=receiver)
