"""A thin client of Huiying for other systems: tokens by private key, safe repetition, the feed from where it stood.

Refused       the service said no; `code` is stable, `title` and `detail` are for people
Unreachable   nobody answered, although it was tried several times; repeat with the same key
"""

from __future__ import annotations

from huiying_client.client import Client, Refused, Unreachable
from huiying_client.feed import Event, follow
from huiying_client.token import KeyToken, PasswordToken

__all__ = ["Client", "Event", "KeyToken", "PasswordToken", "Refused", "Unreachable", "follow"]
__version__ = "1.0.0"
