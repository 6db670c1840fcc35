"""The services intake speaks to."""

from __future__ import annotations

from collections.abc import Mapping

from shared.directory.officers import OfficersClient
from shared.http.client import ServiceClient, Tokens
from shared.settings import ServiceSettings


def neighbours(settings: ServiceSettings, tokens: Tokens) -> Mapping[str, ServiceClient]:
    """Return a client of each."""
    return {
        "identity": OfficersClient("identity", settings.identity_url, tokens),
        "casework": ServiceClient("casework", settings.casework_url, tokens),
    }
