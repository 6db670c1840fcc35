"""Settings every service has. Each service derives one class with its own prefix; secrets have no default."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, PostgresDsn, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = [
    "Field",
    "HttpUrl",
    "ManagementPort",
    "Path",
    "Port",
    "PostgresDsn",
    "SecretStr",
    "ServiceSettings",
    "SettingsConfigDict",
]


Port = Annotated[int, Field(description="业务端口 · port of the API", ge=1, le=65535)]
ManagementPort = Annotated[int, Field(description="管理端口 · port of health and metrics", ge=1, le=65535)]
"""Named, since a service that gives a default repeats the type, and the limits must not be lost with it."""


class OutsideIssuer(BaseModel):
    """An issuer of access tokens beside identity: its address, its keys, and what it calls things.

    `jwks` is an https address or a file; `claims` says where login, organisation, grants, clearance and
    permission_version stand in its tokens; `roles` translates its role names.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    jwks: str
    audience: str
    algorithms: tuple[str, ...] = ("ES256",)
    token_type: str = "at+jwt"  # noqa: S105 - a media type
    claims: dict[str, str] = {}
    roles: dict[str, str] = {}


class ServiceSettings(BaseSettings):
    """What a service needs to start. Durations are in seconds, sizes in bytes.

    A neighbour's address may be several, separated by commas: the next is tried where a connection is refused.
    """

    database_url: Annotated[
        SecretStr, Field(description="应用角色的数据库地址 · database URL of the application role")
    ]
    sealer_url: Annotated[
        SecretStr | None,
        Field(
            description="封存角色的数据库地址，仅后台进程需要 · database URL of the sealer role, for the worker"
        ),
    ] = None
    key_ring_file: Annotated[Path, Field(description="密钥环文件，权限 0400 · key ring, mode 0400")]
    service_key_file: Annotated[
        Path, Field(description="服务身份私钥 · private key of the service's own identity")
    ]
    jwks_file: Annotated[Path, Field(description="令牌公钥的本地副本 · where the last good JWKS is kept")]
    cursor_key: Annotated[
        SecretStr, Field(description="游标签名密钥 · key that signs paging cursors", min_length=32)
    ]
    objects_url: Annotated[str, Field(description="附件存储位置 · object store: file:///… or s3://bucket")]
    issuer: Annotated[str, Field(description="令牌签发者 · token issuer")] = "https://huiying.example"
    outside_issuers: Annotated[
        tuple[OutsideIssuer, ...],
        Field(description="外部身份签发者（JSON 数组）· issuers beside identity, as JSON"),
    ] = ()
    identity_url: Annotated[str, Field(description="身份服务地址 · base URL of identity")] = (
        "http://127.0.0.1:8101"
    )
    intake_url: Annotated[str, Field(description="信访服务地址 · base URL of intake")] = (
        "http://127.0.0.1:8102"
    )
    casework_url: Annotated[str, Field(description="办案服务地址 · base URL of casework")] = (
        "http://127.0.0.1:8103"
    )
    rectification_url: Annotated[str, Field(description="整改服务地址 · base URL of rectification")] = (
        "http://127.0.0.1:8104"
    )
    host: Annotated[str, Field(description="监听地址 · address to listen on")] = "127.0.0.1"
    port: Port
    management_port: ManagementPort
    worker_port: Annotated[
        int | None,
        Field(
            description="后台进程的指标端口，空为不开 · port of the worker's metrics; none if empty",
            ge=1,
            le=65535,
        ),
    ] = None
    pool_size: Annotated[
        int, Field(description="数据库连接数 · database connections per process", ge=1, le=200)
    ] = 20
    at_once: Annotated[
        int,
        Field(
            description="同时办理请求的上限，超过按轻重拒绝 · most requests under way at once; above, the least are refused",
            ge=4,
        ),
    ] = 96
    suite: Annotated[int, Field(description="密码套件：1 国际，2 国密 · cryptographic suite", ge=1, le=2)] = 1
    scanner: Annotated[str, Field(description="病毒扫描服务地址，空为未安装 · clamd socket or host:port")] = (
        ""
    )
    unscanned_is_fine: Annotated[
        bool, Field(description="没有扫描服务时允许下载未扫描文件 · allow downloads of files nobody scanned")
    ] = False
    usual_per_s: Annotated[
        float,
        Field(
            description="公开接口的常规速率，超过后要求工作量证明 · rate at which open paths ask for no proof of work",
            gt=0,
        ),
    ] = 100
    classified_network: Annotated[bool, Field(description="是否涉密网络 · classified network (SEC-5)")] = (
        False
    )
    documents_dir: Annotated[
        Path | None,
        Field(description="本单位自己的文书模板文件夹 · folder of Word templates that go before ours"),
    ] = None
    tracing_url: Annotated[
        str,
        Field(
            description="OpenTelemetry 采集地址，空为不采集 · http://collector:4318/v1/traces; none if empty"
        ),
    ] = ""
    tracing_share: Annotated[
        float, Field(description="采集比例 · share of requests that are traced", ge=0, le=1)
    ] = 0.1
    start_at: Annotated[str | None, Field(description="演示起始时间 · a demo's first day")] = None
    log_level: Annotated[str, Field(description="日志级别 · log level")] = "info"
    public_base_url: Annotated[str, Field(description="对外地址 · address seen by callers")] = (
        "http://localhost:8000"
    )


def settings_config(prefix: str) -> SettingsConfigDict:
    """Return the configuration of a service's settings class: `INTAKE_` variables and files under `secrets_dir`."""
    return SettingsConfigDict(env_prefix=f"{prefix}_", extra="ignore", frozen=True)
