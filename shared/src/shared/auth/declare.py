"""What every route declares about itself, and the check that refuses to start where one does not."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from fastapi.routing import RouteContext, iter_route_contexts
from starlette.routing import BaseRoute

from shared.auth.permissions import PermissionTable

Audit = Literal["read", "write", "identity", "none"]
SIGNED_IN = "signed_in"
"""The permission of routes about the caller's own affairs: any known caller holds it."""

_MARK = "__declared__"
_SEES_CALLER = frozenset({"actor", "visible_to", "call"})
Identify = Callable[..., Any]
E = TypeVar("E", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Access:
    """A route's declaration.

    `loader` is the function that finds the object for this caller and no other, or the reason there is no
    object to find. `services` may call the route, as themselves or for an officer. A `sensitive` route is
    closed while withdrawn rights might not have been heard of.
    """

    permission: str
    audit: Audit
    loader: Callable[..., Any] | str
    services: frozenset[str] = frozenset()
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class PublicRoute:
    """A route without a caller's identity, and why it may be so."""

    method: str
    path: str
    reason: str


class UndeclaredRoute(RuntimeError):
    """The application must not start: every fault found, one a line."""


def declares(
    permission: str,
    *,
    audit: Audit,
    loader: Callable[..., Any] | str,
    services: Iterable[str] = (),
    sensitive: bool = False,
) -> Callable[[E], E]:
    """Declare who may call an endpoint, what is recorded, and how its object is found."""
    access = Access(permission, audit, loader, frozenset(services), sensitive)

    def mark(endpoint: E) -> E:
        setattr(endpoint, _MARK, access)
        return endpoint

    return mark


def access_of(endpoint: object) -> Access | None:
    """Return an endpoint's declaration, if it has one."""
    access: Access | None = getattr(endpoint, _MARK, None)
    return access


def check_routes(
    routes: Iterable[BaseRoute],
    *,
    permissions: PermissionTable,
    public: Iterable[PublicRoute],
    identify: Identify,
) -> dict[tuple[str, str], Access | PublicRoute]:
    """Return what each method and path declares; `identify` is the dependency that finds the caller.

    Raises: UndeclaredRoute.
    """
    unseen = {(route.method, route.path): route for route in public}
    found: dict[tuple[str, str], Access | PublicRoute] = {}
    faults: list[str] = []
    for context in iter_route_contexts(list(routes)):
        for method in sorted((context.methods or {"*"}) - {"HEAD", "OPTIONS"}):
            where = (method, context.path or "")
            listed, access = unseen.pop(where, None), access_of(context.endpoint)
            if declared := listed or access:
                found[where] = declared
            if listed is not None:
                told = _public_faults(listed, access)
            elif access is not None:
                told = _faults(context, method, access, permissions, identify)
            else:
                told = ["declares nothing"]
            faults += [f"{' '.join(where)}: {fault}" for fault in told]
    faults += [f"{method} {path}: listed as public, but there is no such route" for method, path in unseen]
    if faults:
        raise UndeclaredRoute("\n".join(faults))
    return found


def _public_faults(listed: PublicRoute, access: Access | None) -> list[str]:
    faults = [] if listed.reason.strip() else ["public without a reason"]
    return [*faults, "both public and declared"] if access else faults


def _faults(
    context: RouteContext, method: str, access: Access, permissions: PermissionTable, identify: Identify
) -> list[str]:
    faults = []
    if not _depends_on(getattr(context, "dependant", None), identify):
        faults.append("does not ask who is calling")
    if access.permission != SIGNED_IN and access.permission not in permissions:
        faults.append(f"no rule gives {access.permission!r}")
    writes = method not in ("GET", "HEAD") and not (context.path or "").rsplit("/", 1)[-1].startswith("_")
    if writes and access.audit not in ("write", "identity"):
        faults.append(f"changes something, and is audited as {access.audit!r}")
    if method == "GET" and access.audit == "write":
        faults.append("reads, and is audited as 'write'")
    if isinstance(access.loader, str):
        if not access.loader.strip():
            faults.append("gives no reason for having no loader")
        elif "{" in (context.path or "") and access.permission != SIGNED_IN:
            faults.append("names an object in its path, and declares no loader for it")
    elif not _SEES_CALLER & inspect.signature(access.loader).parameters.keys():
        faults.append(f"its loader {access.loader.__name__} is not told who is calling")
    return faults


def _depends_on(dependant: Any, identify: Identify) -> bool:
    if dependant is None:
        return False
    return dependant.call is identify or any(_depends_on(one, identify) for one in dependant.dependencies)
