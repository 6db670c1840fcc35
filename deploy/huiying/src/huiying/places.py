"""Where things are: the repository, and the run directory that holds everything one local run makes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(os.environ.get("HUIYING_REPOSITORY") or Path(__file__).resolve().parents[4])


@dataclass(frozen=True, slots=True)
class RunDirectory:
    """The folder of one local run; ignored by git, dropped by `make reset`."""

    root: Path

    @classmethod
    def current(cls) -> RunDirectory:
        """Return `.run` beside the Makefile, or what HUIYING_RUN_DIR names."""
        return cls(Path(os.environ.get("HUIYING_RUN_DIR") or REPOSITORY / ".run").resolve())

    @property
    def postgres(self) -> Path:
        """The embedded server's data."""
        return self.root / "postgres" / "data"

    @property
    def passwords(self) -> Path:
        """Passwords of the database roles; for the owner's eyes only."""
        return self.root / "passwords.json"

    @property
    def keys(self) -> Path:
        """Signing and sealing keys."""
        return self.root / "keys"

    @property
    def env(self) -> Path:
        """One file of settings for each service."""
        return self.root / "env"

    @property
    def log(self) -> Path:
        """One log for each program."""
        return self.root / "log"

    @property
    def pids(self) -> Path:
        """One file for each running program, with its process id."""
        return self.root / "pids"

    @property
    def held(self) -> Path:
        """A file here, named after a program, keeps it from being started until the file is gone."""
        return self.root / "held"

    @property
    def replacements(self) -> Path:
        """A file here, named after a service, has its programs replaced, and tells how that ended."""
        return self.root / "replacements"

    @property
    def accounts(self) -> Path:
        """Logins of the demo."""
        return self.root / "demo-accounts.json"

    @property
    def ready(self) -> Path:
        """Exists while every service answers ready."""
        return self.root / "ready"

    @property
    def seeded(self) -> Path:
        """Exists once the demo data was loaded."""
        return self.root / "seeded"

    @property
    def supervisor(self) -> Path:
        """The process id of the running supervisor; locked while it runs."""
        return self.root / "supervisor.pid"

    @property
    def mark(self) -> Path:
        """Tells a run directory from any other folder, so that `make reset` cannot be pointed astray."""
        return self.root / ".huiying-run"

    def make(self) -> None:
        """Create the folders, closed to other users."""
        for folder in (self.root, self.keys, self.env, self.log, self.pids, self.held, self.replacements):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.mark.touch()


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step; only its owner can read it."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    new.replace(path)
