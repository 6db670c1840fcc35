"""What the services are called on the pages, in the order of the route table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Title:
    """One service's name in both languages."""

    name: str
    title: str
    title_en: str


TITLES: tuple[Title, ...] = (
    Title("identity", "机构与身份", "Organisations and identity"),
    Title("intake", "受理与回应", "Reports, demands and answers"),
    Title("casework", "线索与案件", "Clues, cases, joint work"),
    Title("rectification", "整改与评估", "Rectification and evaluation"),
)
