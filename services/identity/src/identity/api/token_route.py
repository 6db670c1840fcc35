"""Refusals of the token endpoint: our problem, with the members OAuth clients look for (RFC 6749 5.2)."""

from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from identity.clients.passwords import PasswordsBusy
from shared.http.language import language_of
from shared.http.problems import MEDIA_TYPE, Problem, problem_body
from shared.http.validation import problem_of
from shared.lifecycle import Refused

OAUTH = {
    "account_not_active": "invalid_grant",
    "audience_not_allowed": "invalid_target",
    "client_refused": "invalid_client",
    "exchange_refused": "invalid_request",
    "grant_type_unsupported": "unsupported_grant_type",
    "invalid_input": "invalid_request",
    "login_proof_required": "proof_required",
    "login_refused": "invalid_grant",
    "overloaded": "temporarily_unavailable",
    "refresh_refused": "invalid_grant",
    "totp_required": "mfa_required",
}
_encode = msgspec.json.Encoder(enc_hook=str).encode


class TokenRoute(APIRoute):
    """A route that takes a form (`application/x-www-form-urlencoded`) and refuses the way OAuth does."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Put our refusals around the framework's handler."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                return await handle(request)
            except RequestValidationError as error:
                return _refusal(request, problem_of(error))
            except Problem as problem:
                return _refusal(request, problem)
            except Refused as refused:
                return _refusal(request, Problem(refused.code, headers=None, errors=(), **_words(refused)))
            except PasswordsBusy:
                return _refusal(request, Problem("overloaded", headers={"Retry-After": "2"}))

        return guarded


def _words(refused: Refused) -> dict[str, Any]:
    return dict(refused.params)


def _refusal(request: Request, problem: Problem) -> Response:
    language = language_of(request.scope)
    body = problem_body(request.app.state.catalogue, problem, language, request.scope)
    body["error"] = OAUTH.get(problem.code, "invalid_request")
    body["error_description"] = problem.code
    if problem.code == "login_proof_required":
        body |= {"challenge": problem.params["challenge"], "bits": problem.params["bits"]}
    headers = {"Content-Language": language, **problem.headers}
    if body["status"] == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="huiying"'
    return Response(_encode(body), status_code=body["status"], media_type=MEDIA_TYPE, headers=headers)
