"""Initials in running text that can hardly be but a person's.

In: the text of one page. Out: hits. Known: ``HdB``, ``LvdH`` and ``K.v.D.`` (capitals around an interfix),
initials with a date behind them, as who saw a paper leaves them (``TK 9/1``, ``L.B. 8 juni 2021``), and
initials that the text calls so. Initials behind labels and before colons are found in ``fields``,
``comments`` and ``minutes``; those that only the persons of the dossier explain in ``persons``.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.lists import fold, name_lists, word_set
from lakmoes.detection.name_recognizer import NameRecognizer
from lakmoes.detection.recognizer import Hit
from lakmoes.detection.scores import ASKED
from lakmoes.detection.tokens import CAPITALS
from lakmoes.model import FindingKind

MIXED = re.compile(
    rf"(?<![\w.@/-])[{CAPITALS}]{{1,3}}(?P<interfix>v|vd|vdr|vder|vh|vt|d|de|der|t|te|ten|ter|el|al|du|le)"
    rf"[{CAPITALS}]{{1,2}}(?![\w@/])(?!-\w)"
)
DOTTED = re.compile(
    rf"(?<![\w.])(?:[{CAPITALS}]\.){{1,3}}(?:(?:v|d|vd|t|h|de?|van|el|al)\.){{1,2}}(?:[{CAPITALS}]\.)+"
)
MONTH = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
DATED = re.compile(
    rf"(?:(?<=^)|(?<=[\n\t(])|(?<=[.,;:!?\"”’'–-] ))(?P<who>(?:[{CAPITALS}]\.?){{2,4}}),?[ ]"
    rf"(?:(?P<short>\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?)|\d{{1,2}} {MONTH}(?: \d{{4}})?)"
    r"(?=[\s,.;:)–-]|$)",
    re.MULTILINE,
)
CALLED = re.compile(
    rf"\binitialen[ :]+(?P<who>(?:[{CAPITALS}]\.?|[a-z]\.){{2,6}}|[{CAPITALS}]\w{{1,4}})(?!\w)"
)
ONE = rf"(?:(?:[{CAPITALS}]\.){{1,4}}|[{CAPITALS}]-[{CAPITALS}]|[{CAPITALS}]{{2,4}}|[a-z]{{2,3}})"
BLOCK = re.compile(rf"(?:(?<=\n\n)|\A)(?P<who>{ONE}(?:[ /]{{1,3}}{ONE}){{0,3}})(?=[ ]*(?:\n\n|\Z))")
DOTS = re.compile(rf"[{CAPITALS}]\.|[{CAPITALS}]-[{CAPITALS}]")
LETTERS = re.compile(r"[^\W\d_-]{2,}")
COMMON_OF = word_set("v te")
"""Interfixes that also join the words of an office or a thing (``OvJ``, ``KvK``)."""
OFFICES = word_set(
    "ovj ovjs avb rvs kvk rvb rvt rvc mvt cdk vve hvj tvt pva pvda pve bvb svz zvw ivho cvb pvb cvi "
    "bvo kvb avg avk hvb svb dvo mvo nvt tvp pvg pvi svp rvo mvk avt hvk ovk gvb pvv cvdr kvdk rvdk "
    "avv bvt bvd mvd mvj mvf pvt bvg jvt kvt ovg bvs svn tvb vvd gvo gvs rvdw avi avr bvv lvw evdr "
    "evrm evro dtp mdt rdam adam cda vdb phd msc bsc mba tbd"
)
"""Abbreviations of offices, bodies and things of the same shape, folded."""


class Initials(NameRecognizer):
    """Initials with an interfix, with a date behind them, or called so."""

    rule = "initialen"

    def names(self, text: str) -> Iterator[Hit]:
        """The initials; those of the shape of an office's abbreviation are weaker."""
        for found in MIXED.finditer(text):
            if not _is_office(found.group()):
                score = ASKED if found["interfix"] in COMMON_OF else 0.66
                yield _hit(found.span(), FindingKind.NAME, "initialen met tussenvoegsel", score)
        for found in DOTTED.finditer(text):
            yield _hit(found.span(), FindingKind.NAME, "initialen met tussenvoegsel", 0.75)
        for found in DATED.finditer(text):
            office = _is_office(found["who"])
            if office and not found["short"]:
                continue  # a ruling: "HR 31 januari 2012"
            score = ASKED if office else 0.7
            yield _hit(found.span("who"), FindingKind.NAME, "paraaf met datum", score)
        for found in BLOCK.finditer(text):
            if DOTS.search(found["who"]) and not any(map(_is_office, LETTERS.findall(found["who"]))):
                yield _hit(found.span("who"), FindingKind.NAME, "parafen onder een stuk", 0.7)
        for found in CALLED.finditer(text):
            yield _hit(found.span("who"), FindingKind.NAME, "initialen volgens de tekst", 0.85)


def _hit(span: tuple[int, int], kind: FindingKind, rule: str, score: float) -> Hit:
    return Hit(start=span[0], end=span[1], kind=kind, rule=rule, score=score)


def _is_office(written: str) -> bool:
    """Whether the letters are a known abbreviation; those with full stops are none."""
    key = fold(written)
    return key in OFFICES or key in name_lists().abbreviations or key in name_lists().common_words
