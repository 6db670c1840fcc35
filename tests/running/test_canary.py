"""Nothing of who sent a report, from where and with what, lies in any file the set writes; nor what is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from huiying.services import WITH_DATABASE

from tests.running import ledger
from tests.running.marked_files import PLANTED, given_out, send_files, tells
from tests.running.marks import CHANCE, Marks, ask, everything, leaks, sweep, written
from tests.support.figures import Figures
from tests.support.running_set import GATEWAY, RunningSet, wait_for

SUBMISSIONS = 40
PLAIN_PER_FILES = 100
PUBLIC = "/intake/v1/public"
TABLES = """
SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('information_schema')
"""


def test_the_sweep_finds_every_form(tmp_path: Path) -> None:
    forms = Marks.new().forms()
    for number, content in enumerate(everything(forms)):
        (tmp_path / str(number)).write_bytes(content * CHANCE)
    hits, _ = sweep(tmp_path, forms)
    assert {form for form, _ in leaks(hits)} == set(forms)


@pytest.mark.timeout(420)
async def test_a_reporter_leaves_no_trace_and_what_is_sealed_is_nowhere_to_be_read(
    running_set: RunningSet, figures: Figures
) -> None:
    await no_trace_is_left(running_set, SUBMISSIONS, figures)


async def no_trace_is_left(one: RunningSet, submissions: int, figures: Figures) -> None:
    """Send marked requests, then search every byte the set wrote, and every row."""
    marks = Marks.new()
    planted = {f"{form} in a file": wanted for form, wanted in written(PLANTED).items()}
    files = [send_with_files(one, marks) for _ in range(max(1, submissions // PLAIN_PER_FILES))]
    statuses = send_everything(one, marks, submissions)
    assert statuses[: submissions + 2] == [201] * (submissions + 2)
    assert max(statuses) < 500
    await everything_is_on_disk(one)
    hits, size = sweep(one.place.root, {**marks.forms(), **planted})
    texts = (marks.token, PLANTED)
    rows = await rows_with(one, (*texts, *(text.encode().hex() for text in texts), marks.address))
    figures.say(
        f"{len(statuses)} marked requests, {len(marks.forms())} forms, {size / 1e6:.0f} MB of files: "
        f"{len(leaks(hits))} hits; {rows} rows of any table with a mark; {sum(map(len, files))} files of "
        f"{len(files[0])} formats, none of which tells anything when an officer takes it"
    )
    assert leaks(hits) == {}
    assert rows == 0
    assert what_officers_get(one, files[0]) == dict.fromkeys(files[0], False)


def send_with_files(one: RunningSet, marks: Marks) -> dict[str, str]:
    """Submit something with a file of every format; return their ids by format."""
    port = GATEWAY + one.offset
    files = send_files(port, marks)
    body = marks.body() | {"attachments": list(files.values())}
    status, answer = ask(port, marks, "POST", f"{PUBLIC}/submissions", str(uuid4()), body)
    assert status == 201, answer
    return files


def what_officers_get(one: RunningSet, files: Mapping[str, str]) -> dict[str, bool]:
    """Take every file as an officer; say of which formats something planted is left."""
    caller = one.caller()
    token = caller.token("petition.city")
    return {
        code: tells(given_out(f"{caller.base_url}/intake/v1/attachments/{file}/content", token))
        for code, file in files.items()
    }


async def test_no_log_mentions_the_public_surface(running_set: RunningSet) -> None:
    assert ask(GATEWAY + running_set.offset, Marks.new(), "GET", f"{PUBLIC}/options", str(uuid4()))[0] == 200
    await everything_is_on_disk(running_set)
    logs = {path.name: path.read_text("utf-8", "replace") for path in running_set.place.log.glob("*.log")}
    greeted = logs.pop("supervisor.log")
    assert "curl" in greeted
    assert [name for name, text in logs.items() if "/public" in text or "intake.public" in text] == []


def send_everything(one: RunningSet, marks: Marks, submissions: int) -> list[int]:
    """Submit, submit again, and provoke every refusal we know of; return the statuses."""
    port, key = GATEWAY + one.offset, str(uuid4())
    door = f"{PUBLIC}/submissions"
    sent = [ask(port, marks, "POST", door, str(uuid4()), marks.body()) for _ in range(submissions)]
    receipt = sent[0][1]["receipt"]
    sent += [ask(port, marks, "POST", door, key, marks.body()) for _ in range(2)]
    opened = f"{PUBLIC}/receipts/_open"
    refused: list[tuple[str, str, str, Mapping[str, Any] | bytes | None]] = [
        ("POST", door, key, marks.body() | {"content": f"另一份内容 {marks.token}"}),
        ("POST", f"{door}?canary={marks.token}", str(uuid4()), marks.body()),
        ("POST", door, marks.token[:8], marks.body()),
        ("POST", door, str(uuid4()), marks.body() | {"region": marks.token}),
        ("POST", door, str(uuid4()), marks.body() | {marks.token: marks.token}),
        ("POST", door, str(uuid4()), b'{"content": "' + marks.token.encode()),
        ("POST", door, str(uuid4()), {"content": marks.token * 60_000}),
        ("POST", opened, str(uuid4()), {"receipt": marks.token}),
        ("POST", opened, str(uuid4()), {"receipt": receipt}),
        ("GET", f"{PUBLIC}/{marks.token}?canary={marks.token}", str(uuid4()), None),
        ("GET", f"{opened}?canary={marks.token}", str(uuid4()), None),
        ("GET", f"{PUBLIC}/options?canary={marks.token}", str(uuid4()), None),
        ("POST", f"{PUBLIC}/receipts/messages", str(uuid4()), {"receipt": receipt, "text": f"补充{marks.token}"}),
    ]  # fmt: skip
    sent += [ask(port, marks, *request) for request in refused]
    return [status for status, _ in sent]


async def everything_is_on_disk(one: RunningSet) -> None:
    """Wait until an officer's later request stands in the gateway's log, and pages and log of the database are out."""
    caller = one.caller()
    ours = caller.call("auditor", "GET", "/identity/v1/me", expect=200).headers["x-request-id"]
    wait_for("an officer's request in the gateway's log", lambda: ours in one.log("gateway"))
    await ledger.ask(one, "intake", "CHECKPOINT")
    hits, _ = sweep(one.place.postgres, {"an officer": b"petition.city"})
    assert hits, "the sweep must find what is not sealed"


async def rows_with(one: RunningSet, texts: tuple[str, ...]) -> int:
    """Count rows whose text holds any of these, also where a file holds them compressed."""
    found = 0
    for service in WITH_DATABASE:
        for table in await ledger.ask(one, service, TABLES):
            question = f"SELECT count(*) FROM {table['name']} AS t WHERE t::text LIKE ANY ($1)"  # noqa: S608
            found += (await ledger.ask(one, service, question, [f"%{text}%" for text in texts]))[0][0]
    return found
