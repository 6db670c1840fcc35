"""`GET /v1/vocabularies` and `GET /v1/vocabularies/{name}`: for anybody, tagged, made once at start."""

from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import Response

from shared.http.documents import PUBLIC, published, tagged
from shared.http.etag import IfNoneMatch
from shared.http.fields import Day
from shared.http.language import Language
from shared.http.models import Output
from shared.http.problems import Problem
from shared.http.route import StrictRoute
from shared.vocabularies.lists import Entry, Vocabularies, Vocabulary


class EntryOut(Output):
    """A coded value with its names; `parent` is a code of the list that `parents` names."""

    code: str
    labels: dict[Language, str]
    sort: int
    active: bool
    source: str
    valid_from: Day | None
    valid_to: Day | None
    parent: str | None


class VocabularyOut(Output):
    """A list of coded values, in the order to show them."""

    name: str
    labels: dict[Language, str]
    parents: str | None
    entries: list[EntryOut]


class VocabulariesOut(Output):
    """All lists of a service."""

    items: list[VocabularyOut]


def vocabularies_router(vocabularies: Vocabularies) -> APIRouter:
    """Return the two routes; answers and tags are made here, so that a request only compares and copies."""
    router = APIRouter(prefix="/v1/vocabularies", tags=["代码表"], route_class=StrictRoute)
    shown = {name: as_json(one) for name, one in vocabularies.items()}
    whole = tagged({"items": list(shown.values())})
    single = {name: tagged(body) for name, body in shown.items()}

    @router.get(
        "", operation_id="list_vocabularies", summary="全部代码表", response_model=VocabulariesOut,
        openapi_extra=PUBLIC,
    )  # fmt: skip
    async def list_vocabularies(if_none_match: IfNoneMatch = None) -> Response:
        """本服务的全部代码表，含中英文名称。任何人都可以查询。All coded values of this service."""
        return published(*whole, if_none_match)

    @router.get(
        "/{name}", operation_id="get_vocabulary", summary="一个代码表", response_model=VocabularyOut,
        openapi_extra=PUBLIC,
    )  # fmt: skip
    async def get_vocabulary(
        name: Annotated[str, Path(description="词表名 · name of the list")], if_none_match: IfNoneMatch = None
    ) -> Response:
        """一个代码表的全部条目；没有这个表时答复 404。The entries of one list."""
        if name not in single:
            raise Problem("not_found")
        return published(*single[name], if_none_match)

    return router


def as_json(one: Vocabulary) -> dict[str, Any]:
    """Return a list as answers show it."""
    return {
        "name": one.name,
        "labels": {"zh-CN": one.name_zh, "en": one.name_en},
        "parents": one.parents or None,
        "entries": [_entry(entry) for entry in one.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "labels": {"zh-CN": entry.name_zh, "en": entry.name_en},
        "sort": entry.sort,
        "active": entry.active,
        "source": entry.source,
        "valid_from": entry.valid_from,
        "valid_to": entry.valid_to,
        "parent": entry.parent,
    }
