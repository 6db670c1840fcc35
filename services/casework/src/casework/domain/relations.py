"""What hangs together with what: organisations, people, clues and what came of them, as a graph. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, auto
from types import MappingProxyType


class Relation(StrEnum):
    """How one thing is tied to another."""

    CONCERNS = auto()
    HANDLED_BY = auto()
    LED_TO = auto()
    MEMBER = auto()
    OVERLAPS = auto()
    PART_OF = auto()


LABELS: MappingProxyType[Relation, tuple[str, str]] = MappingProxyType(
    {
        Relation.CONCERNS: ("涉及", "Concerns"),
        Relation.HANDLED_BY: ("承办", "Handled by"),
        Relation.LED_TO: ("转入", "Led to"),
        Relation.MEMBER: ("成员", "Member"),
        Relation.OVERLAPS: ("相近", "Overlaps"),
        Relation.PART_OF: ("参与", "Part of"),
    }
)

ORGANISATION, OFFICER, PERSON = "organisation", "officer", "person"
"""Kinds of nodes that are no objects of ours; every other kind is the name of a process."""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie found at one thing. `is_back` when the other thing comes before it: a verification and its clue."""

    relation: Relation
    kind: str
    id: str
    label: str = ""
    is_back: bool = False

    @property
    def key(self) -> str:
        """What the other thing is called in the graph."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing. `state` is a code of its process, empty for what has none."""

    kind: str
    id: str
    label: str
    state: str = ""
    state_label: str = ""

    @property
    def key(self) -> str:
        """What it is called in the graph."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A tie between two nodes, by their keys."""

    source: str
    target: str
    relation: Relation


@dataclass
class Graph:
    """Nodes and edges as they are found; what was found twice is there once."""

    most: int
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: set[Edge] = field(default_factory=set)
    is_complete: bool = True

    def add(self, node: Node) -> bool:
        """Take a node in; say no when there are as many as one can look at."""
        if node.key in self.nodes:
            return True
        if len(self.nodes) >= self.most:
            self.is_complete = False
            return False
        self.nodes[node.key] = node
        return True

    def tie(self, found_at: str, link: Link) -> None:
        """Take an edge in, if both its ends are there."""
        if found_at not in self.nodes or link.key not in self.nodes or found_at == link.key:
            return
        ends = (link.key, found_at) if link.is_back else (found_at, link.key)
        if link.relation is Relation.OVERLAPS:
            ends = (min(ends), max(ends))
        self.edges.add(Edge(*ends, link.relation))
