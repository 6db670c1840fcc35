"""Letters of rectification: recommendations of both kinds, what urges, reminders, renewed feedback."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from rectification.domain.articles import escalation_basis, recommendation_basis
from rectification.usecases.recommendations.chase_recommendation import mark_overdue_recommendations

from tests.rectification.evaluation_story import LEADER, confirmed, in_scoring, marked
from tests.rectification.story import CLERK, COMMISSION, OFFICE, ROUND, do, made, supervised
from tests.rectification.test_recommendations import DEPARTMENT, delivered, drafted
from tests.support.house import House
from tests.support.naming import naming
from tests.support.papers import text_of


async def text(house: House, login: str, thing: str, name: str) -> str:
    house.desk.clients["identity"] = naming()  # type: ignore[index]
    await house.hear()
    answer = await house.get(login, f"/v1/{thing}/documents/{name}")
    assert answer.status_code == 200, answer.text
    return text_of(answer.content)


async def names_of(house: House, login: str, thing: str) -> list[str]:
    return [one["name"] for one in (await house.get(login, f"/v1/{thing}/documents")).json()["items"]]


async def test_a_supervisory_recommendation_says_all_that_it_must(house: House) -> None:
    thing = await delivered(house)

    letter = await text(house, DEPARTMENT, thing, "supervisory-recommendation")

    assert "监察建议书" in letter
    assert "机构district-1-housing：" in letter
    for part in (
        "经查，验收环节缺少复核。",
        "制度缺位，岗位权力过于集中。",
        "建立验收复核和轮岗制度。",
        "如有异议",
    ):
        assert part in letter
    assert "《中华人民共和国监察法》第五十二条" in letter
    assert "请于2026年4月15日前书面回复" in letter
    assert await names_of(house, DEPARTMENT, thing) == ["supervisory-recommendation"]


async def test_the_other_kind_rests_on_the_rules_of_the_party(house: House) -> None:
    thing = await drafted(house, kind="discipline", addressee="party-bureau-housing")

    letter = await text(house, COMMISSION, thing, "discipline-recommendation")

    assert "监督执纪工作规则》第十九条" in letter
    other = await house.get(COMMISSION, f"/v1/{thing}/documents/supervisory-recommendation")
    assert (other.status_code, other.json()["code"]) == (409, "document_not_yet")


async def test_before_it_is_served_the_addressee_knows_of_no_letter(house: House) -> None:
    thing = await drafted(house)
    await house.hear()

    for login in (DEPARTMENT, "district2.handler", "sysadmin"):
        assert (
            await house.get(login, f"/v1/{thing}/documents/supervisory-recommendation")
        ).status_code == 404


async def test_an_addressee_does_not_read_how_the_letter_came_about(house: House) -> None:
    thing = await delivered(house)

    assert (await house.get(DEPARTMENT, f"/v1/{thing}/timeline")).status_code == 403
    moves = [one["name"] for one in (await house.get(COMMISSION, f"/v1/{thing}/timeline")).json()["items"]]
    assert {"create", "check-legality", "approve", "issue", "deliver", "DL-31"} <= set(moves)


async def test_who_does_not_reply_is_urged(house: House) -> None:
    thing = await delivered(house)
    house.clock.move(timedelta(days=60))
    await mark_overdue_recommendations(house.desk)
    later = (house.clock.today() + timedelta(days=20)).isoformat()
    await do(house, COMMISSION, thing, "set-new-date", reply_by=later, letter="请尽快回复。")

    letter = await text(house, COMMISSION, thing, "urging-letter")

    assert "请尽快回复。" in letter
    assert "2026年3月2日送达的建议书" in letter


async def test_a_reminder_is_called_what_it_is(house: House) -> None:
    body = {
        "kind": "reminder_interview",
        "addressee": "party-bureau-housing",
        "text": "请于周五到我室说明情况。",
    }
    one = await made(house, COMMISSION, "reminders", body)

    letter = await text(house, COMMISSION, f"reminders/{one['id']}", "reminder")

    assert "约谈提醒通知书" in letter
    assert "请于周五到我室说明情况。" in letter


async def test_renewed_feedback_lists_what_is_not_done(house: House) -> None:
    thing = await supervised(house)
    found = await house.get(OFFICE, "/v1/rectification-items", inspected_organization_id=thing.split("/")[1])
    item = found.json()["items"][0]
    by = (house.clock.today() + timedelta(days=30)).isoformat()
    await do(
        house,
        OFFICE,
        thing,
        "re-feedback",
        item_ids=[item["id"]],
        text="整改不到位，请继续整改。",
        reply_by=by,
    )
    again = (await house.get(CLERK, "/v1/re-feedbacks")).json()["items"][0]

    letter = await text(house, CLERK, f"re-feedbacks/{again['id']}", "re-feedback-letter")

    assert item["title"] in letter
    assert "整改不到位，请继续整改。" in letter
    assert "机构party-bureau-housing：" in letter


@pytest.mark.parametrize(
    ("regime", "words"),
    [("2025", "《中华人民共和国监察法》第五十二条"), ("2021", "《中华人民共和国监察法》第四十五条")],
)
def test_the_law_is_named_as_it_then_stood(regime: str, words: str) -> None:
    assert recommendation_basis("supervisory", regime) == words
    assert escalation_basis("2025") == "《中华人民共和国监察法》第七十一条"
    assert recommendation_basis("discipline", regime) == "《中国共产党纪律检查机关监督执纪工作规则》第十九条"


async def test_the_report_of_an_evaluation_shows_dimensions_as_a_chart_and_no_clue_to_the_organisation(
    house: House,
) -> None:
    thing, evaluation = await confirmed(house, "0.3")
    house.desk.clients["identity"] = naming()  # type: ignore[index]
    await house.hear()
    answer = await house.get(OFFICE, f"/v1/{evaluation}/documents/evaluation-report")
    report = text_of(answer.content)
    with ZipFile(BytesIO(answer.content)) as package:
        chart = package.read("word/charts/chart1.xml").decode()

    for part in (
        "被评估党组织", "机构party-bureau-housing", ROUND["name"], "B3.3", "较差", "约谈提醒主要负责人",
        "未提出书面异议", "集体研究", "未发现否决情形", "无法观察、不计入总分的指标",
    ):  # fmt: skip
        assert str(part) in report
    assert "评估报告（征求意见稿）\n" not in report
    assert "barChart" in chart
    assert "责任落实" in chart
    own = await text(house, CLERK, evaluation, "evaluation-report")
    assert "B3.3" not in own
    assert "B2.2" in own
    assert (
        await house.get("inspected2.clerk", f"/v1/{evaluation}/documents/evaluation-report")
    ).status_code == 404
    assert thing


async def test_a_draft_report_says_that_it_is_one_and_there_is_none_before(house: House) -> None:
    _, evaluation = await in_scoring(house)
    early = await house.get(OFFICE, f"/v1/{evaluation}/documents/evaluation-report")
    assert (early.status_code, early.json()["code"]) == (409, "document_not_yet")
    await marked(house, evaluation, "0.9")
    await do(house, LEADER, evaluation, "moderate")
    await do(house, LEADER, evaluation, "draft-report", text="评估报告全文，供听取意见。")

    draft = await text(house, CLERK, evaluation, "evaluation-report")

    for part in ("征求意见稿", "评估报告全文，供听取意见。", "评估结果审定后运用"):
        assert part in draft
