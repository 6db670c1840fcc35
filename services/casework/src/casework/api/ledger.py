"""What the ledger of clues answers besides the clues themselves: overlaps, and whether anybody holds something."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.store.clues.inquiries import SORTING as INQUIRIES
from casework.store.linkage.jurisdictions import SORTING as DESIGNATED
from casework.usecases.clues.ask_about_subject import AskAboutSubject, ClueInquiryOut, ask_about_subject
from casework.usecases.clues.find_overlaps import OverlapsOut, find_overlaps
from casework.usecases.clues.list_clue_inquiries import AskedPage, InquiryQuery, list_clue_inquiries
from casework.usecases.clues.search_integrity import IntegrityEntriesOut, SearchIntegrity, search_integrity
from casework.usecases.clues.take_unit_picture import TakeUnitPicture, UnitPictureOut, take_unit_picture
from casework.usecases.linkage.list_designated_matters import (
    DesignatedMatterPage,
    list_designated_matters,
)
from casework.usecases.processes import CLUES
from shared.auth.declare import declares
from shared.http.openapi import problems, sortable
from shared.http.paging import PageQuery
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", tags=[CLUES.tag], route_class=StrictRoute)


@router.get(
    "/clues/{object_id}/overlaps", response_model=OverlapsOut, operation_id="list_clue_overlaps",
    summary="可能重复的线索",
)  # fmt: skip
@declares("clue:read_overlaps", audit="none", loader=find_overlaps)
async def overlaps(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """列出本人可见的、可能同属一事的线索，并说明相同之处：人员、人员及单位、单位、情节。Explains likely overlaps."""
    return (await find_overlaps(desk, object_id, call)).response()


@router.post(
    "/clues/{object_id}/unit-pictures", status_code=201, response_model=UnitPictureOut,
    operation_id="take_clue_unit_picture", summary="汇总单位总体情况", openapi_extra=problems("rate_limited"),
)  # fmt: skip
@declares("clue:take_unit_picture", audit="write", loader=take_unit_picture, sensitive=True)
async def unit_picture(object_id: UUID, body: TakeUnitPicture, desk: AtDesk, call: Writing) -> Response:
    """汇总本人可见的涉及单位、被反映人的线索、处置、案件、处理和建议情况，随线索留存。Counts what the caller may read."""
    return (await take_unit_picture(desk, object_id, body, call)).response()


@router.post(
    "/clue-inquiries", status_code=201, response_model=ClueInquiryOut, operation_id="create_clue_inquiry",
    summary="查询有无线索", openapi_extra=problems("rate_limited"),
)  # fmt: skip
@declares(
    "clue_inquiry:create", audit="write", loader="asks about a name, and is told of no object", sensitive=True
)
async def ask(body: AskAboutSubject, desk: AtDesk, call: Writing) -> Response:
    """只回答有、请联系承办方、无，不显示内容；每次查询均记录目的，每人每日限次。Never says what is held."""
    return (await ask_about_subject(desk, body, call)).response()


@router.get(
    "/clue-inquiries", response_model=AskedPage, operation_id="list_clue_inquiries", summary="查询记录",
    openapi_extra=sortable(*INQUIRIES.keys),
)  # fmt: skip
@declares("clue_inquiry:read", audit="read", loader=list_clue_inquiries)
async def asked(desk: AtDesk, call: Reading, query: Annotated[InquiryQuery, Query()]) -> Response:
    """列出谁为何查询过有无线索。Lists who asked, what for, and what was answered."""
    return (await list_clue_inquiries(desk, query, call)).response()


@router.post(
    "/integrity-entries/_search", response_model=IntegrityEntriesOut, operation_id="search_integrity_entries",
    summary="查询廉政档案材料", openapi_extra={"x-idempotent": True},
)  # fmt: skip
@declares("integrity_entry:read", audit="read", loader=search_integrity, sensitive=True)
async def integrity(body: SearchIntegrity, desk: AtDesk, call: Reading) -> Response:
    """按姓名查询谈话函询存入廉政档案的记录，须说明目的，查询会被记录。Finds what talks and inquiries left on file."""
    return (await search_integrity(desk, body, call)).response()


@router.get(
    "/designated-matters", response_model=DesignatedMatterPage, operation_id="list_designated_matters",
    summary="已移交管辖事项", openapi_extra=sortable(*DESIGNATED.keys),
)  # fmt: skip
@declares("designated_matter:read", audit="none", loader=list_designated_matters)
async def designated(desk: AtDesk, call: Reading, query: Annotated[PageQuery, Query()]) -> Response:
    """列出本机关台账中已指定、提级由其他机关管辖的编号、管辖机关和日期，不含内容。Lists what other organs have now."""
    return (await list_designated_matters(desk, query, call)).response()
