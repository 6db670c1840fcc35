"""An archive whose manifest names every file in it with its hash. Pure: the same contents give the same bytes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import msgspec

MANIFEST = "manifest.json"
FORMAT = "huiying-package-1"
_DAWN_OF_ZIP = (1980, 1, 1, 0, 0, 0)  # entries bear no time of their own: the manifest says when it was made


def archive(files: Mapping[str, bytes], about: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """Return the archive and its manifest; whoever has the manifest's hash can check every file."""
    manifest = msgspec.json.format(
        msgspec.json.encode(
            {
                "format": FORMAT,
                **about,
                "files": [
                    {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
                    for path, content in sorted(files.items())
                ],
            }
        ),
        indent=2,
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in [(MANIFEST, manifest), *sorted(files.items())]:
            packed.writestr(zipfile.ZipInfo(path, _DAWN_OF_ZIP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue(), manifest
