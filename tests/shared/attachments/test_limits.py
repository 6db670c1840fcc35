from __future__ import annotations

import pytest

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    limits = Limits(file_bytes=5 * 1024 * 1024)

    limits.check_size(5 * 1024 * 1024)
    with pytest.raises(AttachmentRefused) as refused:
        limits.check_size(5 * 1024 * 1024 + 1)
    assert (refused.value.code, refused.value.params) == ("attachment_too_large", {"limit_mb": 5})
    with pytest.raises(AttachmentRefused, match="attachment_empty"):
        limits.check_size(0)


def test_files_of_one_object_are_limited_in_number_and_together() -> None:
    Limits().check_all(20, 100 * 1024 * 1024)

    with pytest.raises(AttachmentRefused, match="attachments_too_many"):
        Limits().check_all(21, 0)
    with pytest.raises(AttachmentRefused, match="attachments_total_too_large"):
        Limits().check_all(1, 100 * 1024 * 1024 + 1)
