"""A report that feeds several clues of casework: every office that has one reads it, and it ends once. Rule: A13, A14."""

from __future__ import annotations

from uuid import uuid4

from tests.intake.test_a_report_goes_to_casework import transferred
from tests.intake.usecases.story import tell
from tests.support.house import House

ONE, TWO = "city/city-office-1", "city/city-office-2"
READERS = ("office1.handler", "office2.handler")


async def seen(house: House, report: str) -> list[int]:
    return [(await house.get(login, f"/v1/reports/{report}")).status_code for login in READERS]


async def of_two_clues(house: House) -> tuple[str, str, str]:
    """Return a report in disposal, and its two clues in two offices."""
    _, report = await transferred(house)
    first, further = str(uuid4()), str(uuid4())
    fed = {"report_ids": [report]}
    await tell(
        house,
        "clue.allocated",
        first,
        {**fed, "holder": ONE, "used_by": {report: {first: ONE, further: None}}},
    )
    used = {"used_by": {report: {first: ONE, further: TWO}}}
    for _ in range(2):  # told again, nothing changes
        await tell(house, "clue.allocated", further, {**fed, "holder": TWO, **used})
    return report, first, further


async def test_both_offices_read_it_and_it_names_the_first_clue(house: House) -> None:
    report, first, _ = await of_two_clues(house)

    shown = (await house.get("office2.handler", f"/v1/reports/{report}")).json()

    assert await seen(house, report) == [200, 200]
    assert (shown["state"], shown["clue_id"], shown["office"]) == ("in_disposal", first, "city-office-1")


async def test_the_end_of_one_leaves_it_to_the_other_and_the_end_of_both_concludes_it(house: House) -> None:
    report, first, further = await of_two_clues(house)
    ended = {"report_ids": [], "truth_grade": "untrue", "way": "closed"}
    await tell(house, "clue.concluded", first, {**ended, "used_by": {report: {further: TWO}}})
    between = (await house.get("office2.handler", f"/v1/reports/{report}")).json()
    who_reads = await seen(house, report)

    last = {
        "report_ids": [report],
        "truth_grade": "true",
        "truth_grades": {report: "partly_true"},
        "way": "closed",
    }
    for _ in range(2):
        await tell(house, "clue.concluded", further, {**last, "used_by": {}})

    shown = (await house.get("office2.handler", f"/v1/reports/{report}")).json()
    assert (between["state"], between["clue_id"], who_reads) == ("in_disposal", further, [404, 200])
    assert (shown["state"], shown["truth_grade"]) == ("concluded", "partly_true")
    assert [clock["rule"] for clock in shown["clocks"]].count("DL-02") == 1


async def test_a_clue_that_stands_alone_again_takes_nothing_from_the_other(house: House) -> None:
    report, first, further = await of_two_clues(house)

    used = {report: {first: ONE, further: None}}
    away = {"report_ids": [report], "holder": "city/city-case-management", "used_by": used}
    await tell(house, "clue.unmerged", further, away)

    shown = (await house.get("office1.handler", f"/v1/reports/{report}")).json()
    assert await seen(house, report) == [200, 404]
    assert (shown["clue_id"], shown["office"]) == (first, "city-office-1")
