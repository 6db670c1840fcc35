from __future__ import annotations

from itertools import pairwise, product

import pytest

from shared.auth.secrecy import SECRECY_LABELS, SecrecyLevel

ORDER = ["public", "internal", "work_secret", "confidential", "secret", "top_secret"]


def test_levels_are_ordered_as_the_rulebook_lists_them() -> None:
    assert sorted(SecrecyLevel) == ORDER
    assert max(SecrecyLevel.WORK_SECRET, SecrecyLevel.INTERNAL) is SecrecyLevel.WORK_SECRET
    for lower, higher in pairwise(SecrecyLevel):
        assert lower < higher
        assert lower <= higher
        assert higher > lower
        assert higher >= lower


@pytest.mark.parametrize(("clearance", "level"), list(product(SecrecyLevel, SecrecyLevel)))
def test_a_clearance_admits_its_own_level_and_lower_ones(
    clearance: SecrecyLevel, level: SecrecyLevel
) -> None:
    expected = ORDER.index(clearance) >= ORDER.index(level)

    assert clearance.admits(level) is expected
    assert (level in clearance.admitted()) is expected


def test_state_secrets_begin_at_confidential() -> None:
    assert [level for level in SecrecyLevel if level.is_state_secret] == ORDER[3:]


def test_every_level_has_a_name_in_both_languages() -> None:
    assert set(SECRECY_LABELS) == set(SecrecyLevel)
    assert SECRECY_LABELS[SecrecyLevel.CONFIDENTIAL] == ("秘密", "Confidential")
