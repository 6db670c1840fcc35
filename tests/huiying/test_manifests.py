"""What an operator deploys is complete, locked down, and names only settings the services know."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from huiying.deploying import kubernetes
from huiying.deploying.compose import compose
from huiying.deploying.examples import compose_examples, systemd_examples
from huiying.deploying.files import DEPLOY, manifests
from huiying.deploying.parts import parts, secrets, settings
from huiying.deploying.systemd import units
from huiying.operating.configuration import check, read_env
from huiying.services import SERVICES, Service

SERVICE = pytest.mark.parametrize("service", SERVICES, ids=[one.name for one in SERVICES])


def of_kind(service: Service, kind: str) -> list[dict[str, Any]]:
    return [one for one in kubernetes.of_service(service) if one["kind"] == kind]


def pods(service: Service) -> list[dict[str, Any]]:
    made = of_kind(service, "Deployment") + of_kind(service, "Job")
    return [one["spec"]["template"]["spec"] for one in made]


@SERVICE
def test_each_service_can_be_deployed_by_itself(service: Service) -> None:
    kinds = {one["kind"] for one in kubernetes.of_service(service)}

    wanted = {"ServiceAccount", "ConfigMap", "Deployment", "Service", "PodDisruptionBudget"}
    wanted |= {"HorizontalPodAutoscaler", "NetworkPolicy"} | ({"Job"} if service.has_database else set())
    assert kinds == wanted
    assert len(of_kind(service, "Deployment")) == len(parts(service))


@SERVICE
def test_no_pod_is_root_or_writes_into_its_image(service: Service) -> None:
    for pod in pods(service):
        assert pod["securityContext"]["runAsNonRoot"]
        for container in pod["containers"]:
            locked = container["securityContext"]
            assert locked["readOnlyRootFilesystem"]
            assert not locked["allowPrivilegeEscalation"]
            assert locked["capabilities"] == {"drop": ["ALL"]}


@SERVICE
def test_selectors_find_their_pods(service: Service) -> None:
    labels = [one["spec"]["template"]["metadata"]["labels"] for one in of_kind(service, "Deployment")]
    selectors = [one["spec"]["selector"]["matchLabels"] for one in of_kind(service, "Deployment")]
    selectors += [one["spec"]["selector"] for one in of_kind(service, "Service")]
    selectors += [one["spec"]["selector"]["matchLabels"] for one in of_kind(service, "PodDisruptionBudget")]
    selectors += [one["spec"]["podSelector"]["matchLabels"] for one in of_kind(service, "NetworkPolicy")]

    for selector in selectors:
        assert [found for found in labels if selector.items() <= found.items()]
    names = [one["metadata"]["name"] for one in of_kind(service, "Deployment")]
    assert of_kind(service, "HorizontalPodAutoscaler")[0]["spec"]["scaleTargetRef"]["name"] in names


@SERVICE
def test_only_the_worker_may_seal(service: Service) -> None:
    for part in parts(service):
        names = secrets(service, part)
        assert ("worker" in part.name) == any(name.endswith("SEALER_URL") for name in names)
        assert not [name for name in names if name.endswith("MIGRATOR_URL")]


@SERVICE
def test_the_settings_are_those_the_service_knows_and_enough_to_start(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = parts(service)[-1]
    given = settings(service, kubernetes.HOSTS) | dict.fromkeys(
        secrets(service, part), "postgresql://x/" + "y" * 32
    )
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    kind = importlib.import_module(f"{service.name}.settings").Settings
    made = kind()

    prefix = f"{service.name}_"
    unknown = [name for name in given if name.lower().removeprefix(prefix) not in type(made).model_fields]
    assert unknown == []


def test_the_committed_files_are_valid_and_complete() -> None:
    for path, text in manifests().items():
        if path.suffix == ".yaml":
            assert all(isinstance(one, dict) for one in yaml.safe_load_all(text))
    listed = yaml.safe_load((DEPLOY / "kubernetes/kustomization.yaml").read_text("utf-8"))["resources"]
    assert {*listed, "kustomization.yaml"} == {path.name for path in (DEPLOY / "kubernetes").glob("*.yaml")}


def test_the_compose_file_waits_for_schemas_and_opens_one_port() -> None:
    file = compose()
    ports = [port for one in file["services"].values() for port in one.get("ports", ())]

    assert ports == ["8000:8000"]
    for service in SERVICES:
        for part in parts(service):
            program = file["services"][part.name]
            assert program["read_only"]
            assert service.has_database == ("operator" in program.get("depends_on", {}))
            assert set(program["networks"]) <= set(file["networks"])


def test_every_program_has_a_locked_unit() -> None:
    for service in SERVICES:
        for part in parts(service):
            unit = units()[f"huiying-{part.name}.service"]
            assert f"User=huiying-{service.name}\n" in unit
            for line in (
                "NoNewPrivileges=yes",
                "ProtectSystem=strict",
                "CapabilityBoundingSet=\n",
                "LimitCORE=0",
            ):
                assert line in unit


@SERVICE
def test_the_examples_for_one_machine_are_settings_a_service_starts_with(
    service: Service, tmp_path: Path
) -> None:
    for part in parts(service):
        path = tmp_path / f"{part.name}.env"
        path.write_text(systemd_examples()[f"{part.name}.env.example"])
        found = check(service.name, read_env(path))
        assert {one.en.split(":")[0] for one in found} <= {"no such file", "settings are complete"}, found


def test_only_the_operators_example_names_the_migrators() -> None:
    naming = {name for name, text in compose_examples().items() if "MIGRATOR_URL" in text}
    used = {file for one in compose()["services"].values() for file in one.get("env_file", ())}

    assert naming == {"operator.env.example"}
    assert {f"env/{name.removesuffix('.example')}" for name in compose_examples()} == used


def test_no_two_programs_of_one_machine_share_a_port() -> None:
    ports = [
        line.split("=")[1]
        for name, text in systemd_examples().items()
        for line in text.splitlines()
        if "_PORT=" in line and ("worker" in name) == ("WORKER_PORT" in line)
    ]

    assert len(ports) == len(set(ports))


@pytest.mark.parametrize("service", [one for one in SERVICES if one.has_database], ids=lambda one: one.name)
def test_callers_see_each_process_so_that_one_that_stops_is_left_alone(service: Service) -> None:
    assert of_kind(service, "Service")[0]["spec"]["clusterIP"] == "None"
