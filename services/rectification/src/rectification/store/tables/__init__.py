"""The tables of rectification.

Findings, items and measures are about organisations and lie open under row-level security, so that they can be
searched and counted. What names persons (clues handed over, letters) and papers of any kind lie sealed.
"""

from rectification.store.tables.base import Base
from rectification.store.tables.evaluations import (
    EvaluationDiscussionRow,
    EvaluationIndexRow,
    EvaluationMarkRow,
    EvaluationResultRow,
    EvaluationRow,
    EvaluationSubmissionRow,
    FollowUpRow,
    SurveyAnswerRow,
    SurveyRow,
    SurveyTokenRow,
)
from rectification.store.tables.items import (
    EvidenceRow,
    FalseChargeRow,
    FalseRectificationRow,
    ItemRow,
    ItemVerificationRow,
    MilestoneRow,
)
from rectification.store.tables.organizations import (
    AnsweredDemandRow,
    FindingRow,
    HandedClueRow,
    HandlingAdviceRow,
    InspectedOrganizationRow,
    InspectionRoundRow,
    JointOpinionRow,
    JointReviewRow,
    LinkedDemandRow,
    PaperRow,
    ProgressCheckRow,
    PublicationRow,
)
from rectification.store.tables.recommendations import RecommendationRow, ReminderRow, SystemBuiltRow
from rectification.store.tables.supervision import (
    ConsultationRow,
    MaterialHandoverRow,
    PlannedMeasureRow,
    ReFeedbackRow,
    SpecialCheckRow,
    SpecialCheckUnitRow,
    SupervisionMeasureRow,
)

__all__ = [
    "AnsweredDemandRow",
    "Base",
    "ConsultationRow",
    "EvaluationDiscussionRow",
    "EvaluationIndexRow",
    "EvaluationMarkRow",
    "EvaluationResultRow",
    "EvaluationRow",
    "EvaluationSubmissionRow",
    "EvidenceRow",
    "FalseChargeRow",
    "FalseRectificationRow",
    "FindingRow",
    "FollowUpRow",
    "HandedClueRow",
    "HandlingAdviceRow",
    "InspectedOrganizationRow",
    "InspectionRoundRow",
    "ItemRow",
    "ItemVerificationRow",
    "JointOpinionRow",
    "JointReviewRow",
    "LinkedDemandRow",
    "MaterialHandoverRow",
    "MilestoneRow",
    "PaperRow",
    "PlannedMeasureRow",
    "ProgressCheckRow",
    "PublicationRow",
    "ReFeedbackRow",
    "RecommendationRow",
    "ReminderRow",
    "SpecialCheckRow",
    "SpecialCheckUnitRow",
    "SupervisionMeasureRow",
    "SurveyAnswerRow",
    "SurveyRow",
    "SurveyTokenRow",
    "SystemBuiltRow",
]  # fmt: skip
