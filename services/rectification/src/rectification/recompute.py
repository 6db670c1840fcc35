"""`python -m rectification.recompute`: make confirmed scores again, and say whether they agree.

    python -m rectification.recompute <evaluation>    one of them
    python -m rectification.recompute --all           every one that was ever confirmed

Prints what it found as JSON; exits with 0 when everything agrees, 1 when something differs or there is no result.
The database is `--database`, or the service's own from its settings.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from typing import Any
from uuid import UUID

from rectification.app import settings
from rectification.store.evaluations import ever_confirmed
from rectification.usecases.evaluations.recompute_evaluation import recomputed_by_id
from shared.db import Database, Reader, Scope
from shared.http.problems import Problem


async def recompute(database_url: str, evaluations: list[UUID] | None) -> int:
    """Print the recomputation of some evaluations, or of all; return the exit code."""
    database = await Database.connect(database_url, pool_size=1, application="rectification-recompute")
    try:
        async with database.reader(Scope("worker")) as reader:
            wanted = await ever_confirmed(reader) if evaluations is None else evaluations
            shown = [await _recomputed(reader, one) for one in wanted]
    finally:
        await database.close()
    differing = [one for one in shown if not one["agrees"]]
    told: Any = {"checked": len(shown), "agree": len(shown) - len(differing), "differing": differing}
    if evaluations is not None and len(shown) == 1:
        told = shown[0]
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    return 1 if differing else 0


async def _recomputed(reader: Reader, evaluation: UUID) -> dict[str, Any]:
    try:
        return await recomputed_by_id(reader, evaluation)
    except Problem as problem:
        return {"evaluation_id": str(evaluation), "agrees": False, "differences": [problem.code]}


def main(arguments: list[str]) -> int:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(
        prog="python -m rectification.recompute", description="make confirmed scores again"
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("evaluations", nargs="*", default=[], type=UUID, help="ids of evaluations")
    which.add_argument("--all", action="store_true", help="every one that was ever confirmed")
    parser.add_argument("--database", help="address of the database; the service's settings say it otherwise")
    said = parser.parse_args(arguments)
    url = said.database or settings().database_url.get_secret_value()
    return asyncio.run(recompute(url, None if said.all else said.evaluations))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
