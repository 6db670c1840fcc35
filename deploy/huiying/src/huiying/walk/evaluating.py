"""Steps of an evaluation through the gateway, for the journey and for the demo's data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from huiying.walk.caller import Caller, Unexpected
from huiying.walk.putting_right import BASE, CITY, COMMISSION, DEPARTMENT, OFFICE, signers_at

LEADER, SECOND = "evaluator1", "evaluator2"
SCORERS = (("central", LEADER), ("central", SECOND), ("daily", COMMISSION), ("daily", DEPARTMENT))


def begin_evaluation(caller: Caller, organization: str, clerk: str, principal: str) -> str:
    """Begin the evaluation, form the team and let the organisation assess itself; return its path."""
    caller.act(OFFICE, organization, "begin-evaluation")
    query: dict[str, Any] = {"inspected_organization_id": organization.rsplit("/", 1)[-1]}
    (found,) = caller.get(OFFICE, f"{BASE}/evaluations", **query)["items"]
    evaluation = f"{BASE}/evaluations/{found['id']}"
    caller.act(OFFICE, evaluation, "form-team", {"leader": LEADER, "evaluators": [LEADER, SECOND]})
    caller.act(OFFICE, evaluation, "invite-self-assessment")
    text = {"text": "（演示）本单位党组巡察整改自评情况。"}
    caller.act(clerk, evaluation, "submit-self-assessment", text, signers=signers_at(principal))
    return evaluation


def give_marks(
    caller: Caller, evaluation: str, source: str, login: str, share: str, **other: str | None
) -> None:
    """Give every item of a source a share of its points, others by name (`A1_1`), and finish."""
    under = caller.get(login, evaluation)
    index = next(
        one
        for one in caller.get(login, f"{BASE}/evaluation-indexes")["items"]
        if (one["code"], one["version"]) == (under["index_code"], under["index_version"])
    )
    special = {name.replace("_", "."): points for name, points in other.items()}
    marks = [
        {
            "item": one["code"],
            "points": special.get(one["code"], str(round(Decimal(share) * one["points"], 2))),
            "reason": "（演示）依据台账、佐证材料和现场情况评分。",
        }
        for one in index["items"]
        if one["method"] != "ratio" and one["source"] in (source, "both")
    ]
    caller.act(login, evaluation, "give-marks", {"source": source, "marks": marks})
    caller.act(login, evaluation, "submit-marks", {"source": source})


def settle_a_spread(caller: Caller, evaluation: str) -> None:
    """Let everybody mark, two of them far apart on one item; the scoring ends only after they talked.

    Raises: Unexpected.
    """
    give_marks(caller, evaluation, "central", LEADER, "0.3", A1_1="2")
    if caller.get(SECOND, evaluation)["marks"]:
        raise Unexpected("an evaluator must see no mark of another before both have finished")
    give_marks(caller, evaluation, "central", SECOND, "0.3", A1_1="0.5")
    for login in (COMMISSION, DEPARTMENT):
        give_marks(caller, evaluation, "daily", login, "0.3")
    caller.act(LEADER, evaluation, "moderate", expect=409)
    talk = {"source": "central", "item": "A1.1", "record": "（演示）逐份核对会议记录，统一尺度。"}
    caller.act(LEADER, evaluation, "discuss", talk)
    again = {"item": "A1.1", "points": "1", "reason": "（演示）核对会议记录后调整。"}
    caller.act(LEADER, evaluation, "give-marks", {"source": "central", "marks": [again]})
    caller.act(LEADER, evaluation, "moderate")


def hear_and_confirm(caller: Caller, evaluation: str, clerk: str) -> None:
    """Give the organisation the draft, answer its objection, and let the leading group confirm."""
    caller.act(LEADER, evaluation, "draft-report", {"text": "（演示）评估报告征求意见稿。"})
    caller.act(OFFICE, evaluation, "hear-opinion", expect=409)
    caller.act(clerk, evaluation, "object", {"reasons": "（演示）对个别指标得分有异议。"})
    caller.act(OFFICE, evaluation, "hear-opinion", {"answer": "（演示）经复核，维持原评分。"})
    caller.act(OFFICE, evaluation, "confirm", {"opinion": "提请审定。"}, signers=CITY)


def check_the_result(caller: Caller, evaluation: str, organization: str, clerk: str) -> None:
    """Make the score again, and see what follows from the grade poor.

    Raises: Unexpected.
    """
    again = caller.get(clerk, f"{evaluation}/recomputation")
    if not again["agrees"]:
        raise Unexpected(f"the score cannot be made again: {again['differences']}")
    change = {"source": "central", "marks": [{"item": "A1.1", "points": "2", "reason": "改分"}]}
    caller.act(LEADER, evaluation, "give-marks", change, expect=409)
    own = caller.get(clerk, f"{BASE}/evaluations/comparison")["items"]
    if [one["rank"] for one in own] != [None] * len(own) or {one["organisation"] for one in own} != {
        own[0]["organisation"]
    }:
        raise Unexpected("an organisation must see its own results alone, and no rank")
    query: dict[str, Any] = {"inspected_organization_id": organization.rsplit("/", 1)[-1]}
    opened = {one["kind"] for one in caller.get(OFFICE, f"{BASE}/follow-ups", **query)["items"]}
    if opened != {"reminder_interview", "written_self_examination", "look_back"}:
        raise Unexpected(f"the grade poor opened {sorted(opened)}")
    print(f"      得分 · score: {again['total']}（{again['grade']}）；后续措施 · follow-ups: {len(opened)}")
