"""What several moves of a clue take, and what is told of a matter that no report tells."""

from typing import Annotated

from pydantic import Field

from casework.domain.clue import CaseType
from shared.http.models import Input, Line, Text
from shared.process.bodies import Code
from shared.process.sign_bodies import MeetingRecord

Minutes = Annotated[
    MeetingRecord | None,
    Field(description="集体研究记录，未经批准处置意见或者核查决定的必填 · minutes of the office's study"),
]
ReportsUp = Annotated[
    bool,
    Field(
        description="同级党委、纪委监委成员或者所辖地区、单位主要负责人，须报上级 · a clue the superior is told of"
    ),
]


class SubjectIn(Input):
    """Whom a clue is about."""

    name: Annotated[str, Line(1, 100), Field(description="姓名或单位 · name", examples=["（化名）张某"])]
    organisation: Annotated[str, Line(0, 200), Field(description="单位 · organisation")] = ""
    position: Annotated[str, Line(0, 200), Field(description="职务 · position")] = ""


class ClueMatter(Input):
    """What a clue is about: facts and subjects, and what is known of the subjects besides."""

    facts: Annotated[str, Text(10, 10000), Field(description="主要问题 · what it is about")]
    subjects: Annotated[list[SubjectIn], Field(max_length=20, description="被反映人 · subjects")] = []
    subject_organisations: Annotated[
        list[Code], Field(max_length=20, description="被反映人所在单位代码 · codes of the subjects' units")
    ] = []
    amount: Annotated[int | None, Field(ge=0, le=10**15, description="涉及金额（分）· yuan cents")] = None
    case_type: Annotated[CaseType | None, Field(description="问题性质 · kind of breach")] = None
    is_committee_managed: Annotated[bool, Field(description="党委管理的干部 · committee-managed cadre")] = (
        False
    )
    heads_lower_committee: Annotated[
        bool, Field(description="下一级党委主要负责人 · head of a next-lower Party committee")
    ] = False
    reports_up: ReportsUp = False
    is_own_staff: Annotated[
        bool,
        Field(description="反映纪检监察干部，由干部监督部门管理 · about discipline inspectors themselves"),
    ] = False
    to: Annotated[Code | None, Field(description="建议承办部门 · office that might handle it")] = None
