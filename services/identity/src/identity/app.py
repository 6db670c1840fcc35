"""What identity is: the only place that wires things together."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from identity.api import calendars, clients, declarations, me, officers, organisations, rights, token
from identity.clients.passwords import PasswordsBusy
from identity.domain.permissions import OTHERS, PERMISSIONS
from identity.settings import Settings
from identity.usecases.access import open_access
from identity.usecases.duties import duties
from identity.usecases.find_officers import OFFICER_LIST
from identity.usecases.import_sheet import IMPORTS
from identity.usecases.officer_process import OFFICERS
from shared.clocks.rules import Deadlines
from shared.http.client import Tokens
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.service.spec import ServiceSpec
from shared.settings import ServiceSettings
from shared.worker.loops import Loop


def _access(settings: ServiceSettings, _: Tokens) -> Mapping[str, Any]:
    if not isinstance(settings, Settings):
        raise TypeError("identity opens with its own settings")
    return {"access": open_access(settings)}


def _loops(desk: Desk) -> Sequence[Loop]:
    return duties(desk)


SPEC = ServiceSpec(
    name="identity",
    title="机构、人员与权限",
    description=(
        "谁在哪个机构、担任什么角色、从何时到何时：机构树、人员、角色、委托、涉密级别、登录与令牌、接入系统、工作日历。\n\n"
        "Organisations, officers, dated roles, credentials and tokens, clients of other systems, the calendar."
    ),
    version="1.0.0",
    permissions=PERMISSIONS,
    processes={"officer": OFFICERS},
    deadlines=Deadlines(),
    routers=(
        token.router,
        token.keys_router,
        me.router,
        organisations.router,
        officers.router,
        rights.router,
        declarations.router,
        clients.router,
        calendars.router,
    ),
    tags=MappingProxyType(
        {
            "登录与令牌": "登录、刷新、代理访问、公钥 · tokens",
            "本人": "本人信息、口令、第二因子 · the caller",
            "机构": "机构树与联系片区 · organisations",
            "人员": "人员账号 · officers",
            "权限": "角色、委托、涉密级别 · rights",
            "回避申报": "亲属、利害关系、曾任职务 · declarations",
            "接入系统": "其他系统的身份 · clients",
            "工作日历": "放假与调休 · the calendar",
        }
    ),
    lists=(OFFICER_LIST,),
    imports=IMPORTS,
    public=token.PUBLIC_ROUTES,
    feed_readers=OTHERS,
    coded_errors=(Refused, PasswordsBusy),
    clients=_access,
    loops=_loops,
)


def settings() -> Settings:
    """Read the settings from the environment. Raises: pydantic's ValidationError naming every missing one."""
    return Settings()
