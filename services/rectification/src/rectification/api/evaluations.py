"""The recomputation of a confirmed evaluation."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from rectification.usecases.processes_evaluation import TAG
from rectification.usecases.recompute_evaluation import RecomputationOut, show_recomputation
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading

router = APIRouter(prefix="/v1/evaluations", tags=[TAG], route_class=StrictRoute)


@router.get(
    "/{object_id}/recomputation", response_model=RecomputationOut, operation_id="get_evaluation_recomputation",
    summary="复算评估得分", openapi_extra=problems("result_missing"),
)  # fmt: skip
@declares("evaluation:recompute", audit="read", loader=show_recomputation)
async def recomputation(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """用审定时固定下来的全部输入重新计算，并指出此后是否有改动。Makes the score again from its frozen inputs."""
    return (await show_recomputation(desk, object_id, call)).response()
