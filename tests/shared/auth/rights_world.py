"""Organisations, officers and objects drawn at random, and a naive second opinion about who may do what.

The oracle shares no code with what it judges: it walks paths step by step instead of comparing prefixes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

from shared.auth.actor import Actor, RoleGrant
from shared.auth.permissions import HOLDER, NeedToKnow, ObjectFacts, PermissionTable, Rule
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
INSTANTS = [None, AT - 9 * SECOND, AT - SECOND, AT, AT + SECOND, AT + 9 * SECOND]
BEGINNINGS = [AT - 9 * SECOND, AT - SECOND, AT - SECOND, AT, AT + SECOND]

RULES = (
    Rule("matter:read", (Role.PETITION_OFFICER, Role.OFFICE_HEAD), (HOLDER, "member")),
    Rule("matter:read", (Role.COMPETENT_DEPARTMENT,), ("assigned", "member")),
    Rule("matter:read", services=("casework",)),
    Rule("matter:close", (Role.OFFICE_HEAD,)),
    Rule("matter:answer", (Role.COMPETENT_DEPARTMENT, Role.HANDLER), ("assigned",)),
    Rule("matter:urge", (Role.STATIONED_GROUP,), (HOLDER, "supervisor", "member")),
)
TABLE = PermissionTable(RULES)
PERMISSIONS = (*TABLE.permissions, "matter:unheard_of", "other:read")
ROLES = sorted({role for rule in RULES for role in rule.roles} | {Role.STATISTICIAN})
CAPACITIES = ["assigned", "member", "supervisor", "former_holder"]
LEVELS = [SecrecyLevel.INTERNAL, SecrecyLevel.WORK_SECRET, SecrecyLevel.CONFIDENTIAL]

# Names that begin alike, and that LIKE, regular expressions or an escape character would misread.
PATHS = [
    "city", "city-2", "cit", "city_", "city%", "city.x", "city/city-office-1", "city/city-office-10",
    "city/city-office-1/team-1", "city/city-office-2", "city/%", "city/_", "city:district-1",
    "city:district-10", "city:district-1/district-1-office-1", "city:district-1:town-1-1",
    "city:district-1:town-1-1/office", "city:district-2", "city:district-2/office", "city-2/city-office-1",
    "cityXoffice", "city\\", "city/\\office", "City", "city:/odd", "city:%:town",
]  # fmt: skip
COMMON = ["city", "city/city-office-1", "city:district-1", "city/city-office-1/team-1"]


@dataclass
class World:
    """Who there is, and what there is to know."""

    actors: list[Actor]
    objects: list[ObjectFacts]
    knowledge: dict[str, list[NeedToKnow]] = field(default_factory=dict)
    recusals: list[tuple[str, str, datetime, datetime | None]] = field(default_factory=list)

    @property
    def ids(self) -> set[str]:
        """The objects of this world, since a database may hold those of others."""
        return {facts.id for facts in self.objects}


def a_path(chance: Random) -> str:
    """Draw a path: mostly one of few, so that rights meet objects, at times a misleading one."""
    return chance.choice(COMMON if chance.random() < 0.6 else PATHS)


def uuid_from(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def a_world(chance: Random, *, actors: int, objects: int) -> World:
    """Draw a world. Facts of an object hold every need-to-know row, and the recusals that count now."""
    people = [_actor(chance) for _ in range(actors)]
    world = World(people, [])
    for _ in range(objects):
        object_id = str(uuid4())
        rows = [_row(chance, people) for _ in range(chance.choice([0, 1, 2, 3]))]
        recused = set()
        for officer in chance.sample(people, k=min(chance.choice([0, 0, 1, 2]), len(people))):
            since, until = chance.choice(BEGINNINGS), chance.choice(INSTANTS)
            world.recusals.append((object_id, officer.id, since, until))
            if since <= AT and (until is None or until > AT):
                recused.add(officer.id)
        facts = ObjectFacts(object_id, a_path(chance), chance.choice(LEVELS), tuple(rows), frozenset(recused))
        world.objects.append(facts)
        world.knowledge[object_id] = rows
    return world


def _actor(chance: Random) -> Actor:
    kind = chance.choice(["officer"] * 8 + ["client", "service"])
    name = str(uuid_from(chance)) if kind == "officer" else chance.choice(["casework", "city", "a-client"])
    grants = tuple(
        RoleGrant(chance.choice(ROLES), a_path(chance), chance.random() < 0.4, chance.choice(INSTANTS))
        for _ in range(chance.choice([0, 1, 2, 3, 5]))
    )
    clearance = chance.choice([SecrecyLevel.PUBLIC, *LEVELS, *LEVELS[1:], SecrecyLevel.TOP_SECRET])
    return Actor(kind, name, grants=grants, clearance=clearance)  # type: ignore[arg-type]


def _row(chance: Random, people: list[Actor]) -> NeedToKnow:
    grantee = chance.choice(people).id if chance.random() < 0.4 else a_path(chance)
    since = chance.choice(BEGINNINGS)
    return NeedToKnow(grantee, chance.choice(CAPACITIES), since, chance.choice(INSTANTS))


def reaches(grant: RoleGrant, path: str) -> bool:
    """Walk down from the object's organisation to the grant's, one step at a time."""
    if not lives(None, grant.until):
        return False
    steps = re.split(r"([/:])", path)
    for taken in range(1, len(steps) + 1, 2):
        if "".join(steps[:taken]) == grant.path:
            below = steps[taken : taken + 1]
            return not below or below == ["/"] or grant.subtree
    return False


def lives(since: datetime | None, until: datetime | None) -> bool:
    """Say whether a span holds now."""
    return (since is None or since <= AT) and (until is None or until > AT)


def may(actor: Actor, permission: str, facts: ObjectFacts, world: World) -> bool:
    """The second opinion about one actor and one object."""
    if facts.secrecy.rank > actor.clearance.rank:
        return False
    for object_id, officer, since, until in world.recusals:
        if (object_id, officer) == (facts.id, actor.id) and lives(since, until):
            return False
    given = [rule for rule in RULES if rule.permission == permission]
    if actor.kind == "service":
        return any(actor.id in rule.services for rule in given)
    return any(_by(grant, rule, actor, facts, world) for rule in given for grant in actor.grants)


def _by(grant: RoleGrant, rule: Rule, actor: Actor, facts: ObjectFacts, world: World) -> bool:
    if grant.role not in rule.roles or not lives(None, grant.until):
        return False
    if "holder" in rule.capacities and reaches(grant, facts.holder_path):
        return True
    for row in world.knowledge[facts.id]:
        named = actor.kind == "officer" and row.grantee == actor.id
        counts = row.capacity in rule.capacities and lives(row.since, row.until)
        if counts and (named or reaches(grant, row.grantee)):
            return True
    return False


def may_see_at_all(actor: Actor, facts: ObjectFacts, world: World) -> bool:
    """The second wall: place or knowledge, whatever the role or the secrecy, less recusals."""
    if actor.kind == "service" or actor.id in facts.recused:
        return False
    known = [row.grantee for row in world.knowledge[facts.id] if lives(row.since, row.until)]
    places = (facts.holder_path, *known)
    return actor.id in known or any(reaches(grant, path) for grant in actor.grants for path in places)
