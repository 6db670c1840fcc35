"""A real browser opens the pages, and asks no other host for anything. Runs where chromium is installed."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.gateway.running import end_gateway, start_gateway

pytestmark = [pytest.mark.nightly, pytest.mark.running]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
PAGES = ("/docs", "/docs/en", "/", "/docs/errors", "/docs/vocabularies", "/docs/lifecycles", "/docs/changes")

if CHROMIUM:

    @pytest.mark.parametrize("path", PAGES)
    async def test_a_page_asks_no_other_host_for_anything(path: str, tmp_path: Path) -> None:
        gateway = await start_gateway(tmp_path)
        try:
            events, text = await open_page(f"http://localhost:{gateway.port}{path}", tmp_path)
        finally:
            await end_gateway(gateway)
        hosts = {urlsplit(event["url"]).hostname for event in events if asked_by_a_page(event)}
        assert hosts <= {"localhost"}
        assert "回应" in text or "Huiying" in text
        if path == "/docs":
            assert hosts == {"localhost"}
            assert any("standalone" in event["url"] for event in events)
            assert "搜索" in text


async def open_page(url: str, folder: Path) -> tuple[list[dict[str, Any]], str]:
    """Return every request the browser started, and the page as it then stands."""
    record = folder / "network.json"
    browser = await asyncio.create_subprocess_exec(
        str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update",
        f"--user-data-dir={folder / 'profile'}", f"--log-net-log={record}",
        "--virtual-time-budget=15000", "--timeout=20000", "--dump-dom", url,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    async with asyncio.timeout(60):
        text, _ = await browser.communicate()
    log = json.loads(record.read_text())
    kind = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    started = [event["params"] for event in log["events"] if event["type"] == kind and "params" in event]
    return [params for params in started if "url" in params], text.decode()


def asked_by_a_page(event: dict[str, Any]) -> bool:
    """Leave out what the browser asks for itself, such as its own updates: no page started that."""
    return str(event.get("initiator", "")).startswith("http")
