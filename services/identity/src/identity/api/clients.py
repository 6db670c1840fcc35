"""API clients: other systems with keys of their own."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from identity.api.replacing import Replacing
from identity.usecases import register_client as usecases
from identity.usecases.client_bodies import ClientOut, ClientsOut, RegisterClient, UpdateClient
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Moving, Reading, Writing

router = APIRouter(prefix="/v1/clients", tags=["接入系统"], route_class=StrictRoute)
ClientInPath = Annotated[str, Path(max_length=63, description="接入系统标识 · a client's id")]


@router.get("", operation_id="list_clients", summary="接入系统列表", response_model=ClientsOut)
@declares("client:read", audit="none", loader="a short list, for administrators only")
async def clients(desk: AtDesk, call: Reading) -> Response:
    """列出全部接入系统，含本系统各服务。Lists every client."""
    return (await usecases.list_clients(desk, call)).response()


@router.get(
    "/{client_id}", operation_id="get_client", summary="查看接入系统", response_model=ClientOut,
    openapi_extra={"x-etag": True},
)  # fmt: skip
@declares("client:read", audit="none", loader=usecases.show_one_client)
async def client(client_id: ClientInPath, desk: AtDesk, call: Reading) -> Response:
    """返回一个接入系统。Reads one client."""
    return (await usecases.show_one_client(desk, client_id, call)).response()


@router.post(
    "", operation_id="register_client", summary="登记接入系统", status_code=201, response_model=ClientOut,
    openapi_extra=problems("client_exists", "client_id_reserved", "key_not_public_p256", "role_not_for_clients"),
)  # fmt: skip
@declares(
    "client:register", audit="write", loader="the organisation is checked before a client is made for it"
)
async def register(body: RegisterClient, desk: AtDesk, call: Writing) -> Response:
    """登记接入系统：公钥、可访问的服务、角色、事件类型；不发放口令。Registers a system by its public key."""
    return (await usecases.register_client(desk, body, call)).response()


@router.put("/{client_id}", operation_id="update_client", summary="修改接入系统", response_model=ClientOut)
@declares("client:update", audit="write", loader=usecases.update_client)
async def update(client_id: ClientInPath, body: UpdateClient, desk: AtDesk, call: Replacing) -> Response:
    """修改接入系统，轮换公钥时可同时保留两把。Replaces what describes a client; two keys while one is changed."""
    return (await usecases.update_client(desk, client_id, body, call)).response()


@router.post(
    "/{client_id}/disable", operation_id="disable_client", summary="停用接入系统", response_model=ClientOut
)
@declares("client:disable", audit="write", loader=usecases.disable_client)
async def disable(
    client_id: ClientInPath, body: usecases.DisableClient, desk: AtDesk, call: Moving
) -> Response:
    """停用接入系统，令牌在数秒内失效 · shuts a system out.Shuts a client out within seconds."""
    return (await usecases.disable_client(desk, client_id, body, call)).response()
