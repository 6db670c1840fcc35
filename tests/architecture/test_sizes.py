"""Files and functions stay small enough to read in one go."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.tree import ROOT, named, python_files

FILE_LINES = 400
TEST_LINES = 500
FUNCTION_LINES = 50


def test_no_file_is_too_long() -> None:
    too_long = [
        f"{named(path)}: {lines}"
        for path in python_files()
        if (lines := len(path.read_text().splitlines())) > _limit(path)
    ]
    assert too_long == []


def test_no_function_is_too_long() -> None:
    assert [line for path in python_files() for line in _long_functions(path)] == []


def _limit(path: Path) -> int:
    return TEST_LINES if path.is_relative_to(ROOT / "tests") else FILE_LINES


def _long_functions(path: Path) -> list[str]:
    tree = ast.parse(path.read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    return [f"{named(path)}: {name} {lines}" for name, lines in lengths.items() if lines > FUNCTION_LINES]
