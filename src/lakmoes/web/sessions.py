"""Who is signed in: sessions in memory, and the one-time token of a link.

In: a secret that a browser shows. Out: the person it stands for. Secrets are kept as hashes; a session ends
when it is not used, when it gets too old, and with the program. Writes nothing to disk.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic

from lakmoes.model import Reviewer

SECRET_BYTES = 32
IDLE_SECONDS = 2 * 3600.0
"""Without any act of the person; asking whether something changed is no act."""
WHOLE_SECONDS = 12 * 3600.0
MOST_TRIES = 10
TRIES_SECONDS = 600.0
MOST_REMEMBERED = 10_000
"""Names with failed tries that are remembered at once; more would fill the memory."""

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class _Session:
    reviewer: Reviewer
    begun: float
    used: float


class Sessions:
    """The sessions of one server.

    Args:
        clock: Seconds that only go up.
        idle: Seconds without use after which a session ends.
    """

    def __init__(self, clock: Clock = monotonic, idle: float = IDLE_SECONDS) -> None:
        self._clock = clock
        self._idle = idle
        self._lock = Lock()
        self._sessions: dict[str, _Session] = {}

    def begin(self, reviewer: Reviewer) -> str:
        """The secret of a new session."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        now = self._clock()
        with self._lock:
            self._sessions = {key: one for key, one in self._sessions.items() if self._lasts(one, now)}
            self._sessions[_hashed(secret)] = _Session(reviewer, now, now)
        return secret

    def reviewer(self, secret: str, *, is_act: bool = True) -> Reviewer | None:
        """Whose session it is, ``None`` where it is none or has ended.

        Args:
            secret: What the browser showed.
            is_act: Whether a person did something, so that the session goes on.
        """
        now, key = self._clock(), _hashed(secret)
        with self._lock:
            found = self._sessions.get(key)
            if not found or not self._lasts(found, now):
                self._sessions.pop(key, None)
                return None
            if is_act:
                self._sessions[key] = replace(found, used=now)
            return found.reviewer

    def end(self, secret: str) -> None:
        """Ends a session."""
        with self._lock:
            self._sessions.pop(_hashed(secret), None)

    def _lasts(self, session: _Session, now: float) -> bool:
        return now - session.used < self._idle and now - session.begun < WHOLE_SECONDS


class OneTimeToken:
    """A secret that opens one session, once."""

    def __init__(self) -> None:
        self.secret = secrets.token_urlsafe(SECRET_BYTES)
        self._lock = Lock()
        self._is_left = True

    def used_by(self, shown: str) -> bool:
        """Whether this is the token, for the first time."""
        with self._lock:
            right = self._is_left and secrets.compare_digest(shown.encode(), self.secret.encode())
            self._is_left = self._is_left and not right
            return right


class Tries:
    """Counts failed tries to sign in, so that guessing a password takes years.

    Args:
        clock: Seconds that only go up.
    """

    def __init__(self, clock: Clock = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failed: dict[str, list[float]] = {}

    def may(self, key: str) -> bool:
        """Whether another try is allowed now."""
        with self._lock:
            return len(self._recent(key)) < MOST_TRIES

    def failed(self, key: str) -> None:
        """Notes a failed try."""
        with self._lock:
            if len(self._failed) >= MOST_REMEMBERED:
                self._failed = {name: recent for name in self._failed if (recent := self._recent(name))}
            self._failed[key] = [*self._recent(key), self._clock()]

    def _recent(self, key: str) -> list[float]:
        since = self._clock() - TRIES_SECONDS
        return [time for time in self._failed.get(key, ()) if time > since]


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
