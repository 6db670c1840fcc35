"""All documents of casework, by process."""

from types import MappingProxyType

from casework.domain.appeal_lifecycle import APPEAL
from casework.domain.case_lifecycle import CASE
from casework.domain.clue_lifecycle import CLUE
from casework.domain.clue_meeting import CLUE_MEETING
from casework.domain.linkage.consultation_lifecycle import CONSULTATION
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.verification_lifecycle import VERIFICATION
from casework.usecases.documents.of_cases import CASE_DOCUMENTS
from casework.usecases.documents.of_clues import CLUE_DOCUMENTS
from casework.usecases.documents.of_decisions import APPEAL_DOCUMENTS, DECISION_DOCUMENTS
from casework.usecases.documents.of_jurisdiction import jurisdiction_handover
from casework.usecases.documents.of_linkage import LINKAGE_DOCUMENTS
from casework.usecases.documents.of_meetings import CLUE_MEETING_DOCUMENTS, CONSULTATION_DOCUMENTS
from casework.usecases.documents.of_secondments import SECONDMENT_DOCUMENTS
from casework.usecases.documents.of_talks import TALK_DOCUMENTS
from casework.usecases.documents.of_verifications import VERIFICATION_DOCUMENTS
from shared.documents import Documents

DOCUMENTS: Documents = MappingProxyType(
    {
        CLUE.name: (*CLUE_DOCUMENTS, jurisdiction_handover("clue:read_papers")),
        VERIFICATION.name: VERIFICATION_DOCUMENTS,
        TALK_INQUIRY.name: TALK_DOCUMENTS,
        CASE.name: (*CASE_DOCUMENTS, *DECISION_DOCUMENTS, jurisdiction_handover("case:read_papers")),
        APPEAL.name: APPEAL_DOCUMENTS,
        LINKAGE_TASK.name: LINKAGE_DOCUMENTS,
        SECONDMENT.name: SECONDMENT_DOCUMENTS,
        CONSULTATION.name: CONSULTATION_DOCUMENTS,
        CLUE_MEETING.name: CLUE_MEETING_DOCUMENTS,
    }
)
