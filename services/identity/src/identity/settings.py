"""What identity needs to start, beside what every service needs."""

from enum import StrEnum, auto
from typing import Annotated

from shared.settings import Field, Path, ServiceSettings, settings_config


class SecondFactor(StrEnum):
    """Who needs a second factor."""

    OPTIONAL = auto()
    LEADERS = auto()
    EVERYBODY = auto()


class Settings(ServiceSettings):
    """Settings of identity; variables begin with `IDENTITY_`. Sizes of the password hash are those of Argon2id."""

    model_config = settings_config("IDENTITY")

    token_keys_folder: Annotated[
        Path, Field(description="令牌签名密钥目录 · folder of the keys that sign tokens")
    ]
    service_keys_folder: Annotated[
        Path, Field(description="各服务公钥目录，文件名为服务名 · public keys of the services: <service>.jwk")
    ]
    second_factor: Annotated[
        SecondFactor,
        Field(description="双因子范围 · who needs a second factor: optional, leaders, everybody"),
    ] = SecondFactor.OPTIONAL
    outside_issuer: Annotated[
        str | None, Field(description="外部统一身份认证（OIDC）签发者 · an outside identity provider")
    ] = None
    outside_audience: Annotated[str, Field(description="在外部认证中的客户端标识 · our client id there")] = (
        "huiying"
    )
    outside_keys: Annotated[
        str, Field(description="外部认证公钥：网址或文件 · its JWKS, an address or a file")
    ] = ""
    outside_algorithms: Annotated[str, Field(description="外部认证签名算法 · algorithms it signs with")] = (
        "RS256,ES256"
    )
    outside_login_claim: Annotated[
        str, Field(description="外部令牌中登录名所在字段 · the claim that holds the login")
    ] = "preferred_username"
    token_key_days: Annotated[
        int,
        Field(
            description="令牌密钥轮换天数，0 为人工 · days between token keys, 0 for by hand", ge=0, le=365
        ),
    ] = 30
    password_memory_kib: Annotated[
        int, Field(description="口令散列内存 · memory of a password hash, KiB", ge=8192, le=1_048_576)
    ] = 65_536
    password_rounds: Annotated[
        int, Field(description="口令散列轮数 · passes over that memory", ge=1, le=20)
    ] = 3
    password_slots: Annotated[
        int, Field(description="同时进行的口令散列 · hashes computed at the same time", ge=1, le=16)
    ] = 2
