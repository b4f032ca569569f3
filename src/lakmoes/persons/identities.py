"""Mentions brought together: who is the same person.

In: mentions of a whole dossier. Out: ``Identity`` values, in a fixed order. Two mentions are one person when
surname, interfix, initials and first names agree as far as both have them; a bare surname or first name is
added to a person only where one person fits. What fits several stays an identity of its own.

A role counts for the person when it stands at a form that tells the person apart (``mr. B. Loeff``); at a
bare surname (``minister Bakker``) it counts for the bare surname only: an official may bear the same name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lakmoes.persons.letters import same_interfix
from lakmoes.persons.mentions import Mention, Words

CITED_ROLES = frozenset({"auteur", "partij_in_rechtspraak"})
"""Roles of names that are only cited: they tell of no person in the dossier."""
LOCAL_ROLES = CITED_ROLES | {"mandaat"}
"""Roles that hold where they stand and say nothing about the name elsewhere."""


@dataclass(slots=True)
class Identity:
    """One person while the register is built.

    Attributes:
        surname: Parts of the longest surname found.
        interfixes: Interfixes found, folded.
        initials: Initials found, folded letters.
        given: First names found.
        singles: Single words that belong to the person (nicknames, names of which no more is known).
        letters: Initials that stand for the person where the dossier uses them.
        mentions: All mentions, most telling first.
        shared: Whether the name fits several persons.
    """

    surname: tuple[Words, ...] = ()
    interfixes: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    given: set[Words] = field(default_factory=set)
    singles: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    shared: bool = False

    def add(self, mention: Mention) -> None:
        """Takes the mention in."""
        self.mentions.append(mention)
        if len(mention.surname) > len(self.surname):
            self.surname = mention.surname
        if mention.interfix:
            self.interfixes.add(mention.interfix)
        if mention.initials:
            self.initials.add(mention.initials)
        if mention.given:
            self.given.add(mention.given)

    @property
    def exempt(self) -> bool:
        """Whether ``dossier.toml`` names the person."""
        return any(mention.exempt for mention in self.mentions)

    @property
    def role(self) -> str:
        """The role that holds for every clear mention of the person, empty without one."""
        given = [mention for mention in self.mentions if mention.exempt]
        if not given:
            identified = [mention for mention in self.mentions if mention.identified]
            given = identified or self.mentions
        roles = Counter(mention.role for mention in given if mention.role not in LOCAL_ROLES | {""})
        return min(roles, key=lambda role: (-roles[role], role), default="")

    @property
    def name(self) -> str:
        """The fullest form as written."""
        return min(self.mentions, key=lambda mention: mention.weight).text

    @property
    def first_letters(self) -> frozenset[str]:
        """First letters of initials and first names."""
        return frozenset(name[0] for name in self.initials) | frozenset(given[0][0] for given in self.given)

    @property
    def surname_letters(self) -> frozenset[str]:
        """Initials of the surname (``k``, ``ka``), also with those of the interfix (``vdh``)."""
        if not self.surname:
            return frozenset(mention.tail for mention in self.mentions if mention.tail)
        ends = {self.surname[0][0][0], "".join(part[0][0] for part in self.surname)}
        starts = {""} | {"".join(word[0] for word in interfix.split()) for interfix in self.interfixes}
        return frozenset(start + end for start in starts for end in ends)

    @property
    def derived_letters(self) -> frozenset[str]:
        """Initials by which colleagues may call the person: ``wdp``, ``lvdh``, ``pjg``."""
        firsts = self.first_letters
        firsts |= {name[:length] for name in self.initials for length in range(1, len(name) + 1)}
        firsts |= {"".join(word[0] for word in given) for given in self.given}
        if not firsts and len(self.surname) > 1:  # "Wouter-Jan", of whom no surname is known
            return frozenset({"".join(part[0][0] for part in self.surname)})
        return frozenset(first + last for first in firsts for last in self.surname_letters)

    def fits_first(self, initials: str, given: Words) -> bool:
        """Whether initials and first names do not contradict what is known of the person."""
        if given and self.given:
            return any(given[0] == own[0] for own in self.given)
        if given:
            letters = "".join(word[0] for word in given)
            return all(own[0] == letters[0] for own in self.initials)
        if not initials or not (self.initials or self.given):
            return True
        if any(own[0][0] == initials[0] for own in self.given):
            return not self.initials or len(initials) == 1 or self._fits_initials(initials)
        return bool(self.initials) and self._fits_initials(initials)

    def _fits_initials(self, initials: str) -> bool:
        return all(own.startswith(initials) or initials.startswith(own) for own in self.initials)

    def fits_interfix(self, interfix: str) -> bool:
        """Whether the interfix is the person's, or one of the two has none."""
        if not interfix or not self.interfixes:
            return True
        return any(same_interfix(interfix, own) or own.endswith(f" {interfix}") for own in self.interfixes)

    def fits_surname(self, surname: tuple[Words, ...]) -> bool:
        """Whether the surname is the person's, or a part at its start or end."""
        short, long = sorted((surname, self.surname), key=len)
        if not short:
            return False
        return short == long or short in (long[: len(short)], long[-len(short) :])

    def fits(self, mention: Mention) -> bool:
        """Whether a mention with a surname may be this person."""
        return (
            self.fits_surname(mention.surname)
            and self.fits_interfix(mention.interfix)
            and self.fits_first(mention.initials, mention.given)
        )

    def fits_single(self, mention: Mention) -> bool:
        """Whether a single word is a first name or surname of this person, with the letters after it."""
        word, tail = mention.single, mention.tail
        as_given = any(word in given for given in self.given)
        if as_given and (not tail or tail in self.surname_letters):
            return True
        as_surname = any((word,) == part for part in self.surname)
        return as_surname and (not tail or self.fits_first(tail, ()))

    def fits_shortened(self, mention: Mention) -> bool:
        """Whether ``Bram V`` may be the ``B. Visser`` of whom no first name is known."""
        known = self.surname and not self.given and mention.tail in self.surname_letters
        return bool(known) and bool(mention.tail) and mention.single[:1] in self.first_letters

    def fits_nickname(self, mention: Mention) -> bool:
        """Whether the word is a short form of a first name (``wiets``, ``mo``), with the letters after it."""
        word, tail = mention.single, mention.tail
        short = any(given[0].startswith(word) for given in self.given)
        return short and len(word) > 1 and (not tail or tail in self.surname_letters)


def identify(mentions: Iterable[Mention], aliases: Sequence[tuple[Mention, Mention]] = ()) -> list[Identity]:
    """The persons behind the mentions.

    Args:
        mentions: All mentions of the dossier, in any order; equal ones may come more than once.
        aliases: Pairs of an exempt mention, which is among the mentions, and another name of that person.
    """
    ordered = sorted(set(mentions), key=_order)
    merging = _Merging()
    for mention in (mention for mention in ordered if mention.surname):
        merging.add_name(mention)
    for mention, alias in aliases:
        merging.add_alias(mention, alias)
    for mention in (mention for mention in ordered if not mention.surname):
        merging.add_short(mention)
    return merging.identities


def _order(mention: Mention) -> tuple[object, ...]:
    return *mention.weight, mention.role, mention.exempt, mention.letters, mention.tail, mention.single


class _Merging:
    """The identities so far, found by the words of their names."""

    def __init__(self) -> None:
        self.identities: list[Identity] = []
        self._by_word: defaultdict[str, list[Identity]] = defaultdict(list)
        self._by_start: defaultdict[str, list[Identity]] = defaultdict(list)
        self._by_letters: defaultdict[str, list[Identity]] | None = None

    def add_name(self, mention: Mention) -> None:
        words = {part[0] for part in mention.surname}
        near = _distinct(identity for word in sorted(words) for identity in self._by_word[word])
        candidates = [identity for identity in near if identity.fits(mention)]
        if len(candidates) > 1:
            exact = [identity for identity in candidates if _is_exact(identity, mention)]
            candidates = exact if len(exact) == 1 else candidates
        self._put(mention, candidates)

    def add_alias(self, mention: Mention, alias: Mention) -> None:
        owner = next(identity for identity in self.identities if mention in identity.mentions)
        owner.add(alias)
        owner.singles.add(alias.single)
        owner.letters.add(alias.letters)
        owner.singles.discard("")
        owner.letters.discard("")
        self._register(owner, alias)

    def add_short(self, mention: Mention) -> None:
        """Adds initials or a single word: as a name when it is one, else as initials."""
        candidates = self._bearing(mention)
        named = self._named_by(mention.letters) if mention.letters and not candidates else []
        unlike_a_name = not mention.single or (len(mention.letters) == 2 and not mention.text.istitle())
        if not candidates and (named or unlike_a_name):
            self._put(mention, named).letters.add(mention.letters)
        else:
            self._put(mention, candidates).singles.add(mention.single)

    def _bearing(self, mention: Mention) -> list[Identity]:
        """The persons of whom the word is a name, in this order: as it is, shortened, with their initials."""
        word = mention.single
        exact = [identity for identity in self._by_word[word] if identity.fits_single(mention)]
        if exact or not word or (mention.letters and not mention.text.istitle()):
            return exact
        short = [identity for identity in self._by_start[word[:2]] if identity.fits_nickname(mention)]
        if short or not mention.tail:
            return short
        return [identity for identity in self.identities if identity.fits_shortened(mention)]

    def _named_by(self, letters: str) -> list[Identity]:
        if self._by_letters is None:
            self._by_letters = defaultdict(list)
            for identity in self.identities:
                for own in sorted(identity.derived_letters | identity.letters):
                    self._by_letters[own].append(identity)
        return self._by_letters[letters]

    def _put(self, mention: Mention, candidates: Sequence[Identity]) -> Identity:
        """Adds the mention to the one that fits; several make a shared identity of its own."""
        if len(candidates) == 1:
            identity = candidates[0]
        else:
            shared = [identity for identity in candidates if identity.shared]
            identity = shared[0] if shared else Identity(shared=bool(candidates))
            if not shared:
                self.identities.append(identity)
        identity.add(mention)
        self._register(identity, mention)
        return identity

    def _register(self, identity: Identity, mention: Mention) -> None:
        """Makes the identity known by the words of the mention."""
        names = {part[0] for part in mention.surname} | set(mention.given) | {mention.single}
        for word in sorted(names - {""}):
            _append(self._by_word[word], identity)
        for given in mention.given[:1]:
            _append(self._by_start[given[:2]], identity)
        if mention.letters and not mention.surname:
            _append(self._by_word[mention.letters], identity)
            if self._by_letters is not None:
                _append(self._by_letters[mention.letters], identity)


def _append(identities: list[Identity], identity: Identity) -> None:
    if not any(identity is other for other in identities):
        identities.append(identity)


def _distinct(identities: Iterable[Identity]) -> list[Identity]:
    found: list[Identity] = []
    for identity in identities:
        _append(found, identity)
    return found


def _is_exact(identity: Identity, mention: Mention) -> bool:
    """Whether surname and first name or initials are the very same."""
    same_first = mention.initials in identity.initials or mention.given in identity.given
    return identity.surname == mention.surname and same_first
