"""Identity, intake and rectification as the wire shows them to casework: answers from tables, or no answer at all."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import httpx

from tests.support.cast import actor, contact_zones, people
from tests.support.officers import named, officer
from tests.support.oversight import rights_answer


@dataclass
class Neighbours(httpx.AsyncBaseTransport):
    """`relations` and `posts` are what an officer declared, by login; `subjects` whom a report names,
    `inspected` whom a clue from inspection names. `silent` is how the paths begin that get no answer.

    `skills` are those identity knows of, `drafted` the recommendations rectification was asked for, by key.
    """

    relations: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    posts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    subjects: list[dict[str, str]] = field(default_factory=list)
    inspected: list[dict[str, str]] = field(default_factory=list)
    refuses: int = 0
    is_down: bool = False
    silent: str = ""
    asked: list[str] = field(default_factory=list)
    skills: dict[str, list[str]] = field(default_factory=dict)
    drafted: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as the other service would."""
        path = request.url.path
        if self.is_down or (self.silent and path.startswith(self.silent)):
            raise httpx.ConnectError("down")
        self.asked.append(path)
        if path == "/v1/recommendations":
            return self._drafted(request)
        if path.startswith("/v1/transferred-clues/"):
            return self._of_inspection(path)
        if path.startswith(("/v1/reports/", "/v1/protection-requests/")):
            return self._of_intake(path)
        status, body = self._of_identity(path, request)
        return httpx.Response(status, json=body)

    def _of_identity(self, path: str, request: httpx.Request) -> tuple[int, Any]:
        if path.startswith("/v1/contact-zones"):
            return 200, {"items": self._zone(path)}
        if path == "/v1/officers/_names":
            return 200, {"items": named(json.loads(request.content))}
        if path == "/v1/officers/_rights":
            told = rights_answer(json.loads(request.content)["officer"])
            return (200, told) if told else (404, {"code": "not_found"})
        if path.startswith("/v1/organisations/"):
            return 200, {"name": f"机构{path.rsplit('/', 1)[-1]}"}
        return 200, self._facts(path.split("/")[3])

    def _of_intake(self, path: str) -> httpx.Response:
        if path.endswith("/subjects"):
            return httpx.Response(200, json={"subjects": self.subjects})
        if self.refuses:
            return httpx.Response(self.refuses, json={"code": "not_found"})
        if path.endswith("/words"):
            return httpx.Response(200, json={"circumstances": "有人上门打听。", "findings": "确有打听。"})
        text = {"content": "正文只在来信系统。", "subjects": self.subjects, "messages": []}
        return httpx.Response(200, json=text)

    def _of_inspection(self, path: str) -> httpx.Response:
        if path.endswith("/subjects"):
            return httpx.Response(200, json={"subjects": self.inspected})
        if self.refuses:
            return httpx.Response(self.refuses, json={"code": "not_found"})
        return httpx.Response(200, json={"facts": "巡察发现的线索内容。", "subjects": self.inspected})

    def _zone(self, path: str) -> list[dict[str, Any]]:
        if not path.endswith("/candidates"):
            return contact_zones()
        organisations = next(
            one["organisations"] for one in contact_zones() if one["code"] == path.split("/")[3]
        )
        return [
            {**officer(login), "skills": self.skills.get(login, []), "is_pooled": False}
            for login, person in people().items()
            if set(person.organisation.replace(":", "/").split("/")) & set(organisations)
        ]

    def _drafted(self, request: httpx.Request) -> httpx.Response:
        key = request.headers["idempotency-key"]
        self.drafted[key] = json.loads(request.content)
        return httpx.Response(201, json={"id": str(uuid5(NAMESPACE_URL, key)), "state": "drafted"})

    def _facts(self, officer_id: str) -> dict[str, Any]:
        login = next(login for login in people() if actor(login).id == officer_id)
        return {
            "officer_id": officer_id,
            "name": login,
            "relations": self.relations.get(login, []),
            "former_posts": self.posts.get(login, []),
        }
