"""A language model on this machine, spoken to as OpenAI's interface for chats has it.

In: an address on this machine and messages. Out: the model's answer as text. This is the only module that
opens a connection, and only to the machine itself: an address elsewhere is refused before anything is sent,
no proxy is used and no redirect followed, so that no text of a document can leave.
"""

import http.client
import ipaddress
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lakmoes.errors import DetectionError, UsageError

PATH = "/v1/chat/completions"
TIMEOUT = 300.0
"""Seconds that an answer may take; a small model without an accelerator is slow."""
LARGEST_ANSWER = 1_000_000
"""Bytes of an answer that are read."""
OK = 200

Message = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """A model behind an address.

    Attributes:
        address: Such as ``http://127.0.0.1:8080``; a path in it goes before the interface's own.
        name: Name of the model as the server knows it; empty where it serves one only.

    Raises:
        UsageError: The address is no plain HTTP address of this machine.
    """

    address: str
    name: str = ""

    def __post_init__(self) -> None:
        _local_host(self.address)

    def answer(self, messages: Sequence[Message]) -> str:
        """What the model answers, as deterministic as the server can be.

        Raises:
            DetectionError: There is no answer, in time or at all, or it is not in the agreed form.
        """
        request = {"messages": list(messages), "temperature": 0, "seed": 0, "stream": False}
        if self.name:
            request["model"] = self.name
        try:
            content = json.loads(self._post(json.dumps(request).encode()))
            answer = content["choices"][0]["message"]["content"]
        except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError) as error:
            raise DetectionError("llm-no-answer", address=self.address) from error
        if not isinstance(answer, str):
            raise DetectionError("llm-no-answer", address=self.address)
        return answer

    def _post(self, body: bytes) -> bytes:
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(_local_host(self.address), parts.port, timeout=TIMEOUT)
        try:
            connection.request(
                "POST", parts.path.rstrip("/") + PATH, body, {"Content-Type": "application/json"}
            )
            response = connection.getresponse()
            content = response.read(LARGEST_ANSWER)
        finally:
            connection.close()
        if response.status != OK:
            raise http.client.HTTPException
        return content


def _local_host(address: str) -> str:
    """The machine's own address in a URL; a name is never looked up.

    Raises:
        UsageError: It is another machine's, or no plain HTTP address.
    """
    try:
        parts = urlsplit(address)
        host = "127.0.0.1" if parts.hostname == "localhost" else parts.hostname or ""
        local = parts.scheme == "http" and not parts.username and ipaddress.ip_address(host).is_loopback
        _ = parts.port
    except ValueError:
        local = False
    if not local:
        raise UsageError("llm-not-local")
    return host
