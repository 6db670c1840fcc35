"""The lists intake owns: the counts that are fixed, and the codes the service decides with."""

from __future__ import annotations

from typing import get_args

from intake.domain.channels import WAYS, EnteredChannel, PublicChannel
from intake.domain.chasing import Level
from intake.domain.disclosure import Category as DataCategory
from intake.domain.disclosure import Crossing
from intake.domain.jurisdiction import ROWS, Jurisdiction, Post, Rank
from intake.domain.receipt_states import NOTICES
from intake.usecases.chasing.draft_urging import Basis, Kind
from intake.usecases.chasing.urging_moves import Into
from intake.usecases.demands.answer_demand import AnswerDemand
from intake.usecases.demands.close_demand import Outcome as DemandOutcome
from intake.usecases.demands.decline_demand import DeclineDemand
from intake.usecases.demands.forward_demand import SuperviseDemand
from intake.usecases.matters.submit import Category
from intake.usecases.receipts.survey import Verdict
from intake.usecases.reports.assign_down import AssignDown
from intake.usecases.reports.conclude_report import TruthGrade
from intake.usecases.reports.decline_report import DeclineReport
from intake.usecases.reports.feed_back_result import FeedBackResult
from intake.usecases.reports.give_feedback import GiveFeedback, Reaction
from intake.usecases.reports.return_report import ReturnReport
from intake.usecases.reports.try_contact import Method, Outcome
from intake.usecases.reports.urge_report import UrgeReport
from intake.usecases.reports.verify_name import Reason
from intake.usecases.requests.protect_reporter import AssessProtection
from intake.usecases.requests.reward_reporter import ProposeReward
from intake.usecases.requests.trace_reporter import AskTrace
from shared.vocabularies import vocabularies_of

LISTS = vocabularies_of("intake")


def codes(name: str) -> set[str]:
    return {entry.code for entry in LISTS[name].entries}


def test_twelve_fields_have_three_tasks_each() -> None:
    tasks = LISTS["livelihood_task"]

    assert len(LISTS["livelihood_field"].entries) == 12
    assert len(tasks.entries) == 36
    assert all(len(tasks.children(field.code)) == 3 for field in LISTS["livelihood_field"].entries)


def test_every_problem_type_is_in_one_of_four_groups() -> None:
    sizes = {
        group.code: len(LISTS["problem_type"].children(group.code))
        for group in LISTS["problem_group"].entries
    }

    assert sizes == {
        "six_disciplines": 6,
        "duty_violation_crime": 7,
        "public_interest_harm": 9,
        "eight_point_rules": 6,
    }


def test_online_reports_come_by_three_ways() -> None:
    assert [entry.code for entry in LISTS["report_channel"].children("online")] == [
        "website",
        "wechat",
        "app",
    ]
    assert [entry.code for entry in LISTS["report_channel"].children("online")] == [*WAYS]
    assert {*get_args(PublicChannel), *get_args(EnteredChannel)} == codes("report_channel")


def test_the_codes_of_bodies_are_those_of_the_lists() -> None:
    fields = {
        "decline_reason": DeclineDemand.model_fields["reason"],
        "urge_ground": UrgeReport.model_fields["ground"],
        "supervise_ground": SuperviseDemand.model_fields["ground"],
        "urge_method": UrgeReport.model_fields["method"],
        "assign_down_ground": AssignDown.model_fields["ground"],
        "answer_view": AnswerDemand.model_fields["view"],
        "feedback_way": GiveFeedback.model_fields["way"],
        "return_ground": ReturnReport.model_fields["ground"],
        "disposal_way": FeedBackResult.model_fields["disposal_way"],
        "reward_ground": ProposeReward.model_fields["ground"],
        "trace_ground": AskTrace.model_fields["ground"],
        "trace_method": AskTrace.model_fields["method"],
        "protection_risk": AssessProtection.model_fields["risk"],
    }

    assert {name: set(get_args(field.annotation)) for name, field in fields.items()} == {
        name: codes(name) for name in fields
    }


def test_only_a_demand_is_refused_for_a_final_review() -> None:
    reasons = set(get_args(DeclineReport.model_fields["reason"].annotation))

    assert codes("decline_reason") - reasons == {"finally_reviewed"}


def test_the_words_of_chasing_are_those_of_the_lists() -> None:
    assert set(get_args(Kind)) == codes("urging_kind")
    assert set(get_args(Basis)) == codes("urging_basis")
    assert set(get_args(Into)) == codes("urging_escalation")
    assert {level.value for level in Level} == codes("urging_level")


def test_closed_and_solved_have_words_of_their_own() -> None:
    assert set(get_args(DemandOutcome)) == codes("demand_outcome")
    assert set(get_args(Verdict)) == codes("survey_verdict")


def test_truth_grades_and_categories_are_those_of_the_lists() -> None:
    assert set(get_args(TruthGrade)) == codes("truth_grade")
    assert set(get_args(Category)) == codes("report_category") - {"out_of_scope"}


def test_the_holder_of_a_receipt_sees_only_states_of_the_list() -> None:
    assert set(NOTICES) == codes("receipt_state")


def test_the_codes_the_service_decides_with_are_those_of_the_lists() -> None:
    assert set(get_args(Method)) == codes("name_check_method")
    assert set(get_args(Outcome)) == codes("contact_outcome")
    assert set(get_args(Reason)) == codes("unverified_reason")
    assert set(get_args(Reaction)) == codes("feedback_reaction")
    for name, kind in {
        "jurisdiction": Jurisdiction, "subject_post": Post, "subject_rank": Rank, "disclosure_kind": Crossing,
        "disclosure_category": DataCategory,
    }.items():  # fmt: skip
        assert {member.value for member in kind} == codes(name)
    assert {row.because for row in ROWS} | {"no_subject_known"} == codes("jurisdiction_reason")
