"""Decisions on recusal, by one route for every process whose rules say who decides."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from shared.auth.declare import declares
from shared.auth.permissions import PermissionTable
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.decide_recusal import DecidedRecusalOut, DecideRecusal, decide_recusal
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Writing


def can_be_shut(process: Process[Any], permissions: PermissionTable) -> bool:
    """Say whether the service's rules let somebody decide that an officer keeps away."""
    return process.permission("decide_recusal") in permissions


def recusal_router(process: Process[Any]) -> APIRouter:
    """Return the route of one process."""
    router = APIRouter(prefix=f"/v1/{process.collection}", tags=[process.tag], route_class=StrictRoute)
    title = process.lifecycle.title[0]
    router.add_api_route(
        "/{object_id}/recusals", _decide(process), methods=["POST"], status_code=201, response_model=DecidedRecusalOut,
        operation_id=f"decide_{process.name}_recusal", summary=f"决定回避（{title}）",
        description=f"机关负责人决定某人是否回避该{title}及同一事项的全部材料。"
        "Decides whether an officer keeps away from the whole matter.",
        openapi_extra=problems("officer_unknown", "own_recusal", "recusal_check_unavailable"),
    )  # fmt: skip
    return router


def _decide(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("decide_recusal"), audit="write", loader=load_for)
    async def decide(object_id: UUID, body: DecideRecusal, desk: AtDesk, call: Writing) -> Response:
        return (await decide_recusal(desk, process, object_id, body, call)).response()

    return decide
