"""Show what evaluations are scored by: every index with its items."""

from __future__ import annotations

from rectification.store.indexes import all_indexes
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.desk import Call, Desk


class IndexItemOut(Output):
    """One thing that is scored; `metric` names what the system counts for a ratio."""

    dimension: str
    content: str
    code: str
    name: str
    points: int
    method: str
    source: str
    evidence: str
    metric: str


class IndexOut(Output):
    """An index in one version."""

    code: str
    version: str
    name: str
    basis: str
    items: list[IndexItemOut]


class IndexesOut(Output):
    """Every index."""

    items: list[IndexOut]


async def list_indexes(desk: Desk, call: Call) -> Answer:
    """Return every index in the caller's language. Rule: 18.7."""
    english = call.language == "en"
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        indexes = await all_indexes(reader)
    shown = [
        {
            "code": index.code,
            "version": index.version,
            "name": index.name_en if english else index.name_zh,
            "basis": index.basis,
            "items": [
                {
                    "dimension": dimension.code,
                    "content": content.code,
                    "code": item.code,
                    "name": item.name_en if english else item.name_zh,
                    "points": item.points,
                    "method": item.method.value,
                    "source": item.source.value,
                    "evidence": item.evidence_en if english else item.evidence_zh,
                    "metric": item.metric,
                }
                for dimension in index.dimensions
                for content in dimension.contents
                for item in content.items
            ],
        }
        for index in indexes
    ]
    return Answer(200, {"items": shown})
