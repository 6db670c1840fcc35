"""Verify an audit log: `python -m shared.audit.verify (--database URL | --export FILE) --public-key FILE`.

Reads, never writes. Exit code 0: the log is whole; 1: it is not, and the first finding says where; 2: it
could not be read. `FORMAT.md` says what is checked, exactly enough to write another verifier from.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from pathlib import Path

import asyncpg

from shared.audit.checkpoint import Checkpoint, VerifierKey, open_checkpoint
from shared.audit.errors import CheckpointRefused, NotCanonical
from shared.audit.sources import verify_database, verify_export
from shared.audit.verifier import Verifier

WHOLE, BROKEN, UNREADABLE = 0, 1, 2


def read_keys(path: Path) -> list[VerifierKey]:
    """Read a file of public keys, one `name+hash+key` a line. Raises: OSError, ValueError."""
    keys = [VerifierKey.parse(line) for line in path.read_text().splitlines() if line.strip()]
    if not keys:
        raise ValueError("no key in the file")
    return keys


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    started = time.perf_counter()
    try:
        keys = read_keys(options.public_key)
        verifier = Verifier(keys, _witness(options.checkpoint, keys))
        waiting = 0
        if options.database:
            waiting = asyncio.run(verify_database(options.database, verifier))
        else:
            verify_export(options.export, verifier)
    except (OSError, ValueError, CheckpointRefused, asyncpg.PostgresError) as error:
        sys.stderr.write(f"cannot verify: {error}\n")
        return UNREADABLE
    except NotCanonical as error:
        sys.stdout.write(f"BROKEN an entry the sealer would never have sealed: {error}\n")
        return BROKEN
    _tell(verifier, waiting, time.perf_counter() - started)
    return BROKEN if verifier.findings else WHOLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m shared.audit.verify", description="Verify an audit log.")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--database", metavar="URL", help="a PostgreSQL address that may read the audit tables"
    )
    source.add_argument("--export", metavar="FILE", type=Path, help="a log written by shared.audit.export")
    parser.add_argument(
        "--public-key", metavar="FILE", type=Path, required=True, help="the log's public keys"
    )
    parser.add_argument(
        "--checkpoint",
        metavar="FILE",
        type=Path,
        help="a checkpoint kept elsewhere: shows a log that was cut back",
    )
    return parser


def _witness(path: Path | None, keys: list[VerifierKey]) -> Checkpoint | None:
    return open_checkpoint(path.read_text(), keys) if path else None


def _tell(verifier: Verifier, waiting: int, seconds: float) -> None:
    size = verifier.tree.size
    for finding in verifier.findings:
        sys.stdout.write(f"BROKEN {finding}\n")
    sys.stdout.write(
        f"{size} entries, {verifier.checkpoints} checkpoints, {size / seconds:,.0f} entries/s; "
        f"{size - verifier.last_signed} entries behind the last checkpoint, {waiting} not yet numbered\n"
    )
    if not verifier.findings:
        sys.stdout.write("WHOLE\n")


if __name__ == "__main__":
    sys.exit(main())
