"""Internal notes reach no reporter by any door; a quotation leaves only when two people allowed that very text."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from intake.app import SPEC
from intake.store.tables.answering import NoteRow
from intake.usecases.receipts.receipt_holder import holder_scope, parse
from shared.service.app import document_of

from tests.intake.usecases.story import (
    HOUSING,
    answered,
    classified,
    concluded,
    do,
    forwarded,
    opened,
    post,
    refused,
    submit,
)
from tests.support.house import House

MARK = "内部标记甲乙丙丁"
WALKED: dict[str, dict[str, Any] | None] = {
    "/v1/public/options": None,
    "/v1/public/channels": None,
    "/v1/public/board": None,
    "/v1/public/board/counts": None,
    "/v1/public/submissions": HOUSING,
    "/v1/public/receipts/_open": {},
    "/v1/public/receipts/messages": {"text": "补充一点情况。"},
    "/v1/public/receipts/rate": {"satisfaction": 2},
    "/v1/public/receipts/object": {"text": "问题仍未解决。"},
    "/v1/public/receipts/request-review": {"text": "申请复查。"},
    "/v1/public/receipts/request-final-review": {"text": "申请复核。"},
    "/v1/public/receipts/survey": {"verdict": "not_solved"},
    "/v1/public/receipts/request-protection": {"text": "担心打击报复。"},
    "/v1/public/receipts/request-recusal": {"text": "承办人与其是亲属。"},
}


async def test_a_note_is_read_by_colleagues_and_by_nobody_else(house: House) -> None:
    _, demand = await forwarded(house)
    written = await post(house, "petition.city", f"{demand}/notes", text=MARK)
    assert written.status_code == 201, written.text

    for login in ("petition.city", "petition-head.city", "deputy.city"):
        notes = (await house.get(login, f"/v1/{demand}/notes")).json()["items"]
        assert [one["text"] for one in notes] == [MARK]
    for login, status in {"housing1.clerk": 403, "district2.handler": 404, "sysadmin": 404}.items():
        assert (await house.get(login, f"/v1/{demand}/notes")).status_code == status
        assert (await post(house, login, f"{demand}/notes", text="x")).status_code == status
    assert MARK not in (await house.get("housing1.clerk", f"/v1/{demand}")).text


async def test_no_public_answer_ever_holds_a_note(house: House) -> None:
    """Walk every public route, for a demand and for a report, in a state where it answers with all it has."""
    for make in (answered, concluded):
        receipt, matter = await make(house)
        await post(house, "petition.city", f"{matter}/notes", text=MARK)
        walked = set()
        for path, body in WALKED.items():
            if body is None:
                answer = await house.http.get(path)
            else:
                sent = body if "submissions" in path else {"receipt": receipt, **body}
                answer = await house.public(path.removeprefix("/v1/public/"), sent)
            walked.add(path)
            assert answer.status_code in (200, 201, 404, 409), (path, answer.text)
            assert MARK not in answer.text
        assert {route.path for route in SPEC.public} - walked <= NO_MATTER


NO_MATTER = {"/v1/public/attachments", "/v1/public/receipts/verify"}
"""Neither knows of a matter: one takes a file in, the other checks a signature."""


async def test_the_database_shows_the_holder_of_a_receipt_the_matter_and_no_note(house: House) -> None:
    receipt, demand = await forwarded(house)
    await post(house, "petition.city", f"{demand}/notes", text=MARK)

    async with house.desk.db.reader(holder_scope(parse(house.desk, receipt))) as reader:
        seen = await reader.scalar(
            sa.select(sa.func.count()).select_from(house.desk.processes["demand"].table)
        )
        notes = await reader.scalar(sa.select(sa.func.count()).select_from(NoteRow))

    assert (seen, notes) == (1, 0)


async def test_every_text_that_leaves_is_compared_when_it_is_proposed(house: House) -> None:
    told = HOUSING["content"]
    _, demand = await classified(house)
    forward = {"to": "district-1-housing", "extract": told}
    assert await refused(house, "petition.city", demand, "forward", **forward) == (409, "report_is_quoted")
    await do(house, "petition.city", demand, "forward", to="district-1-housing", extract="请核实进度。")
    for body in ({"answer": told}, {"answer": "已办结。", "facts": told}, {"opinion": told}):
        assert await refused(house, "housing1.clerk", demand, "answer", **body) == (409, "report_is_quoted")
    message = await post(house, "petition.city", f"{demand}/messages", text=told)
    assert (message.status_code, message.json()["code"]) == (409, "report_is_quoted")

    _, report = await concluded(house, reporter={"name": "（化名）李某"})
    feedback = {"text": "您所说的某单位工作人员在项目验收中收受礼金一事属实。"}
    assert await refused(house, "office1.handler", report, "give-feedback", **feedback) == (
        409,
        "report_is_quoted",
    )


async def test_what_a_reporter_wrote_later_is_not_quoted_either(house: House) -> None:
    receipt, demand = await forwarded(house)
    await house.public(
        "receipts/messages", {"receipt": receipt, "text": "我家住在三号楼二单元，门口一直贴着封条。"}
    )

    answer = {"answer": "经查，三号楼二单元，门口一直贴着封条一事已处理。"}

    assert await refused(house, "housing1.clerk", demand, "answer", **answer) == (409, "report_is_quoted")


async def test_two_people_may_let_one_text_quote(house: House) -> None:
    receipt, demand = await forwarded(house)
    text = "您所说的“不动产登记证书已经拖延多年”，我们已与登记部门核对。"
    reason = "须逐字核对证书名称，别无说法。"
    asked = await post(house, "petition.city", f"{demand}/quotations", text=text, reason=reason)
    assert asked.status_code == 201, asked.text
    quotation = asked.headers["Location"].removeprefix("/intake/v1/")

    assert await refused(house, "petition.city", quotation, "clear") == (403, "forbidden")
    proposed = await house.act("petition-head.city", quotation, "clear", {"opinion": "同意"})
    assert (await house.sign("petition-head.city", proposed)).json()["code"] == "own_proposal"
    still = await post(house, "petition.city", f"{demand}/messages", text=text)
    assert still.json()["code"] == "report_is_quoted"
    assert (await house.sign("deputy.city", proposed)).status_code == 200

    other = await post(house, "petition.city", f"{demand}/messages", text=text + "多次到窗口询问都没有结果")
    assert other.json()["code"] == "report_is_quoted"
    sent = await post(house, "petition.city", f"{demand}/messages", text=text)
    assert sent.status_code == 201, sent.text
    document = document_of(house.app, house.spec)
    assert set(sent.json()) == set(document["components"]["schemas"]["DialogueMessageOut"]["properties"])
    path = document["paths"]["/v1/demands/{object_id}/messages"]["post"]
    shown = path["responses"]["201"]["content"]["application/json"]["schema"]
    assert shown == {"$ref": "#/components/schemas/DialogueMessageOut"}
    assert (await opened(house, receipt))["messages"][-1]["text"] == text


async def test_a_department_asks_too_and_a_refusal_changes_nothing(house: House) -> None:
    _, demand = await forwarded(house)
    text = "不动产登记证书已经拖延多年的原因是资料缺失。"
    asked = await post(
        house, "housing1.clerk", f"{demand}/quotations", text=text, reason="需要说明证书名称全文。"
    )
    quotation = asked.headers["Location"].removeprefix("/intake/v1/")
    assert (await house.get("housing1.clerk", f"/v1/{quotation}")).json()["text"] == text
    assert (await house.get("district2.handler", f"/v1/{quotation}")).status_code == 404

    await do(house, "petition-head.city", quotation, "refuse", opinion="请改写")

    assert await refused(house, "housing1.clerk", demand, "answer", answer=text) == (409, "report_is_quoted")
    again = await refused(house, "petition-head.city", quotation, "clear")
    assert again == (409, "move_out_of_order")


async def test_own_words_need_no_leave_and_a_bad_request_names_every_field(house: House) -> None:
    _, demand = await submit(house, HOUSING)

    plain = await post(
        house, "petition.city", f"{demand}/quotations", text="我们已收到。", reason="只是想先问一问是否可以。"
    )
    wrong = await post(house, "petition.city", f"{demand}/quotations", text="一", reason="短", extra=1)

    assert (plain.status_code, plain.json()["code"]) == (409, "nothing_is_quoted")
    assert {one["pointer"] for one in wrong.json()["errors"]} == {"/text", "/reason", "/extra"}


async def test_an_extract_that_was_cleared_goes_out_with_whatever_reason_is_given(house: House) -> None:
    _, demand = await forwarded(house)
    extract = "群众称“不动产登记证书已经拖延多年”，请核对。"
    asked = await post(
        house, "petition.city", f"{demand}/quotations", text=extract, reason="须逐字核对证书名称。"
    )
    await do(
        house,
        "petition-head.city",
        asked.headers["Location"].removeprefix("/intake/v1/"),
        "clear",
        opinion="同意",
    )
    letter = {
        "ground": "overdue",
        "to": "district-1-housing",
        "extract": extract,
        "opinion": "请一周内办结。",
    }

    told = {**letter, "opinion": HOUSING["content"][:20]}
    assert await refused(house, "petition.city", demand, "supervise", **told) == (409, "report_is_quoted")
    shown = await do(house, "petition.city", demand, "supervise", **letter)

    assert (shown["state"], shown["department"]) == ("supervised", "district-1-housing")
