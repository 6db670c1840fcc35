"""Evaluations and what follows from them: each action beside the function that carries it out."""

from types import MappingProxyType

from rectification.domain.evaluation import Evaluation, FollowUp
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.evaluation_lifecycle import EvaluationAction as A
from rectification.domain.follow_up_lifecycle import FOLLOW_UP
from rectification.domain.follow_up_lifecycle import FollowUpAction as F
from rectification.store.objects import reader_of
from rectification.store.tables import EvaluationRow, FollowUpRow
from rectification.usecases.evaluations.confirm_evaluation import apply_result, confirm_evaluation
from rectification.usecases.evaluations.evaluation_facts import evaluation_facts
from rectification.usecases.evaluations.follow_up_on_poor import (
    SubmitSelfExamination,
    finish_follow_up,
    follow_up_facts,
    submit_self_examination,
)
from rectification.usecases.evaluations.form_team import FormTeam, form_team, team_known_for
from rectification.usecases.evaluations.give_marks import GiveMarks, SubmitMarks, give_marks, submit_marks
from rectification.usecases.evaluations.hear_organization import (
    DraftReport,
    HearOpinion,
    ObjectToEvaluation,
    draft_report,
    hear_opinion,
    object_to_evaluation,
)
from rectification.usecases.evaluations.lose_evaluator import Leaver, lose_evaluator
from rectification.usecases.evaluations.moderate_evaluation import Discuss, discuss, moderate
from rectification.usecases.evaluations.self_assess import (
    SubmitSelfAssessment,
    invite_self_assessment,
    submit_self_assessment,
)
from rectification.usecases.evaluations.staying_out import know_the_marker
from rectification.usecases.evaluations.views import (
    EvaluationOut,
    FollowUpOut,
    view_evaluation,
    view_follow_up,
)
from shared.process.process import Move, Process

TAG = "整改成效评估"

# fmt: off
EVALUATIONS: Process[Evaluation] = Process(
    name=EVALUATION.name, collection="evaluations", tag=TAG, lifecycle=EVALUATION, table=EvaluationRow.__table__,
    of=reader_of(Evaluation), view=view_evaluation, out=EvaluationOut, facts=evaluation_facts, moves=MappingProxyType({
        A.FORM_TEAM:              Move(FormTeam, form_team, before=team_known_for(A.FORM_TEAM)),
        A.CHANGE_TEAM:            Move(FormTeam, form_team, before=team_known_for(A.CHANGE_TEAM)),
        A.LOSE_EVALUATOR:         Move(Leaver, lose_evaluator),
        A.INVITE_SELF_ASSESSMENT: Move(apply=invite_self_assessment),
        A.SUBMIT_SELF_ASSESSMENT: Move(SubmitSelfAssessment, submit_self_assessment),
        A.GIVE_MARKS:             Move(GiveMarks,            give_marks, before=know_the_marker),
        A.SUBMIT_MARKS:           Move(SubmitMarks,          submit_marks),
        A.DISCUSS:                Move(Discuss,              discuss),
        A.MODERATE:               Move(apply=moderate),
        A.DRAFT_REPORT:           Move(DraftReport,          draft_report),
        A.OBJECT:                 Move(ObjectToEvaluation,   object_to_evaluation),
        A.REOPEN_SCORING:         Move(),
        A.HEAR_OPINION:           Move(HearOpinion,          hear_opinion),
        A.CONFIRM:                Move(apply=confirm_evaluation),
        A.APPLY:                  Move(apply=apply_result),
    }),
)

FOLLOW_UPS: Process[FollowUp] = Process(
    name=FOLLOW_UP.name, collection="follow-ups", tag=TAG, lifecycle=FOLLOW_UP, table=FollowUpRow.__table__,
    of=reader_of(FollowUp), view=view_follow_up, out=FollowUpOut, facts=follow_up_facts, moves=MappingProxyType({
        F.SUBMIT:   Move(SubmitSelfExamination, submit_self_examination),
        F.RETURN:   Move(),
        F.ACCEPT:   Move(apply=finish_follow_up),
        F.COMPLETE: Move(apply=finish_follow_up),
    }),
)
# fmt: on
