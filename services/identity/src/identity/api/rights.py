"""Role grants, delegations, clearances, permission versions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from identity.domain.permissions import OTHERS
from identity.store.grant_review import GRANT_ORDER, GrantQuery
from identity.usecases import end_right
from identity.usecases.delegate import Delegate, delegate
from identity.usecases.find_rights import (
    ClearancesOut,
    DelegationsOut,
    GrantsOut,
    VersionsOut,
    list_clearances,
    list_delegations,
    list_grants,
    list_versions,
    review_grants,
)
from identity.usecases.grant_role import GrantRole, grant_role
from identity.usecases.rights_views import ClearanceOut, DelegationOut, GrantOut
from identity.usecases.set_clearance import SetClearance, set_clearance
from shared.auth.declare import SIGNED_IN, declares
from shared.http.models import Instant
from shared.http.openapi import problems, sortable
from shared.http.paging import Page
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Moving, Reading, Writing

router = APIRouter(prefix="/v1", tags=["权限"], route_class=StrictRoute)


class GrantPage(Page[GrantOut]):
    """A page of role grants."""


WithEnded = Annotated[bool, Query(description="包括已终止的 · also those that have ended")]


@router.get(
    "/officers/{officer_id}/role-grants",
    operation_id="list_role_grants",
    summary="人员角色",
    response_model=GrantsOut,
)
@declares(SIGNED_IN, audit="none", loader=list_grants)
async def grants(officer_id: UUID, desk: AtDesk, call: Reading, with_ended: WithEnded = False) -> Response:
    """列出角色及起止日期；本人可看自己的。Lists an officer's roles with periods."""
    return (await list_grants(desk, officer_id, call, with_ended=with_ended)).response()


@router.get(
    "/role-grants", operation_id="review_role_grants", summary="角色核查", response_model=GrantPage,
    openapi_extra=sortable(*GRANT_ORDER.keys),
)  # fmt: skip
@declares("role_grant:read", audit="none", loader=review_grants)
async def review(desk: AtDesk, call: Reading, query: Annotated[GrantQuery, Query()]) -> Response:
    """列出所管范围内的角色，供定期核查：可按角色、机构、到期日筛选。Lists grants for review."""
    return (await review_grants(desk, query, call)).response()


@router.post(
    "/officers/{officer_id}/role-grants", operation_id="grant_role", summary="授予角色", status_code=201,
    response_model=GrantOut, openapi_extra=problems("roles_exclude_each_other", "granted_already", "own_account"),
)  # fmt: skip
@declares("role_grant:create", audit="write", loader=grant_role)
async def grant(officer_id: UUID, body: GrantRole, desk: AtDesk, call: Writing) -> Response:
    """授予角色。三类管理员互斥，且不得兼任业务角色；不得给自己授权。Gives a role for a period."""
    return (await grant_role(desk, officer_id, body, call)).response()


@router.post(
    "/role-grants/{grant_id}/end", operation_id="end_role_grant", summary="终止角色", response_model=GrantOut,
    openapi_extra=problems("ended_already"),
)  # fmt: skip
@declares("role_grant:end", audit="write", loader=end_right.end_grant)
async def end_grant(grant_id: UUID, body: end_right.EndRight, desk: AtDesk, call: Moving) -> Response:
    """立即终止角色及由此委托的权限，5 秒内在各服务生效。Takes a role away; effective everywhere within 5 s."""
    return (await end_right.end_grant(desk, grant_id, body, call)).response()


@router.get(
    "/officers/{officer_id}/delegations", operation_id="list_delegations", summary="人员委托",
    response_model=DelegationsOut,
)  # fmt: skip
@declares(SIGNED_IN, audit="none", loader=list_delegations)
async def delegations(
    officer_id: UUID, desk: AtDesk, call: Reading, with_ended: WithEnded = False
) -> Response:
    """列出本人委托出去和受托的签批权限。Lists what an officer lent and was lent."""
    return (await list_delegations(desk, officer_id, call, with_ended=with_ended)).response()


@router.post(
    "/delegations", operation_id="create_delegation", summary="委托签批", status_code=201, response_model=DelegationOut,
    openapi_extra=problems(
        "not_found", "not_delegable", "delegation_too_long", "delegate_of_other_organ", "delegated_already"
    ),
)  # fmt: skip
@declares(
    SIGNED_IN, audit="write", loader="the grant named in the body is found for its holder or an administrator"
)
async def lend(body: Delegate, desk: AtDesk, call: Writing) -> Response:
    """委托签批权限，仅限 S1、S2，须有起止日期，最长 184 天。Lends a signing right; S1 and S2 only, dated."""
    return (await delegate(desk, body, call)).response()


@router.post(
    "/delegations/{delegation_id}/end", operation_id="end_delegation", summary="终止委托", response_model=DelegationOut,
    openapi_extra=problems("ended_already"),
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=end_right.end_delegation)
async def end_delegation(
    delegation_id: UUID, body: end_right.EndRight, desk: AtDesk, call: Moving
) -> Response:
    """立即终止委托；委托人、受托人均可办理。Ends a delegation at once."""
    return (await end_right.end_delegation(desk, delegation_id, body, call)).response()


@router.get(
    "/officers/{officer_id}/clearances", operation_id="list_clearances", summary="人员涉密级别",
    response_model=ClearancesOut,
)  # fmt: skip
@declares(SIGNED_IN, audit="none", loader=list_clearances)
async def clearances(
    officer_id: UUID, desk: AtDesk, call: Reading, with_ended: WithEnded = False
) -> Response:
    """列出涉密级别及起止日期。Lists an officer's clearances."""
    return (await list_clearances(desk, officer_id, call, with_ended=with_ended)).response()


@router.post(
    "/officers/{officer_id}/clearances", operation_id="set_clearance", summary="确定涉密级别", status_code=201,
    response_model=ClearanceOut, openapi_extra=problems("classified_network_needed", "level_above_municipal"),
)  # fmt: skip
@declares("clearance:set", audit="write", loader=set_clearance)
async def clear(officer_id: UUID, body: SetClearance, desk: AtDesk, call: Writing) -> Response:
    """确定涉密级别，仅保密员办理；非涉密网络不得确定秘密及以上。Sets a clearance; the security officer alone."""
    return (await set_clearance(desk, officer_id, body, call)).response()


@router.post(
    "/clearances/{clearance_id}/end", operation_id="end_clearance", summary="终止涉密级别", response_model=ClearanceOut,
    openapi_extra=problems("ended_already"),
)  # fmt: skip
@declares("clearance:end", audit="write", loader=end_right.end_clearance)
async def end_clearance(clearance_id: UUID, body: end_right.EndRight, desk: AtDesk, call: Moving) -> Response:
    """立即终止涉密级别。Withdraws a clearance at once."""
    return (await end_right.end_clearance(desk, clearance_id, body, call)).response()


@router.get(
    "/permission-versions",
    operation_id="list_permission_versions",
    summary="权限版本",
    response_model=VersionsOut,
)
@declares("permission_version:read", audit="none", loader="versions only; no object", services=OTHERS)
async def versions(
    desk: AtDesk,
    call: Reading,
    after: Annotated[
        Instant | None, Query(description="上次答复中的 next_after · from the last answer")
    ] = None,
) -> Response:
    """返回此后变化的权限版本，供各服务核对令牌。Versions that changed, for services that verify tokens."""
    return (await list_versions(desk, after, call)).response()
