"""What one gateway is told at its start; read once, from variables that begin with `GATEWAY_`."""

from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from gateway.domain.routes import SERVICES
from gateway.handover import Handover


class Endpoint(NamedTuple):
    """One process of a service: where it answers, and the port that tells its health."""

    host: str
    port: int
    health_port: int

    @property
    def is_address(self) -> bool:
        """Say whether the host is an address; a name is looked up again and again."""
        try:
            ip_address(self.host)
        except ValueError:
            return False
        return True


def parse_endpoints(text: str) -> tuple[Endpoint, ...]:
    """Read `host:port` or `host:port/health_port`, several separated by commas.

    The health port is port + 1000 when not said. Raises: ValueError.
    """
    found = []
    for part in text.split(","):
        address, _, health = part.strip().partition("/")
        host, _, port = address.rpartition(":")
        if not host or not port.isdigit() or (health and not health.isdigit()):
            raise ValueError(f"not host:port[/health_port]: {part.strip()!r}")
        found.append(Endpoint(host.strip("[]"), int(port), int(health) if health else int(port) + 1000))
    return tuple(found)


LOCAL = {service: f"127.0.0.1:{8101 + n}" for n, service in enumerate(SERVICES)}


class Settings(BaseSettings):
    """Addresses, limits and files of one gateway."""

    model_config = SettingsConfigDict(env_prefix="GATEWAY_", env_nested_delimiter="__", extra="forbid")

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    pages_host: str = "127.0.0.1"
    pages_port: int = Field(8100, ge=1, le=65535)
    management_host: str = "127.0.0.1"
    management_port: int = Field(9100, ge=1, le=65535)
    run_dir: Path = Path(".run/gateway")
    upstreams: dict[str, str] = Field(
        default_factory=dict, description="service -> host:port[/health_port], several separated by commas"
    )
    health_path: str = "/readyz"
    access_log: Path | None = Field(None, description="file for officers' requests, standard output if none")
    threads: int = Field(1, ge=0, description="worker threads of Envoy; 0 means one for each core")
    balancers: int = Field(0, ge=0, description="trusted proxies in front, whose X-Forwarded-For is believed")
    tls_certificate: Path | None = None
    tls_key: Path | None = None
    issuer: str = Field("", description="expected `iss` of tokens; empty: not looked at here")
    cors_origins: tuple[str, ...] = ()
    caller_per_s: int = Field(2000, gt=0, description="requests each verified caller may make in a second")
    address_per_s: int = Field(200, gt=0, description="as above for an address without a verified token")
    login_per_s: int = Field(20, gt=0, description="token requests an address may make in a second")
    connection_per_s: int = Field(1000, gt=0, description="as above on the open paths, for each connection")
    callers_kept: int = Field(20_000, gt=0, description="callers and addresses whose rate is remembered")
    connections: int = Field(10_000, gt=0, description="connections from outside, at most")
    requests_per_process: int = Field(
        128,
        gt=0,
        description="requests under way to each process in upstreams, at most; at reserved doors three quarters as many",
    )
    heap_mib: int = Field(1024, gt=0, description="memory at which requests are refused")
    quiet_s: float = Field(0, ge=0, description="time between saying not ready and closing the door")
    log_level: str = "info"
    handover: Handover = Field(
        Handover.NO,
        description="`give`: the port may be handed to another gateway on this machine; `take`: and is taken",
    )
    drain_s: int = Field(10, ge=0, description="time for requests under way when stopping or reloading")

    @field_validator("upstreams")
    @classmethod
    def _known_and_well_formed(cls, value: dict[str, str]) -> dict[str, str]:
        for service, text in value.items():
            if service not in SERVICES:
                raise ValueError(f"no such service: {service!r}")
            parse_endpoints(text)
        return value

    def endpoints(self, service: str) -> tuple[Endpoint, ...]:
        """Return the processes of a service; the local run's address when nothing was said."""
        return parse_endpoints(self.upstreams.get(service) or LOCAL[service])
