"""The body every action shares, and what its answers look like in the document."""

from typing import Annotated

from pydantic import Field

from shared.http.models import Input, ObjectOut, Output, SignOffOut, Text

__all__ = ["Code", "Command", "ObjectOut", "SignOffAnswer", "SignOffOut"]

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$", description="代码 · a code")]
"""The code of an organisation, or of an entry of a vocabulary."""


class Command(Input):
    """The body of an action: the officer's written opinion, and what the action needs besides."""

    opinion: Annotated[str, Text(0, 5000), Field(description="办理意见 · the officer's written opinion")] = ""


class SignOffAnswer(Output):
    """What an action answers when leaders must sign first."""

    sign_off: SignOffOut
