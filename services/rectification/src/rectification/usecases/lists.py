"""The lists of rectification: what may be filtered and sorted, and what their Excel files hold."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.store import tables as t
from rectification.store.lists import conditions, item_conditions, late_plans, plan_conditions, sorting
from rectification.usecases.evaluations import processes as e
from rectification.usecases.organizations import processes as o
from rectification.usecases.recommendations import processes as r
from rectification.usecases.supervision import processes as s
from shared.http.fields import Day
from shared.process.listing import Codes, ForCaller, Listing, ObjectQuery
from shared.sheets.columns import Column, Kind

Organization = Annotated[UUID | None, Field(description="被巡察党组织 · inspected organisation")]
Kinds = Annotated[Codes, Field(description="类别，可重复 · kinds")]


class RoundQuery(ObjectQuery):
    """Filters of the list of rounds."""

    kind: Kinds = ()


class OrganizationQuery(ObjectQuery):
    """Filters of the list of inspected organisations."""

    round_id: Annotated[UUID | None, Field(description="巡察轮次 · round")] = None
    grade: Annotated[Codes, Field(description="评估等次 · grades")] = ()


class OfOrganizationQuery(ObjectQuery):
    """Filters of lists of what belongs to one inspected organisation."""

    inspected_organization_id: Organization = None


class ItemQuery(OfOrganizationQuery):
    """Filters of the list of items."""

    finding_id: Annotated[UUID | None, Field(description="反馈问题 · finding")] = None
    recommendation_id: Annotated[UUID | None, Field(description="建议 · recommendation")] = None
    owner: Annotated[str | None, Field(max_length=50, description="责任领导 · member responsible")] = None
    integration_theme: Annotated[Codes, Field(description="四个融入 · themes")] = ()
    is_long_term: Annotated[bool | None, Field(description="长期任务 · long-term")] = None
    due_from: Annotated[Day | None, Field(description="时限起 · date from")] = None
    due_until: Annotated[Day | None, Field(description="时限止 · date until")] = None


class PlanQuery(OfOrganizationQuery):
    """Filters of the calendar of supervision."""

    kind: Kinds = ()
    planned_from: Annotated[Day | None, Field(description="计划日期起 · from")] = None
    planned_until: Annotated[Day | None, Field(description="计划日期止 · until")] = None
    late: Annotated[bool | None, Field(description="超过计划日期未开展 · past its day, not carried out")] = (
        None
    )


class RecommendationQuery(ObjectQuery):
    """Filters of the list of recommendations."""

    kind: Kinds = ()
    origin_id: Annotated[UUID | None, Field(description="起因 · origin")] = None


class EvaluationQuery(OfOrganizationQuery):
    """Filters of the list of evaluations."""

    grade: Annotated[Codes, Field(description="评估等次 · grades")] = ()


class ReminderQuery(OfOrganizationQuery):
    """Filters of the list of lighter papers."""

    kind: Kinds = ()


class SystemQuery(OfOrganizationQuery):
    """Filters of the list of systems built."""

    kind: Kinds = ()
    finding_id: Annotated[UUID | None, Field(description="反馈问题 · finding")] = None
    recommendation_id: Annotated[UUID | None, Field(description="建议 · recommendation")] = None
    case_id: Annotated[UUID | None, Field(description="案件 · case")] = None


_OF_ORGANIZATION = ("inspected_organization_id",)

# fmt: off
LISTS = (
    Listing(o.ROUNDS, RoundQuery, sorting(t.InspectionRoundRow, "began_on", first="-began_on"),
            conditions(t.InspectionRoundRow, codes=("kind",)), columns=(
        Column("name",           "名称", width=30),
        Column("kind",           "类别", vocabulary="inspection_kind"),
        Column("began_on",       "开始日期", kind=Kind.DAY, width=12),
        Column("window_months",  "集中整改月数", kind=Kind.NUMBER, width=12),
    )),
    Listing(o.ORGANIZATIONS, OrganizationQuery,
            sorting(t.InspectedOrganizationRow, "created_at", first="-created_at"),
            conditions(t.InspectedOrganizationRow, codes=("grade",), ids=("round_id",)), columns=(
        Column("organisation",       "党组织", kind=Kind.ORGANISATION),
        Column("first_responsible",  "第一责任人", width=12),
        Column("commission",         "日常监督部门", kind=Kind.ORGANISATION),
        Column("feedback_on",        "反馈日期", kind=Kind.DAY, width=12),
        Column("window_ends_on",     "集中整改截止", kind=Kind.DAY, width=12),
        Column("plan_approved_on",   "方案通过", kind=Kind.DAY, width=12),
        Column("report_accepted_on", "报告通过", kind=Kind.DAY, width=12),
        Column("grade",              "评估等次", vocabulary="evaluation_grade"),
    )),
    Listing(o.JOINT_REVIEWS, OfOrganizationQuery, sorting(t.JointReviewRow, "created_at", first="-created_at"),
            conditions(t.JointReviewRow, ids=_OF_ORGANIZATION)),
    Listing(o.HANDED_CLUES, OfOrganizationQuery, sorting(t.HandedClueRow, "created_at", first="-created_at"),
            conditions(t.HandedClueRow, ids=_OF_ORGANIZATION)),
    Listing(s.ITEMS, ItemQuery, sorting(t.ItemRow, "due_on", first="due_on"), item_conditions(), columns=(
        Column("organisation",       "责任党组织或单位", kind=Kind.ORGANISATION),
        Column("title",              "整改任务", width=40),
        Column("owner",              "责任领导", width=12),
        Column("unit",               "责任单位"),
        Column("integration_theme",  "四个融入", vocabulary="integration_theme"),
        Column("is_long_term",       "长期任务", kind=Kind.YES_NO, width=10),
        Column("is_late",            "超过时限", kind=Kind.YES_NO, width=10),
        Column("submitted_on",       "申请销号", kind=Kind.DAY, width=12),
        Column("verifier",           "核实单位", kind=Kind.ORGANISATION),
        Column("verified_on",        "核实日期", kind=Kind.DAY, width=12),
        Column("closed_on",          "销号日期", kind=Kind.DAY, width=12),
    )),
    Listing(s.PLANNED_MEASURES, PlanQuery, sorting(t.PlannedMeasureRow, "planned_on", first="planned_on"),
            {**plan_conditions(), "late": ForCaller(lambda wanted, call: late_plans(call.today, wanted=wanted))}, columns=(
        Column("kind",       "监督措施", vocabulary="supervision_measure"),
        Column("mechanism",  "工作机制", vocabulary="supervision_mechanism"),
        Column("planned_on", "计划日期", kind=Kind.DAY, width=12),
        Column("is_late",    "超期未开展", kind=Kind.YES_NO, width=12),
        Column("recurrence", "周期", vocabulary="recurrence", width=10),
        Column("note",       "说明", width=40),
    )),
    Listing(s.SPECIAL_CHECKS, ObjectQuery, sorting(t.SpecialCheckRow, "planned_on", first="-planned_on"), {}),
    Listing(s.RE_FEEDBACKS, OfOrganizationQuery, sorting(t.ReFeedbackRow, "reply_by", first="reply_by"),
            conditions(t.ReFeedbackRow, ids=_OF_ORGANIZATION)),
    Listing(s.CONSULTATIONS, OfOrganizationQuery, sorting(t.ConsultationRow, "held_on", first="-held_on"),
            conditions(t.ConsultationRow, ids=_OF_ORGANIZATION)),
    Listing(s.MATERIAL_HANDOVERS, OfOrganizationQuery,
            sorting(t.MaterialHandoverRow, "created_at", first="-created_at"),
            conditions(t.MaterialHandoverRow, ids=_OF_ORGANIZATION)),
    Listing(r.RECOMMENDATIONS, RecommendationQuery, sorting(t.RecommendationRow, "created_at", first="-created_at"),
            conditions(t.RecommendationRow, codes=("kind",), ids=("origin_id",)), columns=(
        Column("kind",         "类别", vocabulary="recommendation_kind"),
        Column("addressee",    "受文单位", kind=Kind.ORGANISATION),
        Column("delivered_on", "送达日期", kind=Kind.DAY, width=12),
        Column("reply_by",     "回复期限", kind=Kind.DAY, width=12),
        Column("acceptance",   "采纳情况", vocabulary="recommendation_acceptance"),
        Column("replied_on",   "回复日期", kind=Kind.DAY, width=12),
        Column("missed_dates", "逾期次数", kind=Kind.NUMBER, width=10),
        Column("closed_on",    "办结日期", kind=Kind.DAY, width=12),
    )),
    Listing(e.EVALUATIONS, EvaluationQuery, sorting(t.EvaluationRow, "created_at", first="-created_at"),
            conditions(t.EvaluationRow, codes=("grade",), ids=_OF_ORGANIZATION), columns=(
        Column("organisation", "党组织", kind=Kind.ORGANISATION),
        Column("index_code",   "指标体系", width=12),
        Column("total",        "得分", kind=Kind.DECIMAL, width=10),
        Column("grade",        "评估等次", vocabulary="evaluation_grade", width=10),
        Column("confirmed_on", "审定日期", kind=Kind.DAY, width=12),
        Column("applied_on",   "结果运用", kind=Kind.DAY, width=12),
    )),
    Listing(e.FOLLOW_UPS, OfOrganizationQuery, sorting(t.FollowUpRow, "created_at", first="-created_at"),
            conditions(t.FollowUpRow, codes=(), ids=_OF_ORGANIZATION), columns=(
        Column("organisation", "党组织", kind=Kind.ORGANISATION),
        Column("kind",         "后续措施", vocabulary="poor_grade_follow_up"),
        Column("done_on",      "落实日期", kind=Kind.DAY, width=12),
    )),
    Listing(r.REMINDERS, ReminderQuery, sorting(t.ReminderRow, "created_at", first="-created_at"),
            conditions(t.ReminderRow, codes=("kind",), ids=_OF_ORGANIZATION), columns=(
        Column("kind",         "类别", vocabulary="remedial_tool"),
        Column("addressee",    "受文单位", kind=Kind.ORGANISATION),
        Column("delivered_on", "送达日期", kind=Kind.DAY, width=12),
        Column("answered_on",  "报告日期", kind=Kind.DAY, width=12),
    )),
    Listing(r.SYSTEMS_BUILT, SystemQuery, sorting(t.SystemBuiltRow, "effective_on", first="-effective_on"),
            conditions(t.SystemBuiltRow, codes=("kind",),
                       ids=("inspected_organization_id", "finding_id", "recommendation_id", "case_id")), columns=(
        Column("title",        "制度名称", width=40),
        Column("kind",         "类别", vocabulary="system_kind", width=10),
        Column("organisation", "制定单位", kind=Kind.ORGANISATION),
        Column("effective_on", "生效日期", kind=Kind.DAY, width=12),
    )),
)
# fmt: on
