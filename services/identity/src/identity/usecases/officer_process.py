"""The process of officers' accounts, put together."""

from identity.domain.officer_lifecycle import OFFICER_LIFECYCLE
from identity.domain.officers import Officer
from identity.store.officers import officer_of, officers
from identity.usecases.officer_moves import OFFICER_MOVES, officer_facts
from identity.usecases.officer_views import OfficerOut, officer_view
from shared.process.process import Process

OFFICERS: Process[Officer] = Process(
    name="officer",
    collection="officers",
    lifecycle=OFFICER_LIFECYCLE,
    table=officers,
    of=officer_of,
    moves=OFFICER_MOVES,
    view=officer_view,
    out=OfficerOut,
    facts=officer_facts,
    tag="人员",
)
