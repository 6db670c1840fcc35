"""The routes every process has: read one, its history, its timeline, and one POST for each action of its table."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.lifecycle import RECEIPT_HOLDER, Row
from shared.process.bodies import SignOffAnswer
from shared.process.load import load_for
from shared.process.perform import perform
from shared.process.process import Move, Process
from shared.process.read import HistoryOut, show_history, show_object
from shared.process.timeline import TimelineOut, show_timeline
from shared.service.calls import AtDesk, Moving, Reading
from shared.signoff.levels import LEVELS


def process_router(process: Process[Any]) -> APIRouter:
    """Return the routes of one process."""
    router = APIRouter(prefix=f"/v1/{process.collection}", tags=[process.tag], route_class=StrictRoute)
    title = process.lifecycle.title[0]
    router.add_api_route(
        "/{object_id}", _show(process), methods=["GET"], response_model=process.out,
        operation_id=f"get_{process.name}", summary=f"查看{title}",
        description=f"返回{title}、期限、当前可办动作和待签批事项。Reads one {process.name}; audited.",
        openapi_extra={"x-etag": True},
    )  # fmt: skip
    router.add_api_route(
        "/{object_id}/history", _history(process), methods=["GET"], response_model=HistoryOut,
        operation_id=f"list_{process.name}_history",
        summary=f"查看{title}办理经过", description=f"按先后列出每次流转及当时的意见。Lists the moves of one {process.name}.",
    )  # fmt: skip
    router.add_api_route(
        "/{object_id}/timeline", _timeline(process), methods=["GET"], response_model=TimelineOut,
        operation_id=f"show_{process.name}_timeline", summary=f"查看{title}全过程",
        description="按时间先后列出流转、期限、送签、签批和文书。"
        f"Shows moves, deadlines, proposals, signatures and papers of one {process.name} in order; audited.",
    )  # fmt: skip
    for action in process.lifecycle.actions:
        rows = [row for row in process.lifecycle.rows_of(action) if not _is_not_for_officers(row)]
        if rows and action in process.moves:
            _add_action(router, process, rows, process.moves[action])
    return router


def _is_not_for_officers(row: Row) -> bool:
    return row.by_system or all(party is RECEIPT_HOLDER for party in row.by)


def _add_action(router: APIRouter, process: Process[Any], rows: list[Row], move: Move) -> None:
    row = rows[0]
    signed = bool(row.signs) or move.signs is not None
    out = move.out or process.out
    responses: dict[int | str, dict[str, Any]] = {200: {"model": out}}
    if signed:
        responses[202] = {
            "model": SignOffAnswer,
            "description": "需签批，待全部签批后生效 · leaders must sign first",
        }
    router.add_api_route(
        f"/{{object_id}}/{row.action.value.replace('_', '-')}",
        _act(process, row.action.value, move),
        methods=["POST"],
        response_model=out,
        responses=responses,
        openapi_extra={**problems(*_refusals(rows)), "x-etag": True},
        operation_id=f"{row.action.value}_{process.name}",
        summary=f"{process.lifecycle.label(row.action)}（{process.lifecycle.title[0]}）",
        description=_describe(process, rows, move),
    )


def _refusals(rows: list[Row]) -> list[str]:
    guards = dict.fromkeys(guard.code for row in rows for guard in row.needs)
    return ["move_out_of_order", "sign_off_pending", *guards]


def _describe(process: Process[Any], rows: list[Row], move: Move) -> str:
    label = process.lifecycle.label
    lines = [(move.command.__doc__ or "").strip(), ""]
    for row in rows:
        signs = "，".join(f"{level} {LEVELS[level].zh}" for level in row.signs)
        moves = "、".join(label(source) for source in row.sources)
        lines.append(f"- 规则 {row.rule}：{moves} → {label(row.to)}" + (f"；签批：{signs}" if signs else ""))
        lines += [f"- 条件：`{guard.code}`" for guard in row.needs]
    return "\n".join(lines)


def _show(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("read"), audit="read", loader=load_for)
    async def show(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_object(desk, process, object_id, call)).response()

    return show


def _history(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("read"), audit="read", loader=load_for)
    async def history(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_history(desk, process, object_id, call)).response()

    return history


def _timeline(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("read"), audit="read", loader=load_for)
    async def timeline(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_timeline(desk, process, object_id, call)).response()

    return timeline


def _act(process: Process[Any], action: str, move: Move) -> Callable[..., Any]:
    async def act(object_id: UUID, body: Any, desk: AtDesk, call: Moving) -> Response:
        return (await perform(desk, process, object_id, action, body, call)).response()

    act.__annotations__["body"] = move.command
    return declares(process.permission(action), audit="write", loader=load_for)(act)
