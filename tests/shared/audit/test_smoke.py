from tests.shared.audit.conftest import Log
import sqlalchemy as sa
from shared.audit.tables import *
from shared.audit.proofs import *
async def test_x(log: Log) -> None:
    await log.grow(5, 300)
    async with log.app.reader() as r:
        print([dict(x) for x in await r.all(sa.select(audit_checkpoints))], len(await r.all(sa.select(audit_tiles))))
        p = await prove_inclusion(r, 270); print(p.as_json())
