"""What is proposed about one person, as it comes in, and everything that is unlawful about it, at once."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from casework.domain.accountability import AccountabilityGround, AccountabilityWay, PartyOrgMeasure
from casework.domain.case import Case, Subject, Track
from casework.domain.clue import CaseType
from casework.domain.sanctions import (
    EducationMeasure,
    GovernmentSanction,
    HeavierFactor,
    LighterFactor,
    Measures,
    OrganisationalHandling,
    PartySanction,
    faults,
)
from casework.usecases.cases.subjects import SubjectId
from shared.http.models import Input
from shared.http.problems import FieldError

Cents = Annotated[int, Field(ge=0, le=10**15)]


class MeasuresIn(Input):
    """对一名当事人的处理 · what is proposed about one person; money in yuan cents."""

    subject_id: SubjectId
    party_sanction: Annotated[PartySanction | None, Field(description="党纪处分 · Party sanction")] = None
    probation_years: Annotated[
        int | None, Field(description="留党察看年限，一年或者二年 · one year or two, with a probation only")
    ] = None
    government_sanctions: Annotated[
        list[GovernmentSanction],
        Field(max_length=20, description="政务处分，逐行为确定，执行最重的 · one for each act"),
    ] = []
    term_months: Annotated[
        int | None,
        Field(description="合并执行的处分期（月），仅多个同种处分时填写 · term of several of one kind"),
    ] = None
    organisational_handling: Annotated[
        list[OrganisationalHandling], Field(max_length=5, description="组织处理 · organisational handling")
    ] = []
    education_measures: Annotated[
        list[EducationMeasure], Field(max_length=8, description="批评教育帮助 · education measures")
    ] = []
    accountability_ways: Annotated[
        list[AccountabilityWay],
        Field(max_length=4, description="问责方式，仅问责案件 · ways of accountability"),
    ] = []
    accountability_grounds: Annotated[
        list[AccountabilityGround],
        Field(max_length=7, description="免予、从轻或者从重问责情形 · what exempts, lightens or aggravates"),
    ] = []
    party_org_measure: Annotated[
        PartyOrgMeasure | None, Field(description="对党组织的处理 · measure against a Party organisation")
    ] = None
    changes_benefits: Annotated[
        bool, Field(description="对退休人员调整待遇 · benefits of a retired person are changed")
    ] = False
    employer_has_sanctioned: Annotated[
        bool, Field(description="任免机关、单位已就同一行为处分 · the employer sanctioned the same act")
    ] = False
    lighter_factors: Annotated[
        list[LighterFactor], Field(max_length=6, description="从轻减轻情形 · lighter factors")
    ] = []
    heavier_factors: Annotated[
        list[HeavierFactor], Field(max_length=6, description="从重情形 · heavier factors")
    ] = []
    confiscate: Annotated[Cents, Field(description="没收、追缴金额（分）· to be confiscated")] = 0
    recover: Annotated[Cents, Field(description="责令退赔金额（分）· to be given back")] = 0

    @property
    def measures(self) -> Measures:
        """Return them as the domain weighs them."""
        return Measures(
            party_sanction=self.party_sanction,
            probation_years=self.probation_years,
            government_sanctions=tuple(self.government_sanctions),
            term_months=self.term_months,
            organisational_handling=tuple(self.organisational_handling),
            education_measures=tuple(self.education_measures),
            accountability_ways=tuple(self.accountability_ways),
            accountability_grounds=tuple(self.accountability_grounds),
            party_org_measure=self.party_org_measure,
            changes_benefits=self.changes_benefits,
            employer_has_sanctioned=self.employer_has_sanctioned,
            confiscate=self.confiscate,
            recover=self.recover,
        )


def unlawful(
    field: str, proposed: Sequence[MeasuresIn], subjects: Iterable[Subject], case: Case
) -> list[FieldError]:
    """Return every breach of the rules of sanctions; persons the case does not know are left to a guard."""
    known, track = {one.id: one for one in subjects}, Track(case.track)
    is_accountability = case.case_type == CaseType.ACCOUNTABILITY
    return [
        FieldError(f"/{field}/{number}/{fault.field}".rstrip("/"), "body", fault.code, fault.params)
        for number, one in enumerate(proposed)
        if one.subject_id in known
        for fault in faults(known[one.subject_id], track, one.measures, is_accountability=is_accountability)
    ]
