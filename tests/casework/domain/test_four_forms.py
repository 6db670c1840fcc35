"""The mapping of measures to the four forms, restated, and that persons are counted once at the highest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.domain.four_forms import (
    ACTS,
    EDUCATION,
    GOVERNMENT,
    HANDLING,
    MAPPING,
    PARTY,
    Form,
    count_persons,
    form_of,
)
from casework.domain.sanctions import (
    EducationMeasure,
    GovernmentSanction,
    Measures,
    OrganisationalHandling,
    PartySanction,
)
from shared.vocabularies import vocabularies_of

BY_HAND = {
    "form_1": "reminder_talk warning_talk criticism_education ordered_self_examination admonition circular_criticism "
    "ordered_correction apology",
    "form_2": "party:warning party:serious_warning government:warning government:demerit government:major_demerit "
    "government:demotion suspension_for_examination post_adjustment removal_from_office",
    "form_3": "party:removal_from_party_posts party:probation party:expulsion_from_party government:removal "
    "government:dismissal ordered_resignation rank_reduction",
}


def test_every_measure_is_in_the_form_the_table_says() -> None:
    found: dict[str, set[str]] = {}
    for prefix, table in (("", EDUCATION), ("party:", PARTY), ("government:", GOVERNMENT), ("", HANDLING)):
        for measure, form in table.items():
            found.setdefault(form.value, set()).add(prefix + measure.value)
    assert found == {form: set(measures.split()) for form, measures in BY_HAND.items()}


def test_the_table_covers_every_code_of_the_lists() -> None:
    lists = vocabularies_of("casework")
    for name, table in (
        ("education_measure", EDUCATION), ("party_sanction", PARTY), ("government_sanction", GOVERNMENT),
        ("organisational_handling", HANDLING),
    ):  # fmt: skip
        assert {entry.code for entry in lists[name].entries} == {one.value for one in table}
    assert {entry.code for entry in lists["four_forms"].entries} == set(Form)


def test_the_mapping_table_names_lists_that_exist_and_codes_they_have() -> None:
    lists = vocabularies_of("casework")
    for name, forms in MAPPING.items():
        assert set(forms) <= {entry.code for entry in lists[name].entries}
    assert {entry.code for entry in lists["counted_act"].entries} == set(ACTS)
    uncounted = {entry.code for entry in lists["accountability_way_leader"].entries} - set(
        MAPPING["accountability_way_leader"]
    )
    assert uncounted == {"disciplinary_sanction"}  # counts as the sanction it is


@pytest.mark.parametrize(
    ("measures", "is_transferred", "form"),
    [
        (Measures(education_measures=(EducationMeasure.ADMONITION,)), False, Form.FIRST),
        (Measures(party_sanction=PartySanction.WARNING), False, Form.SECOND),
        (
            Measures(
                party_sanction=PartySanction.WARNING, government_sanctions=(GovernmentSanction.REMOVAL,)
            ),
            False,
            Form.THIRD,
        ),
        (Measures(organisational_handling=(OrganisationalHandling.RANK_REDUCTION,)), False, Form.THIRD),
        (Measures(party_sanction=PartySanction.EXPULSION_FROM_PARTY), False, Form.THIRD),
        (Measures(party_sanction=PartySanction.EXPULSION_FROM_PARTY), True, Form.FOURTH),
        (Measures(changes_benefits=True), False, Form.SECOND),
        (Measures(), True, Form.FOURTH),
        (Measures(), False, None),
    ],
)
def test_a_person_has_the_highest_form_of_what_was_decided(
    measures: Measures, is_transferred: bool, form: Form | None
) -> None:
    assert form_of(measures, is_transferred=is_transferred) == form


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([form.value for form in Form]))))
def test_every_persons_matter_is_counted_once_at_its_highest_form(handled: list[tuple[int, str]]) -> None:
    counted = count_persons(handled)

    assert sum(counted.values()) == len({matter for matter, _ in handled})
    for form in Form:
        naive = [m for m in {m for m, _ in handled} if max(f for one, f in handled if one == m) == form.value]
        assert counted[form.value] == len(naive)
