"""What casework asks intake: the text of a report, on behalf of the officer who needs it and never stored here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shared.auth.actor import Actor
from shared.http.client import ServiceClient, Wire


class Subject(Wire):
    """Whom a report is about."""

    name: str
    organisation: str
    position: str


class Subjects(Wire):
    """Everybody a report is about."""

    subjects: list[Subject]


class ReportText(Wire):
    """What a person wrote."""

    content: str
    subjects: list[Subject]
    messages: list[dict[str, Any]]


class Reprisal(Wire):
    """What a reporter who asked for protection told, and what was found."""

    circumstances: str
    findings: str


class IntakeClient(ServiceClient):
    """Speaks to intake."""

    async def subjects(self, report_id: UUID) -> Subjects:
        """Return whom a report is about, asked as the service itself; intake records that we asked.

        Raises: Unavailable, Rejected.
        """
        return await self.get(f"/v1/reports/{report_id}/subjects", Subjects)

    async def report_text(self, report_id: UUID, actor: Actor) -> ReportText:
        """Return a report's text; intake decides whether this officer may see it, and records it.

        Raises: Unavailable, Rejected.
        """
        return await self.get(f"/v1/reports/{report_id}/text", ReportText, actor=actor)

    async def reprisal(self, request_id: UUID, actor: Actor) -> Reprisal:
        """Return the words of a request for protection; intake decides whether this officer may see them.

        Raises: Unavailable, Rejected.
        """
        return await self.get(f"/v1/protection-requests/{request_id}/words", Reprisal, actor=actor)
