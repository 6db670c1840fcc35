"""Stubs of what belongs to a superior, their sealed packages, and the register of principal leaders."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from intake.usecases.processes import STUBS
from intake.usecases.sealed.declare_leader import DeclareLeader, list_leaders, name_leader
from intake.usecases.sealed.export_package import export_package
from intake.usecases.sealed.keep_stub import KeepStub, keep_stub
from intake.usecases.sealed.move_stub import StubOut
from shared.auth.declare import declares
from shared.http.models import Instant, Output
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
STUB_TAG: list[Any] = [STUBS.tag]
ZIP = "application/zip"
FILE = {"type": "string", "format": "binary"}


class LeaderOut(Output):
    """The principal leader of an organ; `until` is null while it holds."""

    id: UUID
    organ: str
    name: str
    set_by: str
    since: Instant
    until: Instant | None


class LeadersOut(Output):
    """The register."""

    items: list[LeaderOut]


@router.post(
    "/stubs", status_code=201, response_model=StubOut, operation_id="keep_stub", summary="登记密封件存根",
    tags=STUB_TAG,
)  # fmt: skip
@declares("stub:keep", audit="write", loader="the caller's own office holds the new stub")
async def new_stub(body: KeepStub, desk: AtDesk, call: Writing) -> Response:
    """登记属于上级机关管辖的密封件，只记收到时间和渠道，不录入内容。Notes that something sealed came, not what it says."""
    return (await keep_stub(desk, body, call)).response()


@router.get(
    "/stubs/{object_id}/package", operation_id="export_stub_package", summary="导出密封包", tags=STUB_TAG,
    openapi_extra=problems("nothing_to_export", "superior_key_missing"), response_class=Response,
    responses={200: {"content": {ZIP: {"schema": FILE}}, "description": "密封包 · the package"}},
)  # fmt: skip
@declares("stub:export", audit="read", loader=export_package, sensitive=True)
async def package(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """网上来件以上级机关的公钥加密、本机关签名后导出，本机关任何人不能打开。A package only the superior can open."""
    content, number = await export_package(desk, object_id, call)
    disposition = f'attachment; filename="{number or object_id}.zip"'
    return Response(content, media_type=ZIP, headers={"Content-Disposition": disposition})


@router.get(
    "/leaders",
    response_model=LeadersOut,
    operation_id="list_leaders",
    summary="主要负责人名册",
    tags=STUB_TAG,
)
@declares("leader:read", audit="none", loader="a register of public offices")
async def leaders(
    desk: AtDesk,
    call: Reading,
    past: Annotated[bool, Query(description="含已卸任的 · past ones too")] = False,
) -> Response:
    """列出各级纪委监委主要负责人；反映其本人的来件不经本机关，直接密封上送。Lists who leads which commission."""
    return (await list_leaders(desk, call, past=past)).response()


@router.post(
    "/leaders", status_code=201, response_model=LeaderOut, operation_id="declare_leader", summary="登记主要负责人",
    tags=STUB_TAG,
)  # fmt: skip
@declares("leader:declare", audit="write", loader="rights are checked over the receiving office")
async def new_leader(body: DeclareLeader, desk: AtDesk, call: Writing) -> Response:
    """登记某机关现任主要负责人，原登记即时失效并保留。Names who leads an organ; who led it before stays on record."""
    return (await name_leader(desk, body, call)).response()
