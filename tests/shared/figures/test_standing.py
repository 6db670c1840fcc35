"""What Prometheus is told of a database is what is in it, and no word of what people wrote."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import sqlalchemy as sa

from shared.audit.record import audit
from shared.auth.actor import SYSTEM
from shared.clock import FakeClock
from shared.clocks.fire import fire
from shared.db import Database, Scope, Transaction
from shared.feed.emit import emit
from shared.feed.tables import feed_cursors
from shared.figures.standing import as_text, names, standing

from tests.support.clocks import FIFTEEN_DAYS, at, started

LATE = at(date(2026, 3, 24))


def figure(families: object, name: str, **labels: str) -> float:
    samples = names(families)[name].samples  # type: ignore[arg-type]
    return next(one.value for one in samples if labels.items() <= one.labels.items())


def silent(tx: Transaction, kind: str, subject: object, data: object) -> None:
    """Tell nobody."""


async def test_a_deadline_that_passed_is_untold_first_and_overdue_once_it_was_told(
    database: Database,
) -> None:
    await started(database, FIFTEEN_DAYS)

    before = await standing("identity", database, LATE)
    async with database.transaction(Scope("worker")) as tx:
        await fire(tx, LATE, silent)
    after = await standing("identity", database, LATE)

    assert figure(before, "huiying_clocks_untold_seconds") > 0
    assert names(before)["huiying_clocks_overdue"].samples == []
    assert figure(after, "huiying_clocks_untold_seconds") == 0
    assert figure(after, "huiying_clocks_overdue", rule="T-15") == 1


async def test_what_no_sealer_took_shows_its_age(database: Database, clock: FakeClock) -> None:
    now = clock.now()
    async with database.transaction(Scope("worker")) as tx:
        audit(tx, SYSTEM, now - timedelta(minutes=3), action="thing:try", object_type="thing", object_id="1")
        emit(tx, "identity", "thing.tried", str(uuid4()), {}, now)
        await tx.flush()
        await tx.run(sa.insert(feed_cursors), source="intake", after=41, updated_at=now)

    found = await standing("identity", database, now)

    assert figure(found, "huiying_audit_unsealed_rows") == 1
    assert figure(found, "huiying_audit_oldest_unsealed_seconds") == 180
    assert figure(found, "huiying_feed_unnumbered") == 1
    assert figure(found, "huiying_feed_head", source="identity") == 0
    assert figure(found, "huiying_feed_position", consumer="identity", source="intake") == 41
    assert b'huiying_feed_position{consumer="identity",source="intake"} 41.0' in as_text(found)
