"""What can go wrong with the audit log.

AuditError
├── NotCanonical        a value has no canonical form: a fraction, a huge number, an unpaired surrogate
├── CheckpointRefused   a note is malformed, of another log, or not signed by a known key
├── LogDiverged         what is stored contradicts a checkpoint: nothing more is signed
└── NotInLog            a proof was asked for an entry or size that no checkpoint covers
"""

from __future__ import annotations


class AuditError(Exception):
    """Anything this package raises."""


class NotCanonical(AuditError):
    """The value cannot be written as canonical JSON of the subset in use."""


class CheckpointRefused(AuditError):
    """The note does not prove anything."""


class LogDiverged(AuditError):
    """Stored entries, tiles or state contradict an earlier checkpoint."""


class NotInLog(AuditError):
    """No checkpoint covers what was asked for."""
