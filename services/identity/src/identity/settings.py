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
    password_memory_kib: Annotated[
        int, Field(description="口令散列内存 · memory of a password hash, KiB", ge=8192, le=1_048_576)
    ] = 65_536
    password_rounds: Annotated[
        int, Field(description="口令散列轮数 · passes over that memory", ge=1, le=20)
    ] = 3
    password_slots: Annotated[
        int, Field(description="同时进行的口令散列 · hashes computed at the same time", ge=1, le=16)
    ] = 2
