"""What casework needs to start, besides what every service needs."""

from typing import Annotated

from pydantic import Field

from shared.settings import ManagementPort, Port, ServiceSettings, settings_config


class Settings(ServiceSettings):
    """Settings of casework; environment variables begin with `CASEWORK_`."""

    model_config = settings_config("CASEWORK")

    port: Port = 8103
    management_port: ManagementPort = 9103
    ledger_path: Annotated[
        str,
        Field(
            description="本级没有案件监督管理室时登记线索的机构 · path of the case management office "
            "for clues of organs that have none"
        ),
    ] = "city/city-case-management"
    cadre_supervision_path: Annotated[
        str,
        Field(
            description="本级没有纪检监察干部监督室时登记过问干预的机构 · path of the office that keeps the interference "
            "register for organs that supervise no cadres of their own"
        ),
    ] = "city/city-cadre-supervision"
    sample_check_percent: Annotated[
        int,
        Field(
            ge=0, le=100, description="谈话函询说明抽查比例（%）· accepted explanations checked all the same"
        ),
    ] = 10
    spot_check_percent: Annotated[
        int,
        Field(
            ge=1, le=100, description="线索抽查比例（%）· how many open clues in a hundred are spot-checked"
        ),
    ] = 5
    inquiries_a_day: Annotated[
        int,
        Field(
            ge=1,
            description="每人每日查询“有无线索”次数上限 · how often an officer may ask about subjects within 24 hours",
        ),
    ] = 20
    months_between_checks: Annotated[
        int,
        Field(
            ge=0, le=24, description="同一单位两次检查的最短间隔（月）· months between two checks of a unit"
        ),
    ] = 3
