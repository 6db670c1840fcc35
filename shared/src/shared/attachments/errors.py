"""Why a file is not taken in or not given out.

AttachmentError
├── AttachmentRefused     what was sent cannot be kept; `code` and `params` tell the sender why
├── AttachmentWithheld    it is kept, but nobody may read it now: in quarantine, or found infected
├── AttachmentUnknown     there is none with that id, or it already belongs to something else
├── ContentBroken         what the object store gave back does not open
└── ScannerUnavailable    the virus scanner does not answer; the file waits

Codes of `AttachmentRefused`: attachment_empty, attachment_too_large {limit_mb}, attachment_type_not_allowed
{allowed}, attachment_type_disagrees, attachment_polyglot, attachment_damaged, attachment_encrypted,
attachment_too_many_pixels {limit_megapixels}, attachment_archive_bomb, attachment_active_content,
attachment_infected, attachments_too_many {limit}, attachments_total_too_large {limit_mb}.
"""

from __future__ import annotations


class AttachmentError(Exception):
    """Anything this package raises."""

    code = "attachment_error"


class AttachmentRefused(AttachmentError):
    """What was sent cannot be kept. `params` never hold anything the sender wrote."""

    def __init__(self, code: str, /, **params: int | str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class AttachmentWithheld(AttachmentError):
    """Nobody may read it now."""

    code = "attachment_withheld"

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class AttachmentUnknown(AttachmentError):
    """No such attachment, or not free to be linked: the caller is not told which."""

    code = "attachment_unknown"


class ContentBroken(AttachmentError):
    """Stored bytes are missing or do not open."""

    code = "attachment_content_broken"


class ScannerUnavailable(AttachmentError):
    """The scanner does not answer now."""

    code = "attachment_scanner_unavailable"
