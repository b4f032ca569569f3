"""The persons of a dossier: one person, all spellings, one decision.

In: what recognizers found in every document, the pages, the persons that ``dossier.toml`` exempts and a
vocabulary. Out: the register, and complete findings: a person found once is found everywhere in the dossier,
under every form of the name, and bears one role.

The way: findings are parsed (``mentions``), brought together to persons (``identities``), turned into forms
to look for (``spellings``), looked up on every page (``scanning``, ``growth``, ``context``, ``initials``,
``sightings``), and joined with what was there (``joining``, ``roles``, ``gathering``).

Deliberately recognises no one of whom no recognizer or e-mail address gave a name, and decides nothing about
redaction: that is for ``suggest``.
"""

from lakmoes.persons.gathering import gather
from lakmoes.persons.register import ExemptPerson, Person, Register, Vocabulary

__all__ = ["ExemptPerson", "Person", "Register", "Vocabulary", "gather"]
