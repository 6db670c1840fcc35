"""The routes of jobs: how far is it, stop it, and the file that came of it."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from shared.auth.declare import SIGNED_IN, declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.jobs.show import JobOut, cancel_job, load_job, show, take_file
from shared.service.calls import AtDesk, Reading, Writing

JOB_TAG = "后台任务"
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {"example": "…"}}, "description": "文件 · the file"}
}


def job_router() -> APIRouter:
    """Return the routes of jobs; each caller sees their own."""
    router = APIRouter(prefix="/v1/jobs", tags=[JOB_TAG], route_class=StrictRoute)

    @router.get("/{job_id}", operation_id="get_job", summary="查看任务进度", response_model=JobOut)
    @declares(SIGNED_IN, audit="none", loader=load_job)
    async def one(job_id: UUID, request: Request, desk: AtDesk, call: Reading) -> Response:
        """返回任务的状态、进度和结果，仅提交人可见。State, progress and result, for its owner alone."""
        row = await load_job(desk, job_id, call)
        return show(row, request.app.state.catalogue, request.scope).response()

    @router.post(
        "/{job_id}/cancel", operation_id="cancel_job", summary="取消任务", response_model=JobOut,
        openapi_extra=problems("job_over"),
    )  # fmt: skip
    @declares(SIGNED_IN, audit="write", loader=cancel_job)
    async def stop(job_id: UUID, request: Request, desk: AtDesk, call: Writing) -> Response:
        """等待中的任务立即取消，运行中的稍后停止，已提交的步骤不撤回。Stops it; committed steps stay."""
        row = await cancel_job(desk, job_id, call)
        return show(row, request.app.state.catalogue, request.scope).response()

    @router.get(
        "/{job_id}/content", operation_id="download_job_file", summary="下载任务结果", responses=_FILE,
        response_class=Response,
    )  # fmt: skip
    @declares(SIGNED_IN, audit="read", loader=take_file, sensitive=True)
    async def content(job_id: UUID, desk: AtDesk, call: Reading) -> Response:
        """下载任务生成的文件，仅提交人可以下载，每次均记录。The file that came of it; recorded."""
        file = await take_file(desk, job_id, call)
        disposition = f"attachment; filename*=UTF-8''{quote(file.name)}"
        headers = {
            "Content-Disposition": disposition, "Content-Length": str(file.size), "X-Content-Type-Options": "nosniff",
        }  # fmt: skip
        return StreamingResponse(file.content, media_type="application/octet-stream", headers=headers)

    return router
