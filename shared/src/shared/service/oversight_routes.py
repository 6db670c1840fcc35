"""The routes by which access to a process's objects is explained, shown afterwards, and taken by order."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from shared.auth.declare import declares
from shared.auth.permissions import PermissionTable
from shared.breakglass.break_glass import BreakTheGlass, break_glass
from shared.breakglass.record import BreakGlassOut
from shared.http.openapi import problems, sortable
from shared.http.paging import PageQuery
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.oversee import READERS, AccessOut, Asked, ReadersOut, explain_access, list_readers
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading, Writing
from shared.service.officer_rights import as_actor, rights_of

Officer = Annotated[str, Path(max_length=100, description="登录名或者编号 · login or id")]


def is_overseen(process: Process[Any], permissions: PermissionTable) -> bool:
    """Say whether the service's rules open a process to oversight (`oversight_rules`)."""
    return process.permission("explain_access") in permissions


def oversight_router(process: Process[Any]) -> APIRouter:
    """Return the oversight routes of one process."""
    router = APIRouter(prefix=f"/v1/{process.collection}", tags=[process.tag], route_class=StrictRoute)
    title = process.lifecycle.title[0]
    router.add_api_route(
        "/{object_id}/access/{officer}", _explain(process), methods=["GET"], response_model=AccessOut,
        operation_id=f"explain_{process.name}_access", summary=f"说明谁能查看（{title}）",
        description="说明某人为何能或者不能查看、办理：规则、角色、知悉范围、回避、涉密等级。"
        "Says why an officer has access or lacks it. Leaders and security officers; recorded.",
        openapi_extra=problems("upstream_unavailable"),
    )  # fmt: skip
    router.add_api_route(
        "/{object_id}/readers", _readers(process), methods=["GET"], response_model=ReadersOut,
        operation_id=f"list_{process.name}_readers", summary=f"谁查看过（{title}）",
        description="按时间倒序列出查看记录，取自审计日志。Lists who looked, from the audit log; itself recorded.",
        openapi_extra=sortable(*READERS.keys),
    )  # fmt: skip
    router.add_api_route(
        "/{object_id}/break-glass", _break(process), methods=["POST"], status_code=201,
        response_model=BreakGlassOut, operation_id=f"break_{process.name}_glass", summary=f"紧急查阅（{title}）",
        description="凭书面批示紧急查阅本机关其他部门的事项，次日终止，上级即时知悉。"
        "Opens a matter of the own organ until the end of the next day; the superior is told at once.",
        openapi_extra=problems("access_already_held"),
    )  # fmt: skip
    return router


def _explain(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("explain_access"), audit="read", loader=load_for, sensitive=True)
    async def explain(object_id: UUID, officer: Officer, desk: AtDesk, call: Reading) -> Response:
        async with desk.db.reader(call.actor.scope(call.at)) as reader:  # before anybody else is asked
            permission = process.permission("explain_access")
            await load_for(reader, desk, process, object_id, call, permission, lock=False)
        rights = await rights_of(desk, officer)
        asked = Asked(as_actor(rights), rights.login)
        return (await explain_access(desk, process, object_id, asked, call)).response()

    return explain


def _readers(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("read_readers"), audit="read", loader=load_for, sensitive=True)
    async def readers(
        object_id: UUID, desk: AtDesk, call: Reading, query: Annotated[PageQuery, Query()]
    ) -> Response:
        return (await list_readers(desk, process, object_id, query, call)).response()

    return readers


def _break(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("break_glass"), audit="write", loader=break_glass, sensitive=True)
    async def open_by_order(object_id: UUID, body: BreakTheGlass, desk: AtDesk, call: Writing) -> Response:
        return (await break_glass(desk, process, object_id, body, call)).response()

    return open_by_order
