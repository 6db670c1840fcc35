"""The token endpoint as a client sees it: forms in, OAuth's members out, nothing secret in an error."""

from __future__ import annotations

import pytest

from tests.support.town import PASSWORD, Town


@pytest.mark.parametrize(
    ("form", "status", "code", "error"),
    [
        ({"grant_type": "authorization_code"}, 400, "grant_type_unsupported", "unsupported_grant_type"),
        ({"grant_type": "password"}, 400, "login_refused", "invalid_grant"),
        ({"grant_type": "refresh_token"}, 400, "refresh_refused", "invalid_grant"),
        ({"grant_type": "client_credentials"}, 401, "client_refused", "invalid_client"),
        ({}, 400, "invalid_input", "invalid_request"),
    ],
)
async def test_refusals_are_problems_that_oauth_clients_understand(
    town: Town, form: dict[str, str], status: int, code: str, error: str
) -> None:
    answer = await town.form(**form)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["code"], answer.json()["error"]) == (code, error)


async def test_what_was_sent_is_never_repeated(town: Town) -> None:
    answer = await town.form(grant_type="x" * 200, password=PASSWORD, username="office1.head")

    assert answer.status_code == 400
    assert PASSWORD not in answer.text
    assert "x" * 50 not in answer.text


async def test_other_fields_are_ignored_as_oauth_wants(town: Town) -> None:
    answer = await town.token("office1.head", scope="openid", client_id="web")

    assert answer.status_code == 200


async def test_tokens_are_never_kept_by_anybody_between(town: Town) -> None:
    answer = await town.token("office1.head")

    assert answer.headers["cache-control"] == "no-store"


async def test_a_name_is_taken_in_any_case_and_with_spaces_around(town: Town) -> None:
    assert (await town.token(" Office1.HEAD ")).status_code == 200
