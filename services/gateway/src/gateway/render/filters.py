"""The filters every request passes, in order: headers, origins, token, rate, body, router."""

from __future__ import annotations

from gateway.domain.hygiene import (
    ALWAYS_SAID,
    CALLER,
    INTERNAL_ANSWERS,
    LEADS_TO_A_PERSON,
    LEADS_TO_A_PERSON_PREFIXES,
    NAMES_OF_THE_REQUEST,
    REQUEST_ID,
    SAID_UNLESS_THE_SERVICE_DOES,
)
from gateway.domain.routes import MIB, Door
from gateway.render import limits
from gateway.render.shapes import Config, extension, remove, say, typed
from gateway.settings import Settings

HEADERS = "headers"
CORS = "cors"
TOKENS = "tokens"
BODY = "body"
IF_VALID = "if_valid"
NEEDED = "needed"
CALLERS_ADDRESS = "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%"
BODY_BYTES = MIB


def http_filters(settings: Settings) -> list[Config]:
    """Return the filter chain; whatever refuses soonest and cheapest stands first."""
    chain = [
        extension(HEADERS, "filters.http.header_mutation.v3.HeaderMutation", mutations=_answers()),
        extension(TOKENS, "filters.http.jwt_authn.v3.JwtAuthentication", **_tokens(settings)),
        extension(limits.FILTER, "filters.http.local_ratelimit.v3.LocalRateLimit", stat_prefix="unlimited"),
        extension(BODY, "filters.http.buffer.v3.Buffer", max_request_bytes=BODY_BYTES),
        extension("router", "filters.http.router.v3.Router", suppress_envoy_headers=True),
    ]
    if settings.cors_origins:
        chain.insert(1, extension(CORS, "filters.http.cors.v3.Cors"))
    return chain


def body_limit(size: int) -> Config:
    """Return another body limit for one route."""
    return typed("filters.http.buffer.v3.BufferPerRoute", buffer={"max_request_bytes": size})


def no_token_read() -> Config:
    """Return that a token, if any, is not looked at on a route."""
    return typed("filters.http.jwt_authn.v3.PerRouteConfig", disabled=True)


def token(requirement: str) -> Config:
    """Return what a route asks of a token: `IF_VALID` or `NEEDED`."""
    return typed("filters.http.jwt_authn.v3.PerRouteConfig", requirement_name=requirement)


def at_the(door: Door, settings: Settings, *, is_counted: bool = True) -> Config:
    """Return what one door does to headers: it tells the rate; an open one forgets the caller both ways.

    A service behind another door is told one address, that of the caller, whatever stands in between.
    """
    told = limits.told(settings, door) if is_counted else {}
    answer: list[Config] = [{"append": header} for header in say(told)]
    answer += remove(limits.ENVOYS_OWN)
    if door is Door.OPEN:
        request = remove(LEADS_TO_A_PERSON, LEADS_TO_A_PERSON_PREFIXES)
        answer += remove(NAMES_OF_THE_REQUEST)
    else:
        request = [{"append": header} for header in say({"x-forwarded-for": CALLERS_ADDRESS})]
        answer += [{"append": header} for header in say({REQUEST_ID: "%REQ(X-REQUEST-ID)%"})]
    mutations = {"request_mutations": request, "response_mutations": answer}
    return typed("filters.http.header_mutation.v3.HeaderMutationPerRoute", mutations=mutations)


def cors_policy(settings: Settings) -> Config:
    """Return which pages of other origins may call, and what they may see."""
    return typed(
        "filters.http.cors.v3.CorsPolicy",
        allow_origin_string_match=[{"exact": origin} for origin in settings.cors_origins],
        allow_methods="GET, POST, PUT, DELETE",
        allow_headers="Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match,"
        " If-None-Match, Proof-Of-Work, X-Request-Id",
        expose_headers="ETag, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed,"
        " Proof-Of-Work-Challenge, API-Version, X-Request-Id, Content-Disposition",
        max_age="600",
    )


def _answers() -> Config:
    """Return what happens to every answer that passes the chain, the gateway's own included."""
    return {
        "response_mutations": [
            *({"append": header} for header in say(ALWAYS_SAID)),
            *({"append": header} for header in say(SAID_UNLESS_THE_SERVICE_DOES, unless_said=True)),
            *remove(INTERNAL_ANSWERS),
        ]
    }


def _tokens(settings: Settings) -> Config:
    """Return the check that tells whose rate a request counts against.

    A token that does not verify passes all the same: the service behind verifies it and refuses. So neither a
    key rotation nor an identity service that is down can make the gateway refuse an honest officer.
    """
    keys = {
        "http_uri": {"uri": "http://identity/v1/jwks", "cluster": "identity", "timeout": "1s"},
        "cache_duration": "60s",
        # A listener waits for the first answer, good or bad, so that a reload leaves no caller unknown.
        "async_fetch": {"failed_refetch_duration": "2s"},
    }
    provider: Config = {
        "remote_jwks": keys,
        "forward": True,
        "from_headers": [{"name": "Authorization", "value_prefix": "Bearer "}],
        "clock_skew_seconds": 10,
        "jwt_cache_config": {"jwt_cache_size": 4096},
        "claim_to_headers": [{"header_name": CALLER, "claim_name": "sub"}],
    }
    if settings.issuer:
        provider["issuer"] = settings.issuer
    verified: Config = {"provider_name": "identity"}
    either = {"requires_any": {"requirements": [verified, {"allow_missing_or_failed": {}}]}}
    return {"providers": {"identity": provider}, "requirement_map": {IF_VALID: either, NEEDED: verified}}
