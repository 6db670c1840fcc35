"""Which language an answer is written in: `Accept-Language` decides, zh-CN is the default."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from starlette.types import Scope

Language = Literal["zh-CN", "en"]

DEFAULT: Language = "zh-CN"
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")
_BY_PRIMARY: dict[str, Language] = {"zh": "zh-CN", "en": "en", "*": "zh-CN"}
_LONGEST_HEADER = 200


@lru_cache(maxsize=256)
def negotiate(header: str) -> Language:
    """Return the language the caller likes best among ours; of equals the first named wins."""
    best, best_weight = DEFAULT, 0.0
    for item in header[:_LONGEST_HEADER].split(","):
        tag, _, options = item.partition(";")
        language = _BY_PRIMARY.get(tag.strip().lower().partition("-")[0])
        if language is not None and (weight := _weight(options)) > best_weight:
            best, best_weight = language, weight
    return best


def language_of(scope: Scope) -> Language:
    """Return the language of a request."""
    for name, value in scope["headers"]:
        if name == b"accept-language":
            return negotiate(value.decode("latin-1"))
    return DEFAULT


def _weight(options: str) -> float:
    name, _, value = options.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0.0 <= weight <= 1.0 else 0.0
