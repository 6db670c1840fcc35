"""Marks that are sent with a request, and every form in which they could lie in a file."""

from __future__ import annotations

import base64
import http.client
import ipaddress
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHUNK = 64 * 1024 * 1024
OVERLAP = 256
CHANCE = 10
"""Four bytes occur by chance in some hundred megabytes of sealed data; each of many requests would leave one."""


@dataclass(frozen=True)
class Marks:
    """A token that occurs in everything a caller sends, and the address they send it from."""

    token: str
    address: str
    forwarded_for: str

    @classmethod
    def new(cls) -> Marks:
        """Return marks that no earlier run used. Digits only, so that they look the same in either case of hex."""
        chance = random.SystemRandom()
        return cls(
            token="".join(chance.choice("0123456789") for _ in range(24)),
            address=f"127.{chance.randrange(40, 250)}.{chance.randrange(40, 250)}.{chance.randrange(40, 250)}",
            forwarded_for=f"198.51.100.{chance.randrange(40, 250)}",
        )

    def headers(self, key: str) -> dict[str, str]:
        """Return what a browser would tell of its owner."""
        return {
            "Idempotency-Key": key,
            "Content-Type": "application/json",
            "User-Agent": f"Canary/1.0 ({self.token}; agent)",
            "Referer": f"https://canary-{self.token}.example/referrer",
            "Cookie": f"visitor={self.token}",
            "Accept-Language": "zh-CN",
            "X-Forwarded-For": self.forwarded_for,
            "X-Request-Id": f"canary-{self.token}",
            "Traceparent": f"00-{self.token}{'0' * 8}-{self.token[:16]}-01",
        }

    def body(self) -> dict[str, Any]:
        """Return a named submission, the marks in everything that is to be sealed."""
        return {
            "category": "accusation",
            "content": f"金丝雀{self.token}反映的情况，属于封存内容。",
            "subjects": [{"name": f"（化名）{self.token}", "organisation": f"单位{self.token}"}],
            "reporter": {"name": f"姓名{self.token}", "phone": self.token, "address": f"住址{self.token}"},
        }

    def forms(self) -> Mapping[str, bytes]:
        """Return what to look for, by name. JSON and URLs leave digits as they are."""
        packed = ipaddress.ip_address(self.address).packed
        return {
            **written(self.token),
            "address": self.address.encode(),
            "address as a number": str(int.from_bytes(packed)).encode(),
            "address in hex": packed.hex().encode(),
            "address packed": packed,
            "address packed backwards": packed[::-1],
            "forwarded for": self.forwarded_for.encode(),
        }


def written(text: str) -> dict[str, bytes]:
    """Return the forms in which a text could lie in a file."""
    plain = text.encode()
    return {
        "text": plain,
        "UTF-16": text.encode("utf-16-le")[:-1],
        "hex": plain.hex().encode(),
        **{f"base64 at {shift}": _base64_core(plain, shift) for shift in range(3)},
    }


def _base64_core(token: bytes, shift: int) -> bytes:
    """Return the part of the token's base64 that is the same whatever stands before and behind it."""
    whole = base64.b64encode(b"\0" * shift + token)
    return whole[4 if shift else 0 : (shift + len(token)) // 3 * 4]


def ask(
    port: int,
    marks: Marks,
    method: str,
    path: str,
    key: str,
    body: Mapping[str, Any] | bytes | None = None,
    *,
    content_type: str = "application/json",
) -> tuple[int, dict[str, Any]]:
    """Send a marked request from the marked address; return status and JSON."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(marks.address, 0))
    try:
        sent = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        headers = marks.headers(key) | {"Content-Type": content_type}
        connection.request(method, path, sent, headers)
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    try:
        return answer.status, dict(json.loads(content))
    except ValueError:
        return answer.status, {}


def sweep(folder: Path, forms: Mapping[str, bytes]) -> tuple[Counter[tuple[str, str]], int]:
    """Search every byte of every file; return the hits by form and file, and how many bytes were read."""
    hits: Counter[tuple[str, str]] = Counter()
    size = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        for chunk in _chunks(path):
            size += len(chunk)
            for name, wanted in forms.items():
                if found := len(re.findall(re.escape(wanted), chunk)):
                    hits[name, str(path.relative_to(folder))] += found
    return hits, size


def _chunks(path: Path) -> Iterator[bytes]:
    """Yield a file in parts that overlap, so that nothing hides at a cut. A file that went meanwhile is empty."""
    try:
        with path.open("rb") as file:
            before = b""
            while part := file.read(CHUNK):
                yield before + part
                before = part[-OVERLAP:]
    except FileNotFoundError:
        return


def leaks(hits: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Return the hits that are no chance: packed addresses only when there are many of them."""
    packed: Counter[str] = Counter()
    for (form, _), count in hits.items():
        packed[form] += count
    return {
        (form, file): count
        for (form, file), count in hits.items()
        if "packed" not in form or packed[form] >= CHANCE
    }


def everything(forms: Mapping[str, bytes]) -> Iterable[bytes]:
    """Return contents in which each form lies, to see that the sweep finds it."""
    return [b"....." + wanted + b"....." for wanted in forms.values()]
