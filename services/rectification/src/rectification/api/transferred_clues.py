"""What casework asks of a clue it was handed: whom it is about, and what it says."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from rectification.usecases.organizations.processes import HANDED_CLUES
from rectification.usecases.organizations.tell_clue import (
    ClueSubjectsOut,
    ClueTextOut,
    Purpose,
    read_text,
    tell_subjects,
)
from shared.auth.declare import declares
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading

TAGS: list[Any] = [HANDED_CLUES.tag]
router = APIRouter(prefix="/v1/transferred-clues", tags=TAGS, route_class=StrictRoute)


@router.get(
    "/{object_id}/subjects", response_model=ClueSubjectsOut, operation_id="get_transferred_clue_subjects",
    summary="被反映人（供回避核查）",
)  # fmt: skip
@declares(
    "transferred_clue:read_subjects",
    audit="read",
    loader=tell_subjects,
    services=("casework",),
    sensitive=True,
)
async def subjects(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """供案件办理服务核查回避，仅限服务自身令牌。Names whom a clue is about, to casework itself; recorded."""
    return (await tell_subjects(desk, object_id, call)).response()


@router.get(
    "/{object_id}/text", response_model=ClueTextOut, operation_id="get_transferred_clue_text",
    summary="查看移交线索内容",
)  # fmt: skip
@declares(
    "transferred_clue:read_text", audit="read", loader=read_text, services=("casework",), sensitive=True
)
async def text(
    object_id: UUID,
    desk: AtDesk,
    call: Reading,
    purpose: Annotated[Purpose, Query(description="查阅目的 · why the text is read")],
) -> Response:
    """承办部门查看巡察移交线索的内容，须说明目的，每次查看均记录。Opens what the clue says to who handles it; recorded."""
    return (await read_text(desk, object_id, purpose, call)).response()
