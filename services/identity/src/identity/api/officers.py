"""Officers: accounts, credentials, names. Suspending, resuming and leaving come from the lifecycle table."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from identity.api.replacing import Replacing
from identity.domain.permissions import OTHERS
from identity.usecases.create_officer import CreateOfficer, create_officer
from identity.usecases.declaration_bodies import RecusalFactsOut
from identity.usecases.find_officers import (
    NameOfficers,
    NamesOut,
    name_officers,
)
from identity.usecases.officer_process import OFFICERS
from identity.usecases.officer_views import OfficerOut
from identity.usecases.recusal_facts import recusal_facts
from identity.usecases.reset_credentials import OneTimePassword, ResetCredentials, reset_credentials
from identity.usecases.skills import SetSkills, SkillsOut, replace_skills, show_skills
from identity.usecases.tell_rights import AskRights, OfficerRightsOut, tell_rights
from identity.usecases.update_officer import UpdateOfficer, update_officer
from shared.auth.declare import SIGNED_IN, declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1/officers", tags=[OFFICERS.tag], route_class=StrictRoute)


@router.post(
    "/_names", operation_id="name_officers", summary="查询姓名", response_model=NamesOut,
    openapi_extra={"x-idempotent": True},
)  # fmt: skip
@declares(SIGNED_IN, audit="none", loader="whoever was shown an id may know whose it is", services=OTHERS)
async def officers_names(body: NameOfficers, desk: AtDesk, call: Reading) -> Response:
    """按 id 查询姓名、机构与职务，一次最多 100 个；按登录名查询仅限各服务。Returns the names behind ids."""
    return (await name_officers(desk, body, call)).response()


@router.post(
    "/_rights", operation_id="get_officer_rights", summary="查询人员权限", response_model=OfficerRightsOut,
    openapi_extra={"x-idempotent": True, **problems("not_found")},
)  # fmt: skip
@declares("officer_rights:read", audit="read", loader=tell_rights, services=OTHERS, sensitive=True)
async def officer_rights(body: AskRights, desk: AtDesk, call: Reading) -> Response:
    """供各服务说明谁能看到什么：当日的角色与涉密等级。仅限服务自身令牌。For services, to explain who sees what."""
    return (await tell_rights(desk, body, call)).response()


@router.post(
    "", operation_id="create_officer", summary="新增人员", status_code=201, response_model=OfficerOut,
    openapi_extra=problems("login_taken", "organisation_unknown"),
)  # fmt: skip
@declares("officer:create", audit="write", loader="the organisation is checked before anybody is added to it")
async def add_officer(body: CreateOfficer, desk: AtDesk, call: Writing) -> Response:
    """建立账号，之后须授予角色并发放口令。Opens an account."""
    return (await create_officer(desk, body, call)).response()


@router.put(
    "/{object_id}", operation_id="update_officer", summary="修改人员", response_model=OfficerOut,
    openapi_extra=problems("organisation_unknown"),
)  # fmt: skip
@declares("officer:update", audit="write", loader=update_officer)
async def change_officer(object_id: UUID, body: UpdateOfficer, desk: AtDesk, call: Replacing) -> Response:
    """修改姓名、机构、职务。Replaces name, organisation and position."""
    return (await update_officer(desk, object_id, body, call)).response()


@router.get(
    "/{officer_id}/skills", operation_id="get_officer_skills", summary="人员专长", response_model=SkillsOut
)
@declares("officer:read", audit="none", loader=show_skills)
async def skills(officer_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """列出人员专长。Lists an officer's skills."""
    return (await show_skills(desk, officer_id, call)).response()


@router.put(
    "/{officer_id}/skills",
    operation_id="set_officer_skills",
    summary="登记人员专长",
    response_model=SkillsOut,
)
@declares("officer:update", audit="write", loader=replace_skills)
async def change_skills(officer_id: UUID, body: SetSkills, desk: AtDesk, call: Replacing) -> Response:
    """登记人员专长，替换原有专长，供抽调时参考。Replaces an officer's skills."""
    return (await replace_skills(desk, officer_id, body, call)).response()


@router.post(
    "/{officer_id}/reset-credentials", operation_id="reset_officer_credentials", summary="发放一次性口令",
    response_model=OneTimePassword, openapi_extra=problems("own_account", "officer_not_active"),
)  # fmt: skip
@declares("credentials:reset", audit="write", loader=reset_credentials)
async def reset(officer_id: UUID, body: ResetCredentials, desk: AtDesk, call: Writing) -> Response:
    """发放一次性口令，只显示一次；原口令和会话立即失效。Returns a one-time password; old sessions end."""
    return (await reset_credentials(desk, officer_id, body, call)).response()


@router.get(
    "/{officer_id}/recusal-facts", operation_id="get_recusal_facts", summary="回避核查资料",
    response_model=RecusalFactsOut,
)  # fmt: skip
@declares("recusal_facts:read", audit="read", loader=recusal_facts, services=OTHERS, sensitive=True)
async def facts(officer_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """供各服务在指派前核查：申报的关系、近三年任职。仅限服务自身令牌。For services, before they assign work."""
    return (await recusal_facts(desk, officer_id, call)).response()
