"""Who a transaction works for, as row-level security sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

_SAFE = re.compile(r"[A-Za-z0-9_:/,.\-]*")


@dataclass(frozen=True, slots=True)
class Scope:
    """The context that row-level security reads; without one, protected tables show no rows.

    `kind` is `officer`, `client`, `service`, `worker` or `public`; `paths` are organisation paths the
    subject's roles cover; `receipt` is the hex of a receipt's keyed hash on the public surface. `at` is the
    instant dated rights are judged at; without it the database's own time is taken.
    """

    kind: str
    subject: str = ""
    paths: tuple[str, ...] = ()
    subtrees: tuple[str, ...] = ()
    receipt: str = ""
    at: datetime | None = None

    def begin_sql(self, *, read_only: bool) -> str:
        """Return `BEGIN` and the context in one simple query.

        Raises: ValueError when a value holds a character that no id or path has.
        """
        values = {
            "app.kind": self.kind,
            "app.subject": self.subject,
            "app.paths": ",".join(self.paths),
            "app.subtrees": ",".join(self.subtrees),
            "app.receipt": self.receipt,
            "app.at": f"{self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if self.at else "",
        }
        settings = []
        for name, value in values.items():
            if not _SAFE.fullmatch(value):
                raise ValueError(f"unsafe value for {name}")
            settings.append(f"SET LOCAL {name} = '{value}'")
        return "; ".join([begin_sql(read_only=read_only), *settings])


def begin_sql(*, read_only: bool) -> str:
    """Return the statement that opens a transaction without context."""
    return "BEGIN READ ONLY" if read_only else "BEGIN"
