"""What may be decided about one person, as tables and one pure check; and when a sanction ends.

Rule: chapter 5 "Sanction rules", 18.6. SANC is the law on government sanctions, DISC the Party's regulations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from enum import StrEnum, auto
from types import MappingProxyType

from casework.domain.accountability import (
    EXEMPTING,
    LEADER_WAYS,
    ORGANISATION_WAYS,
    AccountabilityGround,
    AccountabilityWay,
    PartyOrgMeasure,
)
from casework.domain.case import Subject, SuperviseeKind, Track
from shared.clocks.counting import months_later


class PartySanction(StrEnum):
    """The five Party sanctions (党纪处分), lightest first. Rule: DISC Art 8."""

    WARNING = auto()
    SERIOUS_WARNING = auto()
    REMOVAL_FROM_PARTY_POSTS = auto()
    PROBATION = auto()
    EXPULSION_FROM_PARTY = auto()


class GovernmentSanction(StrEnum):
    """The six government sanctions (政务处分), lightest first. Rule: SANC Art 7."""

    WARNING = auto()
    DEMERIT = auto()
    MAJOR_DEMERIT = auto()
    DEMOTION = auto()
    REMOVAL = auto()
    DISMISSAL = auto()


class OrganisationalHandling(StrEnum):
    """The five ways of organisational handling (组织处理); they may run beside a sanction. Rule: SANC Art 17."""

    SUSPENSION_FOR_EXAMINATION = auto()
    POST_ADJUSTMENT = auto()
    ORDERED_RESIGNATION = auto()
    REMOVAL_FROM_OFFICE = auto()
    RANK_REDUCTION = auto()


class EducationMeasure(StrEnum):
    """Criticism, education and help short of a sanction (批评教育帮助). Rule: SL Art 52(1)."""

    REMINDER_TALK = auto()
    WARNING_TALK = auto()
    CRITICISM_EDUCATION = auto()
    ORDERED_SELF_EXAMINATION = auto()
    ADMONITION = auto()
    CIRCULAR_CRITICISM = auto()
    ORDERED_CORRECTION = auto()
    APOLOGY = auto()


class LighterFactor(StrEnum):
    """Why less is enough (从轻减轻情形). Rule: SANC Art 11."""

    CONFESSION = auto()
    COOPERATION = auto()
    REPORTING_OTHERS = auto()
    DAMAGE_AVOIDED_OR_REPAIRED = auto()
    MINOR_ROLE = auto()
    GAINS_GIVEN_BACK = auto()


class HeavierFactor(StrEnum):
    """Why more is needed (从重情形). Rule: SANC Art 13."""

    AGAIN_DURING_TERM = auto()
    BLOCKING_REPORTS = auto()
    DESTROYING_EVIDENCE = auto()
    SHIELDING = auto()
    COERCING = auto()
    REFUSING_TO_GIVE_BACK = auto()


P, G = PartySanction, GovernmentSanction

GOVERNMENT_TERMS: MappingProxyType[GovernmentSanction, int] = MappingProxyType(
    {G.WARNING: 6, G.DEMERIT: 12, G.MAJOR_DEMERIT: 18, G.DEMOTION: 24, G.REMOVAL: 24}
)
"""Months (SANC Art 8). A dismissal has no term: it does not end."""
LONGEST_TOGETHER = 48
"""Months several sanctions of the same kind may come to. Rule: SANC Art 15."""
PARTY_EFFECTS: MappingProxyType[PartySanction, int] = MappingProxyType(
    {
        P.WARNING: 12,
        P.SERIOUS_WARNING: 18,
        P.REMOVAL_FROM_PARTY_POSTS: 24,
        P.PROBATION: 24,
        P.EXPULSION_FROM_PARTY: 60,
    }
)
"""Months without promotion, or without re-admission; after a probation, which itself lasts one year or two.

Rule: DISC Arts 10-14.
"""
PROBATION_YEARS = (1, 2)
GRASSROOTS_KINDS = frozenset({G.WARNING, G.DEMERIT, G.MAJOR_DEMERIT})
"""All that managers of villages and communities can get. Rule: SANC Art 22."""
CHANGES_POST = frozenset({G.DEMOTION, G.REMOVAL, G.DISMISSAL})
"""Demotion or heavier changes post, pay and benefits. Rule: DL-24, SANC Art 54."""

_PARTY, _GOVERNMENT, _ORGANISATION = tuple(P), tuple(G), tuple(PartyOrgMeasure)
_OF_PERSONS = (
    "party_sanction", "government_sanctions", "organisational_handling", "education_measures", "changes_benefits",
)  # fmt: skip
"""What no organisation can get."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What is proposed about one person. `government_sanctions` has one for each act; the heaviest is carried out.

    `term_months` is chosen only when several of the heaviest are of one kind. Money in yuan cents.
    """

    party_sanction: PartySanction | None = None
    probation_years: int | None = None
    government_sanctions: tuple[GovernmentSanction, ...] = ()
    term_months: int | None = None
    organisational_handling: tuple[OrganisationalHandling, ...] = ()
    education_measures: tuple[EducationMeasure, ...] = ()
    accountability_ways: tuple[AccountabilityWay, ...] = ()
    accountability_grounds: tuple[AccountabilityGround, ...] = ()
    party_org_measure: PartyOrgMeasure | None = None
    changes_benefits: bool = False
    employer_has_sanctioned: bool = False
    confiscate: int = 0
    recover: int = 0

    @property
    def government_sanction(self) -> GovernmentSanction | None:
        """Return the heaviest, which is carried out. Rule: SANC Art 15."""
        return max(self.government_sanctions, key=_GOVERNMENT.index, default=None)

    @property
    def same_kind(self) -> int:
        """Count the sanctions of the heaviest kind."""
        return self.government_sanctions.count(self.government_sanction) if self.government_sanction else 0

    @property
    def is_exempted(self) -> bool:
        """Say whether accountability was found not to fall on them. Rule: ACC Art 17."""
        return bool(EXEMPTING & set(self.accountability_grounds))

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all is proposed."""
        return not (
            self.party_sanction
            or self.government_sanctions
            or self.organisational_handling
            or self.education_measures
            or self.accountability_ways
            or self.party_org_measure
            or self.changes_benefits
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something proposed is not lawful: the field, a stable code, and the limits that were passed."""

    field: str
    code: str
    params: dict[str, int] = made(default_factory=dict)


def faults(
    subject: Subject, track: Track, measures: Measures, *, is_accountability: bool = False
) -> list[Fault]:
    """Name everything in the measures that the rules forbid for this subject; nothing when all is lawful."""
    found = [
        *_party_faults(subject, track, measures),
        *_government_faults(subject, track, measures),
        *_accountability_faults(subject, measures, is_accountability=is_accountability),
        *_organisation_faults(subject, track, measures),
    ]
    if measures.is_empty and not measures.is_exempted:
        found.append(Fault("", "measure_missing"))
    if measures.changes_benefits and not subject.is_retired:
        found.append(Fault("changes_benefits", "not_retired"))
    return [*found, *_term_faults(measures)]


def term_of(measures: Measures) -> int | None:
    """Return the months of the government sanction that is carried out; None without one, or for a dismissal."""
    kind = measures.government_sanction
    return measures.term_months or (GOVERNMENT_TERMS.get(kind) if kind else None)


def effect_of(measures: Measures) -> int | None:
    """Return the months a Party sanction has effect, the probation itself counted."""
    if measures.party_sanction is None:
        return None
    return 12 * (measures.probation_years or 0) + PARTY_EFFECTS[measures.party_sanction]


def ends_on(decided_on: date, months: int | None) -> date | None:
    """Return the day a sanction ends by itself. Rule: SANC Art 26."""
    return None if months is None else months_later(decided_on, months)


def is_worse(new: Measures, old: Measures) -> bool:
    """Say whether a person would be worse off: an appeal never makes it so. Rule: SANC Art 56, SL Art 56."""
    return (
        _party_weight(new) > _party_weight(old)
        or _government_weight(new) > _government_weight(old)
        or not set(new.organisational_handling) <= set(old.organisational_handling)
        or not set(new.accountability_ways) <= set(old.accountability_ways)
        or _organisation_weight(new) > _organisation_weight(old)
        or (_is_light(old) and not set(new.education_measures) <= set(old.education_measures))
        or (new.changes_benefits and not old.changes_benefits)
        or new.confiscate > old.confiscate
        or new.recover > old.recover
    )


def _party_faults(subject: Subject, track: Track, measures: Measures) -> Iterator[Fault]:
    given = measures.party_sanction
    if given and not subject.is_party_member:
        yield Fault("party_sanction", "not_a_party_member")
    if given and not track.has_party:
        yield Fault("party_sanction", "track_does_not_cover")
    if given is P.PROBATION and measures.probation_years is None:
        yield Fault("probation_years", "missing")
    if measures.probation_years is not None and (
        given is not P.PROBATION or measures.probation_years not in PROBATION_YEARS
    ):
        yield Fault("probation_years", "probation_unfit")


def _government_faults(subject: Subject, track: Track, measures: Measures) -> Iterator[Fault]:
    given = set(measures.government_sanctions)
    if not given:
        return
    if subject.supervisee_kind is None:
        yield Fault("government_sanctions", "not_a_supervisee")
    if not track.has_supervisory:
        yield Fault("government_sanctions", "track_does_not_cover")
    if subject.is_retired:
        yield Fault("government_sanctions", "retired_person")
    if subject.supervisee_kind == SuperviseeKind.GRASSROOTS_MANAGER and given - GRASSROOTS_KINDS:
        yield Fault("government_sanctions", "beyond_grassroots_limits")
    if measures.employer_has_sanctioned:
        yield Fault("government_sanctions", "already_sanctioned_by_employer")


def _accountability_faults(
    subject: Subject, measures: Measures, *, is_accountability: bool
) -> Iterator[Fault]:
    ways, field = set(measures.accountability_ways), "accountability_ways"
    if ways and not is_accountability:
        yield Fault(field, "not_an_accountability_case")
    if measures.accountability_grounds and not is_accountability:
        yield Fault("accountability_grounds", "not_an_accountability_case")
    if ways - (ORGANISATION_WAYS if subject.is_organisation else LEADER_WAYS):
        yield Fault(field, "not_for_an_organisation" if subject.is_organisation else "not_for_a_person")
    has_sanction = measures.party_sanction or measures.government_sanctions
    if AccountabilityWay.DISCIPLINARY_SANCTION in ways and not has_sanction:
        yield Fault(field, "sanction_missing")
    if ways and measures.is_exempted:
        yield Fault(field, "exempted_and_held_to_account")


def _organisation_faults(subject: Subject, track: Track, measures: Measures) -> Iterator[Fault]:
    if measures.party_org_measure and not track.has_party:
        yield Fault("party_org_measure", "track_does_not_cover")
    if not subject.is_organisation:
        if measures.party_org_measure:
            yield Fault("party_org_measure", "not_for_a_person")
        return
    for field in _OF_PERSONS:
        if getattr(measures, field):
            yield Fault(field, "not_for_an_organisation")


def _term_faults(measures: Measures) -> Iterator[Fault]:
    kind, months = measures.government_sanction, measures.term_months
    if months is None:
        return
    single = GOVERNMENT_TERMS.get(kind) if kind else None
    if single is None or measures.same_kind == 1:
        if months != single:
            yield Fault("term_months", "term_is_fixed")
        return
    longest = min(single * measures.same_kind, LONGEST_TOGETHER)
    if not single <= months <= longest:
        yield Fault("term_months", "term_out_of_range", {"min": single, "max": longest})


def _party_weight(measures: Measures) -> tuple[int, int]:
    given = measures.party_sanction
    return (_PARTY.index(given) if given else -1, measures.probation_years or 0)


def _government_weight(measures: Measures) -> tuple[int, int]:
    given = measures.government_sanction
    return (_GOVERNMENT.index(given) if given else -1, term_of(measures) or 0)


def _organisation_weight(measures: Measures) -> int:
    given = measures.party_org_measure
    return _ORGANISATION.index(given) if given else -1


def _is_light(measures: Measures) -> bool:
    """Say whether a person has nothing heavier than education, so that one more measure would be worse."""
    return not (measures.party_sanction or measures.government_sanctions or measures.organisational_handling)
