"""The shared board of a joint task, work on it, and what is shared with some of the team."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from casework.usecases.linkage.assign_board_task import AssignBoardTask, assign_board_task
from casework.usecases.linkage.attach_file import AttachFile, attach_file
from casework.usecases.linkage.call_consultation import CallConsultation, call_consultation
from casework.usecases.linkage.part_views import BoardTaskOut, ConsultationOut, ShareOut
from casework.usecases.linkage.processes import BOARD_TASKS, CONSULTATIONS, LINKAGE_TASKS, SHARES
from casework.usecases.linkage.propose_share import ProposeShare, propose_share
from casework.usecases.linkage.show_board import BoardOut, show_board
from casework.usecases.linkage.write_note import NoteOut, WriteNote, write_note
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.attachment_routes import AttachmentOut
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)


@router.get(
    "/linkage-tasks/{task_id}/board", response_model=BoardOut, operation_id="get_linkage_board", summary="共享工作板",
    tags=[LINKAGE_TASKS.tag],
)  # fmt: skip
@declares("linkage_task:read_board", audit="read", loader=show_board)
async def board(task_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """返回工作记录、文件、任务清单和督办事项，仅专班成员可见。Shows the board to exactly the team."""
    return (await show_board(desk, task_id, call)).response()


@router.post(
    "/linkage-tasks/{task_id}/notes", status_code=201, response_model=NoteOut, operation_id="write_linkage_note",
    summary="写工作记录", tags=[LINKAGE_TASKS.tag], openapi_extra=problems("task_not_open"),
)  # fmt: skip
@declares("linkage_task:write_board", audit="write", loader=write_note)
async def note(task_id: UUID, body: WriteNote, desk: AtDesk, call: Writing) -> Response:
    """专班成员在工作板上写记录，密封保存。Adds a note to the board."""
    return (await write_note(desk, task_id, body, call)).response()


@router.post(
    "/linkage-tasks/{task_id}/files", status_code=201, response_model=AttachmentOut,
    operation_id="attach_linkage_file", summary="上传工作板文件", tags=[LINKAGE_TASKS.tag],
    openapi_extra=problems("task_not_open", "attachment_unknown"),
)  # fmt: skip
@declares("linkage_task:write_board", audit="write", loader=attach_file)
async def file(task_id: UUID, body: AttachFile, desk: AtDesk, call: Writing) -> Response:
    """把本人已上传的文件放上工作板，全体成员可下载；只给部分成员的文件走材料共享。Puts a file on the board."""
    return (await attach_file(desk, task_id, body, call)).response()


@router.post(
    "/board-tasks", status_code=201, response_model=BoardTaskOut, operation_id="assign_board_task", summary="交办工作",
    tags=[BOARD_TASKS.tag],
    openapi_extra=problems(
        "task_not_open", "not_in_the_team", "officer_unknown", "recusal_conflict", "recusal_check_unavailable"
    ),
)  # fmt: skip
@declares("linkage_task:assign", audit="write", loader=assign_board_task)
async def board_task(body: AssignBoardTask, desk: AtDesk, call: Writing) -> Response:
    """牵头室把工作交办给参与单位或者成员，并设期限。Gives a piece of work to a participant or member."""
    return (await assign_board_task(desk, body, call)).response()


@router.post(
    "/shares", status_code=201, response_model=ShareOut, operation_id="propose_share", summary="拟共享材料",
    tags=[SHARES.tag],
    openapi_extra=problems(
        "task_not_open", "not_in_the_team", "recusal_conflict", "attachment_unknown", "recusal_check_unavailable"
    ),
)  # fmt: skip
@declares("linkage_task:propose_share", audit="write", loader=propose_share)
async def share(body: ProposeShare, desk: AtDesk, call: Writing) -> Response:
    """拟定一件线索或者文件的知悉范围，以 share 报分管领导批准后生效。Proposes who shall know; `share` follows."""
    return (await propose_share(desk, body, call)).response()


@router.post(
    "/consultations", status_code=201, response_model=ConsultationOut, operation_id="call_consultation",
    summary="召集会商", tags=[CONSULTATIONS.tag], openapi_extra=problems("task_not_open", "not_in_the_team"),
)  # fmt: skip
@declares("linkage_task:call_consultation", audit="write", loader=call_consultation)
async def consultation(body: CallConsultation, desk: AtDesk, call: Writing) -> Response:
    """召集专班成员会商。Calls members of the team together."""
    return (await call_consultation(desk, body, call)).response()
