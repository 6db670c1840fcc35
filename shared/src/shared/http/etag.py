"""Versions of rows as strong entity tags: writes name the one they saw, reads may ask for news only."""

import re
from typing import Annotated, Any

from fastapi import Header
from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError
from starlette.responses import Response

_TAG = r'^"[0-9]{1,18}"$'


def etag(version: int) -> str:
    """Return the entity tag of a version."""
    return f'"{version}"'


def parse_if_match(value: Any) -> int:
    """Return the version an `If-Match` names. One strong tag; lists, weak tags and `*` are refused."""
    text = str(value).strip()
    if not re.fullmatch(_TAG, text, re.ASCII):
        raise PydanticCustomError("if_match_invalid", "not an entity tag")
    return int(text[1:-1])


IfMatch = Annotated[
    int,
    Header(
        alias="If-Match",
        description='所见版本：读取对象时得到的 ETag，例如 "7"。缺少时答复 428，已过时答复 412。',
        examples=['"7"'],
    ),
    BeforeValidator(parse_if_match, json_schema_input_type=Annotated[str, Field(pattern=_TAG)]),
]
"""The version a write saw. Without it the answer is 428; whoever locks the row compares it: 412."""

IfNoneMatch = Annotated[
    str | None,
    Header(
        alias="If-None-Match",
        description="上次读取时得到的 ETag；内容未变时答复 304，没有正文。",
        examples=['"7"'],
    ),
]
"""The version a reader already has."""


def is_unchanged(if_none_match: str | None, tag: str) -> bool:
    """Say whether a reader already has what the tag names; weak comparison, as for every read."""
    if not if_none_match:
        return False
    if if_none_match.strip() == "*":
        return True
    return tag in {item.strip().removeprefix("W/") for item in if_none_match.split(",")}


def not_modified(tag: str) -> Response:
    """Return the answer without body for a reader who is up to date."""
    return Response(status_code=304, headers={"ETag": tag})
