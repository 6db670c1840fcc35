"""Documents of a case: with names for who handles, reviews or decides it, and for nobody else."""

from __future__ import annotations

import pytest

from casework.domain.articles import Matter, basis
from casework.domain.sanctions import GovernmentSanction as G
from casework.domain.sanctions import Measures, OrganisationalHandling
from casework.domain.sanctions import PartySanction as P
from casework.usecases.documents.sanctions_in_words import in_sentences

from tests.casework.case_story import (
    CADRE,
    HANDLER,
    REVIEWER,
    decided,
    filed,
    investigating,
    move,
    ready_to_close,
    review_done,
)
from tests.support.house import House
from tests.support.papers import text_of


async def text(house: House, login: str, thing: str, name: str) -> str:
    await house.hear()
    answer = await house.get(login, f"/v1/{thing}/documents/{name}")
    assert answer.status_code == 200, answer.text
    return text_of(answer.content)


async def names_of(house: House, login: str, thing: str) -> list[str]:
    return [one["name"] for one in (await house.get(login, f"/v1/{thing}/documents")).json()["items"]]


async def test_filing_is_decided_announced_and_planned_on_paper(house: House) -> None:
    case = await filed(house)
    assert await names_of(house, HANDLER, case) == ["filing-decision"]
    await house.hear()
    early = await house.get(HANDLER, f"/v1/{case}/documents/filing-notice")
    assert (early.status_code, early.json()["code"]) == (409, "document_not_yet")

    decision = await text(house, HANDLER, case, "filing-decision")

    assert "（化名）周某" in decision
    assert "第三十八条、《中华人民共和国监察法》第四十二条" in decision
    assert "党纪和监察同时立案" in decision
    assert "公务员" in decision
    await move(house, HANDLER, case, "announce-filing", notice="请配合审查调查。")
    assert "请配合审查调查。" in await text(house, HANDLER, case, "filing-notice")


async def test_three_reports_come_as_they_are_written(house: House) -> None:
    case = await ready_to_close(house)

    names = await names_of(house, HANDLER, case)

    assert {"investigation-report", "case-analysis", "review-report", "decision"} <= set(names)
    assert "remedial-proposal" not in names
    assert "案件剖析报告" in await text(house, HANDLER, case, "case-analysis")
    report = await text(house, HANDLER, case, "investigation-report")
    assert "人员office1.handler、人员office1.handler2" in report
    await move(house, HANDLER, case, "close", report="已执行完毕。")
    assert "已执行完毕。" in await text(house, HANDLER, case, "case-closing-report")


async def test_every_person_gets_a_decision_of_their_own(house: House) -> None:
    other = {**CADRE, "name": "（化名）吴某", "is_party_member": False}
    case = await review_done(house, CADRE, other)
    shown = (await house.get(HANDLER, f"/v1/{case}")).json()["subjects"]
    letter = {"facts": "收受礼品礼金。", "basis": "依照有关规定。", "remedy": "可以申请复审。"}
    outcomes = [
        {"subject_id": shown[0]["id"], "party_sanction": "probation", "probation_years": 1,
         "government_sanctions": ["removal"]},
        {"subject_id": shown[1]["id"], "government_sanctions": ["demerit"], "recover": 120_000},
    ]  # fmt: skip
    await move(house, REVIEWER, case, "decide", **letter, outcomes=outcomes)

    decision = await text(house, REVIEWER, case, "decision")

    assert decision.count("关于给予（化名）周某处分的决定") == 1
    assert "给予留党察看一年处分；给予政务撤职处分，处分期为二十四个月" in decision
    assert "给予政务记过处分，处分期为十二个月；责令退赔1,200元" in decision
    assert decision.count("申诉期间，不停止本决定的执行。") == 2


async def test_a_withdrawn_case_says_why(house: House) -> None:
    case = await investigating(house)
    await move(house, HANDLER, case, "withdraw", reason="没有证据证明。", is_clearing_needed=True)

    letter = await text(house, HANDLER, case, "withdrawal-decision")

    assert "没有证据证明。" in letter
    assert "需要澄清正名" in letter


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler", "sysadmin"])
async def test_a_stranger_learns_nothing_of_a_decision(house: House, login: str) -> None:
    case = await decided(house)
    await house.hear()

    assert (await house.get(login, f"/v1/{case}/documents/decision")).status_code == 404
    assert (await house.get("caseman.city", f"/v1/{case}/documents/decision")).status_code == 403


@pytest.mark.parametrize(
    ("measures", "words"),
    [
        (Measures(), "不予处分"),
        (Measures(P.SERIOUS_WARNING), "给予党内严重警告处分"),
        (Measures(P.EXPULSION_FROM_PARTY, None, (G.DISMISSAL,)), "给予开除党籍处分；给予政务开除处分"),
        (Measures(organisational_handling=(OrganisationalHandling.POST_ADJUSTMENT,)), "调整职务"),
        (Measures(None, None, (G.WARNING, G.DEMERIT)), "给予政务记过处分，处分期为十二个月"),
    ],
)
async def test_measures_read_as_decisions_say_them(house: House, measures: Measures, words: str) -> None:
    assert in_sentences(house.desk, measures) == words


@pytest.mark.parametrize(
    ("matter", "regime", "words"),
    [
        (Matter.INQUIRY, "2021", "《中国共产党纪律检查机关监督执纪工作规则》第二十九条"),
        (
            Matter.FILING,
            "2021",
            "《中国共产党纪律检查机关监督执纪工作规则》第三十八条、《中华人民共和国监察法》第三十九条",
        ),
        (Matter.WITHDRAWAL, "2025", "《中华人民共和国监察法》第五十二条"),
    ],
)
def test_articles_follow_the_regime(matter: Matter, regime: str, words: str) -> None:
    assert basis(matter, regime) == words
