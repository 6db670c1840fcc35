"""Journey 1: a demand is answered."""

from __future__ import annotations

from typing import Any

from huiying.walk.caller import Caller, Unexpected

DEMAND: dict[str, Any] = {
    "category": "livelihood_demand",
    "content": "我们小区入住多年一直没有办理不动产登记证，去窗口问过很多次都说再等等，希望有人管一管。",
    "region": "district-1",
    "field": "housing_registration",
    "subjects": [],
    "reporter": None,
    "attachments": [],
}
SIGNERS = {"S1": "petition-head.city"}


def answer_a_demand(caller: Caller) -> None:
    """Submit without a name, register, classify, forward, answer, rate, close. Raises: Unexpected."""
    before = {
        one["id"]
        for one in caller.get("petition.city", "/intake/v1/demands", state="received", limit=100)["items"]
    }
    taken = caller.call(None, "POST", "/intake/v1/public/submissions", DEMAND, expect=201)
    receipt = taken["receipt"]
    found = caller.get("petition.city", "/intake/v1/demands", state="received", limit=100)["items"]
    fresh = [one["id"] for one in found if one["id"] not in before]
    if len(fresh) != 1:
        raise Unexpected(f"{len(fresh)} fresh demands, not one")
    path = f"/intake/v1/demands/{fresh[0]}"
    caller.act("petition.city", path, "register", {"opinion": "予以登记。"})
    caller.act("petition.city", path, "classify", {"opinion": "属民生诉求。"})
    caller.act(
        "petition.city", path, "forward", {"to": "district-1-housing", "extract": "群众反映某小区登记迟缓，请核实。"},
        signers=SIGNERS,
    )  # fmt: skip
    seen = caller.get("housing1.clerk", path)
    if not seen["extract"] or "reporter" in seen.body or "content" in seen.body:
        raise Unexpected("the department must see the extract and nothing of the reporter")
    caller.get("housing1.clerk", f"{path}/text", expect=403)
    caller.get("district2.handler", path, expect=404)
    caller.act(
        "housing1.clerk", path, "answer", {"opinion": "经核实，首批证书已办结，请携带身份证到窗口领取。"},
        signers={"S1": "housing1.head"},
    )  # fmt: skip
    opened = caller.call(None, "POST", "/intake/v1/public/receipts/_open", {"receipt": receipt}, expect=200)
    if opened["state"] != "answered" or not opened["answer"] or not opened["can_rate"]:
        raise Unexpected(f"the reporter does not find an answer: {opened.body}")
    print(f"      答复 · the answer: {opened['answer']['text']}")
    rating = {"receipt": receipt, "satisfaction": 5, "comment": "办得很快"}
    caller.call(None, "POST", "/intake/v1/public/receipts/rate", rating, expect=200)
    caller.act("petition.city", path, "close", {"opinion": "已办结。"}, signers=SIGNERS)
    closed = caller.call(None, "POST", "/intake/v1/public/receipts/_open", {"receipt": receipt}, expect=200)
    if closed["state"] != "closed":
        raise Unexpected(f"closed reads {closed['state']} to the reporter")
    verified = caller.wait_for(
        "inclusion in the audit tree",
        lambda: _included(caller, taken["signed_receipt"]),
        within_s=15,
    )
    print(f"      回执在审计树中 · in the audit tree: {verified['checkpoint']['size']} entries")


def _included(caller: Caller, signed_receipt: object) -> dict[str, object] | None:
    body = {"signed_receipt": signed_receipt}
    answer = caller.call(None, "POST", "/intake/v1/public/receipts/verify", body, expect=200)
    if not answer["valid"]:
        raise Unexpected("the signed receipt is not valid")
    found: dict[str, object] = answer.body
    return found if answer["included"] else None
