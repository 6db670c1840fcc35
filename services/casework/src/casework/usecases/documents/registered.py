"""All documents of casework, by process."""

from types import MappingProxyType

from casework.domain.clue_lifecycle import CLUE
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.verification_lifecycle import VERIFICATION
from casework.usecases.documents.of_clues import CLUE_DOCUMENTS
from casework.usecases.documents.of_talks import TALK_DOCUMENTS
from casework.usecases.documents.of_verifications import VERIFICATION_DOCUMENTS
from shared.documents import Documents

DOCUMENTS: Documents = MappingProxyType(
    {
        CLUE.name: CLUE_DOCUMENTS,
        VERIFICATION.name: VERIFICATION_DOCUMENTS,
        TALK_INQUIRY.name: TALK_DOCUMENTS,
    }
)
