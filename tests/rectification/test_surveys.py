"""Satisfaction surveys: each token once, nothing that leads back to a person, no result under five answers."""

from __future__ import annotations

from typing import Any

from rectification.domain.survey import token_digest
from rectification.store.tables import Base

from tests.rectification.evaluation_story import LEADER, in_scoring, marked
from tests.rectification.story import CLERK, OFFICE, do, made, post
from tests.support.house import House


async def opened(house: House, evaluation: str, tokens: int = 10) -> dict[str, Any]:
    """Open a survey of staff."""
    body = {"evaluation_id": evaluation.split("/")[1], "kind": "staff", "tokens": tokens}
    return await made(house, OFFICE, "surveys", body)


async def test_a_token_is_counted_once_and_forgotten_and_five_answers_make_a_result(house: House) -> None:
    _, evaluation = await in_scoring(house)
    survey = await opened(house, evaluation)
    tokens = survey["tokens"]
    assert len(set(tokens)) == 10

    for score, token in zip((5, 4, 4, 2), tokens, strict=False):
        answer = await house.public("surveys/answer", {"token": token, "score": score})
        assert (answer.status_code, answer.json()) == (200, {"counted": True})
    shown = (await house.get(OFFICE, f"/v1/surveys/{survey['id']}")).json()
    assert (shown["answers"], shown["satisfied_share"], shown["tokens"]) == (4, None, [])

    again = await house.public("surveys/answer", {"token": tokens[0], "score": 5})
    never = await house.public("surveys/answer", {"token": "x" * 27, "score": 5})
    assert [(one.status_code, one.json()["code"]) for one in (again, never)] == [(404, "token_unknown")] * 2

    await house.public("surveys/answer", {"token": tokens[4], "score": 1})
    shown = (await house.get(OFFICE, f"/v1/surveys/{survey['id']}")).json()
    assert (shown["answers"], shown["satisfied_share"]) == (5, 0.6)

    await marked(house, evaluation)
    seen = await do(house, LEADER, evaluation, "moderate")
    ratios = {one["item"]: (one["numerator"], one["denominator"], one["records"]) for one in seen["ratios"]}
    assert ratios["D1.1"] == (3, 5, [survey["id"]])
    assert ratios["D1.2"] == (5, 10, [survey["id"]])
    assert ratios["D2.1"] == (0, 0, [])
    late = await house.public("surveys/answer", {"token": tokens[5], "score": 5})
    assert (late.status_code, late.json()["code"]) == (409, "survey_closed")


async def test_nothing_that_is_kept_leads_from_an_answer_to_a_token_or_an_hour(house: House) -> None:
    _, evaluation = await in_scoring(house)
    (first, *_) = (await opened(house, evaluation))["tokens"]
    await house.public("surveys/answer", {"token": first, "score": 3})

    assert {column.name for column in Base.metadata.tables["survey_answers"].columns} == {
        "id",
        "survey_id",
        "score",
        "answered_on",
    }
    async with house.desk.db.pool.acquire() as connection, connection.transaction():
        await connection.execute("SELECT set_config('app.kind', 'worker', true)")
        left = await connection.fetch("SELECT sha256 FROM survey_tokens")
        kept = await connection.fetch("SELECT * FROM idempotency_keys")
    assert token_digest(first) not in {row["sha256"] for row in left}
    assert len(left) == 9
    assert not [row for row in kept if first.encode() in str(dict(row)).encode()]


async def test_who_may_open_a_survey_and_with_what(house: House) -> None:
    _, evaluation = await in_scoring(house)
    await opened(house, evaluation)
    body = {"evaluation_id": evaluation.split("/")[1], "kind": "staff", "tokens": 10}
    assert (await post(house, OFFICE, "surveys", body)).json()["code"] == "survey_already_open"
    assert (await post(house, CLERK, "surveys", {**body, "kind": "public"})).status_code == 403
    answer = await post(house, OFFICE, "surveys", {"evaluation_id": "one", "kind": "all", "tokens": 1})
    assert answer.status_code == 400
    assert {error["pointer"] for error in answer.json()["errors"]} == {"/evaluation_id", "/kind", "/tokens"}
    wrong = await house.public("surveys/answer", {"token": "short", "score": 9})
    assert {error["pointer"] for error in wrong.json()["errors"]} == {"/token", "/score"}
