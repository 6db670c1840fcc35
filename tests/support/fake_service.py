"""A program that says it is ready; run by tests of the supervisor in the place of a service."""

from __future__ import annotations

import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


class Ready(BaseHTTPRequestHandler):
    """Answers 200 to everything; `/die` ends the program."""

    def do_GET(self) -> None:
        if self.path == "/die":
            os._exit(7)
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Stay quiet."""


def main() -> None:
    """Leave a grandchild and its number behind, then answer."""
    grandchild = subprocess.Popen(["sleep", "600"])
    Path(os.environ["FAKE_NOTES"]).write_text(f"{os.getpid()} {grandchild.pid}")
    if "FAKE_FAILS" in os.environ or os.environ.get("HUIYING_REPOSITORY", "") == os.environ.get(
        "FAKE_BROKEN"
    ):
        sys.exit("cannot start")
    port = os.environ.get("INTAKE_MANAGEMENT_PORT") or os.environ["FAKE_PORT"]
    HTTPServer(("127.0.0.1", int(port)), Ready).serve_forever()


if __name__ == "__main__":
    main()
