"""What happens because time passes: recurring measures go on, missed dates are marked."""

from __future__ import annotations

from collections.abc import Sequence

from rectification.usecases.recommendations.chase_recommendation import mark_overdue_recommendations
from rectification.usecases.supervision.plan_next_measures import plan_next_measures
from shared.process.desk import Desk
from shared.worker.loops import Loop

EVERY_S = 30.0


def loops(desk: Desk) -> Sequence[Loop]:
    """Return the loops of this service's worker."""
    return [
        Loop("plan_next_measures", lambda: plan_next_measures(desk), EVERY_S),
        Loop("mark_overdue_recommendations", lambda: mark_overdue_recommendations(desk), EVERY_S),
    ]
