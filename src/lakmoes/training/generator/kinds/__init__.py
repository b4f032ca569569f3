"""The kinds of documents: for each a maker of drafts and how often it occurs.

In: makers of the modules of this package. Out: ``KINDS``, in a fixed order, because what is drawn depends on it.
"""

from lakmoes.training.generator.drafts import Maker
from lakmoes.training.generator.kinds import chat, mail, minutes, tables

KINDS: dict[str, tuple[float, Maker]] = {
    "mail": (16, mail.thread),
    "mail_english": (4, mail.english_thread),
    "minutes": (8, minutes.minutes),
    "attendance": (4, minutes.attendance),
    "actions": (4, tables.actions),
    "staff": (4, tables.staff),
    "planning": (3, tables.planning),
    "chat": (7, chat.chat),
}
"""Name to weight and maker."""
