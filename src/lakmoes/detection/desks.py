r"""Whether a telephone number leads to a desk, a firm or the press rather than to one person.

In: the layout of a page and the place of a number on it. Out: in words why the number is general, or nothing:
in doubt it is a person's. What counts stands in the same piece of the line (between ``|``, ``/`` and cells),
in the cell to the left, or in the lines of a letterhead. A mobile number is general only where the text says
so.
"""

import re

from lakmoes.detection.contact import is_general_mailbox
from lakmoes.detection.nearby import Layout, any_of

REACH = 75
"""Characters before a number in which a word may say whose it is."""
TOP = 400
"""Characters from the top of the page within which an organisation's address is a letterhead."""

ADJACENT = re.compile(
    r"(?:\bkantoor|hoofdkantoor|\bcentrale|algemene?(?: telefoon)?(?:nummer|nr\.?)?|alg\.|switchboard|"
    r"front ?desk|head office|reception|servicedesk|helpdesk|info(?:rmatie)?(?:nummer|lijn))"
    r"[\s:.,(–-]*(?:t(?:el(?:efoon)?)?\.?[ :]*)?$"
)
DESK = any_of(
    r"\balgeme(?:en|ne)\b(?! (?:directeur|secretaris|manager|bestuur))",
    r"\bbalie\b|receptie|\bcentrale\b|switchboard|front ?desk|service ?desk|help ?desk|\bloket\b|portier",
    r"klantcontact|klantenservice|contactcentrum|callcenter|meldkamer|meldpunt|meldnummer|crisispiket",
    r"publieksvoorlichting|publieksinformatie|informatielijn|infolijn|hulplijn|tip ?lijn|vast nummer",
    r"storings?(?:lijn|nummer|dienst)|\bstoring(?:en)?\b|alarm|beveiliging\b|huismeester",
    r"\bsecretariaat\b|bestuurssecretariaat",
    r"persvoorlicht|woordvoer|perslijn|\bpers\b|press office|spokes(?:person|man|woman)",
)
PRESS = any_of(r"persvoorlicht|woordvoer|press office|spokesperson")
FIRM = any_of(
    r"pizzeria|restaurant|\bhotel\b|\bcafé\b|\bwinkel\b|bakkerij|drukkerij|\bgarage\b|taxi(?:bedrijf|centrale)?\b",
    r"\bfirma\b|\bb\.?v\.?(?=[\s,)]|$)|\bn\.v\.|gmbh|\bltd\b|& zonen|& zn|\bstichting\b|\bvereniging\b",
    r"apotheek|huisartsen(?:praktijk|post)|ziekenhuis|politiebureau|\bbrandweer\b|gemeentehuis|stadhuis",
)
PERSON = any_of(
    r"\b(?:dhr|mw|mevr|mevrouw|meneer|de heer|mrs?|drs?|ir|ing|ms)\b\.? ",
    r"\b[a-zà-ž]\.(?: ?[a-zà-ž]\.)* ?[a-zà-ž’'-]{2}",
)
DIRECT = any_of(
    r"\bdirect(?:e|er)?\b|doorkies|rechtstreeks|mobiel|\bmob\b|\bgsm\b|priv[eé]|\bthuis\b|personal"
)
LETTERHEAD = any_of(r"bezoekadres|postadres|retouradres|correspondentieadres|kantooradres|visiting address")
CONTACT_PERSON = any_of(
    r"contactpersoon|inlichtingen bij|behandeld door|behandelaar|uw contact|doorkies|opsteller|bereikbaar via"
)
PLACE = re.compile(r"\b[1-9]\d{3} ?[a-z]{2}\b|\bpostbus \d")
ORGANISATION = any_of(
    r"\bministerie\b|\bgemeente\b|\bprovincie\b|\bwaterschap\b|veiligheidsregio|omgevingsdienst|\brijks\w+",
    r"\bpolitie\b|\bparket\b|openbaar ministerie|\brechtbank\b|\binspectie\b|\bautoriteit\b|\bagentschap\b",
    r"\bdienst\b|\bdirectie\b|\bggd\b|\buniversiteit\b|\bstichting\b|\badvocaten\b|\bb\.v\.",
)
MOBILE = re.compile(r"\b06[ -]|\+31 ?6|\(06\)")
MAILBOX = re.compile(r"([\w.-]+)@[\w.-]+[,;|\s/–-]{1,4}(?:t(?:el)?\.? ?:? ?)?$")
CUT = re.compile(r"[|•;]|\s/\s|\d{3}\b[ )]|\d\)")
"""Signs, or another number, before which words belong to something else."""
SAID_AFTER = re.compile(r"[ ,]{0,2}\(?(?:is (?:het|ons) )?(?:algeme(?:en|ne)|general|centrale)")
DIRECT_AFTER = re.compile(r"[ ,]{0,2}\(?(?:direct|doorkies|priv)")


def why_general(layout: Layout, start: int, end: int, *, mobile: bool) -> str:
    """In words why the number is general; empty when it leads to a person as far as the text says."""
    after = layout.after(end, 30)
    if SAID_AFTER.match(after):
        return "nummer dat de tekst algemeen noemt"
    if mobile or DIRECT_AFTER.match(after):
        return ""
    return _by_words(layout, start, words_before(layout, start)) or _by_place(layout, start)


def is_direct(layout: Layout, start: int, end: int) -> bool:
    """Whether the text calls the number direct, mobile or private."""
    return bool(DIRECT.search(f"{words_before(layout, start)} {layout.after(end, 20)}"))


def words_before(layout: Layout, start: int) -> str:
    """The words that belong to the number: from the last sign that separates, or the cell to the left."""
    near = layout.before(start, REACH)
    cell = layout.text[layout.cell_start(start) : start]
    if len(cell.strip(" (+")) < 3:
        near = layout.label(start)
    elif "\t" in layout.text[max(0, start - REACH) : start]:
        near = " ".join(cell.lower().split())
    return CUT.split(near)[-1]


def _by_words(layout: Layout, start: int, near: str) -> str:
    if ADJACENT.search(near) or DESK.search(near):
        return "nummer van een balie, een loket of de pers"
    if not layout.is_prose(start) and PRESS.search(layout.line_before(start)):
        return "nummer van de pers"
    if FIRM.search(near) and not DIRECT.search(near) and not PERSON.search(near):
        return "nummer van een bedrijf of instelling"
    return ""


def _by_place(layout: Layout, start: int) -> str:
    mailbox = MAILBOX.search(layout.before(start, REACH))
    if mailbox and is_general_mailbox(mailbox[1]):
        return "nummer bij een algemene mailbox"
    direct = DIRECT.search(words_before(layout, start))
    return "nummer in een briefhoofd" if not direct and _in_letterhead(layout, start) else ""


def _in_letterhead(layout: Layout, start: int) -> bool:
    """Whether it stands with an organisation's address: under that word, or on its line in a letterhead.

    In a signature the organisation's line holds its general number only if a mobile number stands beside it;
    else that number may be the person's.
    """
    block = layout.row(start)
    if CONTACT_PERSON.search(block):
        return False
    if LETTERHEAD.search(block):
        return True
    if layout.is_prose(start) or (start > TOP and not MOBILE.search(block)):
        return False
    line = layout.line(start)
    named = ORGANISATION.search(line) or ORGANISATION.search(layout.lines_above(start, 1))
    return bool(named) and bool(PLACE.search(line))
