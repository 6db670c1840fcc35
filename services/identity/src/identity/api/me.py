"""The caller's own page: who am I, password, second factor."""

from fastapi import APIRouter
from starlette.responses import Response

from identity.usecases.change_password import ChangePassword, change_password
from identity.usecases.enrol_second_factor import (
    BeginSecondFactor,
    ConfirmSecondFactor,
    SecondFactorOut,
    begin_second_factor,
    confirm_second_factor,
)
from identity.usecases.show_me import MeOut, show_me
from shared.auth.declare import SIGNED_IN, declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading

router = APIRouter(prefix="/v1/me", tags=["本人"], route_class=StrictRoute)
OWN = "the caller's own affairs"


@router.get("", operation_id="get_me", summary="本人信息", response_model=MeOut)
@declares(SIGNED_IN, audit="none", loader=OWN)
async def me(desk: AtDesk, call: Reading) -> Response:
    """返回本人、所在机构、角色及起止日期、涉密级别。The caller, organisation, roles with periods, clearance."""
    return (await show_me(desk, call)).response()


@router.post(
    "/password", operation_id="change_my_password", summary="修改本人口令", status_code=204,
    openapi_extra={"x-idempotent": True, **problems("password_wrong", "password_too_short", "password_guessable")},
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=OWN)
async def password(body: ChangePassword, desk: AtDesk, call: Reading) -> Response:
    """修改口令，至少 12 个字符；全部会话终止，须重新登录。Changes the password; every session ends."""
    return (await change_password(desk, body, call)).response()


@router.post(
    "/totp", operation_id="begin_second_factor", summary="申请绑定第二因子", response_model=SecondFactorOut,
    openapi_extra={"x-idempotent": True, **problems("password_wrong")},
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=OWN)
async def begin(body: BeginSecondFactor, desk: AtDesk, call: Reading) -> Response:
    """返回动态口令密钥，只显示一次；确认之前不生效。Returns a secret; nothing changes before it is confirmed."""
    return (await begin_second_factor(desk, body, call)).response()


@router.post(
    "/totp/confirm", operation_id="confirm_second_factor", summary="确认绑定第二因子", status_code=204,
    openapi_extra={"x-idempotent": True, **problems("totp_wrong")},
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=OWN)
async def confirm(body: ConfirmSecondFactor, desk: AtDesk, call: Reading) -> Response:
    """用一次动态口令确认绑定，此后登录必须提供。Confirms with a code; from then on every log-in needs one."""
    return (await confirm_second_factor(desk, body, call)).response()
