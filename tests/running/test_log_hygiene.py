"""What the programs write into their logs: lines for programs, and nothing that opens a door or names a person."""

from __future__ import annotations

import json
import re
from collections import Counter
from uuid import uuid4

import pytest

from huiying import keys
from huiying.services import WITH_DATABASE

from tests.support.figures import Figures
from tests.support.running_set import RunningSet

TOKEN = re.compile(r"eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}")
PERSONAL = re.compile(r"(?<![\w.])(\d{17}[\dXx]|1[3-9]\d{9})(?![\w.])")
TEXT = "（测试）日志里不得出现的一句话。"
REPORTER = {"name": "（化名）日志测试", "phone": "13900001234", "address": "某街道某号"}
BODY = {"category": "accusation", "content": TEXT, "region": "district-1", "reporter": REPORTER}


@pytest.mark.timeout(240)
def test_logs_hold_lines_for_programs_and_no_secret(running_set: RunningSet, figures: Figures) -> None:
    receipt = work(running_set)
    secrets = {*known_secrets(running_set), receipt, TEXT, *REPORTER.values()}
    lines: Counter[str] = Counter()
    for path in running_set.place.log.glob("*.log"):
        if path.name == "supervisor.log":
            continue
        text = path.read_text("utf-8", "replace")
        assert not [secret for secret in secrets if secret in text], path.name
        assert not TOKEN.search(text), path.name
        assert not PERSONAL.search(text), path.name
        for line in text.splitlines():
            lines[path.stem] += 1
            assert isinstance(json.loads(line), dict), (path.name, line)
    assert lines["intake"] > 0
    assert lines["gateway"] > 0
    figures.say(f"{sum(lines.values())} lines of {len(lines)} logs, {len(secrets)} secrets: 0 hits")


def work(one: RunningSet) -> str:
    """Log in, fail to, submit, open, read, and ask for what is not there; return the receipt."""
    caller = one.caller()
    caller.get("petition.city", "/intake/v1/reports", limit=5)
    caller.get("petition.city", f"/intake/v1/reports/{uuid4()}", expect=404)
    form = {"grant_type": "password", "username": "nobody.known", "password": "not-the-password-of-anybody"}
    assert caller._send("POST", "/identity/v1/token", None, form=form).status == 400
    receipt: str = caller.call(None, "POST", "/intake/v1/public/submissions", BODY)["receipt"]
    caller.call(None, "POST", "/intake/v1/public/receipts/_open", {"receipt": receipt})
    caller.call(None, "POST", "/intake/v1/public/submissions", {**BODY, "region": TEXT}, expect=400)
    return receipt


def known_secrets(one: RunningSet) -> set[str]:
    """Return passwords of people and of the database, and keys that sign cursors."""
    people = {person["password"] for person in json.loads(one.place.accounts.read_text("utf-8"))}
    database = set(json.loads(one.place.passwords.read_text()).values())
    cursors = {keys.cursor_key_of(one.place.keys, service).read_text() for service in WITH_DATABASE}
    return {*people, *database, *cursors, "not-the-password-of-anybody"}
