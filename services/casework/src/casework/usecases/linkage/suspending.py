"""A joint task stands still for a reason."""

from casework.usecases.linkage.bodies import Reason
from shared.process.bodies import Command


class SuspendTask(Command):
    """中止 · why the task stands still."""

    opinion: Reason
