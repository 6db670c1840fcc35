from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from importlib.resources import files

import httpx
import pytest
import pytest_asyncio

from gateway.api.reference import configuration
from gateway.app import create_app
from gateway.domain.routes import SERVICES
from gateway.settings import Settings

PAGES = [
    "/",
    "/docs",
    "/docs/en",
    "/docs/errors",
    "/docs/errors/not_found",
    "/docs/vocabularies",
    "/docs/lifecycles",
    "/docs/changes",
]
ELSEWHERE = re.compile(r"""(?:src|href|action|url)\s*[=(]\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    nowhere = dict.fromkeys(SERVICES, "127.0.0.1:1/2")
    transport = httpx.ASGITransport(create_app(Settings(upstreams=nowhere)))
    async with httpx.AsyncClient(transport=transport, base_url="http://pages") as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_names_no_other_host(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 200
    assert not ELSEWHERE.search(answer.text)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_may_load_from_its_own_host_only(browser: httpx.AsyncClient, path: str) -> None:
    policy = (await browser.get(path)).headers["content-security-policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert {"base-uri", "form-action", "frame-ancestors"} <= rules.keys()
    allowed = {source for sources in rules.values() for source in sources.split()}
    assert allowed <= {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}
    assert "'unsafe-inline'" not in rules.get("script-src", "")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_reference_shows_every_service_and_calls_nobody(language: str) -> None:
    settings = configuration("en" if language == "en" else "zh-CN")
    assert [source["url"] for source in settings["sources"]] == [
        f"/{name}/v1/openapi.json" for name in SERVICES
    ]
    assert settings["localization"] == {"locale": language}
    assert settings["telemetry"] is False
    assert settings["withDefaultFonts"] is False
    assert settings["agent"] == settings["mcp"] == {"disabled": True}
    assert "//" not in json.dumps(settings)


async def test_the_configuration_on_the_page_is_data_and_not_script(browser: httpx.AsyncClient) -> None:
    text = (await browser.get("/docs")).text
    found = re.search(r'<script type="application/json" id="configuration">(.*?)</script>', text, re.DOTALL)
    assert found
    assert json.loads(found[1]) == configuration()
    assert re.findall(r"<script(?! type=| src=)", text) == []


async def test_every_file_a_page_asks_for_is_there(browser: httpx.AsyncClient) -> None:
    for page in ("/", "/docs"):
        for path in re.findall(r'(?:src|href)="(/docs/static/[^"]+)"', (await browser.get(page)).text):
            answer = await browser.get(path)
            assert answer.status_code == 200
            again = await browser.get(path, headers={"If-None-Match": answer.headers["etag"]})
            assert again.status_code == 304


@pytest.mark.parametrize("path", ["../app.py", "%2e%2e/app.py", "scalar/LICENSE", "none.js"])
async def test_only_listed_files_are_given_out(browser: httpx.AsyncClient, path: str) -> None:
    assert (await browser.get(f"/docs/static/{path}")).status_code == 404


def test_the_reference_comes_with_its_licence() -> None:
    assert "MIT License" in (files("gateway") / "static" / "scalar" / "LICENSE").read_text()


async def test_the_catalogue_stays_readable_while_services_are_down(browser: httpx.AsyncClient) -> None:
    text = (await browser.get("/docs/errors")).text
    assert "rate_limited" in text
    assert "暂时取不到" in text
    assert "identity、intake、casework、rectification" in text


async def test_a_code_is_explained_in_both_languages(browser: httpx.AsyncClient) -> None:
    text = (await browser.get("/docs/errors/not_found")).text
    assert "没有找到" in text
    assert "Not found" in text


async def test_an_unknown_code_is_a_page_that_says_so(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/docs/errors/<script>")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


async def test_an_unknown_path_is_a_problem(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/docs/none/at/all")
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


@pytest.mark.parametrize("path", ["/docs/errors", "/docs/vocabularies", "/docs/lifecycles", "/docs/changes"])
async def test_catalogues_are_searched_in_the_page_by_a_script_of_our_own(
    browser: httpx.AsyncClient, path: str
) -> None:
    answer = await browser.get(path)

    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert re.findall(r"<script[^>]*>", answer.text) == ['<script src="/docs/static/find.js" defer>']
    assert 'id="find"' in answer.text
    script = (await browser.get("/docs/static/find.js")).text
    assert not {"fetch", "innerHTML", "XMLHttpRequest"} & set(re.findall(r"\w+", script))


@pytest.mark.parametrize("path", ["/docs/lifecycles/intake/demand", "/docs/lifecycles/warehouse/<b>"])
async def test_a_process_nobody_can_tell_of_is_a_page_that_says_so(
    browser: httpx.AsyncClient, path: str
) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 404
    assert "暂时取不到" in answer.text
    assert "<b>" not in answer.text


async def test_what_changed_is_shown_as_it_is_written(browser: httpx.AsyncClient) -> None:
    text = (await browser.get("/docs/changes")).text
    assert "<h1>Changes</h1>" in text
    assert "<code>make demo</code>" in text


async def test_a_language_there_is_none_of_is_refused(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/docs/lifecycles/intake/demand?lang=fr")).status_code == 400
