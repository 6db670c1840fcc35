"""T-3, T-4: a talk is held in a safe place, by two officers at least, led by whom the plan names."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import Talker, TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class HoldTalk(Command):
    """谈话 · where, by whom, and the transcript."""

    participants: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(
            max_length=30, description="本机关谈话人员的登录名或者编号，不少于二人 · at least two officers"
        ),
    ] = []
    led_by: Annotated[Talker | None, Field(description="谈话人，省略时按批准方案 · who led it")] = None
    accompanied_by: Annotated[
        str, Line(0, 200), Field(description="陪同的所在党组织、纪检机构负责人 · who accompanied")
    ] = ""
    place: Annotated[str, Line(0, 200), Field(description="地点 · place")] = ""
    place_is_safe: Annotated[bool, Field(description="具备安全保障条件 · safety is provided for")] = False
    transcript: Annotated[str, Text(0, 10000), Field(description="谈话笔录 · transcript")] = ""
    statement: Annotated[
        str, Text(0, 10000), Field(description="书面说明，委托谈话必填 · the subject's written statement")
    ] = ""


async def hold_talk(step: Step[TalkInquiry, HoldTalk]) -> Changes:
    """Keep the transcript; the month for the report begins.

    Rule: T-3, T-4, DL-11.
    """
    await write(step, "talk_inquiry", "transcript")
    return Changes(columns={"form": "talk"})
