"""Which matters tell the same, which were handled together, and which were repeated in a quarter."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from intake.usecases.merging.find_duplicates import DuplicatesOut, find_duplicates
from intake.usecases.merging.notices import NoticedReportsOut, export_noticed_reports, list_noticed_reports
from intake.usecases.merging.show_merges import MergesOut, show_merges
from intake.usecases.processes import DEMANDS, REPORTS
from shared.auth.declare import declares
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading
from shared.service.sheet_routes import SHEET_ANSWER, wants_sheet, workbook

router = APIRouter(prefix="/v1", route_class=StrictRoute)


def _add(process: Process[Any]) -> None:
    tags: list[Any] = [process.tag]
    base = f"/{process.collection}/{{object_id}}"

    @router.get(
        f"{base}/duplicates", response_model=DuplicatesOut, operation_id=f"find_{process.name}_duplicates",
        tags=tags, summary="查找重复件",
        description="列出可能反映同一人、同一事的件，并说明何处相同、相似程度（0 至 100）；只含本人可查看的，查阅留记录。"
        "Matters that may tell the same, with the reasons; only what the caller may read; recorded.",
    )  # fmt: skip
    @declares(process.permission("find_duplicates"), audit="read", loader=load_for, sensitive=True)
    async def duplicates(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await find_duplicates(desk, process, object_id, call)).response()

    @router.get(
        f"{base}/merges", response_model=MergesOut, operation_id=f"list_{process.name}_merges", tags=tags,
        summary="查看合并经过", description="列出合并与撤销合并的经过和理由。Every merge of the matter, with reasons.",
    )  # fmt: skip
    @declares(process.permission("read_merges"), audit="read", loader=load_for)
    async def merges(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_merges(desk, process, object_id, call)).response()


for _process in (REPORTS, DEMANDS):
    _add(_process)


@router.get(
    "/duplicate-notices/{object_id}/reports", response_model=NoticedReportsOut, responses=SHEET_ANSWER,
    operation_id="list_noticed_reports", summary="查看重复件通报所列首件", tags=["检举控告"],
)  # fmt: skip
@declares("duplicate_notice:read", audit="read", loader=load_for)
async def noticed_reports(object_id: UUID, request: Request, desk: AtDesk, call: Reading) -> Response:
    """列出通报中的首件、本季度重复件数和最近收到日期，不含内容；`Accept` 为 Excel 时返回表格。Which reports were repeated."""
    if wants_sheet(request):
        exported = await export_noticed_reports(desk, object_id, call)
        return workbook(exported.content, exported.name)
    return (await list_noticed_reports(desk, object_id, call)).response()
