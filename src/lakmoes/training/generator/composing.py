"""Sentence patterns put together from parts, so that few lines make many sentences.

In: a pattern with parts in square brackets (``[opener] [past] {person} {topic} [tail].``) and random numbers.
Out: a pattern with slots only. Parts are lines of the stock; a line of ``verbs.txt`` has a verb's forms.
"""

import re
from random import Random

from lakmoes.training.generator.phrases import lines

PARTS = {
    "opener": "openers",
    "personopener": "person_openers",
    "tail": "tails",
    "persontail": "person_tails",
    "says": "says",
    "apposition": "appositions",
}
"""Name of a part to the file with its lines."""
VERB_FORMS = ("infinitive", "present", "past", "participle")
"""The columns of ``verbs.txt``."""
PART = re.compile(rf"\[({'|'.join((*PARTS, *VERB_FORMS))})\]")


def composed(rng: Random, pattern: str) -> str:
    """The pattern with each part replaced by a line of its file."""
    return PART.sub(lambda match: _part(rng, match.group(1)), pattern)


def _part(rng: Random, name: str) -> str:
    if name in PARTS:
        return rng.choice(lines(PARTS[name]))
    return rng.choice(lines("verbs")).split("|")[VERB_FORMS.index(name)]
