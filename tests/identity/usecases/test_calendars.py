"""The working-day calendar: imported once, told to every service, given back in the form it was taken."""

from __future__ import annotations

from shared.calendar.years import from_document, from_package

from tests.support.town import Town


async def test_a_year_is_imported_from_the_package_and_told(town: Town) -> None:
    answer = await town.post("sysadmin", "/v1/calendars/2026/import", {"source": "package"})

    assert answer.status_code == 200, answer.text
    assert answer.json()["edition"] == 1
    assert (await town.told("calendar.imported"))[-1] == {"subject": "2026", "year": 2026, "edition": 1}


async def test_other_services_can_install_what_is_shown(town: Town) -> None:
    await town.post("sysadmin", "/v1/calendars/2026/import", {"source": "package"})

    shown = (await town.get("auditor", "/v1/calendars/2026")).json()

    assert from_document(shown).digest() == from_package(2026).digest()


async def test_a_notice_is_entered_by_hand_and_corrected_as_the_next_edition(town: Town) -> None:
    notice = {
        "source": "notice", "notice": "国办发明电〔2026〕9号",
        "holidays": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"},
                     {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"}],
        "makeup_workdays": [{"name": "国庆节", "day": "2027-10-09"}],
    }  # fmt: skip
    first = await town.post("sysadmin", "/v1/calendars/2027/import", notice)
    notice["makeup_workdays"] = [{"name": "国庆节", "day": "2027-10-10"}]
    second = await town.post("sysadmin", "/v1/calendars/2027/import", notice)

    assert (first.json()["edition"], second.json()["edition"]) == (1, 2)
    assert [one["day"] for one in second.json()["makeup_workdays"]] == ["2027-10-10"]


async def test_a_year_nobody_has_published_is_refused(town: Town) -> None:
    answer = await town.post("sysadmin", "/v1/calendars/2150/import", {"source": "package"})

    assert answer.json()["code"] == "calendar_year_unknown"


async def test_only_an_administrator_imports(town: Town) -> None:
    answer = await town.post("principal.city", "/v1/calendars/2026/import", {"source": "package"})

    assert answer.status_code == 403
