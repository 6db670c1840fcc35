"""The management port gives figures also while the database is down, and says that it could not ask."""

from __future__ import annotations

from shared.http.management import Management


async def told(management: Management) -> str:
    sent: list[bytes] = []

    async def send(message: object) -> None:
        sent.append(message.get("body", b""))  # type: ignore[attr-defined]

    await management({"path": "/metrics", "type": "http"}, None, send)  # type: ignore[arg-type]
    return b"".join(sent).decode()


async def known() -> bytes:
    return b"huiying_clocks_untold_seconds 0.0\n"


async def broken() -> bytes:
    raise ConnectionError


async def test_figures_of_the_database_follow_those_of_the_process() -> None:
    text = await told(Management("intake", "1", required={}, parts={}, figures=known))

    assert "process_start_time_seconds" in text
    assert "huiying_clocks_untold_seconds 0.0" in text
    assert "huiying_standing_known 1" in text


async def test_a_database_that_is_down_leaves_the_other_figures() -> None:
    text = await told(Management("intake", "1", required={}, parts={}, figures=broken))

    assert "process_start_time_seconds" in text
    assert "huiying_standing_known 0" in text
