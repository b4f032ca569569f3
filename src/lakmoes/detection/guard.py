"""Fail closed: whatever a recognizer raises becomes an error that names the page and holds no text of it."""

from collections.abc import Callable
from typing import TypeVar

from lakmoes.errors import DetectionError, LakmoesError
from lakmoes.model import Page

Result = TypeVar("Result")


def guarded(call: Callable[[], Result], part: str, page: Page | None = None) -> Result:
    """What the call returns.

    Args:
        call: The work.
        part: Name of the recognizer or detector, for the message.
        page: The page it works on; ``None`` for a whole document.

    Raises:
        LakmoesError: The call raised it; such an error holds no text of a page.
        DetectionError: The call raised anything else. The cause is left out: its message may quote the page.
    """
    try:
        return call()
    except LakmoesError:
        raise
    except Exception as error:  # noqa: BLE001 - after any failure the page counts as not analysed
        problem = type(error).__name__
    if page is None:
        raise DetectionError("detector-failed", part=part, problem=problem)
    raise DetectionError("recognizer-failed", page=page.index + 1, part=part, problem=problem)
