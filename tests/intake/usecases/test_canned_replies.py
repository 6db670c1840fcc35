"""Canned replies: shipped, rewritten by an office with every version kept, and filled in for a matter."""

from __future__ import annotations

from tests.intake.usecases.story import HOUSING, classified, forwarded, post, submit
from tests.support.house import House

OWN = {
    "object_type": "demand",
    "code": "on_its_way",
    "state": "being_handled",
    "text_zh": "您的事项（{number}）正在抓紧办理，请耐心等候。",
    "text_en": "Your matter ({number}) is in hand; please bear with us.",
}


async def test_a_matter_is_offered_what_fits_its_state_filled_in(house: House) -> None:
    _, demand = await classified(house)
    offered = (await house.get("petition.city", f"/v1/{demand}/canned-replies")).json()["items"]
    assert [one["code"] for one in offered] == ["more_wanted"]
    _, fresh = await submit(house, HOUSING)
    (first,) = (await house.get("petition.city", f"/v1/{fresh}/canned-replies")).json()["items"]
    received = (await house.get("petition.city", f"/v1/{fresh}")).json()["received_on"]
    assert received in first["text_zh"]
    assert received in first["text_en"]
    sent = await post(house, "petition.city", f"{demand}/messages", text=offered[0]["text_zh"])
    assert sent.status_code == 201


async def test_an_office_writes_its_own_and_every_version_stays(house: House) -> None:
    first = await post(house, "petition-head.city", "canned-replies", **OWN)
    assert first.json()["version"] == 1, first.text
    stale = await post(house, "petition-head.city", "canned-replies", **OWN)
    assert (stale.status_code, stale.json()["code"]) == (409, "canned_reply_changed")
    off = {**OWN, "is_active": False, "replaces": 1}
    assert (await post(house, "petition-head.city", "canned-replies", **off)).json()["version"] == 2

    versions = await house.get(
        "petition.city", "/v1/canned-replies/on_its_way/versions", object_type="demand"
    )
    assert [one["version"] for one in versions.json()["items"]] == [2, 1]
    listed = (await house.get("petition.city", "/v1/canned-replies")).json()["items"]
    assert ("demand", "on_its_way") not in {(one["object_type"], one["code"]) for one in listed}
    elsewhere = (await house.get("district1.petition", "/v1/canned-replies")).json()["items"]
    assert ("demand", "on_its_way") in {(one["object_type"], one["code"]) for one in elsewhere}


async def test_who_may_not_edit_and_what_nothing_would_fill_is_refused(house: House) -> None:
    assert (await post(house, "petition.city", "canned-replies", **OWN)).status_code == 403
    wrong = await post(
        house,
        "petition-head.city",
        "canned-replies",
        **{**OWN, "state": "in_disposal", "text_zh": "电话{phone}。"},
    )
    assert [(one["pointer"], one["code"]) for one in wrong.json()["errors"]] == [
        ("/state", "unknown_code"),
        ("/text_zh", "placeholder_unknown"),
    ]
    _, demand = await forwarded(house)
    assert (await house.get("housing1.clerk", f"/v1/{demand}/canned-replies")).status_code == 403
    assert (await house.get("district2.handler", f"/v1/{demand}/canned-replies")).status_code == 404
