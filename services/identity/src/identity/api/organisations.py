"""Organisations and contact zones."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from identity.api.replacing import Replacing
from identity.domain.permissions import OTHERS
from identity.store.organisation_lists import ORGANISATIONS, OrganisationQuery
from identity.usecases import zones
from identity.usecases.change_organisation import (
    CloseOrganisation,
    MoveOrganisation,
    UpdateOrganisation,
    close_organisation,
    move_organisation,
    update_organisation,
)
from identity.usecases.create_organisation import CreateOrganisation, create_organisation
from identity.usecases.find_organisations import TreeOut, list_organisations, show_organisation, show_tree
from identity.usecases.organisation_views import OrganisationOut
from identity.usecases.skills import CandidatesOut, show_candidates
from shared.auth.declare import declares
from shared.http.openapi import problems, sortable
from shared.http.paging import Page
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Moving, Reading, Writing

router = APIRouter(prefix="/v1", tags=["机构"], route_class=StrictRoute)
CodeInPath = Annotated[str, Path(max_length=63, description="机构代码 · an organisation's code")]
ZoneInPath = Annotated[str, Path(max_length=63, description="片区代码 · a zone's code")]
WithClosed = Annotated[bool, Query(description="包括已撤销的 · also those that are closed")]
READ = "reference data: every officer may read all of it"


class OrganisationPage(Page[OrganisationOut]):
    """A page of organisations."""


@router.get(
    "/organisations", operation_id="list_organisations", summary="机构列表", response_model=OrganisationPage,
    openapi_extra=sortable(*ORGANISATIONS.keys),
)  # fmt: skip
@declares("organisation:read", audit="none", loader=READ, services=OTHERS)
async def organisations(
    desk: AtDesk, call: Reading, query: Annotated[OrganisationQuery, Query()]
) -> Response:
    """分页列出机构，可按类别、上级、路径筛选。Lists organisations."""
    return (await list_organisations(desk, query, call)).response()


@router.get(
    "/organisation-tree", operation_id="get_organisation_tree", summary="机构树", response_model=TreeOut
)
@declares("organisation:read", audit="none", loader=READ, services=OTHERS)
async def organisation_tree(desk: AtDesk, call: Reading, with_closed: WithClosed = False) -> Response:
    """一次返回全部机构，上级在前。路径中 `/` 表示本机关内设，`:` 表示下级机关。The whole tree at once."""
    return (await show_tree(desk, call, with_closed=with_closed)).response()


@router.get(
    "/organisations/{code}", operation_id="get_organisation", summary="查看机构", response_model=OrganisationOut,
    openapi_extra={"x-etag": True},
)  # fmt: skip
@declares("organisation:read", audit="none", loader=show_organisation, services=OTHERS)
async def organisation(code: CodeInPath, desk: AtDesk, call: Reading) -> Response:
    """返回一个机构。Reads one organisation."""
    return (await show_organisation(desk, code, call)).response()


@router.post(
    "/organisations", operation_id="create_organisation", summary="新增机构", status_code=201,
    response_model=OrganisationOut, openapi_extra=problems("organisation_exists", "organisation_unknown"),
)  # fmt: skip
@declares(
    "organisation:create", audit="write", loader="the parent is checked before anything is made below it"
)
async def add_organisation(body: CreateOrganisation, desk: AtDesk, call: Writing) -> Response:
    """在上级之下新增机构。系统管理员办理。Adds an organisation; for system administrators of that place."""
    return (await create_organisation(desk, body, call)).response()


@router.put(
    "/organisations/{code}",
    operation_id="update_organisation",
    summary="修改机构",
    response_model=OrganisationOut,
)
@declares("organisation:update", audit="write", loader=update_organisation)
async def change(code: CodeInPath, body: UpdateOrganisation, desk: AtDesk, call: Replacing) -> Response:
    """修改类别、名称、驻在单位。Replaces kind, names and host unit."""
    return (await update_organisation(desk, code, body, call)).response()


@router.post(
    "/organisations/{code}/move", operation_id="move_organisation", summary="调整隶属关系",
    response_model=OrganisationOut, openapi_extra=problems("organisation_moved_below_itself", "organisation_is_root"),
)  # fmt: skip
@declares("organisation:move", audit="write", loader=move_organisation)
async def move(code: CodeInPath, body: MoveOrganisation, desk: AtDesk, call: Moving) -> Response:
    """连同下级一并调整到另一上级之下，相关人员的令牌随即更换。Moves an organisation with all below it."""
    return (await move_organisation(desk, code, body, call)).response()


@router.post(
    "/organisations/{code}/close", operation_id="close_organisation", summary="撤销机构",
    response_model=OrganisationOut, openapi_extra=problems("organisation_in_use", "organisation_closed"),
)  # fmt: skip
@declares("organisation:close", audit="write", loader=close_organisation)
async def close(code: CodeInPath, body: CloseOrganisation, desk: AtDesk, call: Moving) -> Response:
    """撤销机构，须先无下级、无人员、无角色。Closes an organisation nothing depends on."""
    return (await close_organisation(desk, code, body, call)).response()


@router.get(
    "/contact-zones", operation_id="list_contact_zones", summary="联系片区", response_model=zones.ZonesOut
)
@declares("contact_zone:read", audit="none", loader=READ, services=OTHERS)
async def zone_list(desk: AtDesk, call: Reading, with_closed: WithClosed = False) -> Response:
    """列出联系片区：牵头室、成员机构、可抽调人员。Lists contact zones."""
    return (await zones.list_zones(desk, call, with_closed=with_closed)).response()


@router.get(
    "/contact-zones/{code}", operation_id="get_contact_zone", summary="查看联系片区", response_model=zones.ZoneOut,
    openapi_extra={"x-etag": True},
)  # fmt: skip
@declares("contact_zone:read", audit="none", loader=zones.show_zone, services=OTHERS)
async def zone(code: ZoneInPath, desk: AtDesk, call: Reading) -> Response:
    """返回一个联系片区。Reads one contact zone."""
    return (await zones.show_zone(desk, code, call)).response()


@router.get(
    "/contact-zones/{code}/candidates", operation_id="list_contact_zone_candidates", summary="片区可抽调人员",
    response_model=CandidatesOut,
)  # fmt: skip
@declares("contact_zone:read_candidates", audit="none", loader=show_candidates, services=OTHERS)
async def zone_candidates(code: ZoneInPath, desk: AtDesk, call: Reading) -> Response:
    """供各服务查询片区内在岗人员及其专长。仅限服务自身令牌。Officers of a zone with their skills; for services."""
    return (await show_candidates(desk, code, call)).response()


@router.post(
    "/contact-zones", operation_id="create_contact_zone", summary="新设联系片区", status_code=201,
    response_model=zones.ZoneOut, openapi_extra=problems("zone_exists", "organisation_unknown", "officer_unknown"),
)  # fmt: skip
@declares(
    "contact_zone:create", audit="write", loader="the leading office is checked before the zone is made"
)
async def add_zone(body: zones.CreateZone, desk: AtDesk, call: Writing) -> Response:
    """新设联系片区 · a zone to be made.系统管理员办理。Adds a contact zone."""
    return (await zones.create_zone(desk, body, call)).response()


@router.put(
    "/contact-zones/{code}",
    operation_id="update_contact_zone",
    summary="修改联系片区",
    response_model=zones.ZoneOut,
)
@declares("contact_zone:update", audit="write", loader=zones.update_zone)
async def change_zone(code: ZoneInPath, body: zones.UpdateZone, desk: AtDesk, call: Replacing) -> Response:
    """修改牵头室、成员和可抽调人员；调出者保留起止日期。Replaces a zone; who left stays on record."""
    return (await zones.update_zone(desk, code, body, call)).response()


@router.post(
    "/contact-zones/{code}/close",
    operation_id="close_contact_zone",
    summary="撤销联系片区",
    response_model=zones.ZoneOut,
)
@declares("contact_zone:close", audit="write", loader=zones.close_zone)
async def close_zone(code: ZoneInPath, body: zones.CloseZone, desk: AtDesk, call: Moving) -> Response:
    """撤销联系片区 · closes a zone.Closes a contact zone."""
    return (await zones.close_zone(desk, code, body, call)).response()
