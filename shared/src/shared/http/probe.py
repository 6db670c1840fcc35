"""Ask the service of this container whether it lives: `python -m shared.http.probe [/readyz]`; exit code 0 or 1.

For images without curl. The port is that of the settings: `<SERVICE>_MANAGEMENT_PORT`.
"""

from __future__ import annotations

import http.client
import os
import sys

WITHIN_S = 2.0


def main(path: str = "/livez") -> int:
    """Return 0 when the service answers 200."""
    port = int(os.environ[f"{os.environ['SERVICE'].upper()}_MANAGEMENT_PORT"])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WITHIN_S)
    try:
        connection.request("GET", path)
        return 0 if connection.getresponse().status == 200 else 1
    except OSError:
        return 1
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
