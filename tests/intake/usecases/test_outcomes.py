"""Closed, said to be solved, and found solved later are three things; the later question is asked once."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from shared.feed.tables import events

from tests.intake.usecases.story import WORKER, answered, concluded, do, opened
from tests.support.house import House

LATER = timedelta(days=95)


async def test_the_offices_word_the_verdict_and_the_later_check_are_kept_apart(house: House) -> None:
    receipt, demand = await answered(house)
    await house.public("receipts/rate", {"receipt": receipt, "satisfaction": 2})
    closed = await do(house, "petition.city", demand, "close", outcome="solved", households_helped=12)
    assert (closed["outcome"], closed["satisfaction"]) == ("solved", 2)
    assert (closed["later_check"]["answered_on"], closed["later_check"]["verdict"]) == (None, None)
    early = await house.public("receipts/survey", {"receipt": receipt, "verdict": "solved"})
    assert (early.status_code, early.json()["code"]) == (409, "survey_not_open")
    assert not (await opened(house, receipt))["can_answer_survey"]

    house.clock.move(LATER)
    assert (await opened(house, receipt))["can_answer_survey"]
    said = await house.public(
        "receipts/survey", {"receipt": receipt, "verdict": "not_solved", "comment": "三户仍未领到证书。"}
    )

    assert said.status_code == 200, said.text
    assert not said.json()["can_answer_survey"]
    shown = (await house.get("petition.city", f"/v1/{demand}")).json()
    assert (shown["state"], shown["outcome"], shown["satisfaction"]) == ("closed", "solved", 2)
    assert shown["later_check"]["verdict"] == "not_solved"
    again = await house.public("receipts/survey", {"receipt": receipt, "verdict": "solved"})
    assert (again.status_code, again.json()["code"]) == (409, "survey_already_answered")
    async with house.desk.db.reader(WORKER) as reader:
        rows = await reader.all(sa.select(events.c.type, events.c.data))
    (told,) = [row["data"] for row in rows if row["type"] == "huiying.intake.demand.surveyed.v1"]
    assert told == {"verdict": "not_solved"}


async def test_what_came_of_a_demand_is_said_unless_a_good_rating_says_it(house: House) -> None:
    _, silent = await answered(house)
    missing = await house.act("petition.city", silent, "close", {"households_helped": 2})
    receipt, rated = await answered(house)
    await house.public("receipts/rate", {"receipt": receipt, "satisfaction": 4})

    closed = await do(house, "petition.city", rated, "close")

    assert (missing.status_code, missing.json()["errors"][0]["pointer"]) == (400, "/outcome")
    assert (closed["state"], closed["outcome"]) == ("closed", "solved")


async def test_an_answer_is_rated_within_thirty_days(house: House) -> None:
    receipt, _ = await answered(house)
    in_time = (await opened(house, receipt))["can_rate"]
    house.clock.move(timedelta(days=40))

    late = await house.public("receipts/rate", {"receipt": receipt, "satisfaction": 5})

    assert (late.status_code, late.json()["code"]) == (409, "rating_window_over")
    assert (in_time, (await opened(house, receipt))["can_rate"]) == (True, False)


async def test_the_survey_lapses_on_the_day_the_receipt_says(house: House) -> None:
    receipt, demand = await answered(house)
    await do(house, "petition.city", demand, "close", outcome="solved", households_helped=12)
    told = await opened(house, receipt)
    house.clock.move(2 * LATER + LATER / 95)

    late = await house.public("receipts/survey", {"receipt": receipt, "verdict": "solved"})

    assert told["survey_until"] is not None
    assert (late.status_code, late.json()["code"]) == (409, "survey_lapsed")
    assert not (await opened(house, receipt))["can_answer_survey"]


async def test_a_reporter_is_asked_after_archiving_too(house: House) -> None:
    receipt, report = await concluded(house)
    await do(house, "petition.city", report, "archive", explanation="已列入本季度集中反馈。")
    house.clock.move(LATER)

    said = await house.public("receipts/survey", {"receipt": receipt, "verdict": "partly_solved"})

    assert said.status_code == 200, said.text
    shown = (await house.get("petition.city", f"/v1/{report}")).json()
    assert shown["later_check"]["verdict"] == "partly_solved"


async def test_what_is_not_closed_is_not_asked_about_and_a_wrong_verdict_is_named(house: House) -> None:
    receipt, _ = await answered(house)
    house.clock.move(LATER)
    still = await house.public("receipts/survey", {"receipt": receipt, "verdict": "solved"})
    wrong = await house.public("receipts/survey", {"receipt": receipt, "verdict": "perhaps", "more": 1})
    stranger = await house.public("receipts/survey", {"receipt": "0000-0000", "verdict": "solved"})

    assert still.json()["code"] == "survey_not_open"
    assert {one["pointer"] for one in wrong.json()["errors"]} == {"/verdict", "/more"}
    assert stranger.status_code == 404
