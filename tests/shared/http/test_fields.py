from datetime import UTC, date, datetime

import pytest
from pydantic import BaseModel, ValidationError

from shared.http.fields import Day, Hour, Instant


class Moments(BaseModel):
    at: Instant
    hour: Hour
    day: Day


AT = datetime(2026, 3, 2, 1, 30, 15, 999, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02T09:30:15+08:00",
        "2026-03-02T01:30:15Z",
        "2026-03-01T19:30:15.000-06:00",
        "2026-03-02t01:30:15z",
    ],
)
def test_any_offset_is_read_and_kept_in_utc(text: str) -> None:
    moments = Moments.model_validate({"at": text, "hour": text, "day": "2026-03-02"})

    assert moments.at == AT.replace(microsecond=0)
    assert moments.at.tzinfo is UTC
    assert moments.hour == AT.replace(minute=0, second=0, microsecond=0)


def test_instants_are_written_in_the_zone_of_the_deployment() -> None:
    moments = Moments(at=AT, hour=AT, day=date(2026, 3, 2))

    assert moments.model_dump(mode="json") == {
        "at": "2026-03-02T09:30:15+08:00",
        "hour": "2026-03-02T09:00:00+08:00",
        "day": "2026-03-02",
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-03-02T09:30:15", "instant_without_offset"),
        ("2026-03-02 09:30:15+08:00", "instant_invalid"),
        ("2026-03-02T25:30:15+08:00", "instant_invalid"),
        ("2026-03-02T09:30:15+25:00", "instant_invalid"),
        ("２０２６-03-02T09:30:15+08:00", "instant_invalid"),
        ("1772415015", "instant_invalid"),
        ("1899-12-31T00:00:00Z", "instant_out_of_range"),
        ("2200-01-01T00:00:00Z", "instant_out_of_range"),
    ],
)
def test_what_is_no_instant_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Moments.model_validate({"at": text, "hour": AT, "day": "2026-03-02"})

    assert [error["type"] for error in caught.value.errors()] == [code]


def test_a_naive_datetime_is_refused_in_code_too() -> None:
    with pytest.raises(ValidationError, match="no offset"):
        Moments(at=datetime(2026, 3, 2), hour=AT, day=date(2026, 3, 2))  # noqa: DTZ001
    with pytest.raises(ValidationError, match="not a day"):
        Moments.model_validate({"at": AT, "hour": AT, "day": AT})
