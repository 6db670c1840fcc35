"""Ask the table of jurisdiction whose matter a report is, given what staff know of its subjects."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from intake.domain.jurisdiction import Post, Proposal, Rank, Subject, organ_at, propose
from intake.domain.report import Report
from shared.db import Reader
from shared.directory.paths import is_within, organ_of
from shared.directory.store import find_organisation
from shared.http.models import Input
from shared.lifecycle import Refused
from shared.process.bodies import Code

HOST_UNITS = frozenset({"competent_department", "party_committee"})


class SubjectFacts(Input):
    """What staff know of a subject, by codes; the name stays where it is sealed."""

    organisation: Annotated[Code | None, Field(description="被反映人所在单位 · the subject's unit")] = None
    rank: Annotated[Rank | None, Field(description="职级 · rank")] = None
    post: Annotated[Post, Field(description="职务类别 · what the subject is")] = Post.OTHER


async def proposal_for(
    reader: Reader, report: Report, region: str | None, facts: list[SubjectFacts]
) -> Proposal:
    """Return whose matter the report seems to be, and why.

    Raises: Refused `organisation_unknown`.
    Rule: R-A4, SoD-5.
    """
    here = organ_of(report.holder_path)
    place = await _place(reader, region, here)
    return propose([await _subject(reader, one, place) for one in facts], here)


async def _place(reader: Reader, region: str | None, here: str) -> str:
    """Return the commission of the region a report speaks of; ours where it names none."""
    found = await find_organisation(reader, region) if region else None
    return organ_of(found.path) if found else here


async def _subject(reader: Reader, facts: SubjectFacts, place: str) -> Subject:
    if facts.organisation is None:
        return Subject(place, facts.rank, facts.post)
    unit = await find_organisation(reader, facts.organisation)
    if unit is None:
        raise Refused("organisation_unknown", code=facts.organisation)
    root = organ_at(place, 0)
    is_ours = root is not None and is_within(unit.path, root)
    return Subject(organ_of(unit.path) if is_ours else place, facts.rank, facts.post, unit.kind in HOST_UNITS)
