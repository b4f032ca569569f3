"""The signs by which lines and sentences of Dutch and English government documents are told apart.

In: nothing. Out: compiled patterns and word sets for ``lines`` and ``blocks``: heads of mails, chats,
salutations, closing words, labels, bullets, running heads, and the abbreviations whose full stop does not end
a sentence.
"""

import re

BLOCK = re.compile(r"(?:(?!\n[^\S\n]*\n).)+", re.DOTALL)
CELL = re.compile(r"[^\t]+")
LINE = re.compile(r"[^\n\v]+")

MAIL_FIELD = re.compile(
    r"\s*(?:van|verzonden|aan|cc|bcc|onderwerp|bijlagen?|from|sent|to|subject|attachments?|date|datum)\s*:"
    r"(?:\s|$)",
    re.IGNORECASE,
)
CHAT_LINE = re.compile(
    r"\s*\[?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s+(?:om\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\]?\s*[-–]?\s*"
    r"(?:[^:\n]{1,40}:(?=\s)\s*)?"
)
"""Date, time and sender before a message: ``22-01-2021 16:05 - Sjoerd:``."""
CHAT_SENDER = re.compile(r"\s*(?:\+[\d ]{8,18}|[^\W\d_][^\n\d:;?!]{0,30}?)\s+\d{1,2}[:.]\d{2}\s*$")
"""Sender and time on a line of their own above the message."""
BULLET = re.compile(r"\s*(?:[•●▪◦‣·*→☐☑□o–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
MARGIN_COMMENT = re.compile(
    r"\s*(?:met\s+opmerkingen|commented|opmerking|comment)\s*\[[^\]]{1,40}\]\s*:", re.IGNORECASE
)
BRACKETED_COMMENT = re.compile(r"\s*\[[^:\]\n]{2,40}:")
REMARK_LABEL = re.compile(
    r"\s*(?:reactie|antwoord|noot|notitie|aantekening|opmerking|achtergrond|toelichting|met\s+(?:de\s+hand|pen)"
    r"|beoordeling|bijgeschreven|commentaar|advies|duiding|inschatting|kanttekening|vraag|behandelaar|let\s+op"
    r"|besluit|besloten|afgesproken|actie|ps|nb|niet\s+voorlezen)\b"
    r"(?:[^:.!?\n]|(?<=\b\w)\.|(?<=\b\w\w)\.|(?<=\b\w\w\w)\.){0,50}:(?=\s)",
    re.IGNORECASE,
)
NAME_LABEL = re.compile(r"\s*(?:[A-Z]{1,4}(?:/[A-Z]{1,4})?|[A-ZÀ-Ý][\w.'’-]+(?:\s[A-ZÀ-Ý][\w.'’-]*)?):(?=\s)")
"""Initials or a name and a colon: who speaks or acts."""
SALUTATION = re.compile(
    r"\s*(?:(?i:beste|geachte|dag|hallo|hoi|hi|ha|goedemorgen|goedemiddag|goedenavond|lieve|dear|hello|collega'?s"
    r"|heren|dames|allen|all)\b[^.!?:\n]{0,60}|[A-ZÀ-Ý][\w'’-]+(?:(?:,| en| &) [A-ZÀ-Ý][\w'’-]+){0,2}),\s*$"
)
CLOSING = re.compile(
    r"\s*(?:(?:met\s+)?(?:vriendelijke|hartelijke|beste|warme|collegiale)?\s*"
    r"(?:groet(?:en|jes)?\b|gr\b\.?|mvg\b)"
    r"|(?:met\s+(?:de\s+meeste\s+)?)?hoogachtend?\b|met\s+de\s+meeste\s+hoogachting"
    r"|(?:kind|best|warm|with\s+kind)\s+(?:regards|wishes)|regards|cheers|yours\s+\w+)[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"(?:bestemd\s+voor\s+de\s+geadresseerde|niet\s+voor\s+u\s+(?:is\s+)?bestemd|niet\s+de\s+geadresseerde"
    r"|bestemd\s+voor\s+degene\s+aan\s+wie|intended\s+(?:solely|only)\s+for|not\s+intended\s+for\s+you"
    r"|not\s+the\s+(?:intended\s+)?addressee|accepts?\s+no\s+liability|aanvaardt\s+geen\s+aansprakelijkheid"
    r"|denk\s+aan\s+het\s+milieu|voorwaarden\s+van\s+toepassing|opinions\s+expressed\s+are\s+those\s+of)",
    re.IGNORECASE,
)
RUNNING = re.compile(
    r"(?:\b(?:blad|pagina|bladzijde|page|dia|slide|sheet|tabblad)\s*\d+\b|\bpagina\s+\d+\s+van\s+\d+"
    r"|–\s*(?:vervolg|concept)\b|\b\d+\s*/\s*\d+\s*$)",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"\s*(?:interne?\b|\w*notities?\b|bijlagen?\b|aantekening|opmerking|logboek|stempel|reactie|p\.?s\.?\b"
    r"|met\s+(?:pen|de\s+hand)\b|\w*formulier|[^\n]{0,60}\(intern)",
    re.IGNORECASE,
)
"""Words with which something begins that is no part of a signature."""
NUMBERING = re.compile(r"\s*(?:[A-Z]?\d{0,2}(?:\.\d+)*[.)]|[A-Z]\.)\s+")

SENTENCE_END = re.compile(r"(?:[.!?…]+[\"'’”)»\]]*)(?=\s+\S)")
OPENING = "\"'‘“’„(«[•–-"
"""Signs with which a sentence may begin."""
STARTER = re.compile(
    r"\s+(?:De|Het|Een|Dat|Dit|Die|Deze|Er|Zij|Ze|Hij|Ik|Wij|We|Wel|Niet|Maar|Daar|Dan|Als|En|Bij|In|Op|Voor)\b"
)
"""Words after which a single capital before the full stop was no initial."""
# fmt: off
ABBREVIATIONS = frozenset((
    "aanw", "afd", "afz", "alg", "apr", "art", "arts", "aug", "bijl", "bijv", "blz", "bv", "c.s", "ca",
    "cfm", "chr", "cie", "coll", "concl", "conf", "ct", "d.w.z", "dd", "dec", "dhr", "di", "div", "dr",
    "drs", "ds", "e.a", "e.d", "e.e.a", "e.g", "eds", "etc", "ev", "evt", "excl", "exp", "feb", "febr",
    "fig", "gem", "hfst", "hr", "i.c", "i.e", "i.h.a", "i.o", "i.o.m", "i.p.v", "i.s.m", "i.v.m", "i.z",
    "incl", "ing", "inz", "ir", "jan", "jhr", "jl", "jul", "jun", "jur", "juris", "kap", "kol", "lic",
    "lid", "lt", "ltz", "m.b.t", "m.b.v", "m.i", "m.i.v", "m.n", "m.u.v", "ma", "max", "med", "mej",
    "mevr", "min", "mld", "mln", "mr", "mrs", "mrt", "mw", "n.a.v", "n.v.t", "nl", "no", "nos", "nov",
    "nr", "nrs", "o.a", "o.b.v", "o.g.v", "o.i", "o.l.v", "o.m", "okt", "opm", "p", "pag", "par", "pct",
    "plm", "plv", "pp", "prof", "r.k", "rechtb", "red", "ref", "resp", "s.v.p", "secr", "sep", "sept",
    "sgt", "st", "str", "t.a.v", "t.b.v", "t.g.v", "t.h.v", "t.k.v", "t.l.v", "t.n.v", "t.o.v", "t.w",
    "t/m", "tel", "toel", "v.a", "v.h.v", "v.w.b", "vgl", "vnl", "vr", "vs", "wd", "wethr", "wnd", "wo",
    "z.g", "z.i", "z.o.z", "z.s.m", "zgn",
))
# fmt: on
"""Words whose full stop ends no sentence unless they close the text."""
