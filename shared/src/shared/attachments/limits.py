"""How large things may be. The figures are those of the security design; a deployment may lower them."""

from __future__ import annotations

from dataclasses import dataclass

from shared.attachments.errors import AttachmentRefused

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of one file and of all files of one object, and what a file may unfold to."""

    file_bytes: int = 20 * MB
    files: int = 20
    total_bytes: int = 100 * MB
    pixels: int = 50_000_000
    frames: int = 1000
    archive_ratio: int = 100
    archive_entries: int = 1000
    archive_bytes: int = 200 * MB

    def check_size(self, size: int) -> None:
        """Refuse an empty or oversized file. Raises: AttachmentRefused."""
        if size == 0:
            raise AttachmentRefused("attachment_empty")
        if size > self.file_bytes:
            raise AttachmentRefused("attachment_too_large", limit_mb=self.file_bytes // MB)

    def check_all(self, count: int, total: int) -> None:
        """Refuse too many files on one object. Raises: AttachmentRefused."""
        if count > self.files:
            raise AttachmentRefused("attachments_too_many", limit=self.files)
        if total > self.total_bytes:
            raise AttachmentRefused("attachments_total_too_large", limit_mb=self.total_bytes // MB)


DEFAULT = Limits()
