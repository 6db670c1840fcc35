"""The example pages, in a real browser against a running set. Runs where chromium is installed."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from huiying.places import REPOSITORY

from tests.support.running_set import RunningSet

pytestmark = [pytest.mark.nightly, pytest.mark.running]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
USUAL_PORT = 8090

if CHROMIUM:

    @pytest.fixture
    def pages(running_set: RunningSet) -> Iterator[str]:
        """Serve the pages where the set's gateway expects them; return their address."""
        port = USUAL_PORT + running_set.offset
        folder = REPOSITORY / "deploy/clients/javascript"
        command = [
            sys.executable,
            "-m",
            "http.server",
            "--bind",
            "127.0.0.1",
            "--directory",
            str(folder),
            str(port),
        ]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            yield f"http://localhost:{port}/examples"
            server.terminate()

    async def test_a_citizens_page_offers_what_the_set_knows(
        pages: str, running_set: RunningSet, tmp_path: Path
    ) -> None:
        shown = await opened(f"{pages}/citizen.html?api={quote(running_set.base_url)}", tmp_path)

        assert '<option value="district-1">青溪区</option>' in shown
        assert "住房与不动产登记" in shown

    async def test_an_officers_page_asks_who_is_there(
        pages: str, running_set: RunningSet, tmp_path: Path
    ) -> None:
        shown = await opened(f"{pages}/officer.html?api={quote(running_set.base_url)}", tmp_path)

        assert "诉求办理" in shown
        assert 'autocomplete="current-password"' in shown


async def opened(url: str, folder: Path) -> str:
    """Return a page as it stands once it has come to rest."""
    browser = await asyncio.create_subprocess_exec(
        str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=10000",
        "--timeout=20000", "--dump-dom", url, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    async with asyncio.timeout(60):
        text, _ = await browser.communicate()
    return text.decode()
