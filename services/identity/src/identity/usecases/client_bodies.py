"""What is sent and shown of API clients."""

from typing import Annotated, Any

from pydantic import Field

from identity.domain.clients import CLIENT_ID_PATTERN, MOST_KEYS, Client, ClientKind
from identity.usecases.create_organisation import Code
from shared.auth.roles import Role
from shared.http.models import Input, Line, Output

Service = Annotated[str, Field(max_length=40)]
EventType = Annotated[
    str, Field(pattern=r"^huiying(?:\.[a-z_]+){3}\.v[0-9]+$", examples=["huiying.intake.report.accepted.v1"])
]


class PublicKey(Input):
    """A public P-256 key (JWK). A private key is refused."""

    kty: Annotated[str, Field(pattern="^EC$", examples=["EC"])]
    crv: Annotated[str, Field(pattern="^P-256$", examples=["P-256"])]
    x: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
    y: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
    kid: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,128}$")]
    use: Annotated[str, Field(pattern="^sig$", examples=["sig"])] | None = None
    alg: Annotated[str, Field(pattern="^ES256$", examples=["ES256"])] | None = None

    def as_jwk(self) -> dict[str, Any]:
        """Return the members that were given."""
        return self.model_dump(exclude_none=True)


class UpdateClient(Input):
    """修改接入系统 · keys, services it may call, roles, event types."""

    name: Annotated[str, Line(2, 100)]
    organisation: Code
    keys: Annotated[list[PublicKey], Field(min_length=1, max_length=MOST_KEYS)]
    audiences: Annotated[list[Service], Field(min_length=1, max_length=10)]
    roles: Annotated[list[Role], Field(max_length=10)] = Field(default_factory=list)
    event_types: Annotated[list[EventType], Field(max_length=100)] = Field(default_factory=list)


class RegisterClient(UpdateClient):
    """登记接入系统：凭自己的私钥签名取得令牌，无口令 · a system that proves itself with a key."""

    id: Annotated[str, Field(pattern=CLIENT_ID_PATTERN)]


class ClientOut(Output):
    """A registered client."""

    id: str
    kind: ClientKind
    name: str
    organisation: str | None
    audiences: list[str]
    roles: list[Role]
    event_types: list[str]
    key_ids: list[str]
    is_enabled: bool
    version: int


class ClientsOut(Output):
    """All clients."""

    items: list[ClientOut]


def show_client(client: Client, organisation: str | None) -> ClientOut:
    """Return a client without its keys' coordinates."""
    return ClientOut(
        id=client.id,
        kind=client.kind,
        name=client.name,
        organisation=organisation,
        audiences=list(client.audiences),
        roles=list(client.roles),
        event_types=list(client.event_types),
        key_ids=[str(key["kid"]) for key in client.keys],
        is_enabled=client.is_enabled,
        version=client.version,
    )
