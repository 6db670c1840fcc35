"""One operation, however often it is asked for: keys are claimed and answers kept in the business transaction.

A key belongs to a caller and a route. Neither the key nor what was sent is stored: the scope is a digest keyed with
the client's key, the request a digest keyed with it too, and the answer is sealed under it. Failures leave nothing,
so they are done again instead of replayed.

The usual way, for moves of an object:

    async with db.transaction(scope) as tx:
        if replay := await claim(tx, key, at):      # the first statement; waits for a twin that is under way
            return replay
        …
        keep(tx, key, answer, at)                   # queued, goes out with the commit

The quick way, for a transaction that only adds rows (one round trip in all): nothing is asked beforehand, and the
unique key decides at the commit.

    try:
        async with db.transaction() as tx:
            tx.add(…)
            claim_with_commit(tx, key, answer, at)
    except Clash as clash:
        return await replay_after(clash, db, key)   # what the twin got, or a refusal; rows of ours were not written
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Protocol

import asyncpg
import msgspec
import sqlalchemy as sa
from fastapi import Header
from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticCustomError
from sqlalchemy.dialects import postgresql

from shared.clock import to_the_hour
from shared.db import Database, Reader, Transaction
from shared.http.answers import Answer, to_json
from shared.http.idempotency_tables import idempotency_answers, idempotency_keys
from shared.http.problems import Problem
from shared.sealing.answers import open_answer, seal_answer
