"""Write an audit log as JSON Lines: `python -m shared.audit.export --database URL > FILE`.

Each entry is its canonical JSON, byte for byte what its leaf hash covers; each checkpoint stands behind the
last entry it covers as `{"checkpoint":"…"}`. Such a file can be verified without any database.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import BinaryIO

from shared.audit.canonical import canonical
from shared.audit.sources import read_chunks, snapshot


async def export(url: str, output: BinaryIO) -> int:
    """Write every numbered entry and every checkpoint; return how many entries. Raises: OSError."""
    written = 0
    async with snapshot(url) as connection:
        async for entries, signed in read_chunks(connection):
            for entry in entries:
                output.write(entry.data + b"\n")
                written += 1
                if entry.sequence in signed:
                    output.write(canonical({"checkpoint": signed[entry.sequence].note}) + b"\n")
    return written


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m shared.audit.export", description="Export an audit log.")
    parser.add_argument("--database", metavar="URL", required=True, help="may read the audit tables")
    written = asyncio.run(export(parser.parse_args().database, sys.stdout.buffer))
    sys.stderr.write(f"{written} entries\n")


if __name__ == "__main__":
    main()
