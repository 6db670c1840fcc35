"""Organisations and officers from Excel: checked as often as needed, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from uuid import uuid4

import httpx
from openpyxl import Workbook, load_workbook

from tests.support.town import Town

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFICERS = ["登录名*", "姓名*", "所在机构代码*", "职务", "到岗日期", "角色", "角色起始日", "角色截止日"]


def sheet(headers: Sequence[str], *rows: Sequence[Any]) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (headers, *rows):
        page.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


async def send(town: Town, kind: str, mode: str, content: bytes, login: str = "sysadmin") -> httpx.Response:
    headers = {**await town.headers(login), "Content-Type": XLSX}
    return await town.http.post(
        f"/v1/imports/{kind}", params={"mode": mode}, headers=headers, content=content
    )


async def test_officers_with_roles_are_imported_together(town: Town) -> None:
    content = sheet(
        OFFICERS,
        ["office1.a", "甘棠", "city-office-1", "科员", None, "承办人", None, None],
        [
            "office1.b",
            "黎照",
            "city-office-1",
            None,
            "2026-01-05",
            "承办人、信访室干部",
            "2026-01-05",
            "2026-12-31",
        ],
    )

    answer = await send(town, "officers", "commit", content)

    assert answer.status_code == 200, answer.text
    assert answer.json()["items"] == ["office1.a", "office1.b"]
    await town.give_password("office1.b")
    me = (await town.get("office1.b", "/v1/me")).json()
    assert {(role["role"], role["ends_on"]) for role in me["roles"]} == {
        ("handler", "2026-12-31"), ("petition_officer", "2026-12-31"),
    }  # fmt: skip


async def test_one_wrong_row_keeps_every_row_out(town: Town) -> None:
    content = sheet(
        OFFICERS,
        ["office1.a", "甘棠", "city-office-1", None, None, None, None, None],
        ["Office 1 B", "黎照", "nowhere", None, None, None, None, None],
    )

    answer = await send(town, "officers", "commit", content)

    assert answer.status_code == 409
    assert answer.json()["code"] == "import_refused"
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [
        ("/rows/3/login", "string_pattern_mismatch")
    ]
    found = await town.post("sysadmin", "/v1/officers/_search", {"q": "甘棠"})
    assert found.json()["items"] == []


async def test_a_check_gives_the_sheet_back_with_remarks_and_saves_nothing(town: Town) -> None:
    content = sheet(
        OFFICERS,
        ["office1.a", "甘棠", "city-office-1", None, None, "承办人", None, None],
        ["office1.a", "甘棠二", "city-office-1", None, None, None, None, None],
        ["office1.c", "黎", "city-office-1", None, None, "没有的角色", None, None],
        ["office1.d", "乔木", "city-office-1", None, None, "承办人、系统管理员", None, None],
    )

    answer = await send(town, "officers", "check", content)

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == XLSX
    assert int(answer.headers["import-errors"]) == 3
    page = load_workbook(BytesIO(answer.content)).worksheets[0]
    remarks = {row: page.cell(row=row, column=9).value for row in range(1, 6)}
    assert remarks[1] == "检查结果"
    assert remarks[2] is None
    assert "another login" in str(remarks[3])
    assert page["A3"].fill.fgColor.rgb.endswith("FFC7CE")
    assert "exclude" in str(remarks[5])
    found = await town.post("sysadmin", "/v1/officers/_search", {"q": "甘棠"})
    assert found.json()["items"] == []


async def test_organisations_may_stand_below_others_of_the_same_sheet(town: Town) -> None:
    headers = ["机构代码*", "名称*", "上级机构代码*", "隶属方式*", "机构类别*", "驻在单位代码"]
    content = sheet(
        headers,
        ["district-9", "新区纪委监委", "city", "下级", "区（市）纪委监委", None],
        ["district-9-petition", "新区信访室", "district-9", "内设", "信访室", None],
        ["group-9", "派驻第九组", "city", "内设", "派驻纪检监察组", "bureau-housing"],
    )

    answer = await send(town, "organisations", "commit", content)

    assert answer.status_code == 200, answer.text
    shown = (await town.get("auditor", "/v1/organisations/district-9-petition")).json()
    assert shown["path"] == "city:district-9/district-9-petition"


async def test_the_template_can_be_filled_in_and_sent_back(town: Town) -> None:
    template = await town.get("sysadmin", "/v1/imports/organisations/template")
    book = load_workbook(BytesIO(template.content))
    page = book.worksheets[0]
    page.append(["city-office-7", "第七监督检查室", None, "city", "内设", "监督检查室", None, None])
    out = BytesIO()
    book.save(out)

    answer = await send(town, "organisations", "commit", out.getvalue())

    assert template.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer.status_code == 200, answer.text
    assert answer.json()["items"] == ["city-office-7"]


async def test_what_is_no_sheet_is_refused(town: Town) -> None:
    answers = [
        await send(town, "officers", "check", b"not a workbook"),
        await send(town, "officers", "check", sheet(["姓名"], ["甘棠"])),
    ]

    assert {answer.json()["code"] for answer in answers} == {"sheet_unreadable"}


async def test_a_browser_sends_the_sheet_as_a_form(town: Town) -> None:
    content = sheet(OFFICERS, ["office1.a", "甘棠", "city-office-1", None, None, None, None, None])

    answer = await town.http.post(
        "/v1/imports/officers", params={"mode": "commit"}, headers=await town.headers("sysadmin"),
        files={"file": ("人员.xlsx", content, XLSX)},
    )  # fmt: skip

    assert answer.status_code == 200, answer.text


async def test_only_an_administrator_imports(town: Town) -> None:
    content = sheet(OFFICERS, ["office1.a", "甘棠", "city-office-1", None, None, None, None, None])

    assert (await send(town, "officers", "check", content, "principal.city")).status_code == 403


async def test_the_same_file_sent_twice_under_one_key_is_imported_once(town: Town) -> None:
    content = sheet(OFFICERS, ["office1.a", "甘棠", "city-office-1", None, None, None, None, None])
    headers = {**await town.headers("sysadmin"), "Content-Type": XLSX, "Idempotency-Key": str(uuid4())}
    url = "/v1/imports/officers?mode=commit"

    first = await town.http.post(url, headers=headers, content=content)
    again = await town.http.post(url, headers=headers, content=content)

    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"
