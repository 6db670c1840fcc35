"""Who a transaction works for, as row-level security sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

_BY_INDEX = ("SET LOCAL plan_cache_mode = force_generic_plan", "SET LOCAL enable_seqscan = off")
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

    def begin_sql(self, *, read_only: bool, by_index: bool = False) -> str:
        """Return `BEGIN` and the context in one simple query.

        `by_index` as `Database.reader` says.

        Raises: ValueError when a value holds a character that no id or path has.
        """
        values = {
            "app.kind": self.kind,
            "app.subject": self.subject,
            "app.places": ",".join((*self.paths, *self.subtrees)),
            "app.prefixes": ",".join(self._prefixes()),
            "app.receipt": self.receipt,
            "app.at": self.at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z" if self.at else "",
        }
        settings = list(_BY_INDEX) if by_index else []
        for name, value in values.items():
            if not _SAFE.fullmatch(value):
                raise ValueError(f"unsafe value for {name}")
            if value:  # an unset and an empty setting show the same: nothing
                settings.append(f"SET LOCAL {name} = '{value}'")
        return "; ".join([begin_sql(read_only=read_only), *settings])

    def _prefixes(self) -> list[str]:
        """List what the paths of lower places begin with; made here, since PostgreSQL would make it per statement."""
        below = [f"{path}/" for path in (*self.paths, *self.subtrees)]
        return below + [f"{path}:" for path in self.subtrees]


def begin_sql(*, read_only: bool) -> str:
    """Return the statement that opens a transaction without context."""
    return "BEGIN READ ONLY" if read_only else "BEGIN"
