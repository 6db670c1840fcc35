"""Envelope encryption of single values, and the one door to keys. Nothing here knows what is sealed."""

from shared.sealing.answers import open_answer, seal_answer
from shared.sealing.binding import Binding
from shared.sealing.envelope import Sealed, Sealer
from shared.sealing.errors import KeyRingRefused, KeyServiceUnavailable, KeyUnknown, SealBroken, SealingError
from shared.sealing.key_ring import LocalKeyRing
from shared.sealing.provider import KeyProvider, KeyStatus, Mac, Signature

__all__ = [
    "Binding",
    "KeyProvider",
    "KeyRingRefused",
    "KeyServiceUnavailable",
    "KeyStatus",
    "KeyUnknown",
    "LocalKeyRing",
    "Mac",
    "SealBroken",
    "Sealed",
    "Sealer",
    "SealingError",
    "Signature",
    "open_answer",
    "seal_answer",
]
