"""What the moves of a consultation take."""

from typing import Annotated

from pydantic import Field

from casework.domain.linkage.consultation_lifecycle import Position
from casework.usecases.clues.bodies import SubjectIn
from casework.usecases.linkage.assign_board_task import Work
from casework.usecases.linkage.bodies import Officer, Reason
from shared.http.models import Day, Input, Text
from shared.process.bodies import Code, Command


class GiveOpinion(Command):
    """发表意见 · agreement, dissent or reservation, and why."""

    position: Annotated[Position, Field(description="态度 · position")]
    text: Annotated[str, Text(2, 5000), Field(description="意见 · what is said")]


class Absent(Input):
    """A participant who is not heard, and why."""

    officer: Officer
    reason: Reason


class ClueDecided(Input):
    """A decision that becomes a clue in the ledger."""

    facts: Annotated[str, Text(10, 10000), Field(description="主要问题 · what it is about")]
    subjects: Annotated[list[SubjectIn], Field(max_length=20)] = []
    subject_organisations: Annotated[list[Code], Field(max_length=20)] = []


class SupervisionDecided(Input):
    """A decision that an organisation is watched for something."""

    organisation: Annotated[Code, Field(description="被督办单位 · organisation")]
    text: Annotated[str, Text(2, 5000), Field(description="督办事项 · what for")]
    due_on: Annotated[Day, Field(description="反馈日期 · day")]


class ResolveConsultation(Command):
    """形成决议 · the resolution, who was not heard, the answer to dissent, and what follows."""

    resolution: Annotated[str, Text(4, 10000), Field(description="决议 · resolution")]
    absent: Annotated[list[Absent], Field(max_length=60, description="未发表意见人员 · not heard")] = []
    dissent_answer: Annotated[
        Reason | None, Field(description="对不同意见的说明，有不同意见时必填 · answer to dissent")
    ] = None
    board_tasks: Annotated[
        list[Work], Field(max_length=30, description="列入任务清单的工作 · work that goes to the board")
    ] = []
    clues: Annotated[
        list[ClueDecided], Field(max_length=10, description="转为问题线索 · what becomes a clue")
    ] = []
    supervision_records: Annotated[
        list[SupervisionDecided],
        Field(max_length=20, description="督办事项 · what organisations are watched for"),
    ] = []


class CancelConsultation(Command):
    """取消会商 · why."""

    opinion: Reason
