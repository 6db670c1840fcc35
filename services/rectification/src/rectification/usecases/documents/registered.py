"""All documents of rectification, by process."""

from types import MappingProxyType

from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.re_feedback_lifecycle import RE_FEEDBACK
from rectification.domain.recommendation_lifecycle import RECOMMENDATION
from rectification.domain.reminder_lifecycle import REMINDER
from rectification.usecases.documents.of_evaluations import EVALUATION_DOCUMENTS
from rectification.usecases.documents.of_recommendations import RECOMMENDATION_DOCUMENTS, REMINDER_DOCUMENTS
from rectification.usecases.documents.of_renewed_feedback import RE_FEEDBACK_DOCUMENTS
from shared.documents import Documents

DOCUMENTS: Documents = MappingProxyType(
    {
        RECOMMENDATION.name: RECOMMENDATION_DOCUMENTS,
        REMINDER.name: REMINDER_DOCUMENTS,
        EVALUATION.name: EVALUATION_DOCUMENTS,
        RE_FEEDBACK.name: RE_FEEDBACK_DOCUMENTS,
    }
)
