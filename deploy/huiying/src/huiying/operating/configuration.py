"""Whether a service would start with the settings it is given, asked before it is restarted with them."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from unittest import mock

from pydantic import ValidationError

from huiying.operating.finding import Finding, odd, well, wrong

FILES = ("key_ring_file", "service_key_file")
CLOSED = 0o077


def read_env(path: Path) -> dict[str, str]:
    """Read a file of settings, as systemd and compose do: `NAME=value`, `#` begins a comment. Raises: OSError."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip('"') for name, value in pairs}


def check(service: str, environment: Mapping[str, str]) -> list[Finding]:
    """Make a service's settings of an environment; name what is missing, malformed, unknown or readable by others."""
    kind = importlib.import_module(f"{service}.settings").Settings
    prefix = f"{service.upper()}_"
    passed = {name: value for name, value in os.environ.items() if not name.startswith(prefix)}
    with mock.patch.dict(os.environ, {**passed, **environment}, clear=True):
        try:
            settings = kind()
        except ValidationError as error:
            return list(_faults(service, prefix, error))
    found = [*_files(service, settings), *_unknown(service, prefix, environment, kind.model_fields)]
    return found or [well(service, "配置完整", "settings are complete")]


def _faults(service: str, prefix: str, error: ValidationError) -> Iterable[Finding]:
    for fault in error.errors(include_input=False, include_url=False):
        name = prefix + "_".join(str(part) for part in fault["loc"]).upper()
        missing = fault["type"] == "missing"
        yield wrong(
            service, f"{name} {'未设置' if missing else '不正确'}", "missing" if missing else str(fault["msg"])
        )  # fmt: skip


def _files(service: str, settings: object) -> Iterable[Finding]:
    for name in FILES:
        path: Path | None = getattr(settings, name, None)
        if path is None:
            continue
        if not path.is_file():
            yield wrong(service, f"文件不存在：{path}", f"no such file: {path}")
        elif path.stat().st_mode & CLOSED:
            yield wrong(service, f"他人可读：{path}，改为 0400", f"others can read {path}: mode must be 0400")


def _unknown(
    service: str, prefix: str, environment: Mapping[str, str], known: Iterable[str]
) -> Iterable[Finding]:
    names = {f"{prefix}{name}".upper() for name in known} | {f"{prefix}MIGRATOR_URL"}
    for name in sorted(environment):
        if name.startswith(prefix) and name.upper() not in names:
            yield odd(service, f"不认识的设置：{name}", f"nobody reads {name}: a typing error?")
