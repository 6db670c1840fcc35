"""What the office makes public, and where anybody reads it."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from intake.store.publications import BOARD_SORTING
from intake.usecases.publishing.declare_channel import (
    DeclareChannel,
    declare_channel,
    end_channel,
    list_channels,
    show_channels,
)
from intake.usecases.publishing.publish_answer import DraftPublication, PublicationOut, draft_publication
from intake.usecases.publishing.show_board import BoardQuery, show_board, show_board_counts
from shared.auth.declare import PublicRoute, declares
from shared.http.models import Instant, Output
from shared.http.openapi import problems, sortable
from shared.http.paging import Page
from shared.http.route import StrictRoute
from shared.process.bodies import Code
from shared.process.load import load_for
from shared.service.calls import AtDesk, PublicReading, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
TAG: list[Any] = ["公开"]
OfRegion = Annotated[Code | None, Query(description="区（市）代码，不填则为全市 · code of a region")]
PUBLIC_TAG: list[Any] = ["群众"]
OPEN: dict[str, Any] = {"security": []}

PUBLIC_BOARD = (
    PublicRoute("GET", "/v1/public/channels", "published for everybody"),
    PublicRoute("GET", "/v1/public/board", "published for everybody, in approved words"),
    PublicRoute("GET", "/v1/public/board/counts", "published for everybody, small numbers hidden"),
)


class PublishedChannelOut(Output):
    """A way to report; without a region it is the city's."""

    region: str | None
    channel: str
    address: str
    hours: str


class PublishedChannelsOut(Output):
    """Ways to report."""

    items: list[PublishedChannelOut]


class ChannelOut(PublishedChannelOut):
    """The same with who published it; `until` is null while it holds."""

    id: UUID
    set_by: str
    since: Instant
    until: Instant | None


class ChannelsOut(Output):
    """What is published, and what was."""

    items: list[ChannelOut]


class BoardEntryOut(Output):
    """An answered demand, in words written for the public."""

    id: UUID
    published_on: date
    field: str | None
    region: str | None
    request: str
    answer: str
    satisfaction: int | None


class BoardPage(Page[BoardEntryOut]):
    """A page of the board."""


class BoardCellOut(Output):
    """Demands answered; null where too few to be told. Without region or field: all; "" is neither of them."""

    region: str | None
    field: str | None
    answered: int | None


class BoardQuarterOut(Output):
    """The counts of one quarter."""

    quarter: str
    cells: list[BoardCellOut]


class BoardCountsOut(Output):
    """Counts by quarter, the newest first."""

    items: list[BoardQuarterOut]


@router.get(
    "/public/channels", response_model=PublishedChannelsOut, operation_id="get_public_channels", tags=PUBLIC_TAG,
    summary="举报渠道", openapi_extra=OPEN,
)  # fmt: skip
async def public_channels(desk: AtDesk, _: PublicReading, region: OfRegion = None) -> Response:
    """列出市和所选区（市）公布的举报渠道。Ways to report to the city and a region."""
    return (await show_channels(desk, region)).response()


@router.get(
    "/public/board", response_model=BoardPage, operation_id="get_public_board", tags=PUBLIC_TAG, summary="诉求答复公开",
    openapi_extra={**OPEN, **sortable(*BOARD_SORTING.keys)},
)  # fmt: skip
async def public_board(desk: AtDesk, _: PublicReading, query: Annotated[BoardQuery, Query()]) -> Response:
    """公开已答复的诉求，文字经审批，不含反映人。Answered demands, in approved words, without who asked."""
    return (await show_board(desk, query)).response()


@router.get(
    "/public/board/counts", response_model=BoardCountsOut, operation_id="get_public_board_counts", tags=PUBLIC_TAG,
    summary="诉求答复数量", openapi_extra=OPEN,
)  # fmt: skip
async def public_board_counts(desk: AtDesk, _: PublicReading) -> Response:
    """按季度、区（市）、领域公布答复数量，不足 10 件的不公布。Counts by quarter; small ones are hidden."""
    return (await show_board_counts(desk)).response()


@router.get(
    "/channels", response_model=ChannelsOut, operation_id="list_channels", tags=TAG, summary="举报渠道管理",
)  # fmt: skip
@declares("public_channel:read", audit="none", loader="published for everybody")
async def channels(
    desk: AtDesk,
    call: Reading,
    past: Annotated[bool, Query(description="含已停用的 · past ones too")] = False,
) -> Response:
    """列出公布的举报渠道，可含历史。Lists what is published, and what was."""
    return (await list_channels(desk, call, past=past)).response()


@router.post(
    "/channels", status_code=201, response_model=ChannelOut, operation_id="declare_channel", tags=TAG,
    summary="公布举报渠道",
)  # fmt: skip
@declares("public_channel:declare", audit="write", loader="rights are checked over the receiving office")
async def new_channel(body: DeclareChannel, desk: AtDesk, call: Writing) -> Response:
    """公布举报渠道，即时生效；原渠道停用并保留。Publishes a channel; the one before it ends."""
    return (await declare_channel(desk, body, call)).response()


@router.post(
    "/channels/{channel_id}/end",
    response_model=ChannelOut,
    operation_id="end_channel",
    tags=TAG,
    summary="停用举报渠道",
)
@declares("public_channel:declare", audit="write", loader=end_channel)
async def ended_channel(channel_id: UUID, desk: AtDesk, call: Writing) -> Response:
    """停用举报渠道，保留历史。Takes a channel back."""
    return (await end_channel(desk, channel_id, call)).response()


@router.post(
    "/demands/{object_id}/publications", status_code=201, response_model=PublicationOut,
    operation_id="draft_publication", tags=TAG, summary="拟公开文本",
    openapi_extra={**problems("demand_not_answered", "report_is_quoted"), "x-etag": True},
)  # fmt: skip
@declares("demand:draft_publication", audit="write", loader=load_for)
async def publication(object_id: UUID, body: DraftPublication, desk: AtDesk, call: Writing) -> Response:
    """为已答复的诉求另拟公开文本，经分管领导签批后公开。Drafts what the public is to read of an answered demand."""
    return (await draft_publication(desk, object_id, body, call)).response()
