"""Which of the four forms (四种形态) a measure belongs to, and how persons are counted.

Rule: 17.4. The border between the second and the third form follows an internal system; this table is ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum, auto
from types import MappingProxyType
from typing import Any

from casework.domain.accountability import AccountabilityWay
from casework.domain.sanctions import (
    EducationMeasure,
    GovernmentSanction,
    Measures,
    OrganisationalHandling,
    PartySanction,
)


class Form(StrEnum):
    """One of the four forms, the lightest first; as words they stand in the same order."""

    FIRST = "form_1"
    SECOND = "form_2"
    THIRD = "form_3"
    FOURTH = "form_4"


_P, _G, _O = PartySanction, GovernmentSanction, OrganisationalHandling

EDUCATION: MappingProxyType[EducationMeasure, Form] = MappingProxyType(
    dict.fromkeys(EducationMeasure, Form.FIRST)
)
PARTY: MappingProxyType[PartySanction, Form] = MappingProxyType(
    {
        _P.WARNING: Form.SECOND,
        _P.SERIOUS_WARNING: Form.SECOND,
        _P.REMOVAL_FROM_PARTY_POSTS: Form.THIRD,
        _P.PROBATION: Form.THIRD,
        _P.EXPULSION_FROM_PARTY: Form.THIRD,
    }
)
GOVERNMENT: MappingProxyType[GovernmentSanction, Form] = MappingProxyType(
    {
        _G.WARNING: Form.SECOND,
        _G.DEMERIT: Form.SECOND,
        _G.MAJOR_DEMERIT: Form.SECOND,
        _G.DEMOTION: Form.SECOND,
        _G.REMOVAL: Form.THIRD,
        _G.DISMISSAL: Form.THIRD,
    }
)
HANDLING: MappingProxyType[OrganisationalHandling, Form] = MappingProxyType(
    {
        _O.SUSPENSION_FOR_EXAMINATION: Form.SECOND,
        _O.POST_ADJUSTMENT: Form.SECOND,
        _O.REMOVAL_FROM_OFFICE: Form.SECOND,
        _O.ORDERED_RESIGNATION: Form.THIRD,
        _O.RANK_REDUCTION: Form.THIRD,
    }
)
ACCOUNTABILITY: MappingProxyType[AccountabilityWay, Form] = MappingProxyType(
    {
        AccountabilityWay.CIRCULAR: Form.FIRST,
        AccountabilityWay.ADMONITION: Form.FIRST,
        AccountabilityWay.ORGANISATIONAL_ADJUSTMENT: Form.SECOND,
    }
)
"""Of a leader; a disciplinary sanction counts as the sanction it is, and an organisation is no person."""


class Act(StrEnum):
    """What is done about a person besides measures, and counts."""

    CHANGES_BENEFITS = auto()
    TRANSFERRED = auto()


ACTS: MappingProxyType[Act, Form] = MappingProxyType(
    {Act.CHANGES_BENEFITS: Form.SECOND, Act.TRANSFERRED: Form.FOURTH}
)
"""Expulsion or dismissal alone stays in the third; with a transfer to justice it is the fourth."""

MAPPING: MappingProxyType[str, Mapping[Any, Form]] = MappingProxyType(
    {
        "education_measure": EDUCATION,
        "party_sanction": PARTY,
        "government_sanction": GOVERNMENT,
        "organisational_handling": HANDLING,
        "accountability_way_leader": ACCOUNTABILITY,
        "counted_act": ACTS,
    }
)
"""The whole mapping table: by the list a code is of, the form of every code. What is not in it counts nowhere."""


def form_of(measures: Measures, *, is_transferred: bool = False) -> Form | None:
    """Return the highest form of what was decided about one person, None where nothing was."""
    forms = [EDUCATION[one] for one in measures.education_measures]
    forms += [HANDLING[one] for one in measures.organisational_handling]
    forms += [ACCOUNTABILITY[one] for one in measures.accountability_ways if one in ACCOUNTABILITY]
    forms += [GOVERNMENT[one] for one in measures.government_sanctions]
    if measures.party_sanction:
        forms.append(PARTY[measures.party_sanction])
    if measures.changes_benefits:
        forms.append(ACTS[Act.CHANGES_BENEFITS])
    if is_transferred:
        forms.append(ACTS[Act.TRANSFERRED])
    return max(forms, default=None)


def count_persons(handled: Iterable[tuple[Hashable, str]]) -> dict[str, int]:
    """Count persons by form, from pairs of a person's matter and a form: each once, at the highest."""
    highest: dict[Hashable, str] = {}
    for matter, form in handled:
        highest[matter] = max(form, highest.get(matter, form))
    found = Counter(highest.values())
    return {form.value: found[form.value] for form in Form}
