"""What log-ins and tokens need beside the desk; made once when the service starts."""

from __future__ import annotations

from dataclasses import dataclass

from joserfc.jwk import ECKey, Key

from identity.clients.outside_issuer import OutsideIssuer, outside_issuer
from identity.clients.passwords import Passwords
from identity.settings import SecondFactor, Settings
from shared.auth.keys import KeyRing
from shared.auth.tokens import Issuer, TokenVerifier
from shared.clock import Clock, SystemClock
from shared.process.desk import Desk


@dataclass(frozen=True, slots=True)
class Access:
    """Keys, passwords and rules of access. `wall` is the machine's clock: tokens live in real time."""

    keys: KeyRing
    passwords: Passwords
    issuer: str
    second_factor: SecondFactor
    classified_network: bool
    wall: Clock
    outside: OutsideIssuer | None = None

    async def close(self) -> None:
        """Let the threads go."""
        self.passwords.close()


def open_access(settings: Settings, wall: Clock | None = None) -> Access:
    """Make what the settings say."""
    return Access(
        keys=KeyRing(settings.token_keys_folder),
        passwords=Passwords(
            memory_kib=settings.password_memory_kib,
            rounds=settings.password_rounds,
            slots=settings.password_slots,
        ),
        issuer=settings.issuer,
        second_factor=settings.second_factor,
        classified_network=settings.classified_network,
        wall=wall or SystemClock(),
        outside=outside_issuer(settings),
    )


def access_of(desk: Desk) -> Access:
    """Return what was put on the desk when the service started."""
    access: Access = desk.clients["access"]
    return access


class OwnKeys:
    """Our own published keys, as a verifier sees them."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self.generation = 0

    def key(self, kid: str) -> Key | None:
        """Return the published key with that id."""
        for one in self._access.keys.published(self._access.wall.now()):
            if one.kid == kid:
                return ECKey.import_key(one.public())
        return None


def own_verifier(access: Access, audience: str) -> TokenVerifier:
    """Return a verifier for tokens we gave to an audience; it remembers nothing between two requests."""
    issuer = Issuer(url=access.issuer, audience=audience, keys=OwnKeys(access))
    return TokenVerifier([issuer], remember=0)
