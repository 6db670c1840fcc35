"""The `Idempotency-Key` header: a random value the client makes for each new operation."""

import re
from typing import Annotated, Any

from fastapi import Header
from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

SHORTEST, LONGEST = 8, 128
SHORTEST_ANONYMOUS = 32
"""Anonymous answers hold a receipt and are found by the key alone: 32 hexadecimal digits, or a UUID."""

_SYMBOLS = r"[A-Za-z0-9._~:\-]"


class _Key:
    """Reads a key of at least so many symbols, without the quotes that the draft of the header's standard allows."""

    def __init__(self, shortest: int) -> None:
        self.pattern = f"^{_SYMBOLS}{{{shortest},{LONGEST}}}$"
        self._whole = re.compile(self.pattern, re.ASCII)
        self._limits = {"min": shortest, "max": LONGEST}

    def __call__(self, value: Any) -> str:
        """Return the key. Raises: PydanticCustomError."""
        text = str(value).strip()
        if len(text) > 1 and text[0] == text[-1] == '"':
            text = text[1:-1]
        if not self._whole.fullmatch(text):
            raise PydanticCustomError("idempotency_key_invalid", "not a key", self._limits)
        return text

    def documented(self) -> BeforeValidator:
        """Return the check together with what documents say of it."""
        return BeforeValidator(self, json_schema_input_type=Annotated[str, Field(pattern=self.pattern)])


parse_key = _Key(SHORTEST)
parse_anonymous_key = _Key(SHORTEST_ANONYMOUS)
_HEADER = Header(
    alias="Idempotency-Key",
    description=(
        "幂等键：客户端为每次新的操作生成的随机值（建议 UUID）。"
        "网络中断后用同一值重试，得到与首次相同的答复。"
    ),
    examples=["0f8d1c0e-6a1b-4f57-9a3e-2d3f6a7b8c9d"],
)

IdempotencyKey = Annotated[str, _HEADER, parse_key.documented()]
"""Required on every POST that creates or moves something; without it: `idempotency_key_required`."""
AnonymousKey = Annotated[str, _HEADER, parse_anonymous_key.documented()]
"""The same where nobody is known: long enough that it cannot be guessed."""
