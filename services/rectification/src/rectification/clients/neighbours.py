"""The services rectification speaks to."""

from __future__ import annotations

from collections.abc import Mapping

from rectification.clients.identity import IdentityClient
from shared.http.client import ServiceClient, Tokens
from shared.settings import ServiceSettings


def neighbours(settings: ServiceSettings, tokens: Tokens) -> Mapping[str, ServiceClient]:
    """Return a client of each."""
    return {
        "identity": IdentityClient("identity", settings.identity_url, tokens),
        "intake": ServiceClient("intake", settings.intake_url, tokens),
        "casework": ServiceClient("casework", settings.casework_url, tokens),
    }
