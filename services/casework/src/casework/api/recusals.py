"""Decisions on recusal, by one route for every process whose matter can be shut to an officer."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from casework.usecases.recusals.decide_recusal import MATTERS, DecideRecusal, decide_recusal
from shared.auth.declare import declares
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.process import Process
from shared.service.calls import AtDesk, Writing


class RecusalOut(Output):
    """A decision on recusal."""

    id: UUID
    officer_id: str
    ground: str
    keeps_away: bool


def recusals_router(processes: Mapping[str, Process[Any]]) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1", route_class=StrictRoute)
    for process in (processes[name] for name in MATTERS):
        title = process.lifecycle.title
        router.add_api_route(
            f"/{process.collection}/{{object_id}}/recusals", _route(process), methods=["POST"], status_code=201,
            tags=[process.tag], response_model=RecusalOut, operation_id=f"decide_{process.name}_recusal",
            summary=f"决定回避（{title[0]}）",
            description=f"机关主要负责人决定某人是否回避该{title[0]}及同一事项的全部材料。"
            "Decides whether an officer keeps away from the whole matter.",
            openapi_extra=problems("officer_unknown", "recusal_check_unavailable"),
        )  # fmt: skip
    return router


def _route(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("decide_recusal"), audit="write", loader=decide_recusal)
    async def recusal(object_id: UUID, body: DecideRecusal, desk: AtDesk, call: Writing) -> Response:
        return (await decide_recusal(desk, process.name, object_id, body, call)).response()

    return recusal
