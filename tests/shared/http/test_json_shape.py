from __future__ import annotations

import json
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.http.json_shape import DEEPEST, check_shape
from shared.http.problems import Problem

VALUES = st.recursive(
    st.none() | st.text(alphabet='ab"\\[]{}'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=40,
)


def depth_of(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth_of, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth_of, value), default=0)
    return 0


def refusal_of(content: bytes) -> str:
    try:
        check_shape(content)
    except Problem as problem:
        return problem.code
    return ""


@given(VALUES, st.integers(0, 24))
def test_depth_is_judged_exactly(value: object, more: int) -> None:
    for _ in range(more):
        value = [value, {}]

    is_deep = depth_of(value) > DEEPEST
    assert refusal_of(json.dumps(value).encode()) == ("json_too_deep" if is_deep else "")


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 1_000_000,
        b"[" * 500_000 + b"]" * 500_000,
        b'"' + b'\\"' * 500_000,
        b"[" * 20 + b'"' + b"\\" * 999_000,
        json.dumps({"text": "[{" * 250_000}).encode(),
        b'{"":' * 200_000,
    ],
)
def test_a_mebibyte_of_malice_is_judged_in_a_moment(content: bytes) -> None:
    began = perf_counter()

    refusal_of(content)

    assert perf_counter() - began < 0.5
