"""The indexes evaluations are scored under, the recomputation of a result, and what a look-back compares."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rectification.usecases.evaluations.compare_evaluations import (
    ComparisonOut,
    ComparisonQuery,
    compare_evaluations,
)
from rectification.usecases.evaluations.confirm_many import ConfirmEvaluations, ask_to_confirm
from rectification.usecases.evaluations.export_comparison import export_comparison
from rectification.usecases.evaluations.list_indexes import IndexesOut, list_indexes
from rectification.usecases.evaluations.processes import TAG
from rectification.usecases.evaluations.recompute_evaluation import RecomputationOut, show_recomputation
from rectification.usecases.organizations.show_look_back import LookBackOut, show_look_back
from shared.auth.declare import SIGNED_IN, declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.jobs.show import AcceptedOut
from shared.service.calls import AtDesk, Reading, Writing
from shared.service.sheet_routes import SHEET_ANSWER, wants_sheet, workbook

router = APIRouter(prefix="/v1", tags=[TAG], route_class=StrictRoute)


@router.get(
    "/evaluation-indexes", response_model=IndexesOut, operation_id="list_evaluation_indexes", summary="评估指标体系",
)  # fmt: skip
@declares(SIGNED_IN, audit="none", loader="reference data: what is scored is no secret of anybody signed in")
async def indexes(desk: AtDesk, call: Reading) -> Response:
    """各版本指标体系的维度、内容、指标、分值、评分方法和来源。Every index with its items, points, methods and sources."""
    return (await list_indexes(desk, call)).response()


@router.get(
    "/evaluations/comparison", response_model=ComparisonOut, responses=SHEET_ANSWER,
    operation_id="compare_evaluations", summary="评估结果对照", openapi_extra=problems("comparison_too_large"),
)  # fmt: skip
@declares("evaluation:read", audit="read", loader=compare_evaluations)
async def comparison(
    request: Request, desk: AtDesk, call: Reading, query: Annotated[ComparisonQuery, Query()]
) -> Response:
    """同一轮次各党组织、同一党组织历次评估的得分、等次、各层面得分率、名次和变化，只含已审定的。Results side by side.

    被评估党组织只见自己的历次结果，不见名次；`Accept` 为 Excel 时返回表格。An organisation sees its own alone, without ranks.
    """
    if wants_sheet(request):
        exported = await export_comparison(desk, query, call)
        return workbook(exported.content, exported.name)
    return (await compare_evaluations(desk, query, call)).response()


@router.post(
    "/evaluations/_confirm", status_code=202, response_model=AcceptedOut, operation_id="confirm_evaluations",
    summary="批量审定评估结果", openapi_extra=problems("nothing_to_confirm", "too_many_at_once"),
)  # fmt: skip
@declares("evaluation:confirm_many", audit="write", loader=ask_to_confirm)
async def confirm(body: ConfirmEvaluations, desk: AtDesk, call: Writing) -> Response:
    """对一轮或者列出的评估逐项办理本人在审定中的一步：巡察办提请，签批领导签批，末位签批即审定。Each does their own part.

    作为后台任务办理，逐项校验、逐项记录结果；不符合条件的不影响其他各项，可重复提交。A job; each item by itself.
    """
    return (await ask_to_confirm(desk, body, call)).response()


@router.get(
    "/evaluations/{object_id}/recomputation", response_model=RecomputationOut, operation_id="get_evaluation_recomputation",
    summary="复算评估得分", openapi_extra=problems("result_missing"),
)  # fmt: skip
@declares("evaluation:recompute", audit="read", loader=show_recomputation)
async def recomputation(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """用审定时固定下来的全部输入重新计算，并指出此后是否有改动。Makes the score again from its frozen inputs."""
    return (await show_recomputation(desk, object_id, call)).response()


@router.get(
    "/inspected-organizations/{object_id}/look-back", response_model=LookBackOut,
    operation_id="get_inspected_organization_look_back", summary="“回头看”与原验收对照",
)  # fmt: skip
@declares("inspected_organization:read", audit="read", loader=show_look_back)
async def look_back(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """把“回头看”发现的问题与原反馈问题、原核实结论和核实单位逐项对照。Sets findings beside earlier acceptances."""
    return (await show_look_back(desk, object_id, call)).response()
