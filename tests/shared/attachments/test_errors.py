from __future__ import annotations

import re
from pathlib import Path

from shared import attachments
from shared.attachments.errors import AttachmentUnknown, AttachmentWithheld, ContentBroken
from shared.http.catalogue import Catalogue


def test_every_refusal_has_words_in_every_language() -> None:
    sources = [path.read_text() for path in Path(attachments.__path__[0]).glob("*.py")]
    raised = {
        code for source in sources for code in re.findall(r'"((?:attachments?_|malformed_)\w+)"', source)
    }
    told = {AttachmentUnknown.code, AttachmentWithheld.code, ContentBroken.code}

    internal = {"attachment_error", "attachment_scanner_unavailable"}
    assert len(raised) > 12
    assert (raised - internal) | told <= set(Catalogue.load().problems)
