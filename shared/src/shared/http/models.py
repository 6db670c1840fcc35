"""Bodies and parameters: what comes in is strict, what goes out has no defaults.

Model
├── Input    a JSON body
├── Query    the parameters of a list
└── Output   an answer; ObjectOut shows an object that moves through a process
"""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from shared.http.fields import Day, Hour, Instant, Line, Text
from shared.http.text_guard import guard_texts

__all__ = [
    "ClockOut", "Day", "Hour", "Input", "Instant", "Line", "ObjectOut", "Output", "Query",
    "SignOffOut", "SignStepOut", "Text",
]  # fmt: skip

_INCOMING = ConfigDict(
    extra="forbid", frozen=True, str_strip_whitespace=True, str_max_length=10_000, allow_inf_nan=False
)

_FINISHED = frozenset({"json-or-python", "definition-ref"})
"""What pydantic hands back for a model that came through here before."""


class Input(BaseModel):
    """A JSON body. Unknown fields, wrong JSON types and control characters are refused; texts are trimmed.

    From the wire it is read straight from the bytes, by JSON's own types: `"1"` is no number, `1` is no day.
    A plain `str` may be 10,000 characters long; `Text` and `Line` say better.
    """

    model_config = _INCOMING

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take the bytes of a body as JSON; keep the model's reference so that documents can point to it."""
        made = handler(source)
        if made["type"] in _FINISHED:
            return made
        guard_texts(made)
        schema: Any = made
        reference = schema.pop("ref", None)

        def accept(value: Any, handler: cs.ValidatorFunctionWrapHandler) -> Any:
            if type(value) is bytes:
                return cls.__pydantic_validator__.validate_json(value, strict=True)
            return handler(value)

        return cs.json_or_python_schema(
            json_schema=schema,
            python_schema=cs.no_info_wrap_validator_function(accept, schema),
            ref=reference,
        )


class Query(BaseModel):
    """The parameters of a list: one frozen model for each, unknown parameters refused."""

    model_config = _INCOMING

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Look at the characters of every text."""
        schema = handler(source)
        guard_texts(schema)
        return schema


class Output(BaseModel):
    """An answer. Fields have no defaults, so that generated clients see every field as required."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a default. Raises: TypeError when the class is made."""
        super().__pydantic_init_subclass__(**kwargs)
        if optional := [name for name, field in cls.model_fields.items() if not field.is_required()]:
            raise TypeError(f"{cls.__name__}: an output has no defaults, but {', '.join(optional)} has")


class ClockOut(Output):
    """A deadline as answers show it."""

    rule: str
    due_on: Day
    amount: int
    unit: str
    state: str
    provisional: bool
    calendar_version: str
    held_by: str | None


class SignStepOut(Output):
    """One level of a sign-off."""

    level: str
    state: str


class SignOffOut(Output):
    """A sign-off as answers show it."""

    id: UUID
    object_type: str
    object_id: UUID
    action: str
    rule: str
    state: str
    version: int
    document_sha256: str
    proposed_at: Instant
    steps: list[SignStepOut]


class ObjectOut(Output):
    """What every object that moves through a process shows; each process adds its own fields."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder: str
    secrecy: str
    clocks: list[ClockOut]
    allowed_actions: list[str]
    pending_sign_offs: list[SignOffOut]
