"""The cast of the tests: the organisations and officers of the demo, and those who are only needed here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid4, uuid5

import yaml

from shared.auth.actor import Actor, RoleGrant
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

DEMO = Path(__file__).resolve().parents[2] / "deploy/demo"
ONLY_HERE: list[dict[str, Any]] = [
    {"login": "cadre.city", "organisation": "city-cadre-supervision", "roles": ["cadre_supervisor"]},
    {"login": "office2.handler", "organisation": "city-office-2", "roles": ["handler"]},
    {"login": "office2.head", "organisation": "city-office-2", "roles": ["office_head"]},
    {"login": "evaluator3", "organisation": "city-office-2", "roles": ["evaluator"]},
]


class Organisation(NamedTuple):
    """An organisation as every service's directory holds it."""

    code: str
    path: str
    kind: str


class Person(NamedTuple):
    """Where an officer works, and what of."""

    organisation: str
    grants: tuple[RoleGrant, ...]


def _read(name: str) -> Any:
    return yaml.safe_load((DEMO / f"{name}.yaml").read_text("utf-8"))


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return every organisation with its path; a parent stands before its children."""
    paths: dict[str, str] = {}
    for one in _read("organisations")["organisations"]:
        parent = one.get("parent")
        between = "" if parent is None else paths[parent] + (":" if one.get("relation") == "organ" else "/")
        paths[one["code"]] = between + one["code"]
    return tuple(
        Organisation(one["code"], paths[one["code"]], one["kind"])
        for one in _read("organisations")["organisations"]
    )


@cache
def people() -> dict[str, Person]:
    """Return every officer by login."""
    paths = {one.code: one.path for one in organisations()}
    found = {}
    for one in _read("officers")["officers"] + ONLY_HERE:
        grants = []
        for given in one["roles"]:
            grant: dict[str, Any] = {"role": given} if isinstance(given, str) else given
            path = paths[grant.get("organisation", one["organisation"])]
            grants.append(RoleGrant(Role(grant["role"]), path, subtree=grant.get("subtree", False)))
        found[one["login"]] = Person(paths[one["organisation"]], tuple(grants))
    return found


def contact_zones() -> list[dict[str, Any]]:
    """Return the contact zones as identity shows them, with empty pools."""
    return [{**one, "pool": []} for one in _read("organisations")["contact_zones"]]


def actor(login: str, at_path: str = "") -> Actor:
    """Return a person of the cast, or somebody without any role."""
    person = people().get(login) or Person(at_path, ())
    return Actor(
        kind="officer",
        id=str(uuid5(NAMESPACE_URL, login)),
        login=login,
        organisation=person.organisation,
        grants=person.grants,
        clearance=SecrecyLevel.WORK_SECRET,
        permission_version=1,
        token_id=str(uuid4()),
    )
