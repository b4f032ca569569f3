"""The kinds of documents: for each a maker of drafts and how often it occurs.

In: makers of the modules of this package. Out: ``KINDS``, in a fixed order, because what is drawn depends
on it.
"""

from lakmoes.training.generator.drafts import Maker
from lakmoes.training.generator.kinds import (
    chat,
    forms,
    letters,
    mail,
    minutes,
    nobody,
    notes,
    papers,
    tables,
    world,
)

KINDS: dict[str, tuple[float, Maker]] = {
    "mail": (15, mail.thread),
    "mail_english": (3, mail.english_thread),
    "invitation": (2, mail.invitation),
    "minutes": (8, minutes.minutes),
    "attendance": (3, minutes.attendance),
    "actions": (3, tables.actions),
    "staff": (3, tables.staff),
    "planning": (3, tables.planning),
    "inventory": (2, tables.inventory),
    "assets": (2, tables.assets),
    "lists": (2, tables.groups),
    "journal": (3, notes.journal),
    "contract": (2, papers.contract),
    "chat": (6, chat.chat),
    "memo": (5, notes.memo),
    "decision_note": (5, notes.decision_note),
    "notes": (4, notes.notes),
    "letter": (5, letters.official_letter),
    "citizen_letter": (3, letters.citizen_letter),
    "form": (4, forms.form),
    "commented": (5, papers.commented),
    "slides": (2, papers.slides),
    "report": (4, papers.report),
    "news": (12, world.news),
    "press": (2, world.press),
    "police_report": (5, world.police_report),
    "interview": (3, world.interview),
    "field_file": (6, world.field_file),
    "procedure": (4, nobody.procedure),
    "listing": (4, nobody.listing),
    "agenda": (2, nobody.agenda),
    "bulletin": (3, nobody.bulletin),
    "mailbox": (2, nobody.mailbox),
    "vacancies": (1, nobody.vacancies),
    "english": (1, nobody.english),
}
"""Name to weight and maker."""
IMPERSONAL = frozenset(("procedure", "listing", "agenda", "bulletin", "mailbox", "vacancies", "english"))
"""Kinds in which no person is named."""
