"""What intake is: the only place that wires things together."""

from collections.abc import Sequence
from types import MappingProxyType

from intake.api.chasing import router as chasing
from intake.api.dialogue import router as dialogue
from intake.api.duplicates import router as duplicates
from intake.api.entry import router as entry
from intake.api.for_services import router as for_services
from intake.api.matters import router as matters
from intake.api.misconduct import router as misconduct
from intake.api.public import PUBLIC_ROUTES
from intake.api.public import router as public
from intake.api.publishing import PUBLIC_BOARD
from intake.api.publishing import router as publishing
from intake.api.replies import router as replies
from intake.api.requests import PUBLIC_REQUESTS
from intake.api.requests import router as requests
from intake.api.routing import router as routing
from intake.api.sealed import router as sealed
from intake.api.trends import router as trends
from intake.clients.neighbours import neighbours
from intake.domain.deadlines import DEADLINES
from intake.domain.permissions import PERMISSIONS
from intake.settings import Settings
from intake.store.sealed_texts import TEXT_SWEEPS
from intake.usecases.chasing.lists import CHASING_LISTS
from intake.usecases.chasing.remind import remind
from intake.usecases.documents.registered import DOCUMENTS
from intake.usecases.follow import follows
from intake.usecases.lists import LISTS
from intake.usecases.matters.import_letters import IMPORTS
from intake.usecases.matters.pack_matter import WHOLES
from intake.usecases.merging.processes import NOTICE_LIST
from intake.usecases.merging.send_notices import send_notices
from intake.usecases.processes import PROCESSES
from intake.usecases.publishing.lists import PUBLIC_LISTS
from intake.usecases.publishing.show_board import count_board, rate_board
from intake.usecases.publishing.take_down import take_down_contested
from intake.usecases.recusals.screen_matters import screen_matters
from intake.usecases.requests.lists import REQUEST_LISTS
from intake.usecases.sealed.move_stub import clear_confirmed
from shared.attachments.errors import AttachmentError
from shared.process.desk import Desk
from shared.service.attachment_routes import attachment_router
from shared.service.spec import ServiceSpec
from shared.worker.loops import Loop

REMIND_EVERY_S = 30.0
TAKE_DOWN_EVERY_S = 30.0
CLEAR_EVERY_S = 5.0
COUNT_EVERY_S = 3600.0
SCREEN_EVERY_S = 1.0


def _loops(desk: Desk) -> Sequence[Loop]:
    return [
        Loop("screen", lambda: screen_matters(desk), SCREEN_EVERY_S),
        Loop("remind", lambda: remind(desk), REMIND_EVERY_S),
        Loop("take-down", lambda: take_down_contested(desk), TAKE_DOWN_EVERY_S),
        Loop("clear", lambda: clear_confirmed(desk), CLEAR_EVERY_S),
        Loop("send-notices", lambda: send_notices(desk), COUNT_EVERY_S),
        Loop("rate-board", lambda: rate_board(desk), COUNT_EVERY_S),
        Loop("count-board", lambda: count_board(desk), COUNT_EVERY_S),
    ]


SPEC = ServiceSpec(
    name="intake",
    title="信访举报与民生诉求",
    description=(
        "群众反映什么，这里就登记、分办、催办，并**答复反映人**：检举控告件与民生诉求，查询码，往来消息，反馈与评价。\n\n"
        "Reports and livelihood demands: registered, routed, chased and answered to the person who brought them."
    ),
    version="1.0.0",
    permissions=PERMISSIONS,
    processes=PROCESSES,
    deadlines=DEADLINES,
    routers=(
        public,
        entry,
        sealed,
        requests,
        publishing,
        trends,
        misconduct,
        routing,
        matters,
        dialogue,
        duplicates,
        chasing,
        replies,
        for_services,
        attachment_router(with_public=True),
    ),
    lists=(*LISTS, NOTICE_LIST, *CHASING_LISTS, *REQUEST_LISTS, *PUBLIC_LISTS),
    imports=IMPORTS,
    wholes=WHOLES,
    tags=MappingProxyType(
        {
            "群众": "无需登录的公开接口 · the public surface",
            "检举控告": "检举控告件 · reports",
            "民生诉求": "民生领域诉求 · livelihood demands",
            "督办": "催办、交办、督办 · urgings",
            "工作提醒": "向主管部门的工作提醒 · work reminders",
            "主责部门": "主责部门声明 · departments declared competent",
            "常用答复": "按状态的常用答复 · canned replies",
            "保护与奖励": "对举报人的保护和奖励 · protecting and rewarding reporters",
            "回避与追查": "回避申请和匿名件追查 · recusal, and tracing",
            "密封上送": "属于上级机关的来件 · what belongs to a superior",
            "引用审批": "确需引用原文的审批 · texts that must quote a report",
            "公开": "举报渠道与答复公开 · what is published",
            "形势分析": "形势分析与巡察情况提供 · trends, and data on units",
            "附件": "上传与下载 · attachments",
        }
    ),
    public=(*PUBLIC_ROUTES, *PUBLIC_REQUESTS, *PUBLIC_BOARD),
    coded_errors=(AttachmentError,),
    feed_readers=("casework", "rectification"),
    clients=neighbours,
    follows=follows,
    loops=_loops,
    documents=DOCUMENTS,
    sweeps=TEXT_SWEEPS,
    larger_bodies=(
        (r"/v1/(public/)?attachments", 21 * 1024 * 1024),
        (r"/v1/imports/letters", 11 * 1024 * 1024),
    ),
    silent=("/v1/public/",),
    open_doors=("/v1/public/submissions", "/v1/public/attachments"),
)


def settings() -> Settings:
    """Read the settings from the environment. Raises: pydantic's ValidationError naming every missing one."""
    return Settings()
