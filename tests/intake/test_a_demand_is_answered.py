"""Journey 1 inside intake: from a submission without a name to a rated answer and a closed matter."""

from __future__ import annotations

from tests.support.house import House

DEMAND = {
    "category": "livelihood_demand",
    "content": "小区的不动产登记证书已经拖延多年，多次到窗口询问都没有结果。",
    "region": "district-1",
    "field": "housing_registration",
}


async def submitted(house: House) -> tuple[str, str]:
    """Return receipt and id of a fresh demand."""
    answer = await house.public("submissions", DEMAND)
    assert answer.status_code == 201, answer.text
    found = (await house.get("petition.city", "/v1/demands", state="received")).json()["items"]
    return answer.json()["receipt"], found[0]["id"]


async def forwarded(house: House) -> tuple[str, str]:
    """Return receipt and id of a demand that lies with the department."""
    receipt, demand = await submitted(house)
    thing = f"demands/{demand}"
    assert (await house.act("petition.city", thing, "register", {"opinion": "登记"})).status_code == 200
    assert (await house.act("petition.city", thing, "classify", {"opinion": "属于诉求"})).status_code == 200
    proposed = await house.act(
        "petition.city", thing, "forward", {"to": "district-1-housing", "extract": "请核实登记进度。"}
    )
    signed = await house.sign("petition-head.city", proposed, opinion="同意")
    assert signed.status_code == 200, signed.text
    return receipt, demand


async def test_a_demand_travels_from_receipt_to_a_rated_answer_and_is_closed(house: House) -> None:
    receipt, demand = await forwarded(house)
    thing = f"demands/{demand}"

    seen = (await house.get("housing1.clerk", f"/v1/{thing}")).json()
    assert seen["extract"] == "请核实登记进度。"
    assert "answer" in seen["allowed_actions"]
    proposed = await house.act(
        "housing1.clerk", thing, "answer", {"opinion": "证书已于本周发放，请持身份证领取。"}
    )
    assert (await house.sign("housing1.head", proposed)).status_code == 200

    opened = (await house.public("receipts/_open", {"receipt": receipt})).json()
    assert opened["state"] == "answered"
    assert opened["answer"]["text"].startswith("证书已于本周发放")
    assert opened["can_rate"]
    rated = await house.public("receipts/rate", {"receipt": receipt, "satisfaction": 5, "comment": "谢谢"})
    assert rated.status_code == 200, rated.text

    closing = await house.act("petition.city", thing, "close", {"opinion": "办结", "households_helped": 12})
    assert (await house.sign("petition-head.city", closing)).status_code == 200
    after = (await house.get("petition.city", f"/v1/{thing}")).json()
    assert (after["state"], after["satisfaction"], after["households_helped"]) == ("closed", 5, 12)
    assert (await house.public("receipts/_open", {"receipt": receipt})).json()["state"] == "closed"


async def test_somebody_elsewhere_gets_the_answer_for_what_does_not_exist(house: House) -> None:
    _, demand = await forwarded(house)
    for login in ("district2.handler", "sysadmin", "nobody"):
        hidden = await house.get(login, f"/v1/demands/{demand}")
        missing = await house.get(login, "/v1/demands/00000000-0000-4000-8000-000000000000")
        assert hidden.status_code == missing.status_code == 404
        assert {**hidden.json(), "instance": "", "trace_id": ""} == {
            **missing.json(),
            "instance": "",
            "trace_id": "",
        }
