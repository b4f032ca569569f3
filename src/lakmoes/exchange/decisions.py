"""The log of a dossier as text, one entry a line (JSON Lines), and back.

In: entries with the numbers of their documents. Out: lines that say who decided what, when, on which document
and page, on which characters and under which grounds. Of the text itself there is only a digest. Each line
holds the body of its entry whole, so that nothing is lost on the way.

::

    {"format": "lakmoes-decisions", "version": 1}
    {"entry": 7, "time": "2021-03-01T12:00:00+00:00", "reviewer": "...", "role": "handler", "undoes": 0,
     "subject": "suggestion/...", "document": 3, "page": 1, "characters": [10, 16], "digest": "...",
     "verdict": "redact", "grounds": ["10.2.e"], "kind": "Decision", "body": {...}}
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from lakmoes.errors import UsageError
from lakmoes.model import Body, Decision, Entry, PersonDecision, Reviewer, ReviewerRole

FORMAT, VERSION = "lakmoes-decisions", 1
BODIES: dict[str, TypeAdapter[Any]] = {kind.__name__: TypeAdapter(kind) for kind in get_args(Body)}


def written(entries: Iterable[Entry], numbers: Mapping[str, int]) -> str:
    """The entries as lines, in their order.

    Args:
        entries: Of the log.
        numbers: Document id to its number on the inventory.
    """
    head: dict[str, object] = {"format": FORMAT, "version": VERSION}
    lines = [head, *(_line(entry, numbers) for entry in entries)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def read(text: str) -> tuple[Entry, ...]:
    """The entries in a file, with the numbers that they had in their own log.

    Raises:
        UsageError: It is no such file, or a line of it is not right; the message names the line.
    """
    entries = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            values = json.loads(line)
            if number > 1:
                entries.append(_entry(values))
            elif values != {"format": FORMAT, "version": VERSION}:
                raise ValueError("another format")
        except (ValueError, KeyError, TypeError, ValidationError) as error:
            raise UsageError("decisions-unreadable", line=number) from error
    if not text.strip():
        raise UsageError("decisions-unreadable", line=1)
    return tuple(entries)


def _line(entry: Entry, numbers: Mapping[str, int]) -> dict[str, object]:
    body = entry.body
    kind = type(body).__name__
    return {
        "entry": entry.id,
        "time": entry.time.isoformat(),
        "reviewer": entry.reviewer.name,
        "role": entry.reviewer.role.value,
        "batch": entry.batch,
        "undoes": entry.undoes,
        "subject": entry.subject,
        "document": numbers.get(body.document_id),
        **_place(body),
        "kind": kind,
        "body": json.loads(BODIES[kind].dump_json(body)),
    }


def _place(body: Body) -> dict[str, object]:
    """Where a decision lies and what it is, for people and programs that do not know our bodies."""
    if isinstance(body, PersonDecision):
        return {"verdict": body.verdict.value}
    if not isinstance(body, Decision):
        return {}
    place: dict[str, object] = {"page": body.page_index + 1}
    if body.anchor:
        span = body.extent or body.anchor.span
        place |= {"characters": [span.start, span.end], "digest": body.anchor.digest}
    return place | {"verdict": body.verdict.value, "grounds": list(body.grounds)}


def _entry(values: Mapping[str, Any]) -> Entry:
    return Entry(
        id=int(values["entry"]),
        body=BODIES[values["kind"]].validate_python(values["body"]),
        reviewer=Reviewer(name=values["reviewer"], role=ReviewerRole(values["role"])),
        time=datetime.fromisoformat(values["time"]),
        batch=str(values["batch"]),
        undoes=int(values["undoes"]),
    )
