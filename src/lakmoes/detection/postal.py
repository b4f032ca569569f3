r"""How addresses are written: the patterns of street, house number, postcode, place and P.O. box.

In: nothing. Out: compiled patterns. Whose address it is, is decided elsewhere (``address``). Sources: NEN
5825 (addresses), the postcode system of PostNL (four digits, the first no 0; two letters, not SA, SD or SS),
and the endings of street names in the Basisregistratie Adressen en Gebouwen.
"""

import re

UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
NAME = rf"{UPPER}[\w'’-]+"
MIXED = rf"{UPPER}[\w'’-]*[a-zà-ž][\w'’-]*"
"""A name that is not in capitals throughout: those are more often a place before a street."""
PARTICLE = r"[Vv]an|[Dd]e|den|der|het|ter|ten|op|aan|in|'t|’t|'s|’s|\d{1,2}e"

SURE_ENDINGS = (
    r"straat|str\.|straatweg|laan|weg|plein|kade|dijk|gracht|singel|steeg|dreef|plantsoen|boulevard|allee|"
    r"esplanade|burgwal|strjitte|dyk|leane"
)
"""Endings that hardly any other word has."""
UNSURE_ENDINGS = (
    r"hof|pad|park|markt|promenade|passage|zoom|zicht|poort|veld|velden|ring|erf|wal|akker|akkers|weide|wei|"
    r"brink|sluis|kamp|heide|baan|meent|oord|wijk|buurt|bos|stede|oever|wetering|vaart|haven|hoeve|tuin|tuinen|"
    r"burcht|gaarde|kreek|zijde|voorhout|drift|kolk|meer|vliet|donk|schans|toren|terp|warf|reed|beek|made|hoek|"
    r"rode|ven|duin|duinen|plateau|lei|rak|loo"
)
"""Endings that other words have as well (Overzicht, Regering, Antwoord): more must speak for a street."""
ENDINGS = rf"{SURE_ENDINGS}|{UNSURE_ENDINGS}"
"""How names of streets end when they are one word."""
SURE_STREET = re.compile(rf"(?:{SURE_ENDINGS})$", re.IGNORECASE)
TAIL = (
    r"Weg|weg|Straat|straat|Laan|Plein|Kade|Dijk|Hof|Park|Singel|Markt|Wal|Gracht|Voorhout|Zuidzijde"
    r"|Noordzijde|Oostzijde|Westzijde"
)
"""The last word of a street of several words (Lange Voorhout)."""
HEAD = "Laan|Plein|Weg|Hof|Park|Singel|Kade|Markt|Dijk|Pad|Straat|Boulevard|Promenade"
"""The first word of one (Laan van Meerdervoort)."""
SEVERAL_WORDS = re.compile(rf"(?:.+ )?(?:{TAIL})|(?:{HEAD}) .+")
STREET = (
    rf"(?:(?:{MIXED}\.?|\d{{1,2}}e) (?:(?:{NAME}\.?|{PARTICLE}) ){{0,3}}?)?"
    rf"(?:(?:['’]s-)?{UPPER}[\w'’-]*(?:{ENDINGS})"
    rf"|{NAME} (?:{TAIL})"
    rf"|(?:{HEAD}) (?:{PARTICLE}) (?:{PARTICLE} )?{NAME})"
)
ANY_STREET = rf"(?:{NAME}\.? (?:(?:{NAME}\.?|{PARTICLE}) ){{0,3}})?{NAME}"
"""Any name: a street only where a postcode or a label says so."""

ADDITION = r"[ -]?[a-zA-Z](?![\w'’])|[ -](?:[IVX]{1,4}|\d{1,3}|hs|bis|zw|rd|huis|[A-Z]\d?)(?![\w,.]?\d)(?!\w)"
NUMBER = rf"\d{{1,5}}(?:{ADDITION})?(?![\w:%€]|[.,:/]\d|-\d{{2}})"
"""House number with its addition; no time, amount, share or date."""
POSTCODE = r"[1-9]\d{3}[ \n]?(?!SA|SD|SS)[A-Z]{2}(?!\w)"
PLACE = (
    rf"(?:['’][st][- ])?{NAME}"
    rf"(?:[ -](?:(?:aan|a/d|op|bij|den|de|het|onder|over|en|in|van|der) ){{0,2}}{NAME}"
    rf"|-(?:aan|op)-[\w-]+){{0,3}}"
)
STEP = r"(?:,? |,?\n)"
"""Between the parts of one address: never a new paragraph."""
BETWEEN = r"(?:[ ,]{1,3}|,?\n|[ ]?[|–-] ?|\s?\t)"
"""Between house number and postcode, which may stand in the next cell."""
CODE_AND_PLACE = rf"{POSTCODE}(?:{STEP}{PLACE})?"
CLOSES = r"(?=[ ]?[\n\t.,;)|]|\Z)"

BOX_PATTERN = re.compile(
    rf"(?i:\b(?:postbus|p\.?o\.? ?box|antwoordnummer)\s\d{{1,6}})(?:{BETWEEN}{CODE_AND_PLACE})?"
)
STREET_PATTERN = re.compile(
    rf"(?<![\w@./-])(?P<street>{STREET})[ \n](?P<number>{NUMBER})"
    rf"(?:{BETWEEN}(?P<code>{CODE_AND_PLACE})|(?P<place>,[ \n]{PLACE}|,? te {PLACE}){CLOSES})?"
)
ANY_STREET_PATTERN = re.compile(rf"(?<![\w@./-]){ANY_STREET} {NUMBER}{BETWEEN}{CODE_AND_PLACE}")
CODE_PATTERN = re.compile(rf"(?<![\w.,€-]){CODE_AND_PLACE}(?![\w-]*\d)")
FOLLOWING_PLACE = re.compile(rf",?[ \n]({PLACE})")
LABEL = (
    r"(?i:\b(?:woon)?adres(?:gegevens)?|straat(?: en huisn(?:umme)?r)?|straatnaam|verblijfplaats|"
    r"woonplaats en adres|wonende?(?: te| aan| op)?(?: de| het)?|woont (?:op|aan|in)(?: de| het)?|"
    r"woonachtig(?: te| aan| op)?)"
)
LABELLED_PATTERN = re.compile(
    rf"{LABEL}[ :\t\n]{{1,3}}"
    rf"(?P<street>(?:{ANY_STREET}|[a-z]{{3,}}(?:{ENDINGS}))[ \n]{NUMBER})"
    rf"(?:{STEP}(?:{POSTCODE}{STEP})?(?:{PLACE}|(?<=, )[a-z]{{3,}}){CLOSES})?"
)
"""After a label also a street that no list knows, and in small letters."""
NEIGHBOUR_PATTERN = re.compile(
    r"(?i)\b(?:buur(?:man|vrouw|jongen|meisje|vrouwen|lui)?|buren|bewon(?:er|ers|ster)|woont|wonend|familie)\b"
    r"[^.;]{0,40}?\b(?:op|van|bij)\s((?:huis)?n(?:umme)?r\.?\s\d{1,4}(?:[ -]?[a-zA-Z])?)\b"
)
