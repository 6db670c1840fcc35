"""Looks at the shape of JSON before anything is built from it: how deep, and how many values."""

from __future__ import annotations

import re

from shared.http.problems import Problem

DEEPEST = 16
MOST_VALUES = 20_000

# possessive, so that an unterminated text is read once and not from each of its quotes
_TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_AS_ROUND = bytes.maketrans(b"[]{}", b"()()")
_NO_BRACKET = bytes(code for code in range(256) if code not in b"[]{}")


def check_shape(body: bytes) -> None:
    """Refuse JSON that is nested too deeply or holds too many values, in time linear in its length.

    Broken JSON passes; the reader after this says where it breaks. Raises: Problem `json_too_deep`,
    `json_too_complex`.
    """
    if len(body) > MOST_VALUES and max(body.count(b","), body.count(b":")) > MOST_VALUES:
        raise Problem("json_too_complex", limit=MOST_VALUES)
    if body.count(b"[") + body.count(b"{") > DEEPEST and _is_deep(body):
        raise Problem("json_too_deep", limit=DEEPEST)


def _is_deep(body: bytes) -> bool:
    brackets = _TEXT.sub(b"", body).translate(None, _NO_BRACKET).translate(_AS_ROUND)
    for _ in range(DEEPEST):  # each pass takes the innermost level off everywhere
        brackets = brackets.replace(b"()", b"")
    return b"()" in brackets
