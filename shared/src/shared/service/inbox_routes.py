"""The routes of the inbox: what waits for the caller in the whole service."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from shared.auth.declare import SIGNED_IN, declares
from shared.http.openapi import sortable
from shared.http.route import StrictRoute
from shared.process.inbox import list_deadlines, list_duty, show_inbox
from shared.process.inbox_bodies import DeadlinePage, DeadlineQuery, DutyQuery, InboxOut, WaitingPage
from shared.service.calls import AtDesk, Reading

INBOX_TAG = "待办"


def inbox_router() -> APIRouter:
    """Return the routes of the inbox; each holds only what the caller may read, sign or do."""
    router = APIRouter(prefix="/v1/inbox", tags=[INBOX_TAG], route_class=StrictRoute)

    @router.get("", operation_id="show_inbox", summary="我的待办", response_model=InboxOut)
    @declares(SIGNED_IN, audit="none", loader=show_inbox)
    async def inbox(desk: AtDesk, call: Reading) -> Response:
        """待本人签批、可由本人办理（按动作）、本人可见的临期与超期，只计数。Counts of what waits for the caller."""
        return (await show_inbox(desk, call)).response()

    @router.get(
        "/duties", operation_id="list_duties", summary="待办理事项", response_model=WaitingPage,
        openapi_extra=sortable("created_at"),
    )  # fmt: skip
    @declares(SIGNED_IN, audit="none", loader=list_duty)
    async def duties(desk: AtDesk, call: Reading, query: Annotated[DutyQuery, Query()]) -> Response:
        """列出等待本人做某一动作的事项，先到先列。Objects that wait for one action of the caller's."""
        return (await list_duty(desk, query, call)).response()

    @router.get(
        "/deadlines", operation_id="list_deadlines", summary="临期与超期", response_model=DeadlinePage,
        openapi_extra=sortable("ends_at"),
    )  # fmt: skip
    @declares(SIGNED_IN, audit="none", loader=list_deadlines)
    async def deadlines(desk: AtDesk, call: Reading, query: Annotated[DeadlineQuery, Query()]) -> Response:
        """列出本人可见事项的超期或临期期限，最急的在前。Deadlines of what the caller may read."""
        return (await list_deadlines(desk, query, call)).response()

    return router
