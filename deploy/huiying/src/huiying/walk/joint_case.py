"""Journey 3: office, group and region work one case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from huiying.walk.caller import Caller, Unexpected

TASKS, LOANS = "/casework/v1/linkage-tasks", "/casework/v1/secondments"
HEAD, OFFICER = "office1.head", "office1.handler"
LEADERS = {"S1": HEAD, "S2": "deputy.city", "S3": "principal.city"}
SUBJECT = {"name": "（化名）严某", "organisation": "某登记窗口", "position": "窗口负责人"}
NEED: dict[str, Any] = {
    "need": "群众反映集中，单靠一方难以查清，商请联合办案。",
    "scope": "某登记窗口及其主管单位相关人员。",
    "people_wanted": 2,
    "units": ["bureau-housing"],
    "subjects": [SUBJECT],
}
PARTIES = ("city-office-1", "group-1", "district-1")


def work_a_case_together(caller: Caller) -> None:
    """Declare, coordinate, staff, consult, log, conclude, assess. Raises: Unexpected."""
    task = _coordinate(caller)
    loan = _staff(caller, task)
    _who_sees(caller, task)
    _consult(caller, task)
    _log(caller, task)
    _return_early(caller, task, loan)
    _conclude(caller, task)
    _assess(caller, task)


def _declare(caller: Caller, login: str, title: str) -> str:
    draft = {"title": title, "matter": "investigation_cooperation", "kind": "joint_case"}
    made = caller.call(login, "POST", TASKS, draft, expect=201)
    path = f"{TASKS}/{made['id']}"
    caller.act(login, path, "declare", NEED, expect=200)
    return path


def _coordinate(caller: Caller) -> str:
    second = _declare(caller, "district1.head", "（演示）某窗口问题属地联动")
    task = _declare(caller, "group1.lead", "（演示）某登记窗口联合办案")
    plan = {"groups": ["group-1"], "regions": ["district-1"], "merge": [second.rsplit("/", 1)[-1]]}
    caller.act(HEAD, task, "coordinate", plan, expect=200)
    if caller.get("district1.head", second)["state"] != "merged":
        raise Unexpected("the second declaration is not merged")
    plan_text = {"plan": "成立联合专案组，一个月内查清主要事实。"}
    caller.act(HEAD, task, "approve", plan_text, expect=202, signers=LEADERS)
    return task


def _ask(caller: Caller, task: str, officer: str, *, expect: int = 201) -> str:
    today = _today(caller, task)
    wanted = {
        "task_id": task.rsplit("/", 1)[-1],
        "officer": officer,
        "from_on": today.isoformat(),
        "to_on": (today + timedelta(days=30)).isoformat(),
    }
    answer = caller.call(HEAD, "POST", LOANS, wanted, expect=expect)
    return f"{LOANS}/{answer['id']}" if expect == 201 else str(answer["code"])


def _today(caller: Caller, task: str) -> date:
    """Return the day it is in the running set, which may have begun at a chosen date."""
    moves = caller.get(HEAD, f"{task}/history")["items"]
    return date.fromisoformat(moves[-1]["at"][:10])


def _staff(caller: Caller, task: str) -> str:
    """Ask for officers: one lent as asked, one offered instead of another, one blocked by a recusal check."""
    first = _ask(caller, task, "group1.member")
    caller.act("group1.lead", first, "release", {"opinion": "同意派出。"}, expect=200)
    second = _ask(caller, task, "district1.principal")
    instead = {"officer": "district1.handler", "opinion": "主要负责人不便离岗，建议另派一人。"}
    caller.act("district1.head", second, "counter", instead, expect=200)
    _declare_a_relation(caller, "district1.petition")
    if (code := _ask(caller, task, "district1.petition", expect=409)) != "recusal_conflict":
        raise Unexpected(f"a relative is refused with {code}")
    for loan in (first, second):
        caller.act(HEAD, loan, "accept", {"opinion": "同意接收。"}, expect=200)
    caller.act(HEAD, task, "form-team", {"members": [OFFICER]}, expect=202, signers=LEADERS)
    caller.act(HEAD, task, "begin", expect=200)
    return first


def _declare_a_relation(caller: Caller, login: str) -> None:
    own = f"/identity/v1/officers/{caller.get(login, '/identity/v1/me')['id']}/relations"
    known = {one["name"] for one in caller.get(login, own)["items"]}
    if SUBJECT["name"] not in known:
        caller.call(login, "POST", own, {"kind": "sibling", "name": SUBJECT["name"]}, expect=201)


def _who_sees(caller: Caller, task: str) -> None:
    for member in (OFFICER, "group1.member", "district1.handler"):
        caller.get(member, task)
        caller.call(member, "POST", f"{task}/notes", {"text": f"（演示）{member} 已到岗。"}, expect=201)
    for stranger in ("district2.handler", "petition.city", "housing1.head"):
        caller.get(stranger, task, expect=404)
    board = caller.get("district1.handler", f"{task}/board")
    if len(board["notes"]) != 3:
        raise Unexpected("the three organisations do not read one board")


def _consult(caller: Caller, task: str) -> None:
    """Hear everybody, keep a dissent, and make what was decided."""
    voices = ((OFFICER, "agree"), ("group1.member", "agree"), ("district1.handler", "dissent"))
    called = {
        "task_id": task.rsplit("/", 1)[-1],
        "agenda": ["是否将窗口负责人问题转为问题线索"],
        "held_on": _today(caller, task).isoformat(),
        "participants": [login for login, _ in voices],
    }
    made = caller.call(HEAD, "POST", "/casework/v1/consultations", called, expect=201)
    path = f"/casework/v1/consultations/{made['id']}"
    for login, position in voices:
        caller.act(
            login, path, "give-opinion", {"position": position, "text": "意见已当场说明。"}, expect=200
        )
    due = (_today(caller, task) + timedelta(days=10)).isoformat()
    resolution = {
        "resolution": "转为问题线索，同步核对台账。",
        "dissent_answer": "不同意见记录在案，核查中一并关注。",
        "board_tasks": [{"title": "核对登记台账", "to": "district-1", "due_on": due}],
        "clues": [{"facts": "窗口负责人涉嫌收受服务对象财物。", "subjects": [SUBJECT]}],
        "supervision_records": [{"organisation": "bureau-housing", "text": "公示办结时限", "due_on": due}],
    }
    resolved = caller.act(HEAD, path, "resolve", resolution, expect=200)
    if resolved["dissents"] != 1 or len(resolved["decisions"]) != 3:
        raise Unexpected(f"the resolution does not keep dissent and decisions: {resolved.body}")
    piece = f"/casework/v1/board-tasks/{resolved['decisions'][0]['object_id']}"
    caller.act("district1.head", piece, "accept", expect=200)
    caller.act("district1.head", piece, "report", {"report": "已核对完毕，附台账。"}, expect=200)
    caller.act(HEAD, piece, "confirm", expect=200)


def _log(caller: Caller, task: str) -> None:
    """Log each result once, with one organisation that reports it."""
    group: dict[str, Any] = {"credit_owner": "group-1", "contributors": ["district-1"]}
    for kind, what in (("problem", "窗口未公示办结时限"), ("person_handled", SUBJECT["name"])):
        result = {"kind": kind, "what": what, **group}
        caller.call("group1.member", "POST", f"{task}/results", result, expect=201)
    again = {"kind": "problem", "what": "窗口未公示办结时限", **group}
    caller.call("district1.handler", "POST", f"{task}/results", again, expect=409)
    reply_by = (_today(caller, task) + timedelta(days=30)).isoformat()
    recommendation = {
        "kind": "supervisory", "addressee": "bureau-housing", "facts": "窗口办理时限长期未公示。",
        "problems": "政务公开制度落实不到位。", "advice": "公示办结时限并定期自查。", "reply_by": reply_by,
    }  # fmt: skip
    result = {
        "kind": "recommendation", "what": "关于规范登记窗口服务的建议", "credit_owner": "city-office-1",
        "recommendation": recommendation,
    }  # fmt: skip
    drafted = caller.call(OFFICER, "POST", f"{task}/results", result, expect=201)
    print(f"      建议书 · drafted in rectification: {drafted['recommendation_id']}")


def _return_early(caller: Caller, task: str, loan: str) -> None:
    caller.act("group1.lead", loan, "return", {"opinion": "本单位另有急事，提前召回。"}, expect=200)
    caller.get("group1.member", task, expect=404)
    lent = caller.get("group1.lead", loan)
    if lent["task_id"] is not None:
        raise Unexpected("the home body learns for what it lends")


def _conclude(caller: Caller, task: str) -> None:
    conclusion = {"conclusion": "主要事实已查清，问题已移交整改。"}
    refused = caller.act(HEAD, task, "conclude", conclusion, expect=409)
    if refused["code"] != "three_reports_missing":
        raise Unexpected(f"conclude is refused with {refused['code']}")
    for kind in ("investigation", "analysis", "remedial_proposal"):
        caller.act(OFFICER, task, "write-report", {"kind": kind, "report": "（演示）报告正文。"}, expect=200)
    caller.act(HEAD, task, "conclude", conclusion, expect=202, signers=LEADERS)
    caller.get("district1.handler", task, expect=404)


def _assess(caller: Caller, task: str) -> None:
    shown = caller.get("caseman.city", f"{task}/records")
    judged = [
        {"organisation": party, "timeliness": 26, "quality": 25, "cooperation": 28, "reason": "履职到位。"}
        for party in PARTIES
    ]
    if {one["organisation"] for one in shown["items"]} != set(PARTIES):
        raise Unexpected("not every party has a record")
    caller.act("caseman.city", task, "assess", {"judged": judged}, expect=202, signers=LEADERS)
    scored = caller.get("caseman.city", task)
    for party in PARTIES:
        points = [one["points"] for one in scored["scores"] if one["organisation"] == party]
        print(f"      考核 · scores of {party}: {points}")
