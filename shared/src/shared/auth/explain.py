"""Why somebody may do a thing to one object, or may not: the decision taken apart, rule by rule.

Pure, and beside `PermissionTable.decide`, which still decides; this only shows what it looked at. It is for leaders
and security officers, never for the caller who was refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shared.auth.actor import Actor, RoleGrant, covers
from shared.auth.permissions import HOLDER, Decision, NeedToKnow, ObjectFacts, PermissionTable, Rule


@dataclass(frozen=True, slots=True)
class Way:
    """How far one rule lets somebody come.

    `grants` are roles of the rule that are held now, `reaching` those of them that cover the object's holder.
    `known` are need-to-know rows that admit now; `lapsed` would admit if they held at this time.
    """

    rule: Rule
    grants: tuple[RoleGrant, ...]
    reaching: tuple[RoleGrant, ...]
    known: tuple[NeedToKnow, ...]
    lapsed: tuple[NeedToKnow, ...]

    @property
    def is_open(self) -> bool:
        """Say whether this rule alone would admit."""
        return bool(self.reaching or self.known)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A decision with what led to it; `ways` are in the order of the table, open or not."""

    permission: str
    decision: Decision
    is_recused: bool
    is_cleared: bool
    ways: tuple[Way, ...]


def explain(
    table: PermissionTable, actor: Actor, permission: str, facts: ObjectFacts, at: datetime
) -> Explanation:
    """Take the decision about one officer and one object apart; `facts.recused` must hold that officer's recusal.

    A rule that is closed says why by what is empty: no grant of its roles, or none that reaches.
    """
    return Explanation(
        permission=permission,
        decision=table.decide(actor, permission, facts, at),
        is_recused=actor.id in facts.recused,
        is_cleared=actor.clearance.admits(facts.secrecy),
        ways=tuple(_way(rule, actor, facts, at) for rule in table.rules_for(permission)),
    )


def _way(rule: Rule, actor: Actor, facts: ObjectFacts, at: datetime) -> Way:
    grants = actor.live_grants(rule.roles, at)
    by_holder = grants if HOLDER in rule.capacities else ()
    named = [
        row for row in facts.grantees if row.capacity in rule.capacities and _names(row, actor, grants, at)
    ]
    return Way(
        rule=rule,
        grants=grants,
        reaching=tuple(grant for grant in by_holder if covers(grant, facts.holder_path, at)),
        known=tuple(row for row in named if row.is_live(at)),
        lapsed=tuple(row for row in named if not row.is_live(at)),
    )


def _names(row: NeedToKnow, actor: Actor, grants: tuple[RoleGrant, ...], at: datetime) -> bool:
    """Say whether a row speaks of somebody who holds one of the rule's roles: of them, or of a place of theirs."""
    if not grants:
        return False
    own = actor.kind == "officer" and row.grantee == actor.id
    return own or any(covers(grant, row.grantee, at) for grant in grants)
