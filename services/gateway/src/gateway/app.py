"""The application behind the gateway's own pages; the only place that wires it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from gateway.api import catalogue_pages, process_pages, reference
from gateway.clients.catalogues import Catalogues
from gateway.render.answers import catalogue
from gateway.settings import Settings
from shared.http.handlers import install_handlers
from shared.http.stack import middlewares

Beside = Callable[[], AbstractAsyncContextManager[None]]
VERSION = version("huiying-gateway")


def create_app(settings: Settings, beside: Beside | None = None) -> FastAPI:
    """Return the pages; `beside` runs for as long as they are served, such as Envoy itself."""
    catalogues = Catalogues(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            if beside is None:
                yield
            else:
                async with beside():
                    yield
        finally:
            await catalogues.close()

    app = FastAPI(
        title="回应 · 公共入口",
        description="文档页面、错误代码和代码表；各服务的接口见各自的 openapi.json。",
        version=VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=middlewares(catalogue(), api_version=VERSION, silent=("/",)),
    )
    app.state.catalogues = catalogues
    install_handlers(app, catalogue())
    app.include_router(reference.router)
    app.include_router(catalogue_pages.router)
    app.include_router(process_pages.router)
    return app
