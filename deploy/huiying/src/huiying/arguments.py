"""What several commands take, checked before anything is done with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huiying.services import SERVICES, WITH_DATABASE

Names = list[str] | None


def _known(names: Names, among: tuple[str, ...]) -> Names:
    if strange := [name for name in names or () if name not in among]:
        raise typer.BadParameter(f"没有这个服务 · no such service: {', '.join(strange)}; {', '.join(among)}")
    return names


def of_all(names: Names) -> Names:
    """Let through what are services. Raises: typer.BadParameter."""
    return _known(names, tuple(service.name for service in SERVICES))


def with_database(names: Names) -> Names:
    """Let through services that have a database. Raises: typer.BadParameter."""
    return _known(names, WITH_DATABASE)


def one_with_database(name: str) -> str:
    """Let through a service that has a database. Raises: typer.BadParameter."""
    _known([name], WITH_DATABASE)
    return name


def is_file(path: Path | None) -> Path | None:
    """Let through a file that can be read, or none. Raises: typer.BadParameter."""
    if path is not None and not path.is_file():
        raise typer.BadParameter(f"没有这个文件 · no such file: {path}")
    return path


def are_files(paths: list[Path]) -> list[Path]:
    """Let through files that can be read. Raises: typer.BadParameter."""
    for path in paths:
        is_file(path)
    return paths


_HELP = "服务名，缺省为全部 · services; all if none"
AnyServices = Annotated[Names, typer.Argument(help=_HELP, callback=of_all)]
Services = Annotated[Names, typer.Argument(help=_HELP, callback=with_database)]
Service = Annotated[str, typer.Argument(help="服务名 · a service", callback=one_with_database)]
