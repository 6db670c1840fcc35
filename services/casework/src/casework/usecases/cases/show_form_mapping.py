"""17.4: which measure counts in which of the four forms, as the code counts it, with names in both languages."""

from typing import Any

from casework.domain.four_forms import MAPPING, Form
from casework.usecases.cases.count_forms import PERMISSION
from shared.http.answers import Answer
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


async def show_form_mapping(desk: Desk, call: Call) -> Answer:
    """Return every measure under the form it counts in, the lightest form first.

    Raises: Problem `forbidden`.
    Rule: 17.4.
    """
    if not desk.permissions.holds(call.actor, PERMISSION, call.at):
        raise Problem("forbidden")
    forms = [
        {"form": form, "labels": _labels(desk, "four_forms", form), "measures": _measures(desk, form)}
        for form in Form
    ]
    return Answer(200, {"forms": forms})


def _measures(desk: Desk, form: Form) -> list[dict[str, Any]]:
    return [
        {"vocabulary": name, "code": code, "labels": _labels(desk, name, code)}
        for name, forms in MAPPING.items()
        for code, counted in forms.items()
        if counted == form
    ]


def _labels(desk: Desk, name: str, code: str) -> dict[str, str]:
    return {language: desk.vocabularies.label(name, code, language) for language in ("zh-CN", "en")}
