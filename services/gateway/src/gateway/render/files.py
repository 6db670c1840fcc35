"""Writes the rendered configuration: whole files moved into place, so that Envoy never reads half of one."""

from __future__ import annotations

from pathlib import Path

import yaml

from gateway.render.bootstrap import CLUSTERS, LISTENERS, SECRETS, bootstrap
from gateway.render.clusters import clusters
from gateway.render.listener import listener, secret
from gateway.render.shapes import Config
from gateway.settings import Settings

BOOTSTRAP = "envoy.yaml"
CHECK = "check.yaml"


def render(settings: Settings, admin_socket: Path) -> dict[str, Config]:
    """Return each file's content by its name; clusters come first, since routes point at them."""
    folder = settings.run_dir.resolve()
    content: dict[str, Config] = {
        CLUSTERS: {"resources": clusters(settings)},
        LISTENERS: {"resources": [listener(settings, folder)]},
        BOOTSTRAP: bootstrap(settings, folder, admin_socket),
    }
    if settings.tls_certificate:
        content = {SECRETS: {"resources": [secret(settings)]}, **content}
    return content


def write_check(settings: Settings, admin_socket: Path) -> Path:
    """Write everything as one file that Envoy can judge without running, and return its path."""
    content = render(settings, admin_socket)
    whole = {key: value for key, value in content[BOOTSTRAP].items() if key != "dynamic_resources"}
    whole["static_resources"] = {
        "listeners": [_untyped(resource) for resource in content[LISTENERS]["resources"]],
        "clusters": [_untyped(resource) for resource in content[CLUSTERS]["resources"]],
    }
    folder = settings.run_dir.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if SECRETS in content:  # must exist to be judged; Envoy keeps the old one if this one is broken
        _put(folder / SECRETS, content[SECRETS])
    return _put(folder / CHECK, whole)


def write(settings: Settings, admin_socket: Path) -> Path:
    """Write all files and return the bootstrap's path; a file that has not changed is left alone."""
    folder = settings.run_dir.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in render(settings, admin_socket).items():
        _put(folder / name, content)
    return folder / BOOTSTRAP


def _put(target: Path, content: Config) -> Path:
    text = "# Rendered from the route table; changed by a reload, not by hand.\n"
    text += yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)
    if not target.is_file() or target.read_text("utf-8") != text:
        fresh = target.with_name(f".{target.name}.new")
        fresh.write_text(text, "utf-8")
        fresh.replace(target)
    return target


def _untyped(resource: Config) -> Config:
    return {key: value for key, value in resource.items() if key != "@type"}


class _Plain(yaml.CSafeDumper):
    """Writes shared parts in full: Envoy knows anchors, but a reader should not have to."""

    def ignore_aliases(self, data: object) -> bool:
        return True
