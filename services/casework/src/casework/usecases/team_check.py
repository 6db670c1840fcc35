"""Before a team is formed: find out who the officers are, and whether any of them must keep away.

Everything is asked before the transaction opens; without an answer no team is formed.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.store.teams import Member


@dataclass(frozen=True, slots=True)
class TeamCheck:
    """What was found out. `unknown` are logins or ids nobody has; `conflicted` officers with a ground."""

    members: tuple[Member, ...]
    unknown: tuple[str, ...] = ()
    conflicted: tuple[str, ...] = ()
