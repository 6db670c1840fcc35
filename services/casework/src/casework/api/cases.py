"""Figures of the four forms. Cases and appeals themselves are read and moved by the routes every process has."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.usecases.cases.count_forms import FormsQuery, count_forms
from casework.usecases.cases.processes import CASES
from casework.usecases.cases.show_form_mapping import show_form_mapping
from shared.auth.declare import declares
from shared.http.language import Language
from shared.http.models import Output
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading

router = APIRouter(prefix="/v1", tags=[CASES.tag], route_class=StrictRoute)


class FormOut(Output):
    """One form, and how many persons."""

    form: str
    persons: int


class FormsOut(Output):
    """The four forms in a period; every person once, at the highest form."""

    decided_from: date
    decided_to: date
    persons: int
    forms: list[FormOut]


class CountedOut(Output):
    """A code of a list of measures that counts."""

    vocabulary: str
    code: str
    labels: dict[Language, str]


class MappedFormOut(Output):
    """One form, and what counts in it."""

    form: str
    labels: dict[Language, str]
    measures: list[CountedOut]


class FormMappingOut(Output):
    """The whole mapping table; a person counts once, at the highest form of what was decided about them."""

    forms: list[MappedFormOut]


@router.get(
    "/four-forms", response_model=FormsOut, operation_id="count_four_forms", summary="四种形态人数",
)  # fmt: skip
@declares("case:read", audit="none", loader=count_forms)
async def four_forms(desk: AtDesk, call: Reading, query: Annotated[FormsQuery, Query()]) -> Response:
    """统计本人可见案件中各形态人数，同一人同一事只按最高形态计一次。Counts persons by form, each once at the highest."""
    return (await count_forms(desk, query, call)).response()


@router.get(
    "/four-forms/mapping", response_model=FormMappingOut, operation_id="show_form_mapping", summary="四种形态对应表",
)  # fmt: skip
@declares("case:read", audit="none", loader=show_form_mapping)
async def form_mapping(desk: AtDesk, call: Reading) -> Response:
    """各项措施分别计入哪一种形态，与统计所用对应表同一来源。Which form each measure counts in; the table counts use."""
    return (await show_form_mapping(desk, call)).response()
