"""Large sheets are checked and imported as jobs: the same rows, the same rules, with progress."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.catalogue import Catalogue
from shared.http.language import Language
from shared.jobs.job import Job
from shared.jobs.show import accepted
from shared.jobs.store import enqueue
from shared.jobs.work import Bodies, Body
from shared.process.desk import Call, Desk
from shared.sheets.importing import SheetImport, check_sheet, import_rows, read_rows, words_in

AT_ONCE = 500
"""More rows than these take longer than an answer may."""

LANGUAGES: dict[str, Language] = {"zh-CN": "zh-CN", "en": "en"}


async def is_long(desk: Desk, kind: SheetImport, content: bytes, call: Call) -> bool:
    """Say whether a sheet is work for a job. Raises: Problem `forbidden`, `sheet_unreadable`."""
    return kind.most_rows > AT_ONCE and len(await read_rows(desk, kind, content, call)) > AT_ONCE


async def enqueue_import(desk: Desk, kind: SheetImport, mode: str, content: bytes, call: Call) -> Answer:
    """Leave a sheet to the worker. `mode` is `check` or `commit`."""
    key = idempotency.key_of(call, sha256(content).digest())
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        answer = accepted(desk, enqueue(tx, desk, call, name_of(kind, mode), payload=content))
        idempotency.keep(tx, key, answer, call.at)
    return answer


def import_jobs(imports: Sequence[SheetImport]) -> Bodies:
    """Return what the worker does for the imports of a service that may be long."""
    long = [kind for kind in imports if kind.most_rows > AT_ONCE]
    return {
        **{name_of(kind, "check"): _checking(kind) for kind in long},
        **{name_of(kind, "commit"): _committing(kind) for kind in long},
    }


def name_of(kind: SheetImport, mode: str) -> str:
    """Return the kind of job: `check_letters`, `commit_letters`."""
    return f"{mode}_{kind.name.replace('-', '_')}"


def _checking(kind: SheetImport) -> Body:
    async def check(job: Job) -> None:
        words = words_in(Catalogue.load(job.desk.service), LANGUAGES.get(job.call.language, "zh-CN"))
        remarked, errors = await check_sheet(job.desk, kind, job.payload, job.call, words, job.show)
        file = await job.keep(f"{kind.title}检查结果.xlsx", remarked)
        async with job.step():
            job.finish({"errors": errors}, file)

    return check


def _committing(kind: SheetImport) -> Body:
    async def commit(job: Job) -> None:
        rows = await read_rows(job.desk, kind, job.payload, job.call)
        async with job.step() as tx:
            done = await import_rows(tx, job.desk, kind, rows, job.call, job.show)
            job.finish({"kind": kind.name, "created": len(done)})

    return commit
