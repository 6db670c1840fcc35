"""Rounds, inspected organisations, joint reviews and clues handed over: each action beside what carries it out."""

from types import MappingProxyType

from rectification.domain.clue_handover_lifecycle import HANDED_CLUE
from rectification.domain.clue_handover_lifecycle import HandedClueAction as C
from rectification.domain.joint_review_lifecycle import JOINT_REVIEW
from rectification.domain.joint_review_lifecycle import JointReviewAction as J
from rectification.domain.organization import HandedClue, InspectedOrganization, JointReview, Round
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.organization_lifecycle import OrganizationAction as O
from rectification.domain.round_lifecycle import ROUND
from rectification.domain.round_lifecycle import RoundAction as R
from rectification.store.objects import reader_of
from rectification.store.tables import (
    HandedClueRow,
    InspectedOrganizationRow,
    InspectionRoundRow,
    JointReviewRow,
)
from rectification.usecases.evaluations.begin_evaluation import BeginEvaluation, begin_evaluation
from rectification.usecases.evaluations.confirm_evaluation import grade_organization
from rectification.usecases.organizations.accept_report import ReturnReport, accept_report, return_report
from rectification.usecases.organizations.add_findings import AddFindings, add_findings
from rectification.usecases.organizations.advise_handling import (
    AdviseHandling,
    CarryOutHandling,
    advise_handling,
    carry_out_handling,
)
from rectification.usecases.organizations.check_progress import CheckProgress, check_progress
from rectification.usecases.organizations.deliver_feedback import DeliverFeedback, deliver_feedback
from rectification.usecases.organizations.give_opinion import (
    GiveOpinion,
    conclude_joint_review,
    give_opinion,
    joint_review_facts,
)
from rectification.usecases.organizations.hold_thematic_meeting import (
    HoldThematicMeeting,
    hold_thematic_meeting,
)
from rectification.usecases.organizations.link_demand import LinkDemand, link_demand
from rectification.usecases.organizations.organization_facts import organization_facts
from rectification.usecases.organizations.publish_rectification import (
    PublishRectification,
    publish_rectification,
)
from rectification.usecases.organizations.review_plan import ReturnWithReasons, return_plan, review_plan
from rectification.usecases.organizations.reviewing import Concluded
from rectification.usecases.organizations.revise_organization import ReviseOrganization, revise_organization
from rectification.usecases.organizations.revise_round import ReviseRound, revise_round, round_facts
from rectification.usecases.organizations.submit_plan import SubmitPlan, submit_plan
from rectification.usecases.organizations.submit_report import SubmitReport, review_report, submit_report
from rectification.usecases.organizations.transfer_clue import Conclusion, conclude_clue, transfer_clue
from rectification.usecases.organizations.views import (
    InspectedOrganizationOut,
    JointReviewOut,
    RoundOut,
    TransferredClueOut,
    view_joint_review,
    view_organization,
    view_round,
    view_transferred_clue,
)
from rectification.usecases.organizations.withdraw_finding import WithdrawFinding, withdraw_finding
from rectification.usecases.supervision.give_re_feedback import GiveReFeedback, give_re_feedback
from rectification.usecases.supervision.supervise import Supervise, supervise
from shared.process.process import Move, Process, no_facts

TAG = "被巡察党组织"

# fmt: off
ROUNDS: Process[Round] = Process(
    name=ROUND.name, collection="inspection-rounds", tag="巡察轮次", lifecycle=ROUND,
    table=InspectionRoundRow.__table__, of=reader_of(Round), view=view_round, out=RoundOut, facts=round_facts,
    moves=MappingProxyType({
        R.REVISE: Move(ReviseRound, revise_round),
        R.CLOSE:  Move(),
    }),
)

ORGANIZATIONS: Process[InspectedOrganization] = Process(
    name=INSPECTED_ORGANIZATION.name, collection="inspected-organizations", tag=TAG,
    lifecycle=INSPECTED_ORGANIZATION, table=InspectedOrganizationRow.__table__, of=reader_of(InspectedOrganization),
    view=view_organization, out=InspectedOrganizationOut, facts=organization_facts, moves=MappingProxyType({
        O.ADD_FINDINGS:          Move(AddFindings,          add_findings),
        O.WITHDRAW_FINDING:      Move(WithdrawFinding,      withdraw_finding),
        O.REVISE:                Move(ReviseOrganization,   revise_organization),
        O.DELIVER_FEEDBACK:      Move(DeliverFeedback,      deliver_feedback),
        O.SUBMIT_PLAN:           Move(SubmitPlan,           submit_plan),
        O.REVIEW_PLAN:           Move(apply=review_plan),
        O.RETURN_PLAN:           Move(ReturnWithReasons,    return_plan),
        O.BEGIN_RECTIFICATION:   Move(),
        O.HOLD_THEMATIC_MEETING: Move(HoldThematicMeeting,  hold_thematic_meeting),
        O.CHECK_PROGRESS:        Move(CheckProgress,  check_progress),
        O.LINK_DEMAND:           Move(LinkDemand,           link_demand),
        O.ADVISE_HANDLING:       Move(AdviseHandling,       advise_handling),
        O.CARRY_OUT_HANDLING:    Move(CarryOutHandling,     carry_out_handling),
        O.SUPERVISE:             Move(Supervise,            supervise),
        O.SUBMIT_REPORT:         Move(SubmitReport,         submit_report),
        O.REVIEW_REPORT:         Move(apply=review_report),
        O.ACCEPT_REPORT:         Move(apply=accept_report),
        O.RETURN_REPORT:         Move(ReturnReport,         return_report),
        O.PUBLISH:               Move(PublishRectification, publish_rectification),
        O.RE_FEEDBACK:           Move(GiveReFeedback,       give_re_feedback),
        O.BEGIN_EVALUATION:      Move(BeginEvaluation,      begin_evaluation),
        O.GRADE:                 Move(apply=grade_organization),
        O.CLOSE:                 Move(),
        O.LOOK_BACK:             Move(),
    }),
)

JOINT_REVIEWS: Process[JointReview] = Process(
    name=JOINT_REVIEW.name, collection="joint-reviews", tag="会审", lifecycle=JOINT_REVIEW,
    table=JointReviewRow.__table__, of=reader_of(JointReview), view=view_joint_review, out=JointReviewOut,
    facts=joint_review_facts, moves=MappingProxyType({
        J.GIVE_OPINION: Move(GiveOpinion, give_opinion),
        J.CONCLUDE:     Move(Concluded,   conclude_joint_review),
    }),
)

HANDED_CLUES: Process[HandedClue] = Process(
    name=HANDED_CLUE.name, collection="transferred-clues", tag="线索移交", lifecycle=HANDED_CLUE,
    table=HandedClueRow.__table__, of=reader_of(HandedClue), view=view_transferred_clue, out=TransferredClueOut,
    facts=no_facts, moves=MappingProxyType({
        C.TRANSFER: Move(apply=transfer_clue),
        C.CONCLUDE: Move(Conclusion, conclude_clue),
        C.WITHDRAW: Move(),
    }),
)
# fmt: on
