"""Who may be given a matter: a superior takes it up, or gives it to an organ below. Rule: E6, SL Arts 16-17."""

from __future__ import annotations

from shared.directory.paths import is_within

RAISED = "raised"


def form_fits(form: str, *, deciding: str, held_in: str, receiver: str) -> bool:
    """Say whether an organ can decide that a matter goes from one organ to another in this form; all are paths.

    It decides about itself and the organs below it. A matter is raised when it goes to an organ above the one that
    has it; whatever goes down or sideways is designated.
    """
    if held_in == receiver or not (is_within(held_in, deciding) and is_within(receiver, deciding)):
        return False
    return is_within(held_in, receiver) is (form == RAISED)
