"""Documents of intake: to departments, lower organs and the person who asked; none names a reporter."""

from __future__ import annotations

from typing import Any

import pytest
import pytest_asyncio

from tests.intake.usecases.story import NAMED, answered, classified, concluded, do, forwarded, screened
from tests.support.house import House
from tests.support.naming import naming
from tests.support.papers import text_of

OFFICER, CLERK = "petition.city", "housing1.clerk"


@pytest_asyncio.fixture(autouse=True)
async def with_names(house: House) -> None:
    house.desk.clients["identity"] = naming()  # type: ignore[index]
    await house.hear()


async def text(house: House, login: str, thing: str, name: str) -> str:
    await house.hear()
    answer = await house.get(login, f"/v1/{thing}/documents/{name}")
    assert answer.status_code == 200, answer.text
    return text_of(answer.content)


async def refusal(house: House, login: str, thing: str, name: str) -> tuple[int, str]:
    await house.hear()
    answer = await house.get(login, f"/v1/{thing}/documents/{name}")
    return answer.status_code, answer.json()["code"]


async def test_a_department_gets_the_extract_with_a_day_and_no_reporter(house: House) -> None:
    _, demand = await forwarded(house, reporter=NAMED)

    letter = await text(house, CLERK, demand, "forward-letter")

    assert "机构district-1-housing：" in letter
    assert "请核实登记进度。" in letter
    assert "《信访工作条例》第二十三条" in letter
    assert "前依法按政策办结" in letter
    assert "李某" not in letter
    assert "拖延多年" not in letter


async def test_an_old_demand_names_the_article_of_its_time() -> None:
    from datetime import date

    from intake.domain.articles import Matter, petition_basis

    assert petition_basis(Matter.ANSWER, date(2021, 6, 1)) == "《信访条例》第三十三条"
    assert petition_basis(Matter.ANSWER, date(2022, 5, 1)) == "《信访工作条例》第三十四条"


async def test_who_drags_is_reminded_and_pressed(house: House) -> None:
    _, demand = await forwarded(house)
    assert (await refusal(house, OFFICER, demand, "reminder-letter")) == (409, "document_not_yet")

    await do(house, OFFICER, demand, "work-reminder", opinion="请一周内研究。")
    assert (await refusal(house, OFFICER, demand, "supervision-letter")) == (409, "document_not_yet")
    reminder = await text(house, OFFICER, demand, "reminder-letter")

    assert "请一周内研究。" in reminder
    assert "机构district-1-housing：" in reminder


async def test_the_written_opinion_is_signed_by_the_department(house: House) -> None:
    _, demand = await answered(house)

    opinion = await text(house, OFFICER, demand, "written-opinion")

    assert "处理意见书" in opinion
    assert "证书已于本周发放，请持身份证领取。" in opinion
    assert "予以支持。" in opinion
    assert "申请复查" in opinion
    assert "机构district-1-housing" in opinion
    assert "查明的事实" not in opinion


async def test_a_demand_that_is_not_accepted_says_why(house: House) -> None:
    _, demand = await classified(house)
    await do(house, OFFICER, demand, "decline", reason="no_substance")

    notice = await text(house, OFFICER, demand, "demand-non-acceptance-notice")

    assert "未提出具体明确的诉求事项" in notice
    assert "违纪" not in notice


async def test_a_lower_organ_is_assigned_and_urged(house: House) -> None:
    _, report = await screened(house)
    await do(house, OFFICER, report, "assign-down", to="district-1", ground="long_delay")
    assignment = await text(house, OFFICER, report, "assignment-letter")
    await do(house, OFFICER, report, "urge", ground="overdue", method="on_site")

    urging = await text(house, OFFICER, report, "urging-letter")

    assert "机构district-1：" in assignment
    assert "久拖不办" in assignment
    assert "《纪检监察机关处理检举控告工作规则》第二十条" in assignment
    assert "超过期限仍未办结" in urging
    assert "实地督查" in urging
    assert "收受礼金" not in assignment + urging


async def test_the_record_of_feedback_holds_what_was_said_and_not_to_whom(house: House) -> None:
    _, report = await concluded(house, reporter=NAMED)
    await house.hear()
    await do(house, OFFICER, report, "give-feedback", text="已对有关人员作出处理。", way="phone")
    house.desk.clients["identity"] = naming()  # type: ignore[index]

    record = await text(house, OFFICER, report, "feedback-record")

    assert "已对有关人员作出处理。" in record
    assert "电话反馈" in record
    assert "部分属实" in record
    assert "李某" not in record


async def test_who_asked_is_told_who_handles_it_and_that_it_takes_longer(house: House) -> None:
    _, demand = await forwarded(house, reporter=NAMED)
    notice = await text(house, OFFICER, demand, "demand-acceptance-notice")
    assert (await refusal(house, OFFICER, demand, "extension-notice")) == (409, "document_not_yet")
    await do(house, CLERK, demand, "extend", days=20, reason="需要现场勘测，等待测绘结果。")

    later = await text(house, OFFICER, demand, "extension-notice")

    assert "已转机构district-1-housing办理" in notice
    assert "《信访工作条例》第二十三条" in notice
    assert "办理期限延长20日" in later
    assert "等待测绘结果" in later
    assert "李某" not in notice + later


async def test_a_department_objects_on_paper_and_the_ruling_names_it_with_who_signed(house: House) -> None:
    _, demand = await forwarded(house)
    reasons = {"reason": "不属于登记业务。", "competent_body": "bureau-housing", "basis": "部门职责规定。"}
    await do(house, CLERK, demand, "object-jurisdiction", **reasons)
    objection = await text(house, OFFICER, demand, "objection-letter")
    for _ in range(house.desk.settings.refusals_before_ruling - 1):
        await do(house, OFFICER, demand, "forward", to="district-1-housing", extract="请再核实。")
        await do(house, CLERK, demand, "object-jurisdiction", **reasons)
    await do(
        house,
        OFFICER,
        demand,
        "rule",
        to="district-1-housing",
        extract="请办理。",
        opinion="按属地原则办理。",
    )

    ruling = await text(house, OFFICER, demand, "ruling")

    assert "不属于登记业务。" in objection
    assert "机构bureau-housing" in objection
    assert "裁定由你单位主责办理" in ruling
    assert "按属地原则办理。" in ruling


async def test_an_accepted_report_has_a_notice_and_a_letter_of_transfer(house: House) -> None:
    _, report = await screened(house, reporter=NAMED)
    assert (await refusal(house, OFFICER, report, "report-acceptance-notice")) == (409, "document_not_yet")
    await do(house, OFFICER, report, "transfer", to="city-office-1", opinion="请依规处置。")

    notice = await text(house, OFFICER, report, "report-acceptance-notice")
    letter = await text(house, OFFICER, report, "transfer-letter")

    assert "决定予以受理" in notice
    assert "机构city-office-1：" in letter
    assert "请依规处置。" in letter
    assert "李某" not in notice + letter
    assert "收受礼金" not in notice + letter


async def test_a_report_that_is_not_ours_goes_with_a_letter(house: House) -> None:
    _, report = await screened(house)
    await do(house, OFFICER, report, "refer-out", organ="某市税务局")

    letter = await text(house, OFFICER, report, "referral-letter")

    assert "某市税务局：" in letter
    assert "第十三条" in letter


@pytest.mark.parametrize(
    ("login", "name"), [("district2.handler", "forward-letter"), ("sysadmin", "written-opinion")]
)
async def test_a_stranger_is_told_that_there_is_no_such_demand(house: House, login: str, name: str) -> None:
    _, demand = await answered(house)

    await house.hear()
    refused: Any = await house.get(login, f"/v1/{demand}/documents/{name}")

    assert refused.status_code == 404
