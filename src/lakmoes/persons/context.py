"""Whether a word that may be a name is meant as one: what stands before and behind it.

In: the text of a page and a place in it. Out: yes or no per question. Each question is one pattern over at
most ``REACH`` characters. Deliberately knows nothing about persons.
"""

import re

from lakmoes.persons.letters import LOWER, UPPER, WORD, word_set

REACH = 48
"""Characters before and behind a name that are looked at."""

_HONORIFIC = re.compile(
    r"\b(?:de heer|heer|heren|mevrouw|mevr|mw|mej|dhr|meneer|mijnheer|mr|mrs|ms|dr|drs|ir|ing|prof|professor|"
    r"collega|kolonel|kol|kapitein|majoor|luitenant|generaal|sergeant|inspecteur|hoofdinspecteur|commissaris|"
    r"hoofdcommissaris|korpschef|agent|brigadier|wethouder|burgemeester|minister|staatssecretaris|kamerlid|"
    r"kamerleden|het lid|de leden|gedeputeerde|raadslid|senator|rechter|officier|advocaat|notaris|pastoor|"
    r"dominee|directeur|directeur-generaal|secretaris-generaal|d\.?g\.?|s\.?g\.?|voorzitter|secretaris|"
    r"woordvoerder|persvoorlichter|journalist|huisarts|buurvrouw|buurman|zoon|dochter|zoontje|dochtertje|broer|"
    r"zus|vader|moeder|vriend|vriendin|vrouw|man|echtgenoot|echtgenote|partner|genaamd|heet|"
    r"t\.?a\.?v|i\.?o\.?m|i\.?s\.?m|d\.?t\.?v)\.?[,:]?\s+\Z",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\b(?:aldus|volgens|via|o\.a|n\.a\.v)\.?\s+\Z", re.IGNORECASE)
_GREETING = re.compile(
    r"(?<!\w)(?:beste|dag|hoi|hi|hallo|ha|hey|hello|geachte|waarde|lieve|dear|goedemorgen|"
    r"goedemiddag|goedenavond|goeiemorgen|dank|bedankt|thanks|thank you)[ ]\Z|@[ ]?\Z",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:groet|groeten|groetjes|gr|mvg|regards|wishes|greetings|liefs|hoogachtend|cheers|bye|namens)"
    r"[.,!]?\s+\Z",
    re.IGNORECASE,
)
_PERSON_LABEL = re.compile(
    r"\b(?:van|aan|cc|bcc|from|to|naam|name|achternaam|voornaam|roepnaam|door|opsteller|auteur|contactpersoon|"
    r"behandelaar|behandeld door|voorzitter|secretaris|notulist|aanwezig|afwezig|afwezigen|verslag|"
    r"verslaglegging|leden|deelnemers|wie|actie|actiehouder|eigenaar|beheerder|gebruiker|vlieger|medewerker|manager|vervanger|"
    r"melder|tegenpartij|projectleider|opdrachtgever|ten name van)"
    r"(?:[ ]?:[\t\n ]*|[ ]?\t)\Z",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?[ ]?(?:-[ ]?)?|\n)\Z")
_FIRM_BEFORE = re.compile(
    r"\b(?:firma|apotheek|restaurant|caf[eé]|hotel|pizzeria|garage|slagerij|bakkerij|drogisterij|\w*praktijk|"
    r"stichting|uitgeverij|boekhandel|brouwerij|zaal|\w+bedrijf|\w+kantoor|\w+school|camping|villa|huize|"
    r"schip|straat|laan|plein|weg|bureau|wet)[ -](?:[Dd]e |[Hh]et |['’]t )?"
    rf"(?:[{UPPER}]\w+ (?:&|en) )?\Z"
)
_TRADE_BEFORE = re.compile(
    r"\b(?:bakker|slager|kapper|foto|kamer|kantoor|school|gebouw|winkel|bedrijf|bouwbedrijf|transport|taxi|merk|"
    r"type|project|operatie|team|groep|commissie|gemeente|dorp|stad|provincie|blok|nummer|"
    r"waterschap|rivier|polder|kanaal|brug|tunnel|wijk|buurt|ziekenhuis|kliniek|verpleeghuis|huis|systeem|"
    r"programma|fonds|instituut|universiteit|hogeschool)[ ]"
    r"(?:[Dd]e |[Hh]et |['’]t )?\Z",
    re.IGNORECASE,
)
_FIRM_AFTER = re.compile(
    r"[ ]?(?:(?:&|en|and)[ ](?:Zonen|Zn|Zoon|Co|Partners?|Dochters?)\b|B\.?V\b|N\.?V\b|V\.?O\.?F\b|GmbH\b|"
    r"Ltd\b|Inc\b|Holding\b|Group\b|advocaten\b|notarissen\b|accountants\b|makelaars\b|[Kk]oeriers\b|Transport\b|"
    r"Techniek\b|Installaties\b|Systems\b|Steigers\b|Consultancy\b|Bouw\b)"
)
_CASE_AFTER = re.compile(rf"[ ]?/[ ]?[{UPPER}]")
_CASE_BEFORE = re.compile(r"\b(?:arrest|EHRM|HvJ|ECLI|Hoge Raad|Hof|zaak|inzake|zie)\b[^\n]{0,60}\Z")
_ADDRESS_BEFORE = re.compile(r"(?:@[\w.-]*|://[\w./-]*|\bwww\.[\w./-]*|\d{4} ?[A-Z]{2} +)\Z")
_DOMAIN_AFTER = re.compile(r"\.(?:nl|com|org|eu|net|be|de|example)\b")
_FILE_BEFORE = re.compile(r"[_\\/]\Z")
_FILE_AFTER = re.compile(r"_|\d*\.(?:docx?|pdf|xlsx?|xlsm|pptx?|msg|eml|txt|csv|zip|jpe?g|png|tiff?|mp4)\b")
_START = re.compile(r"(?:^|\n\n|\t|[.!?:;•–|>][\s\"'’”)]*|\n[ ]*[-•]|(?:^|\n)\d+[.)]?)\s*[“‘\"'(\[]?\Z")
_PLAIN_BEFORE = re.compile(rf"(?<![{UPPER}])\b(?P<word>[{LOWER}][\w'’-]*)[,:]?[\"“‘(]?(?:[ ]|[ ]?\n)\Z")
_OPENING_VERB = re.compile(
    r"(?:^|[\n\t]|[.!?:;•–] )(?:Bel|Mail|Vraag|Houd|Laat|Geef|Stuur|Zeg|Neem|Zet|Betrek|Informeer|Wij achten|"
    r"Wij houden|Dat|Omdat|Als|Toen|Volgens|Van|Met|Voor|Bij|Aan|Door|Ook|Alleen|Zonder|Behalve|Namens|Hier|"
    r"Nu|Daarna|Daarom|Toch|Maar|En|Of|Want|Call|Ask|Tell)[ ]\Z"
)
"""The first word of a sentence that a name can follow with a capital of its own."""
_TITLE_BEFORE = re.compile(rf"[“‘\"'](?:[{UPPER}][\w'’-]*[ ])+\Z")
_TITLE_AFTER = re.compile(r"[”’\"']")
_QUOTE_BEFORE = re.compile(r"[“‘\"'][ ]?\Z")
_CAPITAL_AFTER = re.compile(rf"[ ](?:[{UPPER}][{LOWER}]|\d)|[ ]?-[{UPPER}{LOWER}\d]")
_CAPITAL_BEFORE = re.compile(rf"[{UPPER}][\w'’]*(?:[ ]|-[ ]?)\Z|-\Z")
_ALONE_BEFORE = re.compile(r"(?:^|[\n\t|>])[ ]*(?:[-•(]|\d{1,8}[.)]?[ ])?[ ]*\Z")
_ALONE_AFTER = re.compile(r"[)]?[,.;:!]?[ ]*(?:[\n\t|]|\Z)")
_BLOCK_BEFORE = re.compile(r"(?:^|\n\n)\s*\Z")
_BLOCK_AFTER = re.compile(r"[.!]?[ ]*(?:\n\n|\n?\Z|\n(?=[^\n]{3,24}:))")
_COLON_AFTER = re.compile(r"[ ]?:(?:\s|\Z)")
_VOCATIVE = re.compile(
    r",[ ]?(?:\n|(?:kun|kan|kunnen|wil|zou|ik|jij|je|jullie|heb|hoe|wat|wanneer|waar|dank|hierbij|zie|graag|"
    r"mag|bel|stuur|you|can|could|please|thanks|we|wij)\b)"
)
_BRACKETED = re.compile(r"[,;)]")
_VERBS = word_set(
    "zegt zei vraagt vroeg meldt meldde vindt vond stelt stelde antwoordt antwoordde lichtte geeft "
    "gaf wijst wees merkt merkte benadrukt benadrukte waarschuwt waarschuwde houdt hield achtte "
    "neemt nam belt belde mailt mailde appt appte schrijft schreef leest las denkt dacht weet wist wil "
    "wilde twijfelt bespreekt besprak regelt regelde overlegt overlegde stuurt stuurde vult vulde legt "
    "legde vertelt vertelde noemt noemde deelt deelde zoekt zocht verwacht verwachtte reageert reageerde "
    "adviseert adviseerde concludeert betreurt sluit sloot kijkt keek maakt maakte pakt pakte bedankt "
    "dankt opent opende memoreert schetst schetste bevestigt bevestigde onderstreept said says asked told "
    "writes wrote thinks replaces"
)
"""Finite verbs that have a person as subject in minutes and mails."""
_DOUBTFUL_VERBS = word_set("acht licht deelt houdt")
"""Verbs of saying or deciding that are other words too."""
_AUXILIARY = word_set(
    "heeft had is was kan kon zal zou moet mag gaat ging komt kwam doet deed blijft krijgt has"
)
_NEXT_WORD = re.compile(rf"[ ]?\n?[ ]?(?P<word>{WORD})")
_DETERMINERS = word_set(
    "de het een deze die dit dat geen elke elk iedere ieder alle hele grote kleine nieuwe oude the a an "
    "this that"
)
_PREPOSITIONS = word_set(
    "in te uit naar bij rond nabij van voor over tot tussen op per vanuit regio at from to near"
)


class Place:
    """A word or name on a page, seen in its context.

    Args:
        text: Text of the page.
        start: Offset of the first character of the name with its titles and initials.
        end: Offset just past the last one.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    def _before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self._text, max(0, self._start - REACH), self._start)

    def _after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self._text, self._end)

    def is_elsewhere(self) -> bool:
        """Part of an internet address, a postcode line or a case name."""
        if self._before(_ADDRESS_BEFORE) or self._after(_DOMAIN_AFTER):
            return True
        return bool(self._after(_CASE_AFTER) and self._before(_CASE_BEFORE))

    def is_in_file_name(self) -> bool:
        """Between underscores, slashes and an extension."""
        return bool(self._before(_FILE_BEFORE) or self._after(_FILE_AFTER))

    def is_firm(self) -> bool:
        """Part of the name of a firm, room or foundation, or the end of a quoted title."""
        titled = self._before(_TITLE_BEFORE) and self._after(_TITLE_AFTER)
        return bool(titled or self._before(_FIRM_BEFORE) or self._after(_FIRM_AFTER))

    def is_phrase(self) -> bool:
        """Part of a longer name that is no person's, or a numbered thing: ``Foto Koning``, ``Blok 3``."""
        return bool(
            self._before(_TRADE_BEFORE)
            or self._before(_QUOTE_BEFORE)
            or (self._before(_CAPITAL_BEFORE) and not self._before(_OPENING_VERB))
            or self._after(_CAPITAL_AFTER)
        )

    def is_addressed(self) -> bool:
        """With a title or function before it, in a greeting or a closing, behind a label for persons."""
        return any(map(self._before, (_HONORIFIC, _GREETING, _CLOSING, _PERSON_LABEL)))

    def is_quoted(self) -> bool:
        """Behind ``volgens`` or ``aldus``, which go with places and institutions too."""
        return bool(self._before(_SOURCE))

    def is_vocative(self) -> bool:
        """``Roos, kun jij`` at the start of a line."""
        return bool(self._before(_START) or self._before(_ALONE_BEFORE)) and bool(self._after(_VOCATIVE))

    def is_subject(self) -> bool:
        """Before a verb of saying or deciding: ``Winter zegt toe``."""
        return self._next_word() in _VERBS

    def is_doubtful_subject(self) -> bool:
        """Before a verb that does not tell enough by itself: ``Heuvel acht``."""
        return self._next_word() in _DOUBTFUL_VERBS

    def is_before_auxiliary(self) -> bool:
        """Before ``heeft``, ``is``, ``kan``: no proof for a word that is also an ordinary one."""
        return self._next_word() in _AUXILIARY

    def _next_word(self) -> str:
        following = self._after(_NEXT_WORD)
        return following["word"].lower() if following else ""

    def is_within_sentence(self) -> bool:
        """Behind a word in small letters that is no article."""
        if self._before(_OPENING_VERB):
            return True
        before = self._before(_PLAIN_BEFORE)
        return bool(before) and str(before and before["word"]).lower() not in _DETERMINERS

    def is_at_start(self) -> bool:
        """At the start of a sentence, paragraph or cell."""
        return bool(self._before(_START))

    def is_alone(self) -> bool:
        """Alone in its cell or line."""
        return bool(self._before(_ALONE_BEFORE) and self._after(_ALONE_AFTER))

    def starts_cell(self) -> bool:
        """At the start of a cell or line, a row number left out."""
        return bool(self._before(_ALONE_BEFORE))

    def is_own_block(self) -> bool:
        """Alone in its paragraph, as a signature is."""
        return bool(self._before(_BLOCK_BEFORE) and self._after(_BLOCK_AFTER))

    def is_bracketed(self) -> bool:
        """``(Koning)`` or the first of a bracketed list."""
        return self._text[self._start - 1 : self._start] == "(" and bool(self._after(_BRACKETED))

    def is_sender(self) -> bool:
        """``22-01-2021 16:05 - Bram V:`` or ``Marjolein 06:51``."""
        timed = re.match(r"[ ]\d{2}:\d{2}(?:\n|\Z)", self._text[self._end : self._end + 7])
        return bool(timed) or bool(self._before(_SENDER) and self._after(_COLON_AFTER))

    def is_speaker(self) -> bool:
        """At the start of a line or cell, with a colon behind it."""
        return bool(self._before(_ALONE_BEFORE) and self._after(_COLON_AFTER))
