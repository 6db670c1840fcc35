"""A photo travels from a reporter's phone to the officer, without what the phone wrote into it."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

from PIL import Image

from tests.intake.test_a_demand_is_answered import DEMAND
from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.support.house import House

MARKER = b"GPS-MARKER-120.38-36.06"


def photo() -> bytes:
    """Return a small JPEG with a marked comment."""
    out = BytesIO()
    Image.new("RGB", (64, 48), (120, 40, 40)).save(out, "JPEG", comment=MARKER)
    return out.getvalue()


async def upload(
    house: House, content: bytes, name: str = "photo.jpg", kind: str = "image/jpeg"
) -> dict[str, str]:
    answer = await house.http.post("/v1/public/attachments", files={"file": (name, content, kind)})
    assert answer.status_code == 201, answer.text
    body: dict[str, str] = answer.json()
    return body


async def test_a_photo_reaches_the_officer_without_its_metadata(house: House) -> None:
    content = photo()
    assert MARKER in content
    attachment = await upload(house, content)
    submitted = await house.public("submissions", {**DEMAND, "attachments": [attachment["id"]]})
    assert submitted.status_code == 201, submitted.text
    demand = (await house.get("petition.city", "/v1/demands", state="received")).json()["items"][0]["id"]
    await fresh_rights(house)
    object.__setattr__(
        house.desk.settings, "__dict__", {**house.desk.settings.__dict__, "unscanned_is_fine": True}
    )

    text = (await house.get("petition.city", f"/v1/demands/{demand}/text")).json()
    got = await house.get("petition.city", f"/v1/attachments/{attachment['id']}/content")
    elsewhere = await house.get("district2.handler", f"/v1/attachments/{attachment['id']}/content")

    assert [one["id"] for one in text["attachments"]] == [attachment["id"]]
    assert got.status_code == 200
    assert MARKER not in got.content
    assert Image.open(BytesIO(got.content)).size == (64, 48)
    assert got.headers["content-disposition"].startswith("attachment;")
    assert elsewhere.status_code == 404


async def test_a_file_that_is_not_what_it_says_is_refused(house: House) -> None:
    for name, kind, content in (
        ("photo.jpg", "image/jpeg", b"MZ" + b"\0" * 200),
        ("page.html", "text/html", b"<html><script>1</script></html>"),
        ("empty.txt", "text/plain", b""),
    ):
        answer = await house.http.post("/v1/public/attachments", files={"file": (name, content, kind)})
        assert answer.status_code in (400, 415), (name, answer.text)


async def test_a_file_of_twenty_one_megabytes_is_refused(house: House) -> None:
    answer = await house.http.post(
        "/v1/public/attachments", files={"file": ("big.txt", b"x" * (21 * 1024 * 1024), "text/plain")}
    )

    assert answer.status_code == 413


async def test_a_submission_cannot_take_a_file_that_is_not_there(house: House) -> None:
    answer = await house.public("submissions", {**DEMAND, "attachments": [str(uuid4())]})

    assert (answer.status_code, answer.json()["code"]) == (404, "attachment_unknown")
    assert (await house.get("petition.city", "/v1/demands", state="received")).json()["items"] == []
