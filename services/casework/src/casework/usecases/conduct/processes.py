"""The two processes about our own conduct, each action beside the function that carries it out."""

from types import MappingProxyType
from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.interference import INTERFERENCE, Interference
from casework.domain.interference import InterferenceAction as I
from casework.domain.recusal_request import RECUSAL_REQUEST, RecusalRequest
from casework.domain.recusal_request import RecusalRequestAction as Q
from casework.store.conduct import (
    INTERFERENCE_CONDITIONS,
    INTERFERENCE_SORTING,
    REQUEST_CONDITIONS,
    REQUEST_SORTING,
    interference_of,
    interferences,
    request_of,
    requests,
)
from casework.store.papers import PAPERS
from casework.usecases.conduct.decide_request import DecideRequest, decide_request, officer_of, request_facts
from casework.usecases.conduct.dispose_interference import (
    DisposeInterference,
    FollowUp,
    disposal_signs,
    dispose_interference,
    follow_up,
    interference_facts,
)
from casework.usecases.conduct.views import (
    InterferenceOut,
    RecusalRequestOut,
    view_interference,
    view_request,
)
from shared.http.fields import Day
from shared.process.listing import Codes, Listing, ObjectQuery
from shared.process.paper_moments import paper_moments
from shared.process.process import Move, Process
from shared.sheets.columns import Column, Kind

# fmt: off
INTERFERENCES: Process[Interference] = Process(
    name=INTERFERENCE.name, collection="interferences", tag="过问干预与回避", lifecycle=INTERFERENCE,
    table=interferences, of=interference_of, view=view_interference, out=InterferenceOut, facts=interference_facts,
    moments=paper_moments(PAPERS, INTERFERENCE.name), moves=MappingProxyType({
        I.FOLLOW_UP: Move(FollowUp,            follow_up),
        I.DISPOSE:   Move(DisposeInterference, dispose_interference, disposal_signs),
    }),
)

RECUSAL_REQUESTS: Process[RecusalRequest] = Process(
    name=RECUSAL_REQUEST.name, collection="recusal-requests", tag="过问干预与回避", lifecycle=RECUSAL_REQUEST,
    table=requests, of=request_of, view=view_request, out=RecusalRequestOut, facts=request_facts,
    moments=paper_moments(PAPERS, RECUSAL_REQUEST.name), hangs_on="clue_id", moves=MappingProxyType({
        Q.DECIDE: Move(DecideRequest, decide_request, before=officer_of),
    }),
)
# fmt: on


class InterferenceQuery(ObjectQuery):
    """Filters of the interference register."""

    kind: Annotated[Codes, Field(description="类型 · types")] = ()
    outcome: Annotated[Codes, Field(description="处理结果 · outcomes")] = ()
    matter_id: Annotated[UUID | None, Field(description="所涉事项 · the matter")] = None
    occurred_from: Annotated[Day | None, Field(description="发生日期起 · from")] = None
    occurred_to: Annotated[Day | None, Field(description="发生日期止 · to")] = None


class RequestQuery(ObjectQuery):
    """Filters of the list of requests."""

    clue_id: Annotated[UUID | None, Field(description="线索 · the clue")] = None
    decision: Annotated[Codes, Field(description="决定 · decisions")] = ()


CONDUCT_PROCESSES = (INTERFERENCES, RECUSAL_REQUESTS)
CONDUCT_LISTS = (
    Listing(
        INTERFERENCES, query=InterferenceQuery, sorting=INTERFERENCE_SORTING, conditions=INTERFERENCE_CONDITIONS,
        columns=(
            Column("kind", "类型", vocabulary="interference_type"),
            Column("occurred_at", "发生时间", kind=Kind.INSTANT),
            Column("known_on", "知悉日期", kind=Kind.DAY),
            Column("is_late", "是否逾期登记", kind=Kind.YES_NO),
            Column("outcome", "处理结果", vocabulary="interference_outcome"),
        ),
    ),
    Listing(
        RECUSAL_REQUESTS, query=RequestQuery, sorting=REQUEST_SORTING, conditions=REQUEST_CONDITIONS, columns=(),
        codes={"decision": "recusal_decision"},
    ),
)  # fmt: skip
