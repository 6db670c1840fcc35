"""A hotline that hears what became of its demands: `python integration.py BASE_URL CLIENT_ID KEY_FILE POSITION_FILE`.

The client is registered once, by an administrator, at `POST /identity/v1/clients` with its public key, the services it
may call (`audiences`) and the events it may hear (`event_types`). The position is stored after the effect: an event
may come twice after a crash, so the effect here, a line in a file, is written only once for each number.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from huiying_client import Client, KeyToken, follow
from joserfc.jwk import ECKey

ISSUER = "https://huiying.example"


def main(base_url: str, client_id: str, key_file: str, position_file: str) -> None:
    """Print every event once, from where the last run stopped."""
    key = ECKey.import_key(json.loads(Path(key_file).read_text()))
    client = Client(base_url, KeyToken(base_url, client_id, key, ISSUER))
    position = Path(position_file)
    after = int(position.read_text()) if position.exists() else 0
    for event in follow(client, "intake", after, wait_s=0):
        sys.stdout.write(f"{event.after} {event.type} {event.subject}\n")
        position.write_text(str(event.after))


if __name__ == "__main__":
    main(*sys.argv[1:])
