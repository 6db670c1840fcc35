"""The deployment files as text, by their paths; `make check` compares them with what is committed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from huiying.deploying import kubernetes, monitoring
from huiying.deploying.compose import compose
from huiying.deploying.examples import compose_examples, systemd_examples
from huiying.deploying.systemd import units
from huiying.places import REPOSITORY
from huiying.services import SERVICES

DEPLOY = REPOSITORY / "deploy"
_HEAD = "# Written by `make manifests` from the table of services; change that, or overlay this.\n"


def manifests() -> dict[Path, str]:
    """Return every deployment file."""
    folder = DEPLOY / "kubernetes"
    found = {
        DEPLOY / "compose.yaml": _text([compose()]),
        folder / "kustomization.yaml": _text([kubernetes.kustomization()]),
        folder / "namespace.yaml": _text([kubernetes.namespace()]),
        folder / "databases.yaml": _text(kubernetes.databases()),
    }
    found |= {folder / f"{one.name}.yaml": _text(kubernetes.of_service(one)) for one in SERVICES}
    watch = DEPLOY / "monitoring"
    found[watch / "alerts.yaml"] = _text([monitoring.rules()])
    found[watch / "prometheus.yaml"] = _text([monitoring.scraping()])
    found[watch / "dashboard.json"] = monitoring.dashboard()
    found |= {DEPLOY / "env" / name: text for name, text in compose_examples().items()}
    found |= {DEPLOY / "systemd" / "env" / name: text for name, text in systemd_examples().items()}
    return found | {DEPLOY / "systemd" / name: text for name, text in units().items()}


def _text(documents: Iterable[Any]) -> str:
    texts = [
        yaml.dump(one, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120) for one in documents
    ]
    return _HEAD + "---\n".join(texts)


class _Plain(yaml.SafeDumper):
    """Writes shared parts in full."""

    def ignore_aliases(self, data: object) -> bool:
        return True
