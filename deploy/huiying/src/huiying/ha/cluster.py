"""Three nodes that agree who leads: found by asking each, reached by one address that names all of them."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from huiying.binaries import Binaries, find
from huiying.ha.node import REPLICATOR, Node, Ports
from huiying.postgres import SUPERUSER
from huiying.services import free_port

NODES = 3
WHOLE_WITHIN_S = 120.0
LOOK_EVERY_S = 0.1


class NotWhole(Exception):
    """The nodes did not come to the state that was waited for; the message ends with what they say."""


@dataclass
class Cluster:
    """The nodes, and the programs they run. What is started ends with the thread that started it."""

    nodes: list[Node]
    patroni: list[str]
    binaries: Binaries

    @classmethod
    def of_three(cls, folder: Path, patroni: list[str]) -> Cluster:
        """Return three nodes below a folder, on free ports; nothing runs yet. Raises: NoServer."""
        ports = [Ports(free_port(), free_port(), free_port()) for _ in range(NODES)]
        passwords = {name: secrets.token_urlsafe(24) for name in (SUPERUSER, REPLICATOR)}
        nodes = [
            Node(f"n{number}", folder / f"n{number}", mine, [one for one in ports if one != mine], passwords)
            for number, mine in enumerate(ports, 1)
        ]
        return cls(nodes, patroni, find(None))

    def address(self, login: str, password: str, database: str) -> str:
        """Return an address that leads to whichever node takes writes."""
        places = ",".join(f"127.0.0.1:{node.ports.postgres}" for node in self.nodes)
        return f"postgresql://{login}:{password}@{places}/{database}?target_session_attrs=read-write"

    def dsn(self, database: str = "postgres") -> str:
        """Return the superuser's address of one database."""
        return self.address(SUPERUSER, self.nodes[0].passwords[SUPERUSER], database)

    def start(self) -> None:
        """Start every node that does not run, and return at once."""
        for node in self.nodes:
            if node.process is None:
                node.start(self.patroni, self.binaries)

    def stop(self) -> None:
        """Stop every node, the standbys first, so that none of them takes over."""
        for node in sorted(self.nodes, key=_leads):
            node.stop()

    def primary(self) -> Node:
        """Return the node that leads. Raises: NotWhole when none does."""
        for node in self.nodes:
            if _leads(node):
                return node
        raise NotWhole("no node leads")

    async def until_whole(self) -> float:
        """Wait until one node leads and both others follow, one of them in step; return the seconds it took.

        Raises: NotWhole.
        """
        began = time.monotonic()
        while not await self._is_whole():
            if time.monotonic() - began > WHOLE_WITHIN_S:
                said = "\n".join(f"{node.name}: {_tail(node)}" for node in self.nodes)
                what = "one leader, one in step, all streaming"
                raise NotWhole(f"{what}: not within {WHOLE_WITHIN_S:g} s\n{said}")
            await asyncio.sleep(LOOK_EVERY_S)
        return time.monotonic() - began

    async def _is_whole(self) -> bool:
        """Ask every node: one that was frozen believes for a moment that it still leads, and shows old rows."""
        told = await asyncio.gather(*(_members(node) for node in self.nodes))
        leaders = {str(one["name"]) for members in told for one in members if one["role"] == "leader"}
        return len(leaders) == 1 and all(_is_in_step(members) for members in told)


def _is_in_step(members: list[dict[str, Any]]) -> bool:
    roles = sorted(str(member["role"]) for member in members)
    states = {str(member["state"]) for member in members}
    return roles == ["leader", "replica", "sync_standby"] and states <= {"running", "streaming"}


def _leads(node: Node) -> bool:
    try:
        answer = httpx.get(f"http://127.0.0.1:{node.ports.patroni}/primary", trust_env=False, timeout=2)
    except httpx.HTTPError:
        return False
    return answer.status_code == 200


async def _members(node: Node) -> list[dict[str, Any]]:
    async with httpx.AsyncClient(trust_env=False, timeout=2) as http:
        try:
            answer = await http.get(f"http://127.0.0.1:{node.ports.patroni}/cluster")
        except httpx.HTTPError:
            return []
    if answer.status_code != 200:
        return []
    found: list[dict[str, Any]] = answer.json().get("members", [])
    return found


def _tail(node: Node) -> str:
    return node.log_file.read_text(errors="replace")[-800:] if node.log_file.exists() else "never started"
