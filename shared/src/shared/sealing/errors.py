"""What can go wrong with sealed data and with keys.

SealingError
├── SealBroken             a blob or a wrapped key does not open: other key, other row, or changed bytes
├── KeyUnknown             the provider does not hold that key version: retired, or of another ring
├── KeyRingRefused         the key ring file is missing, readable by others, or not a key ring
└── KeyServiceUnavailable  a provider on another machine does not answer
"""

from __future__ import annotations


class SealingError(Exception):
    """Anything this package raises."""


class SealBroken(SealingError):
    """The bytes do not open. The message never says which part was wrong."""


class KeyUnknown(SealingError):
    """The provider holds no key of that ring and version."""


class KeyRingRefused(SealingError):
    """The key ring file may not be used as it stands."""


class KeyServiceUnavailable(SealingError):
    """The keys are elsewhere, and elsewhere does not answer now."""
