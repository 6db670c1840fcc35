"""Import a year of the working-day calendar as an officer would, and say in words how that went."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from huiying.operating.finding import Finding, well, wrong
from huiying.walk.caller import Answer, Caller

_PART = "calendar"


def import_year(caller: Caller, login: str, year: int, notice: Path) -> list[Finding]:
    """Send a notice, and return what came of it: a year with its days off, or each thing that is wrong with it.

    Raises: Unexpected when the login is refused.
    """
    try:
        body = json.loads(notice.read_text("utf-8"))
    except ValueError as error:
        return [wrong(_PART, f"不是 JSON：{notice.name}", f"not JSON: {error}")]
    answer = caller.call(
        login, "POST", f"/identity/v1/calendars/{year}/import", body, expect=tuple(range(200, 600))
    )
    return [_done(year, answer)] if answer.status < 300 else list(_refused(answer))


def _done(year: int, answer: Answer) -> Finding:
    off, work = len(answer["holidays"]), len(answer["makeup_workdays"])
    return well(
        _PART,
        f"{year} 年第 {answer['edition']} 次公布：{off} 段假期，{work} 个调休上班日",
        f"edition {answer['edition']}: {off} holidays, {work} days worked instead",
    )


def _refused(answer: Answer) -> Iterator[Finding]:
    problem = answer.body
    yield wrong(_PART, f"{problem['title']}：{problem['detail']}", f"{answer.status} {problem['code']}")
    for field in problem.get("errors", ()):
        yield wrong(_PART, f"{field['pointer']}：{field['detail']}", str(field["code"]))
