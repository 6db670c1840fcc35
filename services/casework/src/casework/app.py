"""What casework is: the only place that wires things together."""

from types import MappingProxyType

from casework.api.cases import router as cases
from casework.api.clues import router as clues
from casework.clients.neighbours import neighbours
from casework.domain.deadlines import DEADLINES
from casework.domain.permissions import PERMISSIONS
from casework.settings import Settings
from casework.usecases.cases.lists import CASE_LISTS
from casework.usecases.documents.registered import DOCUMENTS
from casework.usecases.follow import follows
from casework.usecases.lists import LISTS
from casework.usecases.processes import PROCESSES
from shared.service.spec import ServiceSpec

SPEC = ServiceSpec(
    name="casework",
    title="线索处置与办案",
    description=(
        "问题线索从登记、分办、研判到处置，**不经批准不得处置**：谈话函询、初步核实、暂存待查、予以了结，直至立案；"
        "案件从立案、审查调查、审理、处理到执行和申诉。\n\n"
        "Clues, their disposal, and cases: nothing happens without approval, and every step has a name."
    ),
    version="1.0.0",
    permissions=PERMISSIONS,
    processes=PROCESSES,
    deadlines=DEADLINES,
    routers=(clues, cases),
    lists=(*LISTS, *CASE_LISTS),
    tags=MappingProxyType(
        {
            "问题线索": "问题线索及其处置 · clues and their disposal",
            "初步核实": "初步核实 · preliminary verifications",
            "谈话函询": "谈话函询 · talks and inquiries",
            "案件": "案件及其办理 · cases",
            "申诉复查": "申诉、复审、复核及对措施的申诉 · appeals and complaints",
            "紧急查阅": "凭批示紧急查阅的记录 · records of broken glass",
        }
    ),
    feed_readers=("intake", "rectification"),
    clients=neighbours,
    follows=follows,
    documents=DOCUMENTS,
)


def settings() -> Settings:
    """Read the settings from the environment. Raises: pydantic's ValidationError naming every missing one."""
    return Settings()
