"""Where matters went: what crossed, how long whom it took, officers' papers, breaches, declared departments."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from intake.usecases.demands.declare_competence import DeclareCompetence, declare_competence, list_competences
from intake.usecases.lists import DEMAND_LIST, REPORT_LIST, DemandQuery, ReportQuery
from intake.usecases.matters.find_breaches import find_demand_breaches, find_report_breaches
from intake.usecases.matters.follow_matter import show_disclosures, show_holding_times, show_papers
from intake.usecases.processes import DEMANDS, REPORTS
from intake.usecases.views import DemandOut, ReportOut
from shared.auth.declare import declares
from shared.http.models import Instant, Output
from shared.http.openapi import sortable
from shared.http.route import StrictRoute
from shared.process.listing import ListPage
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
DEPARTMENT_TAG: list[Any] = ["主责部门"]
DEMAND_TAG: list[Any] = [DEMANDS.tag]
REPORT_TAG: list[Any] = [REPORTS.tag]


class DemandBreachPage(ListPage[DemandOut]):
    """A page of demands nobody routed in time."""


class ReportBreachPage(ListPage[ReportOut]):
    """A page of reports nobody sent on or declined in time."""


class DisclosureOut(Output):
    """One crossing of a border."""

    kind: str
    from_: Annotated[str, Field(alias="from")]
    to: str | None
    crossed: list[str]
    withheld: list[str]
    number: str | None
    by: str
    sign_off_id: UUID | None
    at: Instant


class DisclosuresOut(Output):
    """The privacy ledger of a matter, oldest first."""

    items: list[DisclosureOut]


class ShareOut(Output):
    """Days charged to one holder."""

    holder: str
    days: int


class HoldingTimeOut(Output):
    """One deadline, and whom its days are charged to."""

    rule: str
    unit: str
    state: str
    holders: list[ShareOut]


class HoldingTimesOut(Output):
    """Every deadline of a matter."""

    items: list[HoldingTimeOut]


class PaperOut(Output):
    """A paper of an officer."""

    kind: str
    fields: dict[str, Any]
    made_by: str
    at: Instant


class PapersOut(Output):
    """Officers' papers about a matter, oldest first."""

    items: list[PaperOut]


class CompetenceOut(Output):
    """A department declared competent, or an office that may supervise; `until` is null while it holds."""

    id: UUID
    capacity: Literal["competent", "supervising"]
    field: str
    region: str | None
    department: str
    set_by: str
    since: Instant
    until: Instant | None


class CompetencesOut(Output):
    """What is declared."""

    items: list[CompetenceOut]


@router.get(
    "/reports/breaches", response_model=ReportBreachPage, operation_id="list_report_breaches",
    summary="逾期未处理的检举控告", tags=REPORT_TAG, openapi_extra=sortable(*REPORT_LIST.sorting.keys),
)  # fmt: skip
@declares("report:read", audit="none", loader=find_report_breaches)
async def report_breaches(desk: AtDesk, call: Reading, query: Annotated[ReportQuery, Query()]) -> Response:
    """列出满 15 日仍未移送、转办、交办或者不予受理的检举控告。Lists reports nobody sent on or declined in fifteen days."""
    return (await find_report_breaches(desk, query, call)).response()


@router.get(
    "/demands/breaches", response_model=DemandBreachPage, operation_id="list_demand_breaches", summary="逾期未处理的诉求",
    tags=DEMAND_TAG, openapi_extra=sortable(*DEMAND_LIST.sorting.keys),
)  # fmt: skip
@declares("demand:read", audit="none", loader=find_demand_breaches)
async def demand_breaches(desk: AtDesk, call: Reading, query: Annotated[DemandQuery, Query()]) -> Response:
    """列出收到满 15 日仍未转办、督办、不予受理或者转检举控告的诉求。Lists demands nobody has routed in fifteen days."""
    return (await find_demand_breaches(desk, query, call)).response()


@router.get(
    "/competences", response_model=CompetencesOut, operation_id="list_competences", summary="主责部门、监督室一览",
    tags=DEPARTMENT_TAG,
)  # fmt: skip
@declares(
    "competence:read", audit="none", loader="a reference list of codes, the same for all who may read it"
)
async def competences(
    desk: AtDesk,
    call: Reading,
    past: Annotated[bool, Query(description="含已失效的声明 · past ones too")] = False,
) -> Response:
    """列出各领域、各区（市）的主责部门和监督室。Lists who solves and who watches what."""
    return (await list_competences(desk, call, past=past)).response()


@router.post(
    "/competences", status_code=201, response_model=CompetenceOut, operation_id="declare_competence",
    summary="声明主责部门、监督室", tags=DEPARTMENT_TAG,
)  # fmt: skip
@declares("competence:declare", audit="write", loader="rights are checked over the receiving office")
async def new_competence(body: DeclareCompetence, desk: AtDesk, call: Writing) -> Response:
    """声明某领域在某区（市）的主责部门或者监督室；原声明即时失效并保留。Declares whose it is; the one before it ends."""
    return (await declare_competence(desk, body, call)).response()


def _add_followed(process: Process[Any]) -> None:
    title, tags = process.lifecycle.title[0], [process.tag]
    base = f"/{process.collection}/{{object_id}}"

    @router.get(
        f"{base}/disclosures", response_model=DisclosuresOut, operation_id=f"list_{process.name}_disclosures",
        tags=tags, summary=f"{title}数据流转台账",  # type: ignore[arg-type]
        description="每次移交时哪些类别的数据转出、哪些未转出。What crossed at each hand-over, and what was withheld.",
    )  # fmt: skip
    @declares(process.permission("read_disclosures"), audit="read", loader=load_for)
    async def disclosures(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_disclosures(desk, process, object_id, call)).response()

    @router.get(
        f"{base}/holding-times", response_model=HoldingTimesOut, operation_id=f"list_{process.name}_holding_times",
        tags=tags, summary=f"{title}各单位用时",  # type: ignore[arg-type]
        description="每个期限由各持有单位分别占用的天数。For each deadline the days charged to each holder.",
    )  # fmt: skip
    @declares(process.permission("read"), audit="none", loader=load_for)
    async def holding_times(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_holding_times(desk, process, object_id, call)).response()

    @router.get(
        f"{base}/papers", response_model=PapersOut, operation_id=f"list_{process.name}_papers", tags=tags,  # type: ignore[arg-type]
        summary=f"{title}办理文书", description="办理中形成的文书，查看均记录。Officers' papers; reading is recorded.",
    )  # fmt: skip
    @declares(process.permission("read_papers"), audit="read", loader=load_for)
    async def papers(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await show_papers(desk, process, object_id, call)).response()


for _process in (REPORTS, DEMANDS):
    _add_followed(_process)
