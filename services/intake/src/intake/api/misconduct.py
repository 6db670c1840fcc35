"""What an audit of staff looks for, and the matters that show it."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from intake.domain.misconduct import Act
from intake.usecases.misconduct.list_signs import (
    MisconductSignsOut,
    SignedMattersOut,
    SignedMattersQuery,
    SignsQuery,
    list_signed_matters,
    list_signs,
)
from shared.auth.declare import declares
from shared.http.openapi import sortable
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading

router = APIRouter(prefix="/v1", route_class=StrictRoute)
TAG: list[Any] = ["审计"]


@router.get(
    "/misconduct-signs", response_model=MisconductSignsOut, operation_id="list_misconduct_signs", tags=TAG,
    summary="工作人员违规情形核查清单",
)  # fmt: skip
@declares(
    "misconduct_sign:read", audit="read", loader="counts and ids only, of what the auditor's grants reach"
)
async def signs(desk: AtDesk, call: Reading, query: Annotated[SignsQuery, Query()]) -> Response:
    """按《规则》第五十二条逐项列出系统记录中的迹象和件数，并说明记录不能反映的情形。What the records show, act by act."""
    return (await list_signs(desk, query, call)).response()


@router.get(
    "/misconduct-signs/{act}/matters", response_model=SignedMattersOut, operation_id="list_signed_matters", tags=TAG,
    summary="查看有违规迹象的件", openapi_extra=sortable("noted_on"),
)  # fmt: skip
@declares("misconduct_sign:read", audit="read", loader=list_signed_matters)
async def matters(
    act: Annotated[Act, Path(description="违规情形 · the act of RPT Art 52")],
    desk: AtDesk,
    call: Reading,
    query: Annotated[SignedMattersQuery, Query()],
) -> Response:
    """列出有该项迹象的件，只含编号，不含内容。The matters that show it, by id only; recorded."""
    return (await list_signed_matters(desk, act, query, call)).response()
