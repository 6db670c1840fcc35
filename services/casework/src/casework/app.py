"""What casework is: the only place that wires things together."""

from types import MappingProxyType

from casework.api.cases import router as cases
from casework.api.clues import router as clues
from casework.api.conduct import router as conduct
from casework.api.ledger import router as ledger
from casework.api.linkage.board import router as linkage_board
from casework.api.linkage.secondments import router as secondments
from casework.api.linkage.tasks import router as linkage_tasks
from casework.api.relations import relations_router
from casework.clients.neighbours import neighbours
from casework.domain.deadlines import DEADLINES
from casework.domain.permissions import PERMISSIONS
from casework.settings import Settings
from casework.usecases.cases.lists import CASE_LISTS
from casework.usecases.conduct.processes import CONDUCT_LISTS
from casework.usecases.documents.registered import DOCUMENTS
from casework.usecases.duties import duties
from casework.usecases.follow import follows
from casework.usecases.ledger.processes import LEDGER_LISTS
from casework.usecases.linkage.lists import LINKAGE_LISTS
from casework.usecases.linkage.turn_the_day import secondment_loop
from casework.usecases.lists import LISTS
from casework.usecases.processes import PROCESSES
from shared.attachments.errors import AttachmentError
from shared.service.attachment_routes import attachment_router
from shared.service.spec import ServiceSpec

SPEC = ServiceSpec(
    name="casework",
    title="线索处置与办案",
    description=(
        "问题线索从登记、分办、研判到处置，**不经批准不得处置**：谈话函询、初步核实、暂存待查、予以了结，直至立案；"
        "案件从立案、审查调查、审理、处理到执行和申诉；**室组地联动**，抽调、会商、成果、考核。\n\n"
        "Clues, their disposal, cases, and joint work: nothing happens without approval, and every step has a name."
    ),
    version="1.0.0",
    permissions=PERMISSIONS,
    processes=PROCESSES,
    deadlines=DEADLINES,
    routers=(
        clues,
        ledger,
        conduct,
        cases,
        linkage_tasks,
        linkage_board,
        secondments,
        attachment_router(with_public=False),
        relations_router(PROCESSES),
    ),
    lists=(*LISTS, *LEDGER_LISTS, *CONDUCT_LISTS, *CASE_LISTS, *LINKAGE_LISTS),
    tags=MappingProxyType(
        {
            "问题线索": "问题线索及其处置 · clues and their disposal",
            "初步核实": "初步核实 · preliminary verifications",
            "谈话函询": "谈话函询 · talks and inquiries",
            "案件": "案件及其办理 · cases",
            "申诉复查": "申诉、复审、复核及对措施的申诉 · appeals and complaints",
            "联动任务": "室组地联动任务与共享工作板 · joint tasks and their board",
            "人员抽调": "人员抽调 · secondments",
            "任务清单": "联动任务清单 · work on the board",
            "材料共享": "专班内材料共享 · sharing inside a team",
            "会商": "会商 · consultations",
            "附件": "上传与下载 · attachments",
            "线索台账": "季度汇总核对与专题会议 · the ledger as a whole",
            "过问干预与回避": "过问干预登记、回避申请 · interference and recusal",
            "紧急查阅": "凭批示紧急查阅的记录 · records of broken glass",
        }
    ),
    feed_readers=("intake", "rectification"),
    clients=neighbours,
    follows=follows,
    loops=lambda desk: (*duties(desk), secondment_loop(desk)),
    coded_errors=(AttachmentError,),
    larger_bodies=((r"/v1/attachments", 21 * 1024 * 1024),),
    documents=DOCUMENTS,
)


def settings() -> Settings:
    """Read the settings from the environment. Raises: pydantic's ValidationError naming every missing one."""
    return Settings()
