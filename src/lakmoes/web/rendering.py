"""Pages of people: a page's values and its template become HTML.

In: a page (a dataclass of ``pages`` with the name of its template) or, for pages outside a session, plain
values. Out: a response. Templates escape everything that they are given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import ClassVar, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.responses import HTMLResponse

from lakmoes.model import Reviewer
from lakmoes.nl import MONTHS, counted

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


class Page(Protocol):
    """The values of one page."""

    template: ClassVar[str]
    """File in ``templates/``."""
    place: ClassVar[str]
    """Which item of the navigation it is, empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What stands around every page.

    Attributes:
        dossier: Title of the dossier.
        law: Its law.
        reviewer: Who is signed in.
        role: Their role, in Dutch.
        can_leave: Whether there is a session to end.
        last: Number of the last entry of the log when the page was made.
        shown: Number of each document to the number that people read.
    """

    dossier: str
    law: str
    reviewer: Reviewer
    role: str
    can_leave: bool
    last: int
    shown: Mapping[int, str]


@cache
def environment() -> Environment:
    """The templates with the filters that they use."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["nummer"] = _as_shown
    made.filters |= {"dag": written_day, "moment": written_moment, "tel": counted, "komma": _with_commas}
    return made


@pass_context
def _as_shown(context: Context, number: int) -> str:
    """A document's number as people read it."""
    shown: Mapping[int, str] = context["shell"].shown
    return shown.get(number, str(number))


def html_page(page: Page, shell: Shell) -> HTMLResponse:
    """A page within a session."""
    return HTMLResponse(environment().get_template(page.template).render(page=page, shell=shell))


def bare_page(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page outside a session: signing in, and errors."""
    return HTMLResponse(environment().get_template(template).render(**values), status)


def written_day(day: date | None) -> str:
    """A day as tables show it: ``3 sep 2020``; empty without one."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else ""


def written_moment(moment: datetime) -> str:
    """A moment on the clock of this machine: ``3 sep 2020, 14:05``."""
    here = moment.astimezone() if moment.tzinfo else moment.replace(tzinfo=UTC).astimezone()
    return f"{written_day(here.date())}, {here:%H:%M}"


def _with_commas(items: Sequence[object]) -> str:
    return ", ".join(map(str, items))
