"""D2: the case is filed: as a Party case, a supervisory case or both, about these persons."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.case import Case, SubjectKind, SubjectRank, SuperviseeKind, Track
from casework.store.cases.cases import Identity, add_subjects
from casework.store.cases.records import restrict
from casework.usecases.writing import write
from shared.http.models import Input, Line
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class CaseSubjectIn(Input):
    """当事人或者党组织 · whom the case is about, and what decides which sanctions and signatures are due."""

    kind: Annotated[SubjectKind, Field(description="对象类别 · a person, or a Party organisation")] = (
        SubjectKind.PERSON
    )

    name: Annotated[str, Line(1, 100), Field(description="姓名 · name", examples=["（化名）张某"])]
    unit: Annotated[str, Line(0, 200), Field(description="单位 · unit")] = ""
    post: Annotated[str, Line(0, 200), Field(description="职务 · post")] = ""
    organisation: Annotated[Code | None, Field(description="单位代码 · code of the unit")] = None
    is_party_member: Annotated[bool, Field(description="是否中共党员，党组织填否 · Party member")] = False
    supervisee_kind: Annotated[
        SuperviseeKind | None, Field(description="监察对象类别 · class of SL Art 15; absent if none")
    ] = None
    subject_rank: Annotated[SubjectRank, Field(description="职级 · rank")] = SubjectRank.ORDINARY_CADRE
    is_retired: Annotated[bool, Field(description="是否退休 · retired")] = False
    is_committee_managed: Annotated[
        bool, Field(description="党委管理的干部 · a cadre managed by the Party committee")
    ] = False
    is_same_level_member: Annotated[
        bool, Field(description="同级党委委员、纪委委员 · member of the same-level committee or commission")
    ] = False


class FileCase(Command):
    """立案 · the track, as proposed if left out, and the persons."""

    track: Annotated[Track | None, Field(description="立案类别 · track")] = None
    subjects: Annotated[list[CaseSubjectIn], Field(max_length=50, description="当事人 · persons")] = []


async def file_case(step: Step[Case, FileCase]) -> Changes:
    """Keep the persons; the clocks of the track begin, and the restrictions of an open case.

    Rule: D2, DL-13, DL-14, SANC Art 52.
    """
    command, case = step.command, step.subject
    track = track_of(case, command)
    await write(step, "case", "filing", command.model_dump(mode="json", include={"opinion", "track"}))
    ids = add_subjects(step.tx, step.desk.seals, case.id, [_subject(one) for one in command.subjects])
    pairs = zip(ids, command.subjects, strict=True)
    persons = [subject_id for subject_id, one in pairs if one.kind is SubjectKind.PERSON]
    restrict(step.tx, case.id, persons, step.today)
    idle = {"DL-13": not track.has_party, "DL-14": not track.has_supervisory}
    return Changes(
        columns={"track": track.value, "filed_on": step.today},
        event={
            "clue_id": str(case.clue_id),
            "track": track.value,
            "persons": len(persons),
            "region": case.region,
            "field": case.field,
            "organisations": sorted({one.organisation for one in command.subjects if one.organisation}),
        },
        no_clock=frozenset(rule for rule, is_idle in idle.items() if is_idle),
    )


def track_of(case: Case, command: FileCase) -> Track:
    """Return the track filed under."""
    return command.track or Track(case.track)


def fits(track: Track, subjects: list[CaseSubjectIn]) -> bool:
    """Say whether a Party case has a Party member or organisation, and a supervisory case a person under supervision."""
    party = any(one.is_party_member or one.kind is SubjectKind.ORGANISATION for one in subjects)
    supervised = any(one.supervisee_kind for one in subjects)
    return (party or not track.has_party) and (supervised or not track.has_supervisory)


def _subject(given: CaseSubjectIn) -> tuple[Identity, dict[str, Any]]:
    names = {"name", "unit", "post"}
    return Identity(**given.model_dump(include=names)), given.model_dump(mode="json", exclude=names)
