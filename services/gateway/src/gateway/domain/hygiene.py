"""Which headers do not pass the gateway, in which direction, and which are always said."""

from __future__ import annotations

# Nobody outside may say who the caller is or where a request came from; removed before anything reads them.
CLAIMED_BY_NOBODY = (
    "forwarded",
    "via",
    "true-client-ip",
    "cf-connecting-ip",
    "x-real-ip",
    "x-forwarded-host",
    "x-forwarded-port",
    "x-forwarded-server",
    "x-forwarded-prefix",
    "x-forwarded-client-cert",
    "x-forwarded-user",
    "x-forwarded-email",
    "x-forwarded-groups",
    "x-forwarded-preferred-username",
    "x-forwarded-access-token",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-original-url",
    "x-original-host",
    "x-rewrite-url",
    "x-http-method",
    "x-http-method-override",
    "x-method-override",
)
CLAIMED_BY_NOBODY_PREFIXES = (
    "x-envoy",
    "x-user",
    "x-role",
    "x-org",
    "x-actor",
    "x-auth",
    "x-client-cert",
    "x-ssl",
    "x-subject",
    "x-caller",
    "x-internal",
    "x-permission",
    "x-clearance",
    "x-tenant",
    "x-remote",
)
# Balancers in front overwrite `x-forwarded-for` and `-proto`; without any, nobody may send these either.
FORWARDING_PREFIXES = ("x-forwarded",)

REQUEST_ID = "x-request-id"
CALLER = "x-caller"  # verified subject, written and removed inside the gateway, for the rate limit only

OWN_NOTES = ("x-envoy-external-address", "x-envoy-internal", "x-envoy-expected-rq-timeout-ms")

# What could lead from an open path back to a person; the service behind never sees it.
LEADS_TO_A_PERSON = (
    "user-agent",
    "x-forwarded-for",
    "x-forwarded-proto",
    REQUEST_ID,
    "authorization",
    "cookie",
    "referer",
    "traceparent",
    "tracestate",
    "baggage",
    "b3",
    "x-wx-openid",
    "x-wx-unionid",
    "dnt",
    "sec-gpc",
)
LEADS_TO_A_PERSON_PREFIXES = ("sec-ch-", "x-b3-", "x-wx-", "x-tt-", "x-device")

NAMES_OF_THE_REQUEST = (REQUEST_ID, "traceparent")  # not answered on an open path

# Never answered to the outside.
INTERNAL_ANSWERS = ("server", "x-powered-by", "x-internal-debug", "x-envoy-upstream-service-time")

ALWAYS_SAID = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
)
SAID_UNLESS_THE_SERVICE_DOES = (
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
)
