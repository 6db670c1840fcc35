"""Several addresses of one service: where no connection can be made nothing was sent, so the next may be tried."""

from __future__ import annotations

from collections.abc import Sequence

import httpx


class Addresses(httpx.AsyncBaseTransport):
    """Sends each request to the address that answered last, and to the others when that one refuses to listen."""

    def __init__(self, addresses: Sequence[httpx.URL], inner: httpx.AsyncBaseTransport) -> None:
        self._addresses, self._inner = tuple(addresses), inner
        self._first = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. Raises: httpx.ConnectError, httpx.ConnectTimeout when nobody listens anywhere."""
        refusal: httpx.TransportError | None = None
        for turn in range(len(self._addresses)):
            place = (self._first + turn) % len(self._addresses)
            address = self._addresses[place]
            request.url = request.url.copy_with(scheme=address.scheme, host=address.host, port=address.port)
            try:
                answer = await self._inner.handle_async_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                refusal = error
                continue
            self._first = place
            return answer
        raise refusal or httpx.ConnectError("no address")

    async def aclose(self) -> None:
        """Close every connection."""
        await self._inner.aclose()
