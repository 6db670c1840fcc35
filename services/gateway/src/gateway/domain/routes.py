"""THE route table: every path that exists outside, and what holds for it.

A path stands for itself and all below it; the first row that fits wins; what no row names does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MIB = 1024 * 1024
UPLOAD_BYTES = 21 * MIB

SERVICES = ("identity", "intake", "casework", "rectification")
TAKES_IN = frozenset({"intake"})
"""Where strangers bring in words and files: a storm elsewhere must not shut this door."""
PAGES = "pages"  # the gateway's own documentation pages


class Door(StrEnum):
    """Who may knock, and what becomes of what a connection tells about its caller."""

    OPEN = "open"
    """Nobody is asked; address, agent and request id are neither logged nor passed on nor kept."""
    LOGIN = "login"
    """A caller who is about to get a token: logged, limited by address in memory."""
    OFFICER = "officer"
    """A bearer token is needed: logged, limited by caller."""


@dataclass(frozen=True, slots=True)
class Work:
    """How long a service may take, how much it may be sent, and whether a lost answer may be asked again."""

    within_s: int
    body_bytes: int = MIB
    repeatable: bool = False


READ = Work(10, repeatable=True)
WORK = Work(10)
POLL = Work(40, repeatable=True)
LONG = Work(60)
UPLOAD = Work(60, UPLOAD_BYTES)


@dataclass(frozen=True, slots=True)
class Route:
    """One row. `reserved` keeps a share of the service's connections, so that no storm elsewhere shuts it.

    `whole` stands for the path only, not for what is below it.
    """

    name: str
    path: str
    service: str
    door: Door
    work: Work
    reserved: bool = False
    whole: bool = False

    @property
    def behind(self) -> str:
        """Return the path as the service knows it: `/intake/v1/…` outside is `/v1/…` inside."""
        return self.path.removeprefix(f"/{self.service}")


# fmt: off
def _table() -> Iterator[Route]:
    #           name                         path                             service     door         work
    yield Route("identity.token",            "/identity/v1/token",            "identity", Door.LOGIN,  WORK)
    yield Route("identity.jwks",             "/identity/v1/jwks",             "identity", Door.OPEN,   READ)
    for service in SERVICES:
        yield from _public_of(service, takes_in=service in TAKES_IN)
        yield from _of_every(service)
    yield Route("pages.docs",                "/docs",                         PAGES,      Door.OPEN,   READ)
    yield Route("pages.home",                "/",                             PAGES,      Door.OPEN,   READ, whole=True)


def _public_of(service: str, *, takes_in: bool) -> Iterator[Route]:
    at = f"/{service}/v1/public"
    if takes_in:
        yield Route(f"{service}.public.attachments", f"{at}/attachments", service, Door.OPEN, UPLOAD, reserved=True)
    yield Route(f"{service}.public",     at,                              service,    Door.OPEN,    WORK, reserved=takes_in)


def _of_every(service: str) -> tuple[Route, ...]:
    at = f"/{service}/v1"
    return (
        Route(f"{service}.openapi",          f"{at}/openapi.json",            service,    Door.OPEN,    READ),
        Route(f"{service}.problems",         f"{at}/problems",                service,    Door.OPEN,    READ),
        Route(f"{service}.vocabularies",     f"{at}/vocabularies",            service,    Door.OPEN,    READ),
        Route(f"{service}.lifecycles",       f"{at}/lifecycles",              service,    Door.OPEN,    READ),
        Route(f"{service}.checkpoint",       f"{at}/audit/checkpoint",        service,    Door.OPEN,    READ),
        Route(f"{service}.feed",             f"{at}/feed",                    service,    Door.OFFICER, POLL),
        Route(f"{service}.attachments",      f"{at}/attachments",             service,    Door.OFFICER, UPLOAD),
        Route(f"{service}.jobs",             f"{at}/jobs",                    service,    Door.OFFICER, LONG),
        Route(service,                       at,                              service,    Door.OFFICER, WORK),
    )
# fmt: on


ROUTES: tuple[Route, ...] = tuple(_table())
LOGGED: tuple[str, ...] = tuple(row.name for row in ROUTES if row.door is not Door.OPEN)


def find(path: str) -> Route | None:
    """Return the row a normalised path belongs to, or None where nothing exists."""
    for row in ROUTES:
        if path == row.path or (not row.whole and path.startswith(row.path + "/")):
            return row
    return None
