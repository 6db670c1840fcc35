"""Tokens: log in, refresh, act for an officer, log out; and the keys they are verified with."""

from typing import Annotated, Any

from fastapi import APIRouter, Form
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from identity.api.token_route import TokenRoute
from identity.usecases.access import Access, access_of
from identity.usecases.client_token import acting_token, own_token, prove_client
from identity.usecases.log_in import LogIn, log_in
from identity.usecases.log_in_outside import ID_TOKEN_TYPE, log_in_outside
from identity.usecases.log_out import log_out
from identity.usecases.refresh_session import refresh_session
from shared.auth.assertions import ASSERTION_TYPE
from shared.auth.declare import PublicRoute
from shared.auth.exchange import ACCESS_TOKEN_TYPE, GRANT_TYPE
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.problems import Problem
from shared.http.route import StrictRoute
from shared.process.desk import Desk
from shared.service.calls import AtDesk

PUBLIC_ROUTES = (
    PublicRoute("POST", "/v1/token", "this is where a caller becomes known"),
    PublicRoute("POST", "/v1/token/revoke", "whoever holds a token may give it back"),
    PublicRoute("GET", "/v1/jwks", "public keys"),
)
TAG = "登录与令牌"
OPEN: dict[str, Any] = {"security": [], "x-idempotent": True}

router = APIRouter(prefix="/v1", tags=[TAG], route_class=TokenRoute)
keys_router = APIRouter(prefix="/v1", tags=[TAG], route_class=StrictRoute)

Short = Annotated[str | None, Field(max_length=200)]
Long = Annotated[str | None, Field(max_length=16_384)]


class TokenForm(BaseModel):
    """令牌请求：各 grant_type 使用各自的字段，多余字段忽略 · what a token is asked for with (RFC 6749)."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    grant_type: Annotated[
        str,
        Field(
            min_length=1,
            max_length=100,
            description="password、refresh_token、client_credentials 或 urn:ietf:params:oauth:grant-type:token-exchange",
        ),
    ]
    username: Annotated[str | None, Field(max_length=64, description="登录名 · login name")] = None
    password: Annotated[str | None, Field(max_length=256, description="口令 · password")] = None
    totp: Annotated[
        str | None, Field(max_length=10, description="动态口令，已绑定时必填 · one-time code")
    ] = None
    device_token: Annotated[
        str | None, Field(max_length=400, description="此前登录得到的设备令牌 · from an earlier log-in here")
    ] = None
    proof: Annotated[
        str | None, Field(max_length=600, description="工作量证明 challenge.answer · a solved challenge")
    ] = None
    refresh_token: Short = None
    client_assertion_type: Short = None
    client_assertion: Long = None
    subject_token: Long = None
    subject_token_type: Short = None
    audience: Annotated[
        list[str], Field(max_length=10, description="目标服务 · services the token is for")
    ] = []


class RevokeForm(BaseModel):
    """交回令牌 · gives a token back (RFC 7009)."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    token: Annotated[str, Field(min_length=1, max_length=16_384, description="refresh_token")]


class TokenOut(Output):
    """Tokens (RFC 6749 5.1). `restricted_until` says what must be done before any role can be used."""

    model_config = ConfigDict(json_schema_extra={"required": ["access_token", "token_type", "expires_in"]})

    access_token: str
    token_type: str
    expires_in: int
    refresh_token: str
    device_token: str
    restricted_until: str
    issued_token_type: Annotated[
        str, Field(description="令牌交换时的令牌类型 · what was issued in exchange (RFC 8693)")
    ]


class KeysOut(Output):
    """A JWKS (RFC 7517)."""

    keys: list[dict[str, Any]]


@router.post(
    "/token", operation_id="create_token", summary="取得令牌", response_model=TokenOut,
    openapi_extra={**OPEN, **problems("login_refused", "login_proof_required", "totp_required", "client_refused")},
)  # fmt: skip
async def create_token(form: Annotated[TokenForm, Form()], desk: AtDesk) -> Response:
    """取得访问令牌（5 分钟）；错误答复另含 OAuth 的 `error` 字段 · issues tokens, by password, refresh token or key.

    - `password`：`username`、`password`，已绑定第二因子时加 `totp`；同一设备请带上 `device_token`。
      失败次数较多且设备未知时，须求解 `challenge`（`proof`），不锁定账号。
    - `refresh_token`：一次性；30 秒内重复请求得到同一结果，再次使用则终止会话。
    - 外部统一身份认证：令牌交换，`subject_token_type` 为 `urn:ietf:params:oauth:token-type:id_token`。
    - `client_credentials`、令牌交换：凭 `private_key_jwt` 证明身份。

    Issues tokens. Passwords are slowed down by work, never by shutting an account.
    """
    access = access_of(desk)
    return Answer(200, await _tokens(form, desk, access)).response()


async def _tokens(form: TokenForm, desk: Desk, access: Access) -> dict[str, object]:
    if form.grant_type == "password":
        return await log_in(desk, access, _log_in_of(form))
    if form.grant_type == "refresh_token":
        return await refresh_session(desk, access, form.refresh_token or "")
    if form.grant_type not in ("client_credentials", GRANT_TYPE):
        raise Problem("grant_type_unsupported")
    if form.grant_type == GRANT_TYPE and form.subject_token_type == ID_TOKEN_TYPE:
        return await log_in_outside(desk, access, form.subject_token or "")
    if form.client_assertion_type != ASSERTION_TYPE or not form.client_assertion:
        raise Problem("client_refused")
    client = await prove_client(desk, access, form.client_assertion)
    if form.grant_type == "client_credentials":
        return await own_token(desk, access, client, form.audience)
    if form.subject_token_type != ACCESS_TOKEN_TYPE or not form.subject_token:
        raise Problem("exchange_refused")
    return await acting_token(desk, access, client, form.subject_token, form.audience)


def _log_in_of(form: TokenForm) -> LogIn:
    return LogIn(
        username=form.username or "",
        password=form.password or "",
        totp=form.totp or None,
        device=form.device_token or None,
        proof=form.proof or None,
    )


@router.post(
    "/token/revoke", operation_id="revoke_token", summary="退出登录", status_code=204, openapi_extra=OPEN
)
async def revoke_token(form: Annotated[RevokeForm, Form()], desk: AtDesk) -> Response:
    """交回刷新令牌，终止会话；访问令牌随即失效。未知令牌同样答复 204。Ends the session of a refresh token."""
    await log_out(desk, access_of(desk), form.token)
    return Answer(204).response()


@keys_router.get(
    "/jwks",
    operation_id="get_jwks",
    summary="令牌公钥",
    response_model=KeysOut,
    openapi_extra={"security": []},
)
async def get_jwks(desk: AtDesk) -> Response:
    """返回令牌签名公钥：当前一把，另加下一把或上一把。Public keys by which tokens are verified."""
    access = access_of(desk)
    return Answer(200, access.keys.jwks(access.wall.now())).response()
