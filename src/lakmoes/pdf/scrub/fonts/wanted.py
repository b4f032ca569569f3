"""What of a font's program is still shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The glyphs that remaining text shows, by all the ways in which a font may be asked for them.

    Attributes:
        codes: Character codes that the font's own encoding leads to a glyph.
        names: Names of glyphs.
        characters: Unicode code points.
        numbers: Numbers of glyphs: CIDs, or glyph numbers where the font is not keyed by CID.
        recoded: Pairs of an old and a new character code, where the codes are new.
        places: Pairs of the new and the old number of a glyph, where glyphs are asked for by new numbers.
    """

    codes: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    characters: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    recoded: frozenset[tuple[int, int]] = frozenset()
    places: frozenset[tuple[int, int]] = frozenset()

    def __or__(self, other: "Wanted") -> "Wanted":
        """What either wants."""
        return Wanted(
            codes=self.codes | other.codes,
            names=self.names | other.names,
            characters=self.characters | other.characters,
            numbers=self.numbers | other.numbers,
            recoded=self.recoded | other.recoded,
            places=self.places | other.places,
        )
