"""File names as people send them: only the last part, without signs that hide what it is."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_SEPARATORS = re.compile(r"[/\\:]")


def clean_name(name: str) -> str:
    """Return a harmless name: no folders, no control, format or direction marks, at most 120 characters.

    A mark that turns the reading direction could make `gpj.exe` read as `exe.jpg`. The ending is kept when a
    long name is cut. A name of which nothing is left becomes `file`.
    """
    plain = unicodedata.normalize("NFC", name[-2000:])
    last = _SEPARATORS.split(plain)[-1]
    kept = "".join(one for one in last if unicodedata.category(one)[0] not in "CZ" or one == " ")
    kept = kept.strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if len(kept) > LONGEST and dot and len(ending) <= 10:
        kept = f"{stem[: LONGEST - len(ending) - 1]}.{ending}"
    return kept[:LONGEST] or "file"


def extension(name: str) -> str:
    """Return the lower-case ending without its dot, or nothing."""
    return unicodedata.normalize("NFKC", name.rpartition(".")[2]).lower() if "." in name else ""
