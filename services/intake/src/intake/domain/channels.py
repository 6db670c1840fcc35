"""How matters come in. What comes online says which way it took, where that is known.

Rule: 18.1, RPT Art 7.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

PublicChannel = Literal["online", "website", "wechat", "app", "campaign_platform"]
"""How a matter comes over the public surface: by which page or program it is sent. It says nothing of who sends it."""
EnteredChannel = Literal[
    "letter",
    "visit",
    "phone",
    "website",
    "wechat",
    "app",
    "other_channel",
    "transfer_in",
    "campaign_platform",
]
"""How a matter comes that staff or another system enter."""
ONLINE: Final = "online"
WAYS = ("website", "wechat", "app")
"""The ways that are online."""


def with_ways(channels: Iterable[str]) -> list[str]:
    """Return the channels that are meant: whoever asks for online means every way of it."""
    asked = dict.fromkeys(channels)
    return [*asked, *(way for way in WAYS if ONLINE in asked and way not in asked)]
