"""Stands in for identity: publishes one key, and signs the tokens of the measured officers."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from uuid import NAMESPACE_URL, uuid5

from shared.auth.actor import Actor, RoleGrant
from shared.auth.keys import SigningKey
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.auth.tokens import issue
from shared.clock import SystemClock

URL = "https://issuer.bench"
_PAGES = ("/v1/jwks", "/readyz")


class Issuer:
    """One signing key, and a small server in a thread that shows its public half to a service and the gateway."""

    def __init__(self, key_file: Path, audience: str) -> None:
        self._audience = audience
        self._signer = SigningKey.create(key_file, SystemClock().now())
        page = json.dumps({"keys": [self._signer.public()]}).encode()

        class Handler(BaseHTTPRequestHandler):
            """Answers every known page with the keys."""

            def do_GET(self) -> None:
                """Show the keys; a health check is content with them too."""
                known = self.path in _PAGES
                self.send_response(200 if known else 404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(page) if known else 0))
                self.end_headers()
                self.wfile.write(page if known else b"")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        Thread(target=self._server.serve_forever, daemon=True).start()

    def token(self, number: int, organisation: str, *roles: Role) -> str:
        """Return a fresh token of one officer, good for five minutes; numbers tell officers of a place apart."""
        officer = Actor(
            kind="officer",
            id=str(uuid5(NAMESPACE_URL, f"bench-{number}")),
            login=f"bench{number}",
            organisation=organisation,
            grants=tuple(RoleGrant(role, organisation) for role in roles),
            clearance=SecrecyLevel.WORK_SECRET,
            permission_version=1,
        )
        at = SystemClock().now()
        return issue(officer, issuer=URL, audience=[self._audience], signer=self._signer, at=at)[0]

    def close(self) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()
