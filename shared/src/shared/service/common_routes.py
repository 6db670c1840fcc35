"""The routes every service has: sign-offs, lifecycles, the feed, the audit log's checkpoint, its own documents."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from shared.audit.reading import latest_checkpoint, read_entries
from shared.auth.declare import SIGNED_IN, PublicRoute, declares
from shared.clocks.rules import Deadlines
from shared.clocks.rules import as_json as deadline_as_json
from shared.feed.serve import read_feed
from shared.http.answers import Answer
from shared.http.openapi import sortable
from shared.http.problems import Problem
from shared.http.route import StrictRoute
from shared.lifecycle import Lifecycle
from shared.lifecycle.render import as_json
from shared.process.bodies import SignOffAnswer
from shared.process.sign import load_sign_off, revise, sign, withdraw
from shared.process.sign_bodies import ReviseBody, SignBody
from shared.process.sign_list import SORTING, SignOffPage, SignOffQuery, list_sign_offs
from shared.process.sign_show import SignOffDetailOut, show_one
from shared.service.calls import AtDesk, Reading, Writing
from shared.service.common_bodies import CheckpointOut, EntriesOut, FeedOut, LifecycleOut, LifecyclesOut

PUBLIC: dict[str, Any] = {"security": []}
LAST = 2**53 - 1
"""The largest number that every reader of JSON reads exactly."""
DOCUMENTS = (
    PublicRoute("GET", "/v1/openapi.json", "the contract itself; holds no data"),
    PublicRoute("GET", "/v1/problems", "the catalogue of error codes; holds no data"),
    PublicRoute("GET", "/v1/lifecycles", "the tables of the process; hold no data"),
    PublicRoute("GET", "/v1/lifecycles/{name}", "a table of the process; holds no data"),
    PublicRoute("GET", "/v1/vocabularies", "reference lists; hold no data"),
    PublicRoute("GET", "/v1/vocabularies/{name}", "a reference list; holds no data"),
    PublicRoute("GET", "/v1/audit/checkpoint", "a signed size and root hash, for witnesses; holds no data"),
)


def sign_off_router() -> APIRouter:
    """Return the routes by which leaders sign."""
    router = APIRouter(prefix="/v1/sign-offs", tags=["签批"], route_class=StrictRoute)

    @router.get(
        "", operation_id="list_sign_offs", summary="待我签批", response_model=SignOffPage,
        description="默认列出本人当前可以签批的事项；`mine=true` 列出本人提出的事项。Lists what the caller can sign now.",
        openapi_extra=sortable(*SORTING.keys),
    )  # fmt: skip
    @declares(SIGNED_IN, audit="none", loader="the list holds only what the caller may sign or proposed")
    async def list_them(desk: AtDesk, call: Reading, query: Annotated[SignOffQuery, Query()]) -> Response:
        return (await list_sign_offs(desk, query, call)).response()

    @router.get(
        "/{sign_off_id}", operation_id="get_sign_off", summary="查看送签文稿", response_model=SignOffDetailOut,
        description="返回送签的内容和已有签批；查看会被记录。Shows the document to its signers; recorded.",
        openapi_extra={"x-etag": True},
    )  # fmt: skip
    @declares(SIGNED_IN, audit="read", loader=load_sign_off)
    async def show(sign_off_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_one(desk, sign_off_id, call)).response()

    for decision, name in (("approve", "同意"), ("reject", "不同意"), ("return", "退回")):
        router.add_api_route(
            f"/{{sign_off_id}}/{decision}", _signing(decision), methods=["POST"], response_model=SignOffAnswer,
            operation_id=f"{decision}_sign_off", summary=f"签批：{name}",
            description="按顺序签批；最后一级同意时，该动作在同一事务中生效。Signs; the last approval makes the move.",
        )  # fmt: skip

    @router.post(
        "/{sign_off_id}/withdraw", operation_id="withdraw_sign_off", summary="撤回", response_model=SignOffAnswer,
        description="提出人撤回尚未签完的事项。Takes a waiting proposal back.",
    )  # fmt: skip
    @declares(SIGNED_IN, audit="write", loader=load_sign_off)
    async def take_back(sign_off_id: UUID, body: SignBody, desk: AtDesk, call: Writing) -> Response:
        return (await withdraw(desk, sign_off_id, body, call)).response()

    @router.post(
        "/{sign_off_id}/revise", operation_id="revise_sign_off", summary="修改送签文稿", response_model=SignOffAnswer,
        description="提出人修改文稿；此前的签批失效，须重新签批。Changes the document; earlier signatures no longer count.",
    )  # fmt: skip
    @declares(SIGNED_IN, audit="write", loader=load_sign_off)
    async def change(sign_off_id: UUID, body: ReviseBody, desk: AtDesk, call: Writing) -> Response:
        return (await revise(desk, sign_off_id, body.fields, call)).response()

    return router


def _signing(decision: Literal["approve", "reject", "return"] | str) -> Any:
    @declares(SIGNED_IN, audit="write", loader=load_sign_off)
    async def decide(sign_off_id: UUID, body: SignBody, desk: AtDesk, call: Writing) -> Response:
        return (await sign(desk, sign_off_id, decision, body, call)).response()

    return decide


def lifecycle_router(lifecycles: dict[str, Lifecycle], deadlines: Deadlines) -> APIRouter:
    """Return the routes that show the tables of the process, and the deadlines they name."""
    router = APIRouter(prefix="/v1/lifecycles", tags=["流程"], route_class=StrictRoute)

    @router.get(
        "",
        operation_id="list_lifecycles",
        response_model=LifecyclesOut,
        openapi_extra=PUBLIC,
        summary="流程目录",
        description="本服务的全部流程表。All tables of this service.",
    )
    async def names() -> Response:
        items = [
            {"name": one.name, "title_zh": one.title[0], "title_en": one.title[1]}
            for one in lifecycles.values()
        ]
        return Answer(200, {"items": items}).response()

    @router.get(
        "/{name}", operation_id="get_lifecycle", response_model=LifecycleOut, openapi_extra=PUBLIC, summary="流程表",
        description="状态、动作、由谁、签批、条件、期限与事件，附 Mermaid 图。One table, with a Mermaid diagram.",
    )  # fmt: skip
    async def one(name: Annotated[str, Path(description="流程名 · name of the table")]) -> Response:
        if name not in lifecycles:
            raise Problem("not_found")
        table = lifecycles[name]
        named = {rule for row in table.rows for rule in (*row.starts, *row.stops)}
        clocks = [deadline_as_json(one) for one in deadlines.values() if one.id in named]
        return Answer(200, {**as_json(table), "clocks": clocks}).response()

    return router


def feed_router(readers: tuple[str, ...]) -> APIRouter:
    """Return the feed. `readers` are the services that may pull it; a client sees the types it was granted."""
    router = APIRouter(tags=["事件"], route_class=StrictRoute)

    @router.get(
        "/v1/feed", operation_id="read_feed", response_model=FeedOut, summary="事件流",
        description="按提交顺序返回事件（CloudEvents 1.0），可长轮询。Events in commit order, with a long poll.",
    )  # fmt: skip
    @declares(
        SIGNED_IN, audit="none", loader="events are thin; types are granted one by one", services=readers
    )
    async def feed(
        desk: AtDesk,
        call: Reading,
        after: Annotated[int, Query(ge=0, le=LAST, description="上次的序号 · last sequence seen")] = 0,
        limit: Annotated[int, Query(ge=1, le=500, description="最多条数 · at most")] = 100,
        wait: Annotated[float, Query(ge=0, le=30, description="最长等待秒数 · seconds to wait")] = 0,
    ) -> Response:
        if call.actor.kind != "service" and not call.actor.event_types:
            raise Problem("forbidden")
        batch = await read_feed(
            desk.db, desk.service, after=after, limit=limit, wait_s=wait, may_see=call.actor.may_see_event
        )
        return Answer(200, batch).response()

    return router


def audit_router() -> APIRouter:
    """Return the audit log: its newest checkpoint for everybody, its entries for the auditor."""
    router = APIRouter(prefix="/v1/audit", tags=["审计"], route_class=StrictRoute)

    @router.get(
        "/checkpoint", operation_id="get_audit_checkpoint", response_model=CheckpointOut,
        openapi_extra=PUBLIC, summary="审计检查点",
        description="最新签名检查点（C2SP 签名格式），供见证人留存。The newest signed checkpoint.",
    )  # fmt: skip
    async def checkpoint(request: Request, desk: AtDesk) -> Response:
        return Answer(200, await latest_checkpoint(desk.db)).response()

    @router.get(
        "/entries", operation_id="list_audit_entries", response_model=EntriesOut, summary="审计记录",
        description="安全审计员按序号读取审计记录；读取本身也被记录。The auditor reads entries; reading is recorded.",
    )  # fmt: skip
    @declares("audit:read", audit="read", loader="entries hold ids and codes, never content")
    async def entries(
        desk: AtDesk,
        call: Reading,
        after: Annotated[int, Query(ge=0, le=LAST, description="上次的序号 · last number seen")] = 0,
        limit: Annotated[int, Query(ge=1, le=1000, description="最多条数 · at most")] = 100,
    ) -> Response:
        if not desk.permissions.holds(call.actor, "audit:read", call.at):
            raise Problem("forbidden")
        return Answer(
            200, await read_entries(desk.db, call.actor, call.at, after=after, limit=limit)
        ).response()

    return router
