"""Names are asked of identity, few one by one and many at once; who is not known goes by what was asked."""

from __future__ import annotations

import json

import httpx
import pytest

from shared.directory.names import ONE_BY_ONE, OfficerName, OrganisationName, ask
from shared.http.client import ServiceClient, Unavailable


class Identity(httpx.AsyncBaseTransport):
    """Knows one officer and the organisations `o0` to `o99`."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(path)
        if path == "/v1/officers/_names":
            wanted = json.loads(request.content)
            known = {"id": "6f9a3c1e-0000-4000-8000-000000000001", "login": "lin", "name": "林一鸣"}
            found = [known] if known["id"] in wanted["ids"] or "lin" in wanted["logins"] else []
            return httpx.Response(200, json={"items": found})
        if path == "/v1/organisation-tree":
            return httpx.Response(
                200, json={"items": [{"code": f"o{n}", "name": f"机构{n}"} for n in range(100)]}
            )
        code = path.rsplit("/", 1)[1]
        return (
            httpx.Response(200, json={"name": f"机构{code[1:]}"})
            if code[0] == "o"
            else httpx.Response(404, json={})
        )


def client(identity: httpx.AsyncBaseTransport) -> ServiceClient:
    return ServiceClient("identity", "http://identity", transport=identity)


async def test_officers_are_found_by_id_and_login_and_strangers_go_by_what_was_asked() -> None:
    wanted = [OfficerName("6f9a3c1e-0000-4000-8000-000000000001"), OfficerName("lin"), OfficerName("nobody")]

    names = await ask(client(Identity()), wanted)

    assert list(names.values()) == ["林一鸣", "林一鸣", "nobody"]


async def test_a_few_organisations_are_asked_one_by_one() -> None:
    identity = Identity()

    names = await ask(
        client(identity), [OrganisationName("o1"), OrganisationName("x"), OrganisationName("o1")]
    )

    assert names == {OrganisationName("o1"): "机构1", OrganisationName("x"): "x"}
    assert sorted(identity.asked) == ["/v1/organisations/o1", "/v1/organisations/x"]


async def test_many_are_read_out_of_the_tree_in_one_call() -> None:
    identity = Identity()
    wanted = [OrganisationName(f"o{n}") for n in range(ONE_BY_ONE)] + [OrganisationName("x")]

    names = await ask(client(identity), wanted)

    assert identity.asked == ["/v1/organisation-tree"]
    assert (names[OrganisationName("o3")], names[OrganisationName("x")]) == ("机构3", "x")


async def test_without_identity_there_are_no_names() -> None:
    class Down(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("down")

    with pytest.raises(Unavailable):
        await ask(client(Down()), [OrganisationName("o1")])
