"""Make a service's application: routes checked, refusals as problems, limits and headers around, desk inside."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware
from starlette.types import Scope

from shared.auth.declare import check_routes
from shared.auth.depends import current_actor
from shared.auth.tokens import TokenRefused
from shared.figures.standing import as_text, standing
from shared.http.catalogue import Catalogue
from shared.http.client import Unavailable
from shared.http.documents import documents_router
from shared.http.handlers import install_handlers
from shared.http.management import Management
from shared.http.openapi import About, document
from shared.http.route import add_routes
from shared.http.shedding import Shedder
from shared.http.stack import middlewares
from shared.http.work import Door, WorkGate
from shared.lifecycle import Lifecycle
from shared.service.common_routes import (
    DOCUMENTS,
    audit_router,
    feed_router,
    lifecycle_router,
    sign_off_router,
)
from shared.service.document_routes import document_router
from shared.service.inbox_routes import INBOX_TAG, inbox_router
from shared.service.job_routes import JOB_TAG, job_router
from shared.service.lists import check_columns, list_router
from shared.service.opening import Opened, open_service
from shared.service.oversight_routes import is_overseen, oversight_router
from shared.service.package_routes import package_router
from shared.service.recusal_routes import can_be_shut, recusal_router
from shared.service.routes import process_router
from shared.service.saved_filter_routes import SAVED_FILTER_TAG, saved_filter_router
from shared.service.sheet_routes import IMPORT_TAG, import_router
from shared.service.spec import ServiceSpec
from shared.settings import ServiceSettings
from shared.vocabularies import vocabularies_of
from shared.vocabularies.routes import vocabularies_router

API_VERSION = "1.0.0"
HEARD_WITHIN_S = 2.0
"""So fresh a word of the database is as good as a new one."""
COMMON_TAGS = {
    "签批": "按级签批的事项 · sign-offs",
    "流程": "流程表 · lifecycle tables",
    "代码表": "参考代码表 · reference lists",
    "事件": "事件流 · the feed",
    "审计": "审计记录与检查点 · the audit log",
    "文档": "接口文档与错误代码 · documents",
}


def build_app(spec: ServiceSpec) -> FastAPI:
    """Return the application with all its routes, not yet opened: enough for its document and for tests.

    Raises: UndeclaredRoute, CatalogueError, UnknownVocabulary: a service that contradicts itself does not start.
    """
    catalogue = Catalogue.load(spec.name)
    catalogue.require(codes_of(process.lifecycle for process in spec.processes.values()))
    vocabularies = vocabularies_of(spec.name)
    check_columns(spec.lists, vocabularies)
    app = FastAPI(
        title=spec.title, description=spec.description, version=spec.version, openapi_url=None, docs_url=None,
        redoc_url=None, redirect_slashes=False,
        middleware=middlewares(
            catalogue, api_version=API_VERSION, larger=spec.larger_bodies, silent=spec.silent,
            shedder=_shedder(spec, catalogue), gate=_gate(spec, catalogue),
        ),
    )  # fmt: skip
    lifecycles = {process.lifecycle.name: process.lifecycle for process in spec.processes.values()}
    add_routes(
        app,
        *spec.routers,
        *(list_router(listing) for listing in spec.lists),
        *([import_router(spec.imports)] if spec.imports else ()),
        *(process_router(process) for process in spec.processes.values()),
        *(package_router(whole) for whole in spec.wholes),
        *(document_router(spec.processes[name], documents) for name, documents in spec.documents.items()),
        *_opened_by_rules(spec),
        *([saved_filter_router(spec.lists)] if spec.lists else ()),
        *([inbox_router()] if spec.deadlines else ()),
        *([job_router()] if spec.all_jobs else ()),
        sign_off_router(),
        lifecycle_router(
            {**lifecycles, **{one.name: one for one in spec.further_lifecycles}}, spec.deadlines
        ),
        vocabularies_router(vocabularies),
        feed_router(spec.feed_readers),
        audit_router(),
        documents_router(lambda: document_of(app, spec), catalogue, "文档"),
    )
    install_handlers(app, catalogue, coded=(Unavailable, TokenRefused, *spec.coded_errors))
    check_routes(
        app.routes, permissions=spec.permissions, public=[*DOCUMENTS, *spec.public], identify=current_actor
    )
    app.state.catalogue = catalogue
    return app


def _shedder(spec: ServiceSpec, catalogue: Catalogue) -> Middleware:
    """Return what refuses requests while too many are under way; the silent paths are the public's."""

    def room(scope: Scope) -> int:
        at_once: int = scope["app"].state.desk.settings.at_once
        return at_once

    return Middleware(Shedder, catalogue, room=room, open_paths=spec.silent)


def _opened_by_rules(spec: ServiceSpec) -> list[APIRouter]:
    """Return the routes that only processes have whose rules speak of them."""
    processes, permissions = spec.processes.values(), spec.permissions
    return [
        *(oversight_router(process) for process in processes if is_overseen(process, permissions)),
        *(recusal_router(process) for process in processes if can_be_shut(process, permissions)),
    ]


def _gate(spec: ServiceSpec, catalogue: Catalogue) -> Middleware | None:
    """Return what asks for proof of work where the service has open doors."""
    if not spec.open_doors:
        return None

    def doors(scope: Scope) -> dict[str, Door]:
        usual: float = scope["app"].state.desk.settings.usual_per_s
        return {path: Door(usual) for path in spec.open_doors}

    def key(scope: Scope) -> bytes:
        secret: str = scope["app"].state.desk.settings.cursor_key.get_secret_value()
        return f"proof of work\n{secret}".encode()

    def at(scope: Scope) -> int:
        return int(scope["app"].state.desk.clock.now().timestamp())

    return Middleware(WorkGate, catalogue, doors=doors, key=key, at=at)


def document_of(app: FastAPI, spec: ServiceSpec) -> dict[str, Any]:
    """Return the service's OpenAPI document."""
    optional = (
        (spec.deadlines, INBOX_TAG, "待签批、待办理、临期与超期 · what waits for the caller"),
        (spec.lists, SAVED_FILTER_TAG, "常用筛选 · filters officers keep"),
        (spec.imports, IMPORT_TAG, "按模板填写后导入 · sheets to fill in and send back"),
        (spec.all_jobs, JOB_TAG, "耗时操作的进度与结果 · work that takes longer"),
    )
    tags = {**spec.tags, **{tag: text for has_it, tag, text in optional if has_it}, **COMMON_TAGS}
    about = About(spec.name, spec.title, spec.description, spec.version, tags)
    return document(app, about, app.state.catalogue)


def codes_of(lifecycles: Any) -> set[str]:
    """Return the codes of all guards of some tables."""
    tables: list[Lifecycle] = list(lifecycles)
    return {guard.code for table in tables for row in table.rows for guard in row.needs}


def create_app(
    spec: ServiceSpec, settings: ServiceSettings, opener: Callable[..., Any] = open_service
) -> tuple[FastAPI, Management]:
    """Return the application that opens itself when it starts, and its management application."""
    app = build_app(spec)
    if settings.tracing_url:
        from shared.http.tracing import Tracing, provider_for  # nobody else pays for loading it

        provider = provider_for(spec.name, spec.version, settings.tracing_url, settings.tracing_share)
        app.add_middleware(Tracing, provider=provider, silent=spec.silent)
    opened: list[Opened] = []

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        one: Opened = await opener(spec, settings)
        app.state.desk, app.state.authenticator, app.state.opened = one.desk, one.authenticator, one
        opened.append(one)
        one.begin()
        yield
        opened.clear()
        await one.close()

    app.router.lifespan_context = lifespan
    return app, management(spec, opened)


def management(spec: ServiceSpec, opened: list[Opened]) -> Management:
    """Return health checks: the own database is needed; keys, fresh rights and neighbours only make us better."""

    async def database() -> str | None:
        """Ask only if nobody heard of it just now: whoever is busy must not wait for a connection to say so."""
        if not opened:
            return "starting"
        db = opened[0].desk.db
        if time.monotonic() - db.heard_at > HEARD_WITHIN_S:
            async with db.reader() as reader:
                await reader.scalar(sa.select(1))
        return None

    async def issuer_keys() -> str | None:
        return None if opened and opened[0].keys.is_usable else "no_keys"

    async def rights() -> str | None:
        return None if opened and not opened[0].versions.is_stale() else "stale"

    async def calendar() -> str | None:
        if not opened:
            return "starting"
        desk = opened[0].desk
        async with desk.db.reader() as reader:
            known = (await desk.calendar.current(reader)).knows(desk.clock.today().year)
        return None if known else "year_missing"

    async def figures() -> bytes:
        if not opened:
            return b""
        desk = opened[0].desk
        return as_text(await standing(spec.name, desk.db, desk.clock.now()))

    parts = {"issuer_keys": issuer_keys, "rights": rights, "calendar": calendar}
    required = {"database": database}
    return Management(spec.name, spec.version, required=required, parts=parts, figures=figures)
