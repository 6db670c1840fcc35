"""What rectification is: the only place that wires things together."""

from types import MappingProxyType

from rectification.clients.neighbours import neighbours
from rectification.domain.deadlines import DEADLINES
from rectification.domain.item_lifecycle import ITEM
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.permissions import PERMISSIONS
from rectification.domain.recommendation_lifecycle import RECOMMENDATION
from rectification.settings import Settings
from rectification.usecases.follow import follows
from shared.service.spec import ServiceSpec

SPEC = ServiceSpec(
    name="rectification",
    title="巡察整改与建议",
    description=(
        "被巡察党组织的整改、日常监督、会审与评估，以及纪律检查建议、监察建议的办理；本版提供流程表、期限与词表。\n\n"
        "Rectification after inspection and recommendations; this version serves the tables of the process."
    ),
    version="1.0.0",
    permissions=PERMISSIONS,
    processes=MappingProxyType({}),
    deadlines=DEADLINES,
    routers=(),
    tags=MappingProxyType({}),
    feed_readers=("casework",),
    further_lifecycles=(INSPECTED_ORGANIZATION, ITEM, RECOMMENDATION),
    clients=neighbours,
    follows=follows,
)


def settings() -> Settings:
    """Read the settings from the environment. Raises: pydantic's ValidationError naming every missing one."""
    return Settings()
