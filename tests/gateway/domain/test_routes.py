from __future__ import annotations

import itertools

import pytest

from gateway.domain.hygiene import CLAIMED_BY_NOBODY, LEADS_TO_A_PERSON, REQUEST_ID
from gateway.domain.routes import LOGGED, MIB, PAGES, ROUTES, SERVICES, UPLOAD_BYTES, Door, Route, find


def test_no_row_is_hidden_behind_an_earlier_one() -> None:
    for earlier, later in itertools.combinations(ROUTES, 2):
        hidden = later.path == earlier.path or later.path.startswith(earlier.path + "/")
        assert earlier.whole or not hidden, (earlier.name, later.name)


def test_every_row_has_its_own_name() -> None:
    names = [row.name for row in ROUTES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_reached_by_its_own_prefix_only(service: str) -> None:
    row = find(f"/{service}/v1/anything/at/all")
    assert row is not None
    assert (row.service, row.door, row.behind) == (service, Door.OFFICER, "/v1")


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("path", ["livez", "readyz", "startupz", "metrics", "version", "v1x", "v2", ""])
def test_nothing_of_a_service_exists_outside_but_its_interface(service: str, path: str) -> None:
    assert find(f"/{service}/{path}") is None


@pytest.mark.parametrize("path", ["/livez", "/metrics", "/v1/reports", "/docsx", "/console/v1/x", "/x"])
def test_what_no_row_names_does_not_exist(path: str) -> None:
    assert find(path) is None


def test_the_public_surface_of_intake_is_open_and_keeps_its_share() -> None:
    for path in ("submissions", "receipts/_open", "receipts/messages", "attachments", "attachments/x"):
        row = find(f"/intake/v1/public/{path}")
        assert row is not None
        assert row.door is Door.OPEN
        assert row.reserved


def test_only_attachments_may_be_large() -> None:
    large = {row.path for row in ROUTES if row.work.body_bytes > MIB}
    assert large == {
        "/intake/v1/public/attachments",
        *(f"/{service}/v1/attachments" for service in SERVICES),
    }
    assert {row.work.body_bytes for row in ROUTES} == {MIB, UPLOAD_BYTES}


@pytest.mark.parametrize(
    ("path", "within_s"),
    [
        ("/casework/v1/cases", 10),
        ("/casework/v1/feed", 40),
        ("/casework/v1/attachments/x/content", 60),
        ("/intake/v1/public/attachments", 60),
        ("/intake/v1/public/submissions", 10),
    ],
)
def test_a_path_has_its_time(path: str, within_s: int) -> None:
    row = find(path)
    assert row is not None
    assert row.work.within_s == within_s


def test_what_takes_no_token_is_a_short_list() -> None:
    def kind(row: Route) -> str:
        return row.path.replace(f"/{row.service}/", "/*/") if row.service in SERVICES else row.path

    assert {kind(row) for row in ROUTES if row.door is not Door.OFFICER} == {
        "/*/v1/public", "/*/v1/public/attachments", "/*/v1/token", "/*/v1/jwks", "/*/v1/openapi.json",
        "/*/v1/audit/checkpoint", "/*/v1/problems", "/*/v1/vocabularies", "/*/v1/lifecycles", "/docs", "/",
    }  # fmt: skip


def test_no_open_row_is_on_the_list_of_what_is_logged() -> None:
    opened = {row.name for row in ROUTES if row.door is Door.OPEN}
    assert opened
    assert opened.isdisjoint(LOGGED)


def test_a_write_is_never_repeated_for_a_lost_answer() -> None:
    repeated = {row.path for row in ROUTES if row.work.repeatable}
    written = {"/intake/v1/public", "/identity/v1/token", *(f"/{service}/v1" for service in SERVICES)}
    assert repeated.isdisjoint(written)


def test_an_open_path_forgets_address_agent_and_names_of_the_request() -> None:
    assert {"user-agent", "x-forwarded-for", "referer", "cookie", "traceparent", REQUEST_ID} <= set(
        LEADS_TO_A_PERSON
    )
    assert {"forwarded", "via", "x-real-ip"} <= set(CLAIMED_BY_NOBODY)


def test_the_pages_lie_on_the_gateway_itself() -> None:
    assert {row.path for row in ROUTES if row.service == PAGES} == {"/", "/docs"}
    assert find("/docs/errors/not_found") is not None
