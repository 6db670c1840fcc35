"""New rounds, inspected organisations and clues handed over; the whole chain of an organisation on one page."""

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from rectification.usecases.organizations.add_organization import AddOrganization, add_organization
from rectification.usecases.organizations.chain_out import ChainOut
from rectification.usecases.organizations.list_clue import ListClue, list_clue
from rectification.usecases.organizations.open_round import OpenRound, open_round
from rectification.usecases.organizations.processes import HANDED_CLUES, ORGANIZATIONS, ROUNDS
from rectification.usecases.organizations.show_chain import export_ledger, show_chain
from rectification.usecases.organizations.show_handling import HandlingAdvicesOut, show_handling
from rectification.usecases.organizations.views import InspectedOrganizationOut, RoundOut, TransferredClueOut
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing
from shared.service.sheet_routes import SHEET_ANSWER, wants_sheet, workbook

router = APIRouter(prefix="/v1", route_class=StrictRoute)


@router.post(
    "/inspection-rounds", status_code=201, response_model=RoundOut, operation_id="create_inspection_round",
    summary="开启巡察轮次", tags=[ROUNDS.tag], openapi_extra=problems("round_already_opened"),
)  # fmt: skip
@declares("inspection_round:create", audit="write", loader="the caller's own office holds the new round")
async def new_round(body: OpenRound, desk: AtDesk, call: Writing) -> Response:
    """巡察办开启一轮巡察；集中整改期默认按适用规范（DL-39）。Opens a round with its own window."""
    return (await open_round(desk, body, call)).response()


@router.post(
    "/inspected-organizations", status_code=201, response_model=InspectedOrganizationOut,
    operation_id="create_inspected_organization", summary="列入被巡察党组织", tags=[ORGANIZATIONS.tag],
    openapi_extra=problems(
        "round_closed", "organisation_unknown", "organization_kind_unfit", "organization_already_listed",
        "organization_not_the_same",
    ),
)  # fmt: skip
@declares("inspection_round:add_organization", audit="write", loader=add_organization)
async def new_organization(body: AddOrganization, desk: AtDesk, call: Writing) -> Response:
    """巡察办把党组织列入本轮；反馈之前该党组织不知晓。Puts a Party organisation into a round."""
    return (await add_organization(desk, body, call)).response()


@router.get(
    "/inspected-organizations/{object_id}/chain", response_model=ChainOut, responses=SHEET_ANSWER,
    operation_id="get_inspected_organization_chain", summary="查看整改全链条", tags=[ORGANIZATIONS.tag],
)  # fmt: skip
@declares("inspected_organization:read", audit="read", loader=show_chain)
async def chain(object_id: UUID, request: Request, desk: AtDesk, call: Reading) -> Response:
    """轮次、问题、事项、佐证、核实、监督、会审、评估、“回头看”一次返回，标明超期和当前经办。The whole chain in one answer.

    `Accept` 为 Excel 时返回台账；无权查阅线索的，线索一栏恒为空。With an Excel `Accept` the same as a ledger.
    """
    if wants_sheet(request):
        exported = await export_ledger(desk, object_id, call)
        return workbook(exported.content, exported.name)
    return (await show_chain(desk, object_id, call)).response()


@router.get(
    "/inspected-organizations/{object_id}/handling-advices", response_model=HandlingAdvicesOut,
    operation_id="list_handling_advices", summary="查看组织处理建议", tags=[ORGANIZATIONS.tag],
)  # fmt: skip
@declares("inspected_organization:read_handling", audit="read", loader=show_handling, sensitive=True)
async def handling_advices(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """巡察提出的组织处理建议及落实情况，被巡察党组织不可查阅。What was advised and done; not for the inspected."""
    return (await show_handling(desk, object_id, call)).response()


@router.post(
    "/transferred-clues", status_code=201, response_model=TransferredClueOut, operation_id="create_transferred_clue",
    summary="列入线索移交清单", tags=[HANDED_CLUES.tag],
    openapi_extra=problems("organisation_unknown", "receiver_not_competent", "finding_unknown"),
)  # fmt: skip
@declares("inspected_organization:list_clue", audit="write", loader=list_clue)
async def new_clue(body: ListClue, desk: AtDesk, call: Writing) -> Response:
    """巡察办把线索列入移交清单，与反馈问题分开、加密保存。Puts a clue onto the sealed hand-over list."""
    return (await list_clue(desk, body, call)).response()
