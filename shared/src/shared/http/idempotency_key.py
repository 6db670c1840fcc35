"""The `Idempotency-Key` header: a random value the client makes for each new operation."""

import re
from typing import Annotated, Any

from fastapi import Header
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

SHORTEST, LONGEST = 8, 128
SHORTEST_ANONYMOUS = 32
"""Anonymous answers hold a receipt and are found by the key alone: 32 hexadecimal digits, or a UUID."""

_KEY = re.compile(rf"[A-Za-z0-9._~:\-]{{{SHORTEST},{LONGEST}}}", re.ASCII)


def parse_key(value: Any) -> str:
    """Return the key, without the quotes that the draft of the header's standard allows."""
    text = str(value).strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    if not _KEY.fullmatch(text):
        raise PydanticCustomError("idempotency_key_invalid", "not a key", {"min": SHORTEST, "max": LONGEST})
    return text


IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        description=(
            "幂等键：客户端为每次新的操作生成的随机值（建议 UUID）。"
            "网络中断后用同一值重试，得到与首次相同的答复。"
        ),
        examples=["0f8d1c0e-6a1b-4f57-9a3e-2d3f6a7b8c9d"],
    ),
    BeforeValidator(parse_key, json_schema_input_type=str),
]
"""Required on every POST that creates or moves something; without it: `idempotency_key_required`."""
