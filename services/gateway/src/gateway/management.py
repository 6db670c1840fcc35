"""Health and figures of the gateway. It is ready when Envoy is; a service that is down only degrades it."""

from gateway.clients.admin import Admin, AdminUnavailable
from gateway.domain.routes import SERVICES
from shared.http.management import Check, Management


class GatewayManagement(Management):
    """The management endpoints every service has, with Envoy's figures added to our own."""

    def __init__(self, version: str, admin: Admin) -> None:
        self._admin = admin
        parts = {service: _part(admin, service) for service in SERVICES}
        super().__init__("gateway", version, required={"envoy": self._envoy}, parts=parts)

    async def _envoy(self) -> str | None:
        return None if await self._admin.is_live() else "not_live"

    async def _answer(self, path: str) -> tuple[int, bytes, str]:
        status, body, kind = await super()._answer(path)
        if path == "/metrics":
            try:
                body += await self._admin.metrics()
            except AdminUnavailable:
                body += b"# envoy does not answer\n"
        return status, body, kind


def _part(admin: Admin, service: str) -> Check:
    async def check() -> str | None:
        return None if (await admin.reachable()).get(service) else "unreachable"

    return check
