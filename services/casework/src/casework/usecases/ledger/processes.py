"""The two processes about the ledger as a whole, each action beside the function that carries it out."""

from types import MappingProxyType

from casework.domain.clue_meeting import CLUE_MEETING, ClueMeeting
from casework.domain.clue_meeting import ClueMeetingAction as M
from casework.domain.reconciliation import Reconciliation
from casework.domain.reconciliation_lifecycle import RECONCILIATION
from casework.domain.reconciliation_lifecycle import ReconciliationAction as R
from casework.store.clues.meetings import SORTING as MEETING_SORTING
from casework.store.clues.meetings import meeting_of
from casework.store.clues.meetings import table as meetings
from casework.store.papers import PAPERS
from casework.store.reconciliations import SORTING as RECONCILIATION_SORTING
from casework.store.reconciliations import reconciliation_of
from casework.store.reconciliations import table as reconciliations
from casework.usecases.ledger.confirm_minutes import confirm_minutes
from casework.usecases.ledger.create_clue_meeting import ReviseMinutes, meeting_facts, revise_minutes
from casework.usecases.ledger.record_spot_check import (
    RecordSpotCheck,
    reconciliation_facts,
    record_spot_check,
)
from casework.usecases.ledger.report_reconciliation import ReportReconciliation, report_reconciliation
from casework.usecases.ledger.take_stock import TakeStock, take_stock
from casework.usecases.ledger.views import (
    ClueMeetingOut,
    ReconciliationOut,
    view_meeting,
    view_reconciliation,
)
from shared.process.listing import Listing, ObjectQuery
from shared.process.paper_moments import paper_moments
from shared.process.process import Move, Process
from shared.sheets.columns import Column, Kind

# fmt: off
RECONCILIATIONS: Process[Reconciliation] = Process(
    name=RECONCILIATION.name, collection="clue-reconciliations", tag="线索台账", lifecycle=RECONCILIATION,
    table=reconciliations, of=reconciliation_of, view=view_reconciliation, out=ReconciliationOut,
    facts=reconciliation_facts, moments=paper_moments(PAPERS, RECONCILIATION.name), moves=MappingProxyType({
        R.TAKE_STOCK:        Move(TakeStock,            take_stock),
        R.RECORD_SPOT_CHECK: Move(RecordSpotCheck,      record_spot_check),
        R.REPORT:            Move(ReportReconciliation, report_reconciliation),
    }),
)

CLUE_MEETINGS: Process[ClueMeeting] = Process(
    name=CLUE_MEETING.name, collection="clue-meetings", tag="线索台账", lifecycle=CLUE_MEETING,
    table=meetings, of=meeting_of, view=view_meeting, out=ClueMeetingOut, facts=meeting_facts,
    moments=paper_moments(PAPERS, CLUE_MEETING.name), moves=MappingProxyType({
        M.REVISE:  Move(ReviseMinutes, revise_minutes),
        M.CONFIRM: Move(apply=confirm_minutes),
    }),
)
# fmt: on

LEDGER_PROCESSES = (RECONCILIATIONS, CLUE_MEETINGS)
LEDGER_LISTS = (
    Listing(
        RECONCILIATIONS, query=ObjectQuery, sorting=RECONCILIATION_SORTING, conditions={},
        columns=(Column("year", "年度", kind=Kind.NUMBER), Column("quarter", "季度", kind=Kind.NUMBER)),
    ),
    Listing(
        CLUE_MEETINGS, query=ObjectQuery, sorting=MEETING_SORTING, conditions={},
        columns=(Column("held_on", "召开日期", kind=Kind.DAY),),
    ),
)  # fmt: skip
