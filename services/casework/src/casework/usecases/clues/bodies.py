"""What several moves of a clue take."""

from typing import Annotated

from pydantic import Field

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
