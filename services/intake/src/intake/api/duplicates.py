"""Which matters tell the same, and which were handled together."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from intake.usecases.merging.find_duplicates import DuplicatesOut, find_duplicates
from intake.usecases.merging.show_merges import MergesOut, show_merges
from intake.usecases.processes import DEMANDS, REPORTS
from shared.auth.declare import declares
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading

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
