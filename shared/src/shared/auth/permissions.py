"""One table of rules per service, and the pure decision about one object.

A role grant admits to an object when it covers the object's holder, or somebody who holds a need-to-know row
on it. Secrecy and recusal are asked first, and deny wins. `predicate.py` says the same in SQL. Domain code
may import this module, so it knows no database.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from shared.auth.actor import Actor, RoleGrant, covers
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

HOLDER = "holder"
"""The capacity of the organisation that has the matter; every other capacity comes from need-to-know rows."""

_NAME = re.compile(r"[a-z][a-z_]*:[a-z][a-z_]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do one thing: these roles, over organisations that stand in one of these capacities.

    `services` are ids of services that may do it as themselves, on any object.
    """

    permission: str
    roles: tuple[Role, ...] = ()
    capacities: tuple[str, ...] = (HOLDER,)
    services: tuple[str, ...] = ()

    @property
    def resource(self) -> str:
        """The noun before the colon."""
        return self.permission.partition(":")[0]


class NeedToKnow(NamedTuple):
    """A dated right to know about one object: the grantee is an organisation's path or an officer's id.

    It holds from `since` on, and no longer at `until`; None means until it is ended.
    """

    grantee: str
    capacity: str
    since: datetime
    until: datetime | None = None

    def is_live(self, at: datetime) -> bool:
        """Say whether the row holds at that instant."""
        return self.since <= at and (self.until is None or at < self.until)


class ObjectFacts(NamedTuple):
    """What a decision needs to know about an object; `recused` are officers recused from it at this time.

    Made for every row of a list: a frozen dataclass would take four times as long.
    """

    id: str
    holder_path: str
    secrecy: SecrecyLevel
    grantees: tuple[NeedToKnow, ...] = ()
    recused: frozenset[str] = frozenset()


class Refusal(StrEnum):
    """Why a decision is no; for logs and tests, never for the caller's eyes."""

    CLEARANCE = "clearance"
    NO_RULE = "no_rule"
    OUT_OF_REACH = "out_of_reach"
    RECUSED = "recused"


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer about one object; `visible` separates "you may not" (403) from "no such thing" (404)."""

    allowed: bool
    visible: bool
    rule: Rule | None = None
    refusal: Refusal | None = None


class BadPermissionTable(ValueError):
    """The rules contradict each other or name something impossible."""


class PermissionTable:
    """All rules of one service, checked when made.

    `administrative` lists the permissions a system administrator may be given; a rule that gives him any
    other is refused, so that content cannot be opened to him by accident.

    Raises: BadPermissionTable.
    """

    def __init__(self, rules: Iterable[Rule], *, administrative: Iterable[str] = ()) -> None:
        self.rules = tuple(rules)
        self._administrative = frozenset(administrative)
        self._of: dict[str, list[Rule]] = defaultdict(list)
        self._cells: set[tuple[str, str, str]] = set()
        for rule in self.rules:
            self._check(rule)
            self._of[rule.permission].append(rule)

    def __contains__(self, permission: object) -> bool:
        return permission in self._of

    @property
    def permissions(self) -> tuple[str, ...]:
        """Every permission some rule gives, in alphabetical order."""
        return tuple(sorted(self._of))

    def rules_for(self, permission: str) -> tuple[Rule, ...]:
        """List the rules of one permission; none for an unknown one."""
        return tuple(self._of.get(permission, ()))

    def decide(self, actor: Actor, permission: str, facts: ObjectFacts, at: datetime) -> Decision:
        """Decide about one object. Default is no; secrecy and recusal beat every rule."""
        denied = _denied(actor, facts)
        if denied is not None:
            return Decision(allowed=False, visible=False, refusal=denied)
        rules = self._of.get(permission, ())
        for rule in rules:
            if _passes(rule, actor, facts, at):
                return Decision(allowed=True, visible=True, rule=rule)
        read = f"{permission.partition(':')[0]}:read"
        visible = permission != read and any(
            _passes(rule, actor, facts, at) for rule in self._of.get(read, ())
        )
        refusal = Refusal.OUT_OF_REACH if rules else Refusal.NO_RULE
        return Decision(allowed=False, visible=visible, refusal=refusal)

    def holds(self, actor: Actor, permission: str, at: datetime) -> bool:
        """Say whether any rule could admit this actor to anything: asked before a list."""
        return any(
            actor.id in rule.services if actor.kind == "service" else actor.live_grants(rule.roles, at)
            for rule in self._of.get(permission, ())
        )

    def over(self, actor: Actor, permission: str, path: str, at: datetime) -> bool:
        """Say whether the actor may do this for that organisation: asked before something is made there."""
        return any(
            covers(grant, path, at)
            for rule in self._of.get(permission, ())
            if HOLDER in rule.capacities
            for grant in actor.live_grants(rule.roles, at)
        )

    def _check(self, rule: Rule) -> None:
        where = f"rule for {rule.permission!r}"
        if not _NAME.fullmatch(rule.permission):
            raise BadPermissionTable(f"{where}: a permission is resource:action")
        if not (rule.roles and rule.capacities) and not rule.services:
            raise BadPermissionTable(f"{where} admits nobody")
        if Role.SYSTEM_ADMIN in rule.roles and rule.permission not in self._administrative:
            raise BadPermissionTable(f"{where} would open it to the system administrator")
        for cell in _cells(rule):
            if cell in self._cells:
                raise BadPermissionTable(f"{where} says twice {cell[1]} as {cell[2]}")
            self._cells.add(cell)


def _cells(rule: Rule) -> list[tuple[str, str, str]]:
    by_role = [(rule.permission, role.value, capacity) for role in rule.roles for capacity in rule.capacities]
    return by_role + [(rule.permission, service, "service") for service in rule.services]


def _denied(actor: Actor, facts: ObjectFacts) -> Refusal | None:
    if actor.id in facts.recused:
        return Refusal.RECUSED
    return None if actor.clearance.admits(facts.secrecy) else Refusal.CLEARANCE


def _passes(rule: Rule, actor: Actor, facts: ObjectFacts, at: datetime) -> bool:
    if actor.kind == "service":
        return actor.id in rule.services
    grants = [grant for grant in actor.grants if grant.role in rule.roles and grant.is_live(at)]
    if not grants:
        return False
    if HOLDER in rule.capacities and _reaches(grants, facts.holder_path, at):
        return True
    return any(
        row.capacity in rule.capacities
        and row.is_live(at)
        and (_is_officer(actor, row.grantee) or _reaches(grants, row.grantee, at))
        for row in facts.grantees
    )


def _is_officer(actor: Actor, grantee: str) -> bool:
    return actor.kind == "officer" and actor.id == grantee


def _reaches(grants: Iterable[RoleGrant], path: str, at: datetime) -> bool:
    return any(covers(grant, path, at) for grant in grants)
