"""The report of an evaluation: score, dimensions as table and chart, every item, vetoes, what was objected, what follows.

Before the leading group confirms it is the draft the organisation is heard on; afterwards its figures come from the
frozen result. What would tell of clues is left out for whoever may not know.

Rule: chapter 8, points 5 to 8.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from rectification.domain.comparison import Compared, DimensionScore, dimension_scores, earlier_of
from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_index import EvaluationIndex
from rectification.domain.evaluation_lifecycle import EvaluationAction as A
from rectification.domain.evaluation_lifecycle import EvaluationState as S
from rectification.domain.evaluation_result import frozen, inputs_of
from rectification.domain.follow_up_lifecycle import FOLLOW_UP, FollowUpState
from rectification.domain.scoring import VETO_CAP, rounded
from rectification.store.comparison import names_of_rounds
from rectification.store.evaluations import follow_ups_of, proved_false_items, result_row, round_of
from rectification.store.papers import PAPERS
from rectification.usecases.evaluations.compare_evaluations import confirmed_about
from rectification.usecases.evaluations.moderate_evaluation import scored, under
from rectification.usecases.evaluations.views import READ_CLUE_ITEMS, for_reading
from shared.auth.rls import past_sight
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Chart, Document, Joined, OfficerName, OrganisationName, Rows, Value
from shared.documents.gathering import SIGNATURES, moved_on, signatures_on
from shared.process.desk import Call, Desk
from shared.process.process import Viewer

_REPORTED = frozenset({S.DRAFT_REPORT, S.OPINION_HEARD, S.CONFIRMED, S.APPLIED})
_CONFIRMED = frozenset({S.CONFIRMED, S.APPLIED})


async def evaluation_report(
    reader: Reader, desk: Desk, evaluation: Evaluation, viewer: Viewer
) -> dict[str, Value]:
    """Return what fills the report."""
    index = await under(reader, evaluation)
    document = await _document(reader, evaluation, index)
    sees_clues = desk.permissions.decide(viewer.actor, READ_CLUE_ITEMS, viewer.facts, viewer.at).allowed
    hidden = frozenset() if sees_clues else index.items_of_clues()
    return {
        **await _heading(reader, desk, evaluation, index, document),
        **await _by_dimension(reader, desk, evaluation, viewer, dimension_scores(index, document["items"], hidden)),
        **_by_item(index, document, hidden),
        **await _veto(reader, evaluation, document),
        **await _opinions(reader, desk, evaluation),
        **await _consequences(reader, desk, evaluation),
    }  # fmt: skip


async def _document(reader: Reader, evaluation: Evaluation, index: EvaluationIndex) -> dict[str, Any]:
    row = await result_row(reader, evaluation.id)
    if row is not None:
        document: dict[str, Any] = row["document"]
        return document
    latest, ratios, veto, result = await scored(reader, evaluation, index)
    return frozen(inputs_of(evaluation, index, latest, ratios, veto=veto), result)


async def _heading(
    reader: Reader, desk: Desk, evaluation: Evaluation, index: EvaluationIndex, document: dict[str, Any]
) -> dict[str, Value]:
    round_id = await round_of(reader, evaluation.inspected_organization_id)
    async with past_sight(reader):
        names = await names_of_rounds(reader, {round_id})
    sha256 = evaluation.result_sha256
    return {
        "draft_mark": "" if evaluation.state in _CONFIRMED else "（征求意见稿）",
        "organisation": OrganisationName(code_of(evaluation.organisation_path)),
        "round": names[round_id],
        "index": f"{index.name_zh}（版本{index.version}）",
        "daily_weight": f"{evaluation.daily_weight.normalize():f}",
        "central_weight": f"{evaluation.central_weight.normalize():f}",
        "leader": OfficerName(evaluation.leader or ""),
        "team": Joined(tuple(OfficerName(one) for one in evaluation.evaluators)),
        "total": str(rounded(Fraction(document["total"]))),
        "grade": desk.vocabularies.label("evaluation_grade", document["grade"], "zh-CN"),
        "day": evaluation.confirmed_on or await moved_on(reader, evaluation.id, A.DRAFT_REPORT),
        "seal": f"评估结果校验码（SHA-256）：\n{sha256.hex()}" if sha256 else "",
    }


async def _by_dimension(
    reader: Reader, desk: Desk, evaluation: Evaluation, viewer: Viewer, now: tuple[DimensionScore, ...]
) -> dict[str, Value]:
    """Show the dimensions beside those of the evaluation before, once this one is confirmed."""
    earlier = await _earlier(reader, desk, evaluation, viewer) if evaluation.state in _CONFIRMED else None
    then = {one.code: one.rate for one in earlier.dimensions} if earlier else {}
    return {
        "dimensions": [
            {
                "name": f"{one.code} {one.name_zh}", "points": one.points, "gained": str(one.gained),
                "rate": _or_dash(one.rate), "before": _or_dash(then.get(one.code)),
            }
            for one in now
        ],
        "chart": _chart([one for one in now if one.rate is not None], then),
    }  # fmt: skip


async def _earlier(reader: Reader, desk: Desk, evaluation: Evaluation, viewer: Viewer) -> Compared | None:
    call = Call(viewer.actor, viewer.at, desk.clock.today(), viewer.language)
    about = await confirmed_about(reader, desk, {evaluation.organisation_path}, call)
    this = next((one for one in about if one.evaluation_id == evaluation.id), None)
    return earlier_of(this, about) if this else None


def _chart(seen: list[DimensionScore], then: dict[str, Decimal | None]) -> Chart:
    series = {"本次得分率（%）": tuple(float(one.rate or 0) for one in seen)}
    if any(then.get(one.code) is not None for one in seen):
        series["上次得分率（%）"] = tuple(float(then.get(one.code) or 0) for one in seen)
    return Chart("各评估层面得分率（%）", tuple(one.name_zh for one in seen), series)


def _by_item(index: EvaluationIndex, document: dict[str, Any], hidden: frozenset[str]) -> dict[str, Value]:
    known = {one.code: one for one in index.items()}
    shown = [one for one in document["items"] if one["code"] not in hidden]
    unseen = [one["code"] for one in shown if one["combined"] is None]
    return {
        "items": [
            {
                "code": one["code"], "name": known[one["code"]].name_zh, "points": known[one["code"]].points,
                **{name: _reached(one[name]) for name in ("daily", "central", "combined")},
            }
            for one in shown
        ],
        "unobserved": f"无法观察、不计入总分的指标：\n{'、'.join(unseen)}。" if unseen else "各项指标均已观察。",
    }  # fmt: skip


async def _veto(reader: Reader, evaluation: Evaluation, document: dict[str, Any]) -> dict[str, Value]:
    if not document["veto"]:
        return {"veto": "未发现否决情形。", "vetoes": []}
    words = f"经查实存在虚假整改，总分以{VETO_CAP}分为限"
    return {
        "veto": words + ("，本次已按此限定。" if document["capped"] else "，本次得分未超过该限。"),
        "vetoes": [
            {name: row[name] for name in ("number", "title", "found_on")}
            for row in await proved_false_items(reader, evaluation.inspected_organization_id)
        ],
    }


async def _opinions(reader: Reader, desk: Desk, evaluation: Evaluation) -> dict[str, Value]:
    kinds = ("draft_report", "objection", "answer")
    papers = {kind: await PAPERS.newest(reader, desk.seals, evaluation.id, kind) for kind in kinds}
    said = {kind: paper.fields if paper else {} for kind, paper in papers.items()}
    if evaluation.objected_on is None:
        objection, answer = "被评估党组织未提出书面异议。", ""
    else:
        objection = f"被评估党组织提出书面异议：{said['objection'].get('reasons', '')}"
        answer = f"异议答复：{said['answer']['answer']}" if said["answer"] else "异议尚未答复。"
    return {"report": said["draft_report"].get("text", ""), "objection": objection, "answer": answer}


async def _consequences(reader: Reader, desk: Desk, evaluation: Evaluation) -> dict[str, Value]:
    confirmed = evaluation.state in _CONFIRMED
    rows = await follow_ups_of(reader, evaluation.id) if confirmed else []
    words = "评估结果作为领导班子年度考核的重要依据。" if confirmed else "评估结果审定后运用。"
    return {
        "consequence": words + ("等次为“较差”，应当落实下列后续措施。" if rows else ""),
        "follow_ups": [
            {
                "kind": desk.vocabularies.label("poor_grade_follow_up", row["kind"], "zh-CN"),
                "state": FOLLOW_UP.label(FollowUpState(row["state"])), "done_on": row["done_on"],
            }
            for row in rows
        ],
        "signatures": await signatures_on(reader, desk, evaluation.id, A.CONFIRM) if confirmed else [],
    }  # fmt: skip


def _reached(exact: str | None) -> str:
    return _or_dash(for_reading(None if exact is None else Fraction(exact)))


def _or_dash(value: object) -> str:
    return "—" if value is None else str(value)


EVALUATION_DOCUMENTS = (
    Document(
        "evaluation-report", ("整改成效评估报告", "Report of the evaluation"), "evaluation:read", evaluation_report,
        {
            "draft_mark": "征求意见稿标记", "organisation": "被评估党组织", "round": "巡察轮次", "index": "指标体系及版本",
            "daily_weight": "日常评估权重", "central_weight": "集中评估权重", "leader": "组长", "team": "评估组成员",
            "total": "得分", "grade": "等次", "day": "审定日期，征求意见稿为起草日期", "seal": "评估结果校验码",
            "report": "评估情况", "chart": "各层面得分率图",
            "dimensions": Rows("各层面得分", name="层面", points="可评分值", gained="得分", rate="得分率",
                               before="上次得分率"),
            "items": Rows("各项指标得分", code="指标", name="评估标准", points="分值", daily="日常评估",
                          central="集中评估", combined="综合得分"),
            "unobserved": "无法观察的指标", "veto": "否决情形",
            "vetoes": Rows("虚假整改", number="事项编号", title="整改事项", found_on="认定日期"),
            "objection": "书面异议", "answer": "异议答复", "consequence": "结果运用",
            "follow_ups": Rows("后续措施", kind="措施", state="落实情况", done_on="落实日期"),
            "signatures": SIGNATURES,
        },
        exists=lambda one: one.state in _REPORTED,
    ),
)  # fmt: skip
