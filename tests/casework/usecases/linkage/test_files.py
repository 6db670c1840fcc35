"""Files of a joint task: on the board for the whole team, shared for a list, and for nobody else."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from tests.casework.linkage_story import do, made, make, staffed
from tests.support.house import House


async def uploaded(house: House, login: str) -> str:
    """Upload a picture as an officer; return its id."""
    out = BytesIO()
    Image.new("RGB", (32, 24), (10, 90, 40)).save(out, "PNG")
    answer = await house.http.post(
        "/v1/attachments",
        headers=house.headers(login),
        files={"file": ("现场.png", out.getvalue(), "image/png")},
    )
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


async def opened(house: House, login: str, file: str) -> int:
    """Try to download a file; return the status."""
    return (await house.get(login, f"/v1/attachments/{file}/content")).status_code


async def ready(house: House) -> str:
    """Return a staffed task in a house that gives out files no scanner has seen."""
    task, _ = await staffed(house)
    await house.hear()
    settings = house.desk.settings
    object.__setattr__(settings, "__dict__", {**settings.__dict__, "unscanned_is_fine": True})
    return task


async def test_a_file_on_the_board_is_opened_by_the_team_and_by_nobody_else(house: House) -> None:
    task = await ready(house)
    file = await uploaded(house, "group1.member")
    theirs = await make(house, "district1.handler", f"{task}/files", {"attachment_id": file})
    assert (theirs.status_code, theirs.json()["code"]) == (404, "attachment_unknown")
    assert (await make(house, "group1.member", f"{task}/files", {"attachment_id": file})).status_code == 201

    board = (await house.get("district1.handler", f"/v1/{task}/board")).json()
    assert [one["id"] for one in board["files"]] == [file]
    assert [await opened(house, login, file) for login in ("district1.handler", "office1.head")] == [200, 200]
    assert [await opened(house, login, file) for login in ("group1.lead", "office2.head")] == [403, 404]


async def test_a_file_shared_with_a_list_is_opened_by_the_list_after_the_signature(house: House) -> None:
    task = await ready(house)
    file = await uploaded(house, "office1.head")
    share = await made(
        house, "office1.head", "shares", task_id=task.split("/")[1], object_type="file", object_id=file,
        officers=["group1.member"], purpose="核对现场情况。",
    )  # fmt: skip
    assert await opened(house, "group1.member", file) == 404
    await do(house, "office1.head", share, "share")
    assert await opened(house, "group1.member", file) == 200
    assert await opened(house, "district1.handler", file) == 404
    board = (await house.get("district1.handler", f"/v1/{task}/board")).json()
    assert board["files"] == []
