"""The services rectification speaks to."""

from __future__ import annotations

from collections.abc import Mapping

from shared.http.client import ServiceClient, Tokens
from shared.recusal.declared import DeclarationsClient
from shared.settings import ServiceSettings


def neighbours(settings: ServiceSettings, tokens: Tokens) -> Mapping[str, ServiceClient]:
    """Return a client of each."""
    return {
        "identity": DeclarationsClient("identity", settings.identity_url, tokens),
        "intake": ServiceClient("intake", settings.intake_url, tokens),
        "casework": ServiceClient("casework", settings.casework_url, tokens),
    }
