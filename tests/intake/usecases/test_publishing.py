from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from intake.domain.quarters import quarter_of
from intake.usecases.publishing.show_board import count_board, rate_board
from intake.usecases.publishing.take_down import take_down_contested

from tests.intake.usecases.story import HOUSING, WORKER, answered, do, forwarded, post, refused
from tests.support.house import House

PETITION = "petition.city"
WORDS = {"request": "某小区居民申请办理产权登记。", "answer": "主管部门已集中补办，群众可到窗口领取。"}
PHONE = {"channel": "phone", "address": "12388", "hours": "工作日 9:00-17:00"}


async def read(house: House, path: str, **params: Any) -> Any:
    answer = await house.http.get(f"/v1/public/{path}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def drafted(house: House, demand: str, **words: str) -> str:
    answer = await post(house, PETITION, f"{demand}/publications", **{**WORDS, **words})
    assert answer.status_code == 201, answer.text
    return f"publications/{answer.json()['id']}"


async def test_an_approved_text_is_read_by_anybody_and_says_nothing_of_who_asked(house: House) -> None:
    _, demand = await answered(
        house, reporter={"name": "（化名）李某", "phone": "00000000000", "consent_to_share": True}
    )
    text = await drafted(house, demand)
    assert (await read(house, "board"))["items"] == []
    shown = await do(house, PETITION, text, "publish")
    assert shown["state"] == "published"
    (entry,) = (await read(house, "board"))["items"]
    assert entry == {
        "id": text.removeprefix("publications/"), "published_on": house.clock.today().isoformat(),
        "field": "housing_registration", "region": "district-1", "satisfaction": None, **WORDS,
    }  # fmt: skip
    assert demand.removeprefix("demands/") not in str(entry)
    assert (await read(house, "board", region="district-2"))["items"] == []
    await do(house, PETITION, text, "withdraw")
    assert (await read(house, "board"))["items"] == []


async def test_a_text_leaves_the_board_when_the_one_who_asked_does_not_accept_the_answer(
    house: House,
) -> None:
    receipt, demand = await answered(house)
    text = await drafted(house, demand)
    await do(house, PETITION, text, "publish")
    await take_down_contested(house.desk)
    assert len((await read(house, "board"))["items"]) == 1
    await house.public("receipts/object", {"receipt": receipt, "text": "证书至今没有拿到。"})

    await take_down_contested(house.desk)

    assert (await read(house, "board"))["items"] == []
    assert (await house.get(PETITION, f"/v1/{text}")).json()["state"] == "withdrawn"
    await do(house, "housing1.clerk", demand, "answer", opinion="已电话通知，请于周一领取。")
    await do(house, PETITION, await drafted(house, demand), "publish")
    assert len((await read(house, "board"))["items"]) == 1


async def on_board(house: House) -> list[int | None]:
    """Return the ratings the board shows, once the worker has looked."""
    await rate_board(house.desk)
    return [one["satisfaction"] for one in (await read(house, "board"))["items"]]


async def test_the_board_follows_a_rating_from_the_next_day_on(house: House) -> None:
    receipt, demand = await answered(house)
    await do(house, PETITION, await drafted(house, demand), "publish")
    assert await on_board(house) == [None]

    await house.public("receipts/rate", {"receipt": receipt, "satisfaction": 5})

    assert await on_board(house) == [None], "the hour of a rating is its reporter's"
    house.clock.move(timedelta(days=1))
    assert await on_board(house) == [5]
    assert await on_board(house) == [5]


async def test_a_new_answer_does_not_inherit_the_rating_of_the_one_before(house: House) -> None:
    receipt, demand = await answered(house)
    await house.public("receipts/rate", {"receipt": receipt, "satisfaction": 1})
    await house.public("receipts/object", {"receipt": receipt, "text": "证书至今没有拿到。"})
    await do(house, "housing1.clerk", demand, "answer", opinion="已电话通知，请于周一领取。")

    assert (await house.get(PETITION, f"/v1/{demand}")).json()["satisfaction"] is None
    await do(house, PETITION, await drafted(house, demand), "publish")
    house.clock.move(timedelta(days=1))
    assert await on_board(house) == [None]


async def test_the_board_is_read_page_by_page(house: House) -> None:
    for _ in range(3):
        _, demand = await answered(house)
        await do(house, PETITION, await drafted(house, demand), "publish")
    first = await read(house, "board", limit=2)
    second = await read(house, "board", limit=2, cursor=first["next_cursor"])
    assert [len(first["items"]), len(second["items"]), second["next_cursor"]] == [2, 1, None]
    forged = await house.http.get("/v1/public/board", params={"cursor": first["next_cursor"][:-2] + "AA"})
    assert forged.status_code == 400


async def test_what_quotes_or_is_not_answered_is_not_published(house: House) -> None:
    _, demand = await forwarded(house)
    early = await post(house, PETITION, f"{demand}/publications", **WORDS)
    assert (early.status_code, early.json()["code"]) == (409, "demand_not_answered")
    _, demand = await answered(house)
    quoting = await post(
        house, PETITION, f"{demand}/publications", **{**WORDS, "request": HOUSING["content"]}
    )
    assert (quoting.status_code, quoting.json()["code"]) == (409, "report_is_quoted")
    text = await drafted(house, demand)
    await do(house, PETITION, text, "revise", request=HOUSING["content"])
    assert await refused(house, PETITION, text, "publish") == (409, "report_is_quoted")


async def test_only_the_petition_office_writes_for_the_board(house: House) -> None:
    _, demand = await answered(house)
    for login, status in (("housing1.clerk", 403), ("office1.handler", 404)):
        answer = await post(house, login, f"{demand}/publications", **WORDS)
        assert answer.status_code == status, login
    bad = await post(house, PETITION, f"{demand}/publications", request="短", answer="")
    assert bad.status_code == 400
    assert {one["pointer"] for one in bad.json()["errors"]} == {"/request", "/answer"}
    text = await drafted(house, demand)
    assert await refused(house, "housing1.clerk", text, "publish") == (404, "not_found")
    assert await refused(house, PETITION, text, "withdraw") == (409, "move_out_of_order")


async def test_channels_are_published_by_region_and_keep_their_history(house: House) -> None:
    city = (await post(house, PETITION, "channels", **PHONE)).json()
    await post(house, PETITION, "channels", **PHONE, region="district-1")
    anew = await post(house, PETITION, "channels", **{**PHONE, "address": "12380"})
    assert anew.status_code == 201, anew.text
    shown = (await read(house, "channels", region="district-1"))["items"]
    assert [(one["region"], one["address"]) for one in shown] == [(None, "12380"), ("district-1", "12388")]
    assert "set_by" not in shown[0]
    assert len((await read(house, "channels"))["items"]) == 2
    past = (await house.get(PETITION, "/v1/channels", past="true")).json()["items"]
    assert {one["id"] for one in past if one["until"]} == {city["id"]}
    ended = await post(house, PETITION, f"channels/{anew.json()['id']}/end")
    assert ended.status_code == 200, ended.text
    assert (await post(house, PETITION, f"channels/{city['id']}/end")).status_code == 404
    assert len((await read(house, "channels"))["items"]) == 1


async def test_channels_are_declared_by_the_office_alone(house: House) -> None:
    for login in ("office1.handler", "housing1.clerk", "petition.district1"):
        assert (await post(house, login, "channels", **PHONE)).status_code == 403, login
    unknown = await post(house, PETITION, "channels", **PHONE, region="nowhere")
    assert unknown.json()["errors"][0]["pointer"] == "/region"
    assert (await post(house, PETITION, "channels", channel="pigeon", address="12388")).status_code == 400


async def test_counts_are_published_once_a_quarter_with_small_numbers_hidden(house: House) -> None:
    quarter = quarter_of(house.clock.today()).before
    demands = house.desk.processes["demand"].table
    async with house.desk.db.transaction(WORKER) as tx:
        for number in range(40):
            region = "district-1" if number < 25 else "district-2" if number < 37 else None
            tx.add(
                demands, id=uuid4(), number=None, state="answered", version=1, secrecy="work_secret",
                holder_path=house.desk.settings.receiving_path, created_at=house.clock.now(), channel="website",
                region=region, field="housing_registration", received_on=quarter.first_day, legal_regime="pet_2022",
                is_anonymous=True, had_review=False, had_final_review=False,
                answered_on=quarter.last_day - timedelta(days=number),
            )  # fmt: skip
    await count_board(house.desk)
    await count_board(house.desk)
    (counted,) = (await read(house, "board/counts"))["items"]
    assert counted["quarter"] == str(quarter)
    cells = {(one["region"], one["field"]): one["answered"] for one in counted["cells"]}
    assert cells[None, None] in (40, None)
    assert cells["", "housing_registration"] is None
    assert cells["district-1", "water_supply" if ("district-1", "water_supply") in cells else ""] is None
    assert 3 not in cells.values()
