"""Declared relations and former posts."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from identity.usecases import declare
from identity.usecases.declaration_bodies import (
    DeclarePost,
    DeclareRelation,
    PostOut,
    PostsOut,
    RelationOut,
    RelationsOut,
)
from shared.auth.declare import SIGNED_IN, declares
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1/officers", tags=["回避申报"], route_class=StrictRoute)


@router.get(
    "/{officer_id}/relations",
    operation_id="list_relations",
    summary="申报的关系",
    response_model=RelationsOut,
)
@declares(SIGNED_IN, audit="read", loader=declare.list_relations, sensitive=True)
async def relations(officer_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """列出申报的亲属与利害关系；本人和干部监督室可看，查看他人的均记录。Lists declared relations."""
    return (await declare.list_relations(desk, officer_id, call)).response()


@router.post(
    "/{officer_id}/relations", operation_id="declare_relation", summary="申报关系", status_code=201,
    response_model=RelationOut,
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=declare.declare_relation)
async def add_relation(officer_id: UUID, body: DeclareRelation, desk: AtDesk, call: Writing) -> Response:
    """申报关系，密封保存。Declares a relation; kept sealed."""
    return (await declare.declare_relation(desk, officer_id, body, call)).response()


@router.delete(
    "/{officer_id}/relations/{relation_id}", operation_id="withdraw_relation", summary="终止关系申报", status_code=204,
    openapi_extra={"x-unversioned": True},
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=declare.withdraw)
async def end_relation(officer_id: UUID, relation_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """终止申报，记录保留。Ends a declared relation; the record stays."""
    return (await declare.withdraw(desk, "relation", officer_id, relation_id, call)).response()


@router.get(
    "/{officer_id}/former-posts",
    operation_id="list_former_posts",
    summary="曾任职务",
    response_model=PostsOut,
)
@declares(SIGNED_IN, audit="read", loader=declare.list_posts)
async def posts(officer_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """列出曾任职务，三年内的用于回避核查。Lists former posts."""
    return (await declare.list_posts(desk, officer_id, call)).response()


@router.post(
    "/{officer_id}/former-posts", operation_id="declare_former_post", summary="登记曾任职务", status_code=201,
    response_model=PostOut,
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=declare.declare_post)
async def add_post(officer_id: UUID, body: DeclarePost, desk: AtDesk, call: Writing) -> Response:
    """登记曾任职务。Declares a former post."""
    return (await declare.declare_post(desk, officer_id, body, call)).response()


@router.delete(
    "/{officer_id}/former-posts/{post_id}", operation_id="withdraw_former_post", summary="撤下曾任职务",
    status_code=204, openapi_extra={"x-unversioned": True},
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=declare.withdraw)
async def end_post(officer_id: UUID, post_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """撤下登记，记录保留。Ends a former post; the record stays."""
    return (await declare.withdraw(desk, "former_post", officer_id, post_id, call)).response()
