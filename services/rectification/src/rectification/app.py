"""What rectification is: the only place that wires things together."""

from types import MappingProxyType

from rectification.clients.neighbours import neighbours
from rectification.domain.deadlines import DEADLINES
from rectification.domain.permissions import LIFECYCLES, PERMISSIONS
from rectification.settings import Settings
from rectification.usecases.follow import follows
from shared.service.spec import ServiceSpec

SPEC = ServiceSpec(
    name="rectification",
    title="巡察整改",
    description=(
        "巡察反馈的问题如何整改、核验、销号、评估和“回头看”。目前提供流程表、词表、事件流与审计接口。\n\n"
        "How inspection findings are put right, verified, scored and looked back at. So far: the lifecycle tables, "
        "reference lists, feed and audit log that every service has."
    ),
    version="1.0.0",
    permissions=PERMISSIONS,
    processes=MappingProxyType({}),
    deadlines=DEADLINES,
    routers=(),
    tags=MappingProxyType({}),
    feed_readers=("casework", "intake"),
    further_lifecycles=LIFECYCLES,
    clients=neighbours,
    follows=follows,
)


def settings() -> Settings:
    """Read the settings from the environment. Raises: pydantic's ValidationError naming every missing one."""
    return Settings()
