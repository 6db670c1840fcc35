"""The routes of the picture of relations: for frontends as JSON, for everybody else as SVG."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from casework.api.relation_picture import draw
from casework.domain.relations import LABELS, Graph
from casework.usecases.relations.links import LINKS
from casework.usecases.relations.show_relations import show_relations
from shared.auth.declare import declares
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading

SVG = "image/svg+xml"
_HEADERS = {"cache-control": "no-store", "content-security-policy": "default-src 'none'; sandbox"}


class NodeOut(Output):
    """One thing in the picture: an organisation, an officer, a person, or an object by the name of its process."""

    key: str
    kind: str
    id: str
    label: str
    state: str
    state_label: str


class EdgeOut(Output):
    """How two of them are tied, by their keys."""

    source: str
    target: str
    relation: str
    relation_zh: str
    relation_en: str


class RelationsOut(Output):
    """What hangs together around an object; not complete when there is more than one can look at."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]
    is_complete: bool


def relations_router(processes: Mapping[str, Process[Any]]) -> APIRouter:
    """Return the routes for every process that says what it is tied to."""
    router = APIRouter(prefix="/v1", route_class=StrictRoute)
    for process in (processes[name] for name in LINKS):
        title, tags = process.lifecycle.title[0], [process.tag]
        router.add_api_route(
            f"/{process.collection}/{{object_id}}/relations", _json(process), methods=["GET"], tags=list(tags),
            response_model=RelationsOut, operation_id=f"show_{process.name}_relations", summary=f"{title}关系",
            description="机构、人员、线索及其去向的关系，两步以内，只含本人可见的。"
            "What hangs together around it, two steps far, as far as the caller may see; audited.",
        )  # fmt: skip
        router.add_api_route(
            f"/{process.collection}/{{object_id}}/relations.svg", _svg(process), methods=["GET"], tags=list(tags),
            operation_id=f"draw_{process.name}_relations", summary=f"{title}关系图",
            description="同上，绘成 SVG 图。The same, drawn as SVG.", response_class=Response,
            responses={200: {"content": {SVG: {"example": "<svg/>"}}, "description": "SVG 图 · a picture"}},
        )  # fmt: skip
    return router


def _json(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("read"), audit="read", loader=load_for)
    async def relations(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return Answer(200, _shown(await show_relations(desk, process, object_id, call))).response()

    return relations


def _svg(process: Process[Any]) -> Callable[..., Any]:
    @declares(process.permission("read"), audit="read", loader=load_for)
    async def picture(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        graph = await show_relations(desk, process, object_id, call)
        drawn = draw(graph, f"{process.name}:{object_id}", call.language)
        return Response(drawn, headers=_HEADERS, media_type=SVG)

    return picture


def _shown(graph: Graph) -> dict[str, Any]:
    return {
        "nodes": [
            {
                "key": one.key, "kind": one.kind, "id": one.id, "label": one.label, "state": one.state,
                "state_label": one.state_label,
            }
            for one in graph.nodes.values()
        ],
        "edges": [
            {
                "source": edge.source, "target": edge.target, "relation": edge.relation,
                "relation_zh": LABELS[edge.relation][0], "relation_en": LABELS[edge.relation][1],
            }
            for edge in sorted(graph.edges)
        ],
        "is_complete": graph.is_complete,
    }  # fmt: skip
