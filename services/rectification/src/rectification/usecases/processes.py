"""The processes of rectification, each action beside the function that carries it out."""

from types import MappingProxyType
from typing import Any

from rectification.usecases.evaluations.processes import EVALUATIONS, FOLLOW_UPS
from rectification.usecases.organizations.processes import HANDED_CLUES, JOINT_REVIEWS, ORGANIZATIONS, ROUNDS
from rectification.usecases.recommendations.processes import RECOMMENDATIONS, REMINDERS, SYSTEMS_BUILT
from rectification.usecases.supervision.processes import (
    CONSULTATIONS,
    ITEMS,
    MATERIAL_HANDOVERS,
    PLANNED_MEASURES,
    RE_FEEDBACKS,
    SPECIAL_CHECKS,
)
from shared.process.process import Process

PROCESSES: MappingProxyType[str, Process[Any]] = MappingProxyType(
    {
        one.name: one
        for one in (
            ORGANIZATIONS, ITEMS, RECOMMENDATIONS, ROUNDS, HANDED_CLUES, JOINT_REVIEWS, PLANNED_MEASURES,
            SPECIAL_CHECKS, RE_FEEDBACKS, CONSULTATIONS, MATERIAL_HANDOVERS, REMINDERS, SYSTEMS_BUILT,
            EVALUATIONS, FOLLOW_UPS,
        )
    }
)  # fmt: skip
