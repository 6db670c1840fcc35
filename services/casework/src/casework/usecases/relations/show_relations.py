"""Find what hangs together around a matter, two steps far; what the caller may not see is not there."""

from typing import Any
from uuid import UUID

from casework.domain.relations import OFFICER, ORGANISATION, Graph, Link, Node
from casework.usecases.relations.links import LINKS
from shared.audit.record import audit
from shared.auth.permissions import ObjectFacts
from shared.db import Reader
from shared.directory.names import OfficerName, OrganisationName, ask
from shared.http.client import Unavailable
from shared.process.around import read_around
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_many
from shared.process.process import Process, Viewer

STEPS = 2
MOST_NODES = 80
Found = tuple[Process[Any], Any, ObjectFacts]


async def show_relations(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Graph:
    """Return the graph around an object. Without identity, organisations and officers go by code and id.

    Raises: Problem `not_found`.
    """
    permission = process.permission("read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        subject, facts = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        graph = await _around(tx, desk, (process, subject, facts), call)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="relations", request_id=call.request_id, details={"nodes": len(graph.nodes)},
        )  # fmt: skip
    await _name(desk, graph)
    return graph


async def _around(reader: Reader, desk: Desk, start: Found, call: Call) -> Graph:
    graph = Graph(MOST_NODES)
    graph.add(_node(start[0], start[1], call.language))
    ring, looked = [start], set[str]()
    for step in range(STEPS + 1):
        links = [
            (f"{process.name}:{subject.id}", link)
            for process, subject, facts in ring
            for link in await LINKS[process.name](reader, desk, subject, _viewer(call, facts))
        ]
        further = [link for _, link in links if link.kind in LINKS and link.key not in looked]
        ring = await _in_sight(reader, desk, further, call) if step < STEPS else []
        looked |= {link.key for link in further}
        for process, subject, _ in ring:
            graph.add(_node(process, subject, call.language))
        for found_at, link in links:
            if link.kind in LINKS or graph.add(Node(link.kind, link.id, link.label or link.id)):
                graph.tie(found_at, link)
        ring = [one for one in ring if f"{one[0].name}:{one[1].id}" in graph.nodes]
    return graph


async def _in_sight(reader: Reader, desk: Desk, links: list[Link], call: Call) -> list[Found]:
    """Read the objects at the other ends, and keep those the caller may read."""
    found: list[Found] = []
    for kind in LINKS:
        ids = list(dict.fromkeys(UUID(link.id) for link in links if link.kind == kind))
        if not ids:
            continue
        process = desk.processes[kind]
        subjects = await load_many(reader, process, ids)
        around = await read_around(reader, [one.id for one in subjects], call)
        for subject in subjects:
            facts = around.facts(subject)
            if desk.permissions.decide(call.actor, process.permission("read"), facts, call.at).allowed:
                found.append((process, subject, facts))
    return found


def _viewer(call: Call, facts: ObjectFacts) -> Viewer:
    return Viewer(call.actor, facts, call.at, call.language)


def _node(process: Process[Any], subject: Any, language: str) -> Node:
    lifecycle = process.lifecycle
    state = next(one for one in lifecycle.states if one == subject.state)
    title = lifecycle.title[1 if language == "en" else 0]
    return Node(
        process.name,
        str(subject.id),
        subject.number or title,
        subject.state,
        lifecycle.label(state, language),
    )


async def _name(desk: Desk, graph: Graph) -> None:
    wanted = {
        key: OfficerName(one.id) if one.kind == OFFICER else OrganisationName(one.id)
        for key, one in graph.nodes.items()
        if one.kind in (OFFICER, ORGANISATION)
    }
    try:
        names = await ask(desk.clients["identity"], wanted.values())
    except Unavailable:
        return
    for key, who in wanted.items():
        node = graph.nodes[key]
        graph.nodes[key] = Node(node.kind, node.id, names[who])
