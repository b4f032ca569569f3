"""Fonts of the new file: only what remaining text shows.

In: fonts of the old file and the strings that are shown in them. Out: fonts with the widths, the maps to
Unicode, the encodings and the programs of the characters in those strings, and a neutral tag before their
names. What a redaction took the last of is in none of them.
"""

from lakmoes.pdf.scrub.fonts.copying import copied_font
from lakmoes.pdf.scrub.fonts.numbering import CodesNeeded
from lakmoes.pdf.scrub.fonts.use import FontUse, Numberings, write_fonts

__all__ = ["CodesNeeded", "FontUse", "Numberings", "copied_font", "write_fonts"]
