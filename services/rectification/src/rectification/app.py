"""What rectification is: the only place that wires things together."""

from types import MappingProxyType

from rectification.api.evaluations import router as evaluations
from rectification.api.figures import TAG as FIGURES
from rectification.api.figures import router as figures
from rectification.api.organizations import router as organizations
from rectification.api.recommendations import router as recommendations
from rectification.api.supervision import router as supervision
from rectification.api.surveys import ANSWERING, PUBLIC_SURVEY
from rectification.api.surveys import router as surveys
from rectification.api.transferred_clues import router as transferred_clues
from rectification.clients.neighbours import neighbours
from rectification.domain.deadlines import DEADLINES
from rectification.domain.permissions import PERMISSIONS
from rectification.settings import Settings
from rectification.usecases.documents.registered import DOCUMENTS
from rectification.usecases.evaluations.confirm_many import KIND, confirm_evaluations
from rectification.usecases.evaluations.import_index import IMPORTS
from rectification.usecases.follow import follows
from rectification.usecases.lists import LISTS
from rectification.usecases.passing_time import loops
from rectification.usecases.processes import PROCESSES
from shared.attachments.errors import AttachmentError
from shared.service.attachment_routes import attachment_router
from shared.service.spec import ServiceSpec

SPEC = ServiceSpec(
    name="rectification",
    title="巡察整改与建议",
    description=(
        "巡察发现的问题**件件有整改、整改有人管、真假有人查**：轮次与反馈、整改方案与事项、会审、日常监督、"
        "再反馈，以及纪律检查建议、监察建议的办理。\n\n"
        "What inspection found is put right, supervised and verified by others; recommendations have a life of their own."
    ),
    version="1.0.0",
    permissions=PERMISSIONS,
    processes=PROCESSES,
    deadlines=DEADLINES,
    routers=(
        organizations,
        transferred_clues,
        supervision,
        recommendations,
        evaluations,
        surveys,
        figures,
        attachment_router(with_public=False),
    ),
    lists=LISTS,
    imports=IMPORTS,
    jobs=MappingProxyType({KIND: confirm_evaluations}),
    tags=MappingProxyType(
        {
            "巡察轮次": "巡察轮次 · inspection rounds",
            "被巡察党组织": "被巡察党组织整改 · inspected organisations",
            "整改事项": "整改事项 · rectification items",
            "会审": "方案与报告会审 · joint reviews",
            "日常监督": "日常监督 · daily supervision",
            "线索移交": "问题线索移交清单 · clues handed over",
            "建议与提醒": "纪律检查建议、监察建议与提醒 · recommendations and reminders",
            "整改成效评估": "整改成效评估与结果运用 · evaluation of rectification and use of its result",
            "建立完善制度": "建立完善制度 · systems made or revised",
            FIGURES: "统计指标 · figures",
            "附件": "佐证材料 · evidence files",
        }
    ),
    public=PUBLIC_SURVEY,
    silent=(ANSWERING,),
    feed_readers=("casework",),
    coded_errors=(AttachmentError,),
    clients=neighbours,
    follows=follows,
    loops=loops,
    documents=DOCUMENTS,
    larger_bodies=((r"/v1/attachments", 21 * 1024 * 1024),),
)


def settings() -> Settings:
    """Read the settings from the environment. Raises: pydantic's ValidationError naming every missing one."""
    return Settings()
