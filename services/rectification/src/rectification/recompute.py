"""`python -m rectification.recompute <evaluation>`: make a confirmed score again, and say whether it agrees.

Prints the result as JSON; exits with 0 when everything agrees, 1 when something differs or there is no result.
"""

from __future__ import annotations

import asyncio
import json
import sys
from uuid import UUID

from rectification.app import settings
from rectification.usecases.evaluations.recompute_evaluation import recomputed_by_id
from shared.db import Database, Scope
from shared.http.problems import Problem


async def recompute(database_url: str, evaluation_id: UUID) -> int:
    """Print the recomputation of one evaluation; return the exit code."""
    database = await Database.connect(database_url, pool_size=1, application="rectification-recompute")
    try:
        async with database.reader(Scope("worker")) as reader:
            shown = await recomputed_by_id(reader, evaluation_id)
    except Problem as problem:
        sys.stderr.write(f"{problem.code}\n")
        return 1
    finally:
        await database.close()
    sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    return 0 if shown["agrees"] else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m rectification.recompute <evaluation>")
    raise SystemExit(asyncio.run(recompute(settings().database_url.get_secret_value(), UUID(sys.argv[1]))))
