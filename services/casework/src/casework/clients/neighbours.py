"""The services casework speaks to."""

from __future__ import annotations

from collections.abc import Mapping

from casework.clients.identity import IdentityClient
from casework.clients.intake import IntakeClient
from casework.clients.rectification import RectificationClient
from shared.http.client import ServiceClient, Tokens
from shared.settings import ServiceSettings


def neighbours(settings: ServiceSettings, tokens: Tokens) -> Mapping[str, ServiceClient]:
    """Return a client of each."""
    return {
        "identity": IdentityClient("identity", settings.identity_url, tokens),
        "intake": IntakeClient("intake", settings.intake_url, tokens),
        "rectification": RectificationClient("rectification", settings.rectification_url, tokens),
    }
