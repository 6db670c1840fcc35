"""PostgreSQL alone: `pgbench` with the baseline's statements, no program in between."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from huiying.bench.beside_bare import statements as sql
from huiying.bench.load import quantile_ms

CLIENTS = 20
"""As many connections as each of the programs has."""

_FRESH = r"\set n random(1, 4611686018427387904)" + "\n"
_MARK = re.compile(r"\$(\d+)")


class PgbenchFailed(Exception):
    """`pgbench` could not run a script; the message is its own."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What one run of `pgbench` measured."""

    per_s: float
    p50_ms: float
    p99_ms: float


def _filled(statement: str, *values: str) -> str:
    # `pgbench` takes a colon before a word for a variable, also inside quotes
    text = re.sub(r"(?<!:):(?=[a-z])", "' || chr(58) || '", statement)
    return _MARK.sub(lambda mark: f"({values[int(mark[1]) - 1]})", text).strip() + ";\n"


def _uuid(name: str) -> str:
    return f"md5(:n::text || '{name}')::uuid"


def _bytes(name: str, length: int) -> str:
    return f"decode(repeat(md5(:n::text || '{name}'), {length // 16 + 1}), 'hex')"


def submit_scripts(content: int, subjects: int, answer: int) -> list[str]:
    """Return the script of one submission; lengths in bytes, of what is stored."""
    report, now, day = _uuid("report"), "date_trunc('hour', now())", "current_date"
    return [
        _FRESH
        + _filled(
            sql.SUBMIT, report, now, "'city/city-petition'", "'accusation'", "'district-1'", "NULL", day,
            _bytes("content", content), _bytes("subjects", subjects), _uuid("move"), _uuid("entry"),
            f"({report})::text", _bytes("row", 16), "'{\"to\": \"received\", \"version\": 1}'", _uuid("event"),
            "'{\"state\": \"received\", \"holder\": \"city/city-petition\", \"region\": \"district-1\", \"field\": null}'",
            _uuid("clock"), f"{now} + interval '1 day'", _uuid("issue"),
            "jsonb_build_object('commitment', repeat('c', 64))", _uuid("receipt"), _bytes("hash", 16),
            _bytes("commitment", 16), _bytes("scope", 16), _bytes("request", 16), _bytes("answer", answer),
            f"{now} + interval '2 days'",
        )
    ]  # fmt: skip


def list_scripts(holder: str, ids: list[str]) -> list[str]:
    """Return the script of one page; `ids` are the reports on it."""
    listed = f"'{{{','.join(ids)}}}'::uuid[]"
    page = _filled(sql.LIST, f"'{holder}'", str(len(ids) + 1))
    return [page + _filled(sql.CLOCKS, listed) + _filled(sql.WAITING, listed)]


def one_scripts(holder: str, ids: list[str]) -> list[str]:
    """Return a script for each of these reports, of which one is drawn each time."""
    return [_one(holder, one) for one in ids]


def _one(holder: str, one: str) -> str:
    listed, subject = f"'{{{one}}}'::uuid[]", "'11111111-1111-4111-8111-111111111111'"
    read = _filled(
        sql.READ, _uuid("entry"), "now()", subject, "repeat('0', 32)", f"'{holder}'", f"'{one}'", "repeat('0', 32)"
    )  # fmt: skip
    reading = _filled(sql.ONE, f"'{one}'::uuid") + _filled(sql.CLOCKS, listed) + _filled(sql.WAITING, listed)
    return f"{_FRESH}BEGIN;\n{reading}{read}COMMIT;\n"


def run(program: str, dsn: str, scripts: list[str], folder: Path, seconds: float) -> Alone:
    """Run scripts on as many connections as the programs have. Raises: PgbenchFailed."""
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(scripts):
        (folder / f"{number}.sql").write_text(text)
    files = [word for number in range(len(scripts)) for word in ("-f", f"{number}.sql")]
    whole = max(1, round(seconds))
    place = urlsplit(dsn)
    done = subprocess.run(
        [program, "-n", "-M", "prepared", "-c", str(CLIENTS), "-T", str(whole), "--log", *files],
        cwd=folder, check=False, capture_output=True, text=True,
        env={
            "PGHOST": place.hostname or "", "PGPORT": str(place.port), "PGUSER": place.username or "",
            "PGPASSWORD": place.password or "", "PGDATABASE": place.path[1:],
        },
    )  # fmt: skip
    if done.returncode:
        raise PgbenchFailed(done.stderr.strip()[-600:])
    times_s: list[float] = []
    for log in folder.glob("pgbench_log.*"):
        times_s += [int(line.split(" ", 3)[2]) / 1e6 for line in log.read_text().splitlines()]
        log.unlink()
    return Alone(len(times_s) / whole, quantile_ms(times_s, 0.5), quantile_ms(times_s, 0.99))
