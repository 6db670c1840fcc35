"""Where an organisation stands: its path, and what may be done to the tree.

`/` leads to a unit of the same organ, `:` to a lower organ; who is granted a role over a path holds it over the
units too, and over lower organs only when the grant says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from identity.domain.kinds import OrganisationKind
from shared.directory.paths import is_below, organ_of
from shared.lifecycle import Refused

CODE_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
LONGEST_PATH = 400


class Relation(StrEnum):
    """What an organisation is to the one above it."""

    ROOT = auto()
    UNIT = auto()
    ORGAN = auto()


SEPARATORS = {Relation.UNIT: "/", Relation.ORGAN: ":"}


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation. `sub_kind` says which staff office; `host_id` where a stationed group is placed.

    `place_name` is what people call the place that a commission is responsible for.
    """

    id: UUID
    code: str
    path: str
    parent_id: UUID | None
    relation: Relation
    kind: OrganisationKind
    sub_kind: str | None
    name: str
    name_en: str | None
    host_id: UUID | None
    opened_on: date
    closed_on: date | None
    version: int
    place_name: str | None = None
    place_name_en: str | None = None

    @property
    def is_open(self) -> bool:
        """Say whether it still exists."""
        return self.closed_on is None


def path_below(parent: Organisation | None, relation: Relation, code: str) -> str:
    """Return the path of an organisation below a parent.

    Raises: Refused `organisation_relation_invalid`, `organisation_closed`, `organisation_too_deep`.
    """
    if (parent is None) != (relation is Relation.ROOT):
        raise Refused("organisation_relation_invalid")
    if parent is None:
        return code
    if relation is Relation.ORGAN and organ_of(parent.path) != parent.path:
        raise Refused("organisation_relation_invalid")  # an organ is never below a unit of another one
    if not parent.is_open:
        raise Refused("organisation_closed", organisation=parent.code)
    path = f"{parent.path}{SEPARATORS[relation]}{code}"
    if len(path) > LONGEST_PATH:
        raise Refused("organisation_too_deep")
    return path


def rebased(path: str, old: str, new: str) -> str:
    """Return where a path lies after the organisation at `old` has gone to `new`."""
    return new + path[len(old) :]


def check_move(organisation: Organisation, parent: Organisation) -> None:
    """Say whether an organisation may go below that parent.

    Raises: Refused `organisation_moved_below_itself`, `organisation_closed`, `organisation_is_root`.
    """
    if organisation.relation is Relation.ROOT:
        raise Refused("organisation_is_root")
    if not organisation.is_open:
        raise Refused("organisation_closed", organisation=organisation.code)
    if parent.id == organisation.id or is_below(parent.path, organisation.path):
        raise Refused("organisation_moved_below_itself")


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """What still depends on an organisation that is to be closed."""

    open_below: int
    officers: int
    live_grants: int


def check_close(organisation: Organisation, facts: ClosingFacts) -> None:
    """Say whether an organisation may be closed. Raises: Refused `organisation_closed`, `organisation_in_use`."""
    if not organisation.is_open:
        raise Refused("organisation_closed", organisation=organisation.code)
    if facts.open_below or facts.officers or facts.live_grants:
        raise Refused(
            "organisation_in_use",
            organisations=str(facts.open_below),
            officers=str(facts.officers),
            grants=str(facts.live_grants),
        )
