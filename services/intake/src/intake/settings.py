"""What intake needs to start, besides what every service needs."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from shared.settings import ManagementPort, Port, ServiceSettings, settings_config


class Settings(ServiceSettings):
    """Settings of intake; environment variables begin with `INTAKE_`."""

    model_config = settings_config("INTAKE")

    port: Port = 8102
    management_port: ManagementPort = 9102
    receiving_path: Annotated[
        str, Field(description="接收网上来件的信访室 · path of the office that receives what comes in online")
    ] = "city/city-petition"
    receipt_release_ms: Annotated[
        int,
        Field(
            description="回执查询的固定答复时间（毫秒）· fixed time at which receipts are answered",
            ge=0,
            le=2000,
        ),
    ] = 120
    survey_open_months: Annotated[
        int, Field(description="回访评价开放几个月 · months after which the later survey lapses", ge=1, le=24)
    ] = 3
    superior_key_file: Annotated[
        Path | None,
        Field(description="上级机关的公钥（P-256 JWK），用于密封上送 · public key of the superior organ"),
    ] = None
    refusals_before_ruling: Annotated[
        int,
        Field(
            description="主责部门提出职责异议几次后由牵头单位裁定 · refusals after which the coordinating body rules",
            ge=1,
            le=10,
        ),
    ] = 2
