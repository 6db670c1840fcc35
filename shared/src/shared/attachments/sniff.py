"""What a file is: its bytes, its ending, what the sender declared and a signature library must all agree."""

from __future__ import annotations

import puremagic

from shared.attachments.errors import AttachmentRefused
from shared.attachments.formats import ALLOWED, BY_EXTENSION, Format
from shared.attachments.limits import DEFAULT, Limits
from shared.attachments.names import extension

_UNDECLARED = frozenset({"", "application/octet-stream", "binary/octet-stream"})


def identify(content: bytes, name: str, declared: str = "", *, limits: Limits = DEFAULT) -> Format:
    """Return the format of a file that is one of the allowed ones, and nothing else besides.

    `declared` is the media type the sender gave, empty when none was given. Slow for large archives: run it
    in a thread. Raises: AttachmentRefused.
    """
    limits.check_size(len(content))
    found = BY_EXTENSION.get(extension(name))
    if found is None:
        raise AttachmentRefused("attachment_type_not_allowed", allowed=ALLOWED)
    media_type = declared.partition(";")[0].strip().lower()
    if media_type not in _UNDECLARED and media_type not in found.declared:
        raise AttachmentRefused("attachment_type_disagrees")
    found.check(content, limits)
    _ask_library(content, found)
    return found


def _ask_library(content: bytes, claimed: Format) -> None:
    """Refuse what the signature library does not know as the claimed format.

    Plain text has no signature, and the library finds one in texts that merely begin with certain letters.
    """
    if claimed.code == "txt":
        return
    try:
        guesses = {guess.extension.removeprefix(".") for guess in puremagic.magic_string(content)}
    except puremagic.PureError:
        guesses = set()
    if not guesses & claimed.guesses:
        raise AttachmentRefused("attachment_type_disagrees")
