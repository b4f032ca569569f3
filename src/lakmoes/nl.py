"""Every Dutch word that people read: messages, labels, column names.

In: codes and tokens of ``model`` and ``errors``. Out: plain Dutch (B1 level). Reports on grounds and their
wording are not here but in ``grounds/``, for they are law.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lakmoes.model import (
    DocumentKind,
    DocumentProgress,
    FindingKind,
    GroundType,
    Judgement,
    LabelPlace,
    Opinion,
    ReviewerRole,
    SampleUnit,
    Verdict,
)

ERRORS: dict[str, str] = {
    # usage
    "folder-missing": "De map of zip {path} bestaat niet. Controleer de naam.",
    "export-what": "Geef een van --decisions, --annotations en --xfdf op.",
    "file-missing": "Het bestand {path} bestaat niet. Controleer de naam.",
    "folder-empty": "In {path} staan geen documenten. Zet er de PDF's van het dossier in.",
    "out-in-folder": "De uitvoermap mag niet de map van het dossier zelf zijn. Kies met --out een andere map.",
    "train-on-what": "Geef op waarop moet worden getraind: --from met een of meer beoordeelde dossiers, of --data met de corpora.",
    "nothing-decided": "In deze dossiers is geen enkel document geheel beoordeeld. Beslis eerst over alle voorstellen van een document.",
    "settings-no-toml": "dossier.toml kan niet worden gelezen: {problem}.",
    "settings-unknown-key": "dossier.toml: de sleutel {key} bestaat niet. Zie de handleiding voor alle sleutels.",
    "letter-template-missing": "Het sjabloon {path} voor het besluit bestaat niet. Controleer template onder [letter] in dossier.toml.",
    "letter-template-unreadable": "Het sjabloon {path} voor het besluit is geen Word-bestand (.docx). Sla het op als .docx.",
    "letter-template-wrong": "Het sjabloon {path} voor het besluit klopt niet: {problem}. Zie grounds/letter/README.md voor alle velden.",
    "letter-unreadable": "Het besluit {path} kan niet worden gelezen. Geef een .docx of een .pdf met tekst.",
    "settings-wrong-value": "dossier.toml: de waarde van {key} klopt niet. Zie de handleiding.",
    "stated-file-missing": "dossier.toml noemt bij [[document]] het bestand {path}, maar dat is er niet of staat er twee keer.",
    "number-taken": "Twee documenten zouden nummer {number} krijgen. Geef met [[document]] in dossier.toml beide een eigen nummer.",
    "unknown-column": "De inventarislijst heeft geen kolom {column}. Kies uit: {known}.",
    "columns-without-list": "Deze opdracht maakt geen inventarislijst. Gebruik --columns bij run of inventory.",
    "unknown-ground": "De {law} kent geen grond {ground}. `lakmoes grounds` toont alle gronden.",
    "plan-unreadable": "Het bestand {path} is geen lakplan van Lakmoes. Gebruik het plan uit de map verificatie.",
    "plan-other-source": "Het lakplan hoort bij een ander bronbestand. Geef met --original het bestand dat is gelakt.",
    "plan-and-original": "Geef --original en --plan samen op, en precies een gelakt bestand.",
    "report-one-file": "Met --report kan maar een bestand tegelijk worden gecontroleerd.",
    # the installation
    "grounds-missing": "De map met gronden (grounds/) ontbreekt. Installeer Lakmoes opnieuw.",
    "data-missing": "Het bestand {path} staat niet in de map met gegevens. Zie SOURCE.md bij de lijsten.",
    "model-blind": "Het model vindt geen naam of nummer in een voorbeeldzin. Installeer Lakmoes opnieuw.",
    "pipeline-missing": "Het taalmodel {pipeline} is er niet. Controleer de naam of installeer Lakmoes opnieuw.",
    "pipeline-unreadable": "Het taalmodel {pipeline} kan niet worden geladen. Installeer het opnieuw.",
    "grounds-invalid": "Fout in {file} bij {place}. Herstel het bestand of installeer Lakmoes opnieuw.",
    "weights-missing": "Het bestand met gewichten {path} is er niet. Controleer weights in dossier.toml.",
    "weights-invalid": "Het bestand {path} bevat geen gewichten van Lakmoes. Controleer weights in dossier.toml.",
    # the dossier and its output
    "dossier-in-use": "Dit dossier is al in gebruik. Wacht tot de andere opdracht klaar is.",
    "dossier-not-writable": "Het dossier kan niet worden opgeslagen. Controleer de schijfruimte en uw rechten.",
    "dossier-damaged": "Het bestand dossier.sqlite is beschadigd. Zet een reservekopie terug of verwijder het.",
    "dossier-newer": "Dit dossier is gemaakt met een nieuwere versie van Lakmoes. Werk Lakmoes bij.",
    "output-not-writable": "In {path} kan niet worden geschreven. Controleer de schijfruimte en uw rechten.",
    "ocr-data-missing": (
        "Om scans te lezen ontbreken taalgegevens van Tesseract ({languages}). Installeer ze met: "
        "sudo apt-get install tesseract-ocr tesseract-ocr-nld tesseract-ocr-eng. Alleen de gegevens zijn nodig; "
        "staan ze elders, noem die map dan in TESSDATA_PREFIX."
    ),
    # documents that fail on their way
    "worker-died": "Een programma dat dit bestand las, is gestopt. Het bestand is niet verwerkt.",
    "internal-fault": "Fout in Lakmoes ({fault}). Het document is niet verwerkt. Meld dit aan de beheerder.",
    "platform-matter": "Zet in dossier.toml onder [platform] bij matter een naam van 2 tot 255 letters, cijfers en -._~.",
    "platform-prefix": "Zet in dossier.toml onder [platform] bij prefix alleen letters en cijfers.",
    "platform-case-number": "Een zaaknummer voor het platform heeft alleen letters, cijfers, spaties en -.;().",
    "platform-too-many": "Het platform neemt hoogstens {most} documenten aan; het dossier heeft er {count}.",
    "platform-undetermined": "Document {number} is nog niet beoordeeld. Beoordeel het voordat u het productierapport maakt.",
    "package-in-folder": "De map om te publiceren mag niet in de map van het dossier staan. Kies met --to een andere plaats.",
    "package-not-ours": "In {path} staan andere bestanden dan Lakmoes er zette. Kies met --to een lege of nieuwe map.",
    "package-blocked": "Het dossier is nog niet klaar: {count} punt(en) houden publicatie tegen. `lakmoes check` noemt ze. Met --concept maakt u een pakket dat niet voor publicatie is.",
    "package-file-changed": "Het gelakte bestand van document {number} is veranderd na de controle. Herhaal `lakmoes redact`.",
    "letter-not-clean": "In {path} staan opmerkingen, bijgehouden wijzigingen, verborgen tekst, bijlagen of gegevens van de maker. Haal ze eruit en sla het besluit opnieuw op.",
    "letter-holds-redacted": "In {path} staat tekst die in het dossier is gelakt: alinea {places}. Haal die eruit, of laat het besluit weg met --no-letter.",
    "letter-differs": "Het besluit en de inventarislijst verschillen op {count} punt(en). `lakmoes check --letter` noemt ze.",
    "letter-to-fill-in": "In {path} moet u nog iets aanvullen. Zoek naar [vul aan.",
    "party-name": "Geef met --party de naam van de derde-belanghebbende.",
    "party-nowhere": "Geen document noemt deze derde-belanghebbende. Geef met --also andere schrijfwijzen, of met --document een nummer.",
    "publisher-name": "Zet in dossier.toml onder [publisher] bij name de naam van de organisatie die publiceert.",
    "publisher-identifier": "Zet in dossier.toml onder [publisher] bij identifier het adres uit het register, zoals https://identifier.overheid.nl/tooi/id/gemeente/gm0001.",
    "page-unread": "Bladzijde {page} kan niet door een machine worden gelezen. Beoordeel dit document zelf.",
    "recognizer-failed": "Bladzijde {page} is niet geheel onderzocht ({part}: {problem}). Beoordeel dit document zelf.",
    "llm-not-local": "Het taalmodel moet op deze computer draaien, met een adres als http://127.0.0.1:8080. Teksten gaan nooit naar een andere computer.",
    "llm-no-answer": "Het taalmodel op {address} geeft geen bruikbaar antwoord. Start het, of werk zonder --llm.",
    "llm-unreadable": "Het taalmodel op {address} antwoordt niet in de gevraagde vorm. Gebruik een ander model, of werk zonder --llm.",
    "detector-failed": "Het document is niet geheel onderzocht ({part}: {problem}). Beoordeel dit document zelf.",
    "annotations-of-no-document": "Bij {path} hoort geen document van dit dossier. Geef het bestand de naam van het document.",
    "annotations-unreadable": "Het bestand met annotaties is niet te lezen of hoort niet bij dit document.",
    "decided-meanwhile": "Iemand anders heeft hier intussen over beslist. Kijk eerst wat die besloot.",
    "own-decision": "Dit hebt u zelf besloten of afgerond. Laat een collega het beoordelen.",
    "not-finished-yet": "Dit document is nog niet afgerond. Laat de behandelaar het eerst afronden.",
    "decisions-unreadable": "Regel {line} van het bestand met besluiten is niet te lezen.",
    "no-such-document": "Dit dossier heeft geen document {number} dat kan worden beoordeeld. Ga terug naar het overzicht.",
    "no-such-suggestion": "Document {number} heeft dit voorstel niet meer. Laad de bladzijde opnieuw.",
    "no-such-sample": "Deze steekproef is er niet. Laad de bladzijde opnieuw.",
    "nothing-to-sample": "Er is niets om een steekproef uit te trekken: er is geen tekst die openbaar blijft.",
    "nothing-published": "Van document {number} wordt geen bestand gepubliceerd. Er is dus ook geen voorbeeld.",
    "published-already": "Er wordt al gepubliceerd. Wacht tot dat klaar is.",
    "place-not-on-page": "Op deze plaats van bladzijde {page} staat niets dat gelakt kan worden. Kies een andere plaats.",
    "no-such-page": "Document {number} heeft geen bladzijde {page}. Ga terug naar het document.",
    "decided-since": "U besloot hier later zelf iets anders over, in een ander document. Maak eerst dat ongedaan.",
    "decision-without-ground": "Een besluit om te lakken noemt geen grond.",
    # the review app
    "not-signed-in": "U bent niet aangemeld, of te lang niets gedaan. Meld u opnieuw aan; wat u besloot, is bewaard.",
    "sign-in-failed": "Naam en wachtwoord horen niet bij elkaar. Probeer het opnieuw.",
    "too-many-tries": "Er is te vaak een verkeerd wachtwoord gegeven. Wacht tien minuten en probeer het opnieuw.",
    "token-used": "Deze link is al gebruikt of hoort bij een andere start. Start Lakmoes opnieuw voor een nieuwe link.",
    "role-not-allowed": "Dit mag alleen een tweede beoordelaar. Vraag een collega met die rol.",
    "host-refused": "Dit adres hoort niet bij deze server. Gebruik het adres dat bij het starten op het scherm staat.",
    "origin-refused": "Deze opdracht kwam niet van een scherm van Lakmoes en is niet uitgevoerd. Open Lakmoes opnieuw.",
    "request-too-large": "Dit is te veel in één keer. Verdeel het over kleinere stappen.",
    "input-wrong": "Dit klopt niet: {fields}. Verbeter het en probeer het opnieuw.",
    "not-found": "Dit bestaat niet in dit dossier. Ga terug naar het overzicht.",
    "internal-fault-web": "Fout in Lakmoes ({fault}). Er is niets opgeslagen. Meld dit aan de beheerder.",
    "box-too-small": "Dit vak is te klein of ligt buiten de bladzijde. Teken het opnieuw.",
    "ground-needed": "Kies eerst een grond voor deze lakking.",
    "keep-reason-needed": "Een naam die leesbaar blijft, heeft een rol of een reden nodig. Kies een rol of typ waarom.",
    "judgement-incomplete": "Dit oordeel is niet volledig. Geef een reden, bij weigeren een grond, bij reeds openbaar een link en bij dubbel het andere document.",
    "other-document-wrong": "Kies een ander document uit dit dossier.",
    "split-leaves-one": "Kies minstens één schrijfwijze die iemand anders is, en laat er minstens één staan.",
    "question-needs-text": "Typ eerst uw vraag.",
    "document-blocked": "Document {number} kan nog niet worden afgerond. Kijk wat het nog tegenhoudt.",
    "port-in-use": "Poort {port} is al in gebruik. Kies met --port een andere.",
    "account-name": "Deze naam kan niet. Gebruik hoogstens 100 leesbare tekens, zonder spatie aan het begin of het eind.",
    "account-unknown": "Er is geen account met de naam {name}. `lakmoes account list` toont alle accounts.",
    "password-length": "Een wachtwoord heeft minstens {shortest} tekens. Kies een langer wachtwoord.",
    "accounts-damaged": "Het bestand {path} is beschadigd of niet te lezen. Herstel het of maak de accounts opnieuw aan.",
    "accounts-missing": "Er zijn nog geen accounts. Maak ze met `lakmoes account add`.",
    "redaction-failed": "Het bestand kan niet worden gelakt. Vraag het opnieuw op of druk het af naar PDF.",
    "redaction-failed-page": "Bladzijde {page} kan niet worden gelakt. Druk het bestand af naar een nieuwe PDF.",
    "redaction-incomplete": "Bladzijde {page}: niet alle tekst onder een lakking kon worden verwijderd.",
    "redaction-too-much": "Bladzijde {page}: er zou ook tekst verdwijnen die niet gelakt is.",
    "rest-not-moved": "Bladzijde {page}: de rest van een gelakte regel kan niet worden verplaatst. Zet "
    'width = "exact" in dossier.toml en beoordeel of de breedte van de lakkingen iets verraadt.',
    "font-not-read": "Het bestand heeft een lettertype met een tekentabel die Lakmoes niet kent, zodat de rest van "
    "een gelakte regel niet kan worden verplaatst. Druk het af naar een nieuwe PDF.",
    "part-not-copied": "Een onderdeel van het bestand kan niet veilig worden overgenomen. Druk het af naar een nieuwe PDF.",
    "redaction-not-written": "Het gelakte bestand kan niet worden geschreven. Controleer map en schijfruimte.",
    "mark-without-place": "Bladzijde {page}: van een lakking is niet bekend waar de tekst staat.",
    "not-verified": "De controle van het gelakte bestand is niet geslaagd: {checks}. Het is niet gepubliceerd.",
    "verify-failed": "Fout in Lakmoes bij de controle ({fault}). Het bestand is niet gepubliceerd.",
    # intake
    "empty-file": "Het bestand is leeg (0 bytes). Vraag het opnieuw op.",
    "encrypted": "Het bestand is beveiligd met een wachtwoord. Lever een versie zonder wachtwoord aan.",
    "damaged-page": "Bladzijde {page} is beschadigd en kan niet worden gelezen. Vraag het bestand opnieuw op.",
    "damaged": "Het bestand is beschadigd en kan niet worden geopend. Vraag het opnieuw op.",
    "unsupported": "Dit soort bestand wordt niet verwerkt. Zet het om naar PDF en voeg het opnieuw toe.",
    "not-readable": "Het bestand kan niet worden gelezen. Controleer uw rechten en of het nog bestaat.",
    "portfolio": "Het bestand is een PDF-portfolio met losse bestanden. Voeg die los toe, als PDF.",
    "xfa-form": "Het bestand is een dynamisch formulier (XFA). Druk het af naar PDF en voeg die toe.",
    "archive-damaged": "Het zip-bestand is beschadigd of is geen zip. Vraag het opnieuw op.",
    "archive-encrypted": "Het zip-bestand is beveiligd met een wachtwoord. Pak het zelf uit en geef de map op.",
    "archive-unsafe": "Het zip-bestand is niet veilig uit te pakken. Vraag de afzender om losse bestanden.",
    "archive-too-large": "Het zip-bestand is te groot om uit te pakken. Verdeel het over kleinere mappen.",
    "disk-full": "Er is te weinig schijfruimte. Maak ruimte vrij en probeer het opnieuw.",
    "not-a-pdf": "Het bestand is geen PDF, ook al heet het zo. Sla het op als PDF en voeg het opnieuw toe.",
}
"""Code of an error to its message. A remedy is part of the message."""

NOTES: dict[str, str] = {
    "attachments-removed": "{count} bijlage(n) in het PDF-bestand verwijderd",
    "scripts-removed": "{count} script(s) of actie(s) verwijderd",
    "metadata-removed": "metadata verwijderd",
    "form-fields-flattened": "{count} formulierveld(en) omgezet naar gewone tekst",
    "signatures-removed": "{count} digitale handtekening(en) verwijderd",
    "comments-removed": "{count} opmerking(en) bij de tekst verwijderd",
    "pending-redactions-removed": "{count} lakking(en) van een ander programma verwijderd die nog niet waren toegepast",
    "hidden-layers-removed": "{count} verborgen laag of lagen verwijderd",
    "outside-page-removed": "{count} onderdeel of onderdelen buiten de zichtbare bladzijde verwijderd",
    "pages-noticed": "{count} bladzijde(n) in hun geheel geweigerd: een mededeling staat in de plaats",
    "links-removed": "{count} link(s) verwijderd",
    "bookmarks-changed": "{count} bladwijzer(s) gelakt",
    "texts-removed": "{count} tekst(en) buiten de bladzijden verwijderd, want daarin stond gelakte tekst",
    "private-data-removed": "{count} gegeven(s) van andere programma's verwijderd",
    "copies-removed": "{count} kopie(ën) van bladzijden of afbeeldingen verwijderd",
    "unknown-parts-removed": "{count} onderdeel of onderdelen verwijderd die niet nodig zijn om het document te tonen",
    "fonts-kept": "{count} lettertype(n) geheel overgenomen: daarin kan de vorm van gelakte letters nog staan",
}
"""Code of a note to its text."""

FINDING_KINDS: dict[FindingKind, str] = {
    FindingKind.NAME: "naam",
    FindingKind.EMAIL: "e-mailadres",
    FindingKind.TELEPHONE: "telefoonnummer",
    FindingKind.BSN: "BSN",
    FindingKind.IBAN: "bankrekening",
    FindingKind.ADDRESS: "adres",
    FindingKind.DATE_OF_BIRTH: "geboortedatum",
    FindingKind.LICENCE_PLATE: "kenteken",
    FindingKind.IDENTITY_DOCUMENT: "identiteitsbewijs",
    FindingKind.PERSONAL_NUMBER: "persoonlijk nummer",
    FindingKind.NETWORK_ADDRESS: "netwerkadres",
    FindingKind.LOCATION: "locatie",
    FindingKind.SOCIAL_HANDLE: "gebruikersnaam",
    FindingKind.SIGNATURE: "handtekening",
    FindingKind.PERSONAL_REMARK: "opmerking over iemands privéleven",
    FindingKind.GENERAL_CONTACT: "algemeen contactgegeven",
    FindingKind.OPERATIONAL: "werkwijze bij opsporing",
    FindingKind.INSPECTION: "werkwijze bij toezicht",
    FindingKind.OPINION: "persoonlijke beleidsopvatting",
    FindingKind.DISADVANTAGE: "onevenredige benadeling",
    FindingKind.BUSINESS_DATA: "bedrijfsgegevens",
    FindingKind.STATE_SECURITY: "veiligheid van de Staat",
    FindingKind.FOREIGN_RELATIONS: "internationale betrekkingen",
    FindingKind.FINANCIAL_INTEREST: "financieel belang van de overheid",
    FindingKind.OUT_OF_SCOPE: "buiten de reikwijdte",
    FindingKind.TERM: "term uit dossier.toml",
}
"""What was found, as people name it."""

DOCUMENT_KINDS: dict[DocumentKind, str] = {
    DocumentKind.ATTENDANCE_LIST: "presentielijst",
    DocumentKind.ATTACHMENT: "bijlage",
    DocumentKind.CHAT: "chat",
    DocumentKind.DECISION_NOTE: "nota",
    DocumentKind.EMAIL: "e-mail",
    DocumentKind.FORM: "formulier",
    DocumentKind.LEGAL_ADVICE: "advies",
    DocumentKind.LETTER: "brief",
    DocumentKind.MEMO: "memo",
    DocumentKind.MINUTES: "verslag",
    DocumentKind.NEWS: "nieuwsbericht",
    DocumentKind.NOTES: "aantekeningen",
    DocumentKind.OFFICIAL_REPORT: "proces-verbaal",
    DocumentKind.OTHER: "overig",
    DocumentKind.PLANNING: "planning",
    DocumentKind.PRESENTATION: "presentatie",
    DocumentKind.REPORT: "rapport",
    DocumentKind.SPREADSHEET: "spreadsheet",
}

CHECKS: dict[str, str] = {
    "readable": "het bestand kan worden gelezen",
    "unchanged": "het bestand is hetzelfde als bij de controle",
    "page-shape": "aantal, maat en stand van de bladzijden",
    "text-under-marks": "tekst onder lakkingen",
    "text-again": "gelakte of nieuwe tekst elders op de bladzijde",
    "text-lost": "verlies van niet-gelakte tekst",
    "marks-black": "zwart van de lakkingen",
    "beneath-marks": "beeld onder lakkingen",
    "hidden-text": "gelakte tekst buiten de bladzijden",
    "width": "breedte van lakkingen en plaats van verschoven tekst",
    "anonymity": "namen waarin door de breedte van de lakking maar weinig andere passen",
    "pixels": "beeld buiten de lakkingen",
    "recognised": "gelakte tekst die op een scan nog te lezen is",
    "fonts": "resten van gelakte tekst in lettertypen",
    "structure": "verborgen onderdelen van het bestand",
    "navigation": "verlies van links en bladwijzers",
    "elsewhere": "gelakte tekst die elders in het document ongelakt staat",
    "picture-under-boxes": "afbeelding onder zwarte vlakken",
    "box-widths": "breedte van zwarte vlakken die de tekst volgt",
    "text-under-boxes": "tekst onder vlakken of plaatjes",
    "text-invisible": "onzichtbare tekst",
    "text-outside-page": "tekst buiten de bladzijde",
    "marks-pending": "lakkingen die nog niet zijn uitgevoerd",
}
"""Name of a check of the verifier to its label."""

PAGE_PLACE = "bladzijde {page}"
BOOKMARKS_LOST_PLACE = "{count} bladwijzer(s)"
PAGE_COUNT_PLACE = "{count} bladzijde(n)"
MARK_PLACE = "bladzijde {page}, lakking {mark}"
NAMES_FITTING_PLACE = "bladzijde {page}, lakking {mark}: {count} namen"
SPOT_PLACE = "bladzijde {page}, {x} mm van links en {y} mm van boven"

FILE_PARTS: dict[str, str] = {
    "attachments": "bijlagen",
    "bookmarks": "bladwijzers",
    "content": "teksten bij de inhoud van bladzijden",
    "fonts": "lettertypen",
    "form": "formulier",
    "layers": "lagen",
    "links": "links en aantekeningen",
    "metadata": "metadata",
    "names": "namen van plaatsen",
    "other": "overige onderdelen",
    "page-labels": "namen van bladzijden",
    "properties": "documenteigenschappen",
    "tags": "codes voor voorleessoftware",
    "unused": "ongebruikte onderdelen",
}
"""Part of a PDF file, beside what its pages show, to its name."""

FILE_FINDINGS: dict[str, str] = {
    "action": "actie",
    "annotation": "aantekening",
    "appended": "gegevens voor of na het bestand",
    "attachment": "bijlage",
    "author": "naam van de maker",
    "comment": "opmerking of aantekening",
    "damaged": "beschadiging",
    "earlier-version": "eerdere versie",
    "encrypted": "beveiliging",
    "font-glyphs": "lettertype met letters die nergens staan",
    "font-map": "lettertype met codes die nergens staan",
    "font-names": "lettertype met namen van letters die nergens staan",
    "font-unread": "tekst in een lettertype dat niet te lezen is",
    "font-widths": "lettertype met breedtes van letters die nergens staan",
    "form": "formulier",
    "hidden-layer": "verborgen laag",
    "metadata": "metadata",
    "outside-objects": "gegevens tussen de onderdelen van het bestand",
    "picture-copy": "kopie van een afbeelding",
    "picture-data": "gegevens in een foto",
    "private-data": "gegevens van een programma",
    "properties": "documenteigenschap",
    "script": "script",
    "thumbnail": "miniatuur van een bladzijde",
    "unknown-part": "onbekend onderdeel",
    "unused-object": "ongebruikt onderdeel",
    "unused-picture": "ongebruikte afbeelding",
}
"""What a published file should not hold, to its name."""
FILE_FINDING_PLACE = "{finding} ({count})"

REDACTED_SPOKEN = "gelakt: {label}"
"""What a screen reader says of a redaction."""
STATEMENTS = {
    LabelPlace.PAGE: "Alle op deze pagina gelakte tekst is gelakt {grounds}",
    LabelPlace.DOCUMENT: "Alle in dit document gelakte tekst is gelakt {grounds}",
}
"""What is printed once for all redactions of a page or document (``cited_grounds``)."""
SEE_LEGEND = "(zie de legenda)"
DOCUMENT_REFUSED = "Dit document is in zijn geheel geweigerd {grounds}."
REFUSED_FACTS = ("Titel", "Datum", "Aantal bladzijden")
REFUSED_GROUNDS = ("Grond", "Betekenis")
"""The page in the place of a document that is refused whole."""

PDF_TITLE = "Document {number}"
"""Title in the properties of a published PDF."""

CERTIFICATE = "Verificatierapport"
CERTIFICATE_EXPLAINED = (
    "Lakmoes heeft dit bestand opnieuw gelezen, ook met andere programma's dan waarmee het is gemaakt. Dit rapport"
    " noemt plaatsen, geen tekst uit het document."
)
CERTIFICATE_PASSED = "Geslaagd: alle controles zijn in orde."
CERTIFICATE_FAILED = "Niet geslaagd: publiceer dit bestand niet."
CERTIFICATE_FOOT = (
    "Een controle die slaagt, zegt niets over wat niet is gelakt. Dat oordeel blijft mensenwerk."
)
OUTCOME_PASSED, OUTCOME_WARNING, OUTCOME_FAILED = "goed", "let op", "fout"
MORE_PLACES, MANY_PLACES = "en nog {count}", "{count} plaatsen"
FILE_FACT, SHA_FACT, PLAN_FACT = "Bestand", "SHA-256", "Lakplan"
DOCUMENT_FACT, PAGES_FACT, MARKS_FACT, NOTES_FACT = "Document", "Bladzijden", "Lakkingen", "Verwijderd"
"""What stands on the verification report of one file."""

MAIL = "E-mail"
MAIL_THREAD = "E-mailwisseling"
WITHOUT_SUBJECT = "zonder onderwerp"
REDACTED_IN_NAME = "gelakt"

RELATIONS: dict[str, str] = {
    "draft_of": "conceptversie van {number}",
    "final_of": "definitieve versie van {number}",
    "earlier_version_of": "eerdere versie van {number}",
    "near_duplicate_of": "vrijwel gelijk aan {number}",
    "contained_in": "opgenomen in {number}",
    "shares_text_with": "deels gelijk aan {number}",
    "version_of": "versie van {number}",
    "attachment_of": "bijlage bij {number}",
    "reply_to": "antwoord op {number}",
}
"""Type of a relation (``threads.RelationType``, or what people decided) to the words of the inventory."""
DRAFTS_OF = "conceptversies van {number}"
"""For a draft of more than one document."""


JUDGEMENTS: dict[Judgement, str] = {
    Judgement.PUBLIC: "openbaar",
    Judgement.PARTLY_PUBLIC: "gedeeltelijk openbaar",
    Judgement.NOT_PUBLIC: "niet openbaar",
    Judgement.ALREADY_PUBLIC: "reeds openbaar",
    Judgement.DUPLICATE: "reeds beoordeeld",
    Judgement.OUT_OF_SCOPE: "buiten reikwijdte",
    Judgement.SUSPENDED: "opgeschort",
    Judgement.UNDETERMINED: "nog te beoordelen",
}

ALREADY_PUBLIC_AT = "reeds openbaar: {link}"
OTHER_GROUNDS = "ook op grond van {grounds}"
REMARK = "Opmerking"
DUPLICATE_OF = "dubbel, zie {number}"
IN_PART = "gedeeltelijk {label}"
AS_A_WHOLE = "geheel {label}"
NOT_HANDLED = "nog niet verwerkt"

INVENTORY = "Inventarislijst"
CONCEPT = "CONCEPT – nog niet beoordeeld"
FINAL = "definitief"
CONCEPT_EXPLAINED = (
    "Deze lijst is gemaakt met voorstellen van de computer. Over een deel daarvan heeft nog niemand besloten."
)
COLUMNS = {
    "number": "Nr",
    "title": "Document",
    "date": "Datum",
    "judgement": "Beslissing",
    "grounds": "Weigeringsgrond",
    "remarks": "Opmerkingen",
    "kind": "Soort",
    "pages": "Bladzijden",
    "redactions": "Aantal lakkingen",
    "relation": "Relatie",
    "link": "Vindplaats",
    "file": "Bestand",
    "sha256": "SHA-256",
    "status": "Status",
}
"""Columns of the inventory list."""
COLUMN_NAMES = {
    "number": "nr",
    "title": "document",
    "date": "datum",
    "judgement": "beslissing",
    "grounds": "weigeringsgrond",
    "remarks": "opmerkingen",
    "kind": "soort",
    "pages": "bladzijden",
    "redactions": "lakkingen",
    "relation": "relatie",
    "link": "vindplaats",
    "file": "bestand",
    "sha256": "sha256",
    "status": "status",
}
"""Column to the name by which people ask for it."""
LEGEND = "Legenda"
LEGEND_COLUMNS = {"code": "Grond", "printed": "In het document", "label": "Omschrijving", "text": "Wettekst"}
TOTALS = "Totalen"
TOTAL_DOCUMENTS, TOTAL_PAGES, TOTAL_REDACTIONS = "Documenten", "Bladzijden", "Lakkingen"
TOTAL_COLUMNS = ("Onderdeel", "Aantal")
DOCUMENTS_WITH = "Documenten met {ground}"
PAGE_OF = ("Bladzijde ", " van ")
REQUEST_NUMBERED = "{law}-verzoek {number}"
REQUEST_UNNUMBERED = "{law}-verzoek"
REQUEST_DATED = "verzoek van {day}"
DECISION_DATED = "besluit van {day}"
JUDGED_UNDER = "Beoordeeld op grond van de {title} ({name})"

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


LAW_SOURCES = {
    "command": "opgegeven met --law",
    "settings": "staat in dossier.toml",
    "decision-date": "volgt uit de datum van het besluit in dossier.toml",
    "default": "geen wet of datum opgegeven; de Wob is dan de standaard",
}
"""What settled the law of a dossier (``dossier.settings.LawSource``) to its wording."""

OWN_PLACES = {"text": "geselecteerde tekst", "box": "getekend vak", "document": "besluit over het document"}
"""A place of one's own to its name."""

REVIEWER_ROLES: dict[ReviewerRole, str] = {
    ReviewerRole.HANDLER: "behandelaar",
    ReviewerRole.REVIEWER: "tweede beoordelaar",
}
VERDICTS: dict[Verdict, str] = {Verdict.REDACT: "lakken", Verdict.KEEP: "laten staan"}
OPINIONS: dict[Opinion, str] = {Opinion.AGREE: "akkoord", Opinion.QUESTION: "vraag"}
PROGRESS: dict[DocumentProgress, str] = {
    DocumentProgress.OPEN: "open",
    DocumentProgress.FINISHED: "afgerond",
    DocumentProgress.FINAL: "definitief",
}

TO_FILL_IN = "[vul aan"
"""How a standard motivation begins what a person must fill in; it ends with ``]``."""

BLOCKS: dict[str, tuple[str, str]] = {
    # of a document
    "open": (
        "over 1 voorstel is nog niet beslist. Lak het of laat het staan.",
        "over {count} voorstellen is nog niet beslist. Lak ze of laat ze staan.",
    ),
    "stale": (
        "de tekst bij 1 besluit is veranderd. Beslis opnieuw of trek het besluit in.",
        "de tekst bij {count} besluiten is veranderd. Beslis opnieuw of trek de besluiten in.",
    ),
    "questioned": (
        "de tweede beoordelaar stelt een vraag. Beantwoord die of beslis opnieuw.",
        "de tweede beoordelaar stelt {count} vragen. Beantwoord ze of beslis opnieuw.",
    ),
    "unseen": (
        "deze bladzijde heeft nog niemand bekeken. Open de bladzijde.",
        "{count} bladzijden heeft nog niemand bekeken. Open ze.",
    ),
    "unread": (
        "deze bladzijde kan niet door een machine worden gelezen. Lees de bladzijde zelf: lak wat nodig is, of besluit dat de hele bladzijde leesbaar blijft.",
        "{count} bladzijden kunnen niet door een machine worden gelezen. Lees ze zelf: lak wat nodig is, of besluit dat de hele bladzijde leesbaar blijft.",
    ),
    "pictured": (
        "op deze bladzijde staat een afbeelding die niet is doorzocht. Bekijk de bladzijde zelf.",
        "op {count} bladzijden staat een afbeelding die niet is doorzocht. Bekijk ze zelf.",
    ),
    "not-handled": (
        "dit document kan niet worden verwerkt. Lever een ander bestand aan, of beslis over het document als geheel.",
        "{count} documenten kunnen niet worden verwerkt. Lever andere bestanden aan, of beslis over elk document als geheel.",
    ),
    "public-with-redactions": (
        "u besloot dat dit document openbaar is, maar er is 1 lakking. Laat die tekst staan of verander het oordeel.",
        "u besloot dat dit document openbaar is, maar er zijn {count} lakkingen. Laat die teksten staan of verander het oordeel.",
    ),
    "suspended": (
        "dit document is opgeschort en wordt nu niet gepubliceerd. Beslis erover als de zienswijze er is.",
        "{count} documenten zijn opgeschort en worden nu niet gepubliceerd. Beslis erover als de zienswijzen er zijn.",
    ),
    "not-finished": (
        "dit document is nog niet afgerond. Rond het af als alles klopt.",
        "{count} documenten zijn nog niet afgerond. Rond ze af als alles klopt.",
    ),
    "not-final": (
        "dit document is nog niet definitief. Laat een tweede beoordelaar het beoordelen.",
        "{count} documenten zijn nog niet definitief. Laat een tweede beoordelaar ze beoordelen.",
    ),
    # of the dossier
    "documents-not-finished": (
        "1 document is nog niet afgerond. Rond het af als alles klopt.",
        "{count} documenten zijn nog niet afgerond. Rond ze af als alles klopt.",
    ),
    "documents-not-final": (
        "1 document is afgerond maar nog niet definitief. Laat een tweede beoordelaar het beoordelen.",
        "{count} documenten zijn afgerond maar nog niet definitief. Laat een tweede beoordelaar ze beoordelen.",
    ),
    "motivation-missing": (
        "grond {ground} is niet gemotiveerd. Schrijf een motivering voor het hele dossier of bij deze plek.",
        "grond {ground} is op {count} plekken niet gemotiveerd. Schrijf een motivering voor het hele dossier of bij elke plek.",
    ),
    "motivation-incomplete": (
        "in de motivering van grond {ground} moet u nog iets aanvullen. Zoek naar [vul aan ...] en schrijf daar wat in dit dossier geldt.",
        "in de motivering van grond {ground} moet u nog iets aanvullen; dat geldt voor {count} plekken. Zoek naar [vul aan ...] en schrijf daar wat in dit dossier geldt.",
    ),
    "inconsistent": (
        "over dezelfde tekst is op verschillende plekken anders beslist. Bekijk dit bij Verschillen en kies wat geldt.",
        "over {count} teksten is op verschillende plekken anders beslist. Bekijk ze bij Verschillen en kies wat geldt.",
    ),
    # what the law asks (``review.legal``)
    "no-ground": (
        "bij dit document staat geen grond voor het weigeren. Kies bij elke lakking of bij de weigering een grond.",
        "bij {count} documenten staat geen grond voor het weigeren. Kies bij elke lakking of weigering een grond.",
    ),
    "partly-without-redactions": (
        "u besloot dat dit document gedeeltelijk openbaar is, maar er is niets gelakt. Lak wat niet openbaar is of verander het oordeel.",
        "u besloot dat {count} documenten gedeeltelijk openbaar zijn, maar daarin is niets gelakt. Lak wat niet openbaar is of verander het oordeel.",
    ),
    "ground-not-in-document": (
        "grond {detail} staat bij dit document op de inventarislijst, maar bij geen lakking. Herstel het oordeel of de lakkingen en publiceer opnieuw.",
        "bij {count} documenten staat een grond op de inventarislijst die bij geen lakking staat. Herstel het oordeel of de lakkingen en publiceer opnieuw.",
    ),
    "ground-not-on-inventory": (
        "grond {detail} staat bij een lakking, maar niet bij dit document op de inventarislijst. Herstel het oordeel of de lakkingen en publiceer opnieuw.",
        "bij {count} documenten staat een grond bij een lakking die niet op de inventarislijst staat. Herstel het oordeel of de lakkingen en publiceer opnieuw.",
    ),
    "ground-not-printed": (
        "grond {detail} staat op de inventarislijst, maar is in het gelakte bestand niet te lezen. Publiceer opnieuw en bekijk het bestand.",
        "in {count} gelakte bestanden is een grond van de inventarislijst niet te lezen. Publiceer opnieuw en bekijk de bestanden.",
    ),
    "grounds-together": (
        "grond {ground} staat bij dezelfde passage als {detail}, en dat mag niet. Kies een van beide.",
        "bij {count} passages staat een grond naast een andere waarmee die niet samen mag ({ground} naast {detail}). Kies steeds een van beide.",
    ),
    "grounds-together-whole": (
        "dit document is als geheel geweigerd op grond {ground} en ook op {detail}. Voor dezelfde informatie mag dat niet: leg in de reden uit welke informatie onder welke grond valt.",
        "{count} documenten zijn als geheel geweigerd op gronden die voor dezelfde informatie niet samen mogen. Leg in de reden uit welke informatie onder welke grond valt.",
    ),
    "term-missing": (
        "grond {ground} is tijdelijk, maar de motivering noemt geen datum of termijn. Schrijf erbij wanneer de informatie alsnog openbaar wordt.",
        "grond {ground} is tijdelijk, maar voor {count} plekken noemt de motivering geen datum of termijn. Schrijf erbij wanneer de informatie alsnog openbaar wordt.",
    ),
    "term-past": (
        "de datum in de motivering van grond {ground} ligt niet na het besluit. Maak de informatie openbaar of noem een latere datum.",
        "voor {count} plekken ligt de datum in de motivering van grond {ground} niet na het besluit. Maak de informatie openbaar of noem een latere datum.",
    ),
    "old-not-motivated": (
        "deze informatie is ouder dan vijf jaar. Schrijf bij grond {ground} waarom die ondanks het tijdsverloop nog geldt (artikel 5.3 Woo).",
        "op {count} plekken is de informatie ouder dan vijf jaar. Schrijf bij grond {ground} waarom die ondanks het tijdsverloop nog geldt (artikel 5.3 Woo).",
    ),
    "no-decision-date": (
        "in dossier.toml staat geen datum van het besluit of het verzoek. Zonder datum is niet na te gaan of 1 document met een weigering ouder is dan vijf jaar.",
        "in dossier.toml staat geen datum van het besluit of het verzoek. Zonder datum is niet na te gaan of {count} documenten met een weigering ouder zijn dan vijf jaar.",
    ),
    "age-unknown": (
        "van dit document is geen datum bekend. Ga na of het ouder is dan vijf jaar: dan is een extra motivering nodig (artikel 5.3 Woo).",
        "van {count} documenten is geen datum bekend. Ga na of ze ouder zijn dan vijf jaar: dan is een extra motivering nodig (artikel 5.3 Woo).",
    ),
    "formal-decision": (
        "dit lijkt een stuk voor een besluit van een minister, een college of een ander bestuur. Ga na of persoonlijke beleidsopvattingen onherleidbaar openbaar moeten worden (artikel 5.2, derde lid, Woo).",
        "{count} documenten lijken stukken voor een besluit van een minister, een college of een ander bestuur. Ga na of persoonlijke beleidsopvattingen onherleidbaar openbaar moeten worden (artikel 5.2, derde lid, Woo).",
    ),
    "draft-without-reason": (
        "dit concept is geheel gelakt, maar er is geen reden bij geschreven. Beslis over het document als geheel en schrijf waarom.",
        "{count} concepten zijn geheel gelakt, maar er is geen reden bij geschreven. Beslis over elk document als geheel en schrijf waarom.",
    ),
    "draft-reason-thin": (
        "de reden zegt alleen dat dit een concept is. Schrijf waarom de inhoud niet openbaar wordt, ook niet voor een deel.",
        "bij {count} documenten zegt de reden alleen dat het een concept is. Schrijf waarom de inhoud niet openbaar wordt, ook niet voor een deel.",
    ),
    "chain-refused-whole": (
        "dit document bestaat uit {detail} berichten en is als geheel geweigerd. Beoordeel elk bericht apart.",
        "{count} documenten bestaan uit meer berichten en zijn als geheel geweigerd. Beoordeel elk bericht apart.",
    ),
    "copy-disclosed": (
        "dit document is geweigerd, maar de tekst staat ook in document {detail}, dat wel wordt gepubliceerd. Beslis over beide hetzelfde.",
        "{count} geweigerde documenten staan ook in een document dat wel wordt gepubliceerd. Beslis over beide hetzelfde.",
    ),
    # of the decision letter
    "letter-lacks": (
        "dit document valt volgens de inventarislijst onder grond {ground}, maar het besluit noemt het daar niet. Pas het besluit of het oordeel aan.",
        "{count} documenten vallen volgens de inventarislijst onder grond {ground}, maar het besluit noemt ze daar niet. Pas het besluit of het oordeel aan.",
    ),
    "letter-adds": (
        "het besluit noemt dit document bij grond {ground}, maar op de inventarislijst staat die grond er niet bij. Pas het besluit of het oordeel aan.",
        "het besluit noemt {count} documenten bij een grond die op de inventarislijst niet bij die documenten staat. Pas het besluit of het oordeel aan.",
    ),
    "letter-unknown-document": (
        "het besluit noemt bij grond {ground} document {detail}, dat niet op de inventarislijst staat. Verbeter het nummer.",
        "het besluit noemt {count} documenten die niet op de inventarislijst staan. Verbeter de nummers.",
    ),
    "letter-no-ground": (
        "grond {ground} staat op de inventarislijst bij document {detail}, maar komt in het besluit niet voor. Motiveer de grond in het besluit.",
        "grond {ground} staat op de inventarislijst bij {count} documenten ({detail}), maar komt in het besluit niet voor. Motiveer de grond in het besluit.",
    ),
    "letter-no-numbers": (
        "het besluit noemt bij grond {ground} geen documenten. Noem document {detail}, of verwijs naar de inventarislijst.",
        "het besluit noemt bij grond {ground} geen documenten. Noem de {count} documenten ({detail}), of verwijs naar de inventarislijst.",
    ),
    "letter-other-ground": (
        "het besluit noemt grond {ground}, die op de inventarislijst bij geen document staat. Haal de grond uit het besluit of pas het oordeel aan.",
        "het besluit noemt {count} keer grond {ground}, die op de inventarislijst bij geen document staat. Haal de grond uit het besluit of pas het oordeel aan.",
    ),
}
"""Code of what blocks publication (``review.blocking``) to what is wrong and what to do: for one, and for more."""
BLOCK_PLACE, BLOCK_PLACES = (
    "Document {document}, bladzijde {page}",
    "Document {document}, vanaf bladzijde {page}",
)
BLOCK_DOCUMENT = "Document {document}"

TRAIL_COLUMNS = (
    "Nr",
    "Tijd",
    "Naam",
    "Rol",
    "Document",
    "Bladzijde",
    "Waarover",
    "Eerst",
    "Nu",
    "Maakt ongedaan",
    "Later ongedaan gemaakt",
)
YES = "ja"
TRAIL_SUBJECTS = {
    "suggestion": "voorstel ({kind})",
    "own-text": "geselecteerde tekst",
    "own-box": "getekend vak",
    "person": "persoon {person}",
    "merge": "persoon {other} is persoon {person}",
    "split": "een deel van de schrijfwijzen van persoon {person}",
    "judgement": "oordeel over het document",
    "relation": "verband met een ander document",
    "motivation": "motivering van grond {ground}",
    "motivation-place": "motivering van grond {ground} op een plek",
    "completion": "voortgang van het document",
    "seen": "bladzijde",
    "assessment": "tweede beoordeling",
    "remark": "opmerking",
    "sample": "steekproef van wat niet is gelakt",
    "answer": "vraag in de steekproef",
    "other": "overig",
}
"""What an entry of the log is about."""
TRAIL_WORDS = {
    "grounds": "op grond van {grounds}",
    "extent": "met andere grenzen",
    "remark": "opmerking: {text}",
    "reason": "reden: {text}",
    "role": "rol: {role}",
    "imported": "overgenomen uit {file}",
    "everywhere": "overal {verdict}",
    "link": "te vinden op {link}",
    "duplicate": "dubbel van {number}",
    "merged": "samengevoegd",
    "split": "apart gezet",
    "no-relation": "geen verband",
    "seen": "bekeken",
    "question": "vraag: {text}",
    "drawn": "{size} van {population} {unit}, startgetal {seed}",
    "missed": "iets gemist",
    "not-missed": "niets gemist",
    "withdrawn": "ingetrokken",
}
"""What an entry of the log says."""

SAMPLE_UNITS: dict[SampleUnit, tuple[str, str]] = {
    SampleUnit.SENTENCE: ("zin", "zinnen"),
    SampleUnit.PAGE: ("bladzijde", "bladzijden"),
}

STOPPED = "Gestopt. Wat klaar is, is bewaard: geef dezelfde opdracht om verder te gaan."

STOPPED_SERVING = "Gestopt. Wat is besloten, is bewaard."
APP_AT = "Het dossier staat open op:"
APP_STOPS = "Stoppen: Ctrl-C. Alles wat u beslist, is meteen bewaard."

DOCTOR = {
    "grounds": "gronden en beleid (grounds/)",
    "ocr": "gegevens om scans te lezen",
    "font": "lettertype voor de gronden in de lakking",
    "model": "model dat namen en nummers vindt",
    "offline": "geen netwerk gebruikt",
}
"""Part of the installation to its name."""

GROUND_TYPES = {
    GroundType.ABSOLUTE: "absoluut",
    GroundType.RELATIVE: "relatief",
    GroundType.LABEL: "geen grond",
}

RANGE = "{first} tot en met {last}"
ARTICLE, PARAGRAPH, LETTER_PART, OF_LAW = (
    "artikel {article}",
    "{ordinal} lid",
    "aanhef en onder {letter}",
    "van de {law}",
)
ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende")
"""How a decision cites the law and lists documents."""

LETTER_TITLE = "Besluit op {law}-verzoek {number}"
LETTER_PAGE = "bladzijde {page} van het besluit"
OF_DOCUMENT, OF_PAGE = "Bij document {document}", "Bij document {document}, bladzijde {page}"
JUDGEMENT_FIELDS: dict[Judgement, str] = {
    Judgement.PUBLIC: "openbaar",
    Judgement.PARTLY_PUBLIC: "gedeeltelijk_openbaar",
    Judgement.NOT_PUBLIC: "niet_openbaar",
    Judgement.DUPLICATE: "dubbel",
    Judgement.OUT_OF_SCOPE: "buiten_reikwijdte",
    Judgement.SUSPENDED: "opgeschort",
    Judgement.UNDETERMINED: "nog_te_beoordelen",
}
"""Judgement to the field of a letter's template with the numbers of its documents."""
ROLE_NAMES = {
    "advocaat_generaal": "advocaat-generaal",
    "commissaris_van_de_koning": "commissaris van de Koning",
    "directeur_generaal": "directeur-generaal",
    "inspecteur_generaal": "inspecteur-generaal",
    "mandaat": "ondertekenaar met openbaar mandaat",
    "partij_in_rechtspraak": "partij in gepubliceerde rechtspraak",
    "auteur": "auteur van een gepubliceerd werk",
    "procureur_generaal": "procureur-generaal",
    "secretaris_generaal": "secretaris-generaal",
}
"""Token of a role whose names stay readable to its name, where that is not the token itself."""

CONCEPT_FILE = "CONCEPT - NIET PUBLICEREN.txt"
CONCEPT_PACKAGE = "Dit pakket is een concept. Er is nog niet over alles beslist. Publiceer het niet.\n"
INTERNAL_FILE = (
    "Dit is het interne dossier. Er staan namen van beoordelaars in en wat zij opschreven. Publiceer het niet.\n"
    "Wie de map van het dossier heeft, controleert de originelen met: sha256sum -c originelen.sha256.txt\n"
)
DOSSIER_TITLE = "Besluit op {law}-verzoek {number}"
PACKAGE_WITHOUT = {
    "letter": "het besluit. `lakmoes letter` maakt het.",
    "metadata": "metadata (DiWoo). Zet decision_date in dossier.toml, en name onder [publisher].",
    "platform": "bestanden voor het landelijke platform. Die komen er als het dossier klaar is en matter onder [platform] staat.",
}
"""Part of a package to what is said where it is not in it (``workflow.packaging``)."""

NOT_SHOWN = "niet getoond"
"""Label of what a third party is not shown."""
PROPOSAL = "Voorstel: {what}"
PROPOSED_PUBLIC = "openbaar maken"
PROPOSED_WITHHELD = "niet openbaar maken, {grounds} {law}"
PROPOSED_PARTLY = "openbaar maken, behalve {count} in een rood kader: {withheld}"
CONSULTATION_TITLE = "Verzoek om uw zienswijze"
CONSULTATION_BODY = "[vul aan: het bestuursorgaan]"
CONSULTATION_TEXT = (
    "Aan: {party}",
    "{body} behandelt een verzoek om documenten openbaar te maken ({request}). In de bijgevoegde documenten staat"
    " informatie over u. Voordat wij beslissen, kunt u zeggen wat u van het voorstel vindt.",
    "U ziet alleen de stukken tekst die over u gaan, met een blauw kader. Een rood kader staat om wat wij volgens het"
    " voorstel niet openbaar maken. Al het andere is zwart gemaakt. De rest van de bladzijde kan wel openbaar worden.",
    "Bent u het niet eens met het voorstel? Schrijf dan per stuk tekst waarom, en welk nadeel u verwacht. Stuur uw"
    " zienswijze voor [vul aan: datum] naar [vul aan: adres].",
    "Dit zijn voorstellen en nog geen besluit. De documenten zijn niet openbaar: deel ze niet met anderen.",
)
CONSULTATION_COLUMNS = ("Nr", "Document", "Bladzijde", "Voorstel", "Bestand")
"""The letter and the list with which a third party is asked for its view."""

STAGES = {"analyse": "Lezen en zoeken", "redact": "Lakken en controleren"}


BLOCKED_GROUNDS = {
    "motivation-missing": "{count} gronden zijn niet gemotiveerd. Schrijf voor elke grond waarom die hier geldt.",
    "motivation-incomplete": "In de motivering van {count} gronden moet u nog iets aanvullen.",
}
"""Code of a block to its words where it is about several grounds."""


def error_text(code: str, locators: Mapping[str, object]) -> str:
    """The message of an error: what is wrong and what to do."""
    return ERRORS[code].format(**locators)


def counted(count: int, one: str, more: str) -> str:
    """A number with its noun: ``1 voorstel``, ``12 voorstellen``."""
    return f"{count} {one if count == 1 else more}"


def written_date(day: date | None) -> str:
    """The date as an inventory writes it (``3 september 2020``), empty without one."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def unread_pages(numbers: Sequence[int]) -> str:
    """Which pages no machine could read, and that a person must."""
    if len(numbers) == 1:
        return f"bladzijde {numbers[0]} kon niet worden gelezen: lees zelf"
    return f"bladzijden {listed([str(number) for number in numbers])} konden niet worden gelezen: lees zelf"


def pictured_pages(numbers: Sequence[int]) -> str:
    """Which pages hold a picture that no machine searched, and that a person must look at."""
    where = (
        f"bladzijde {numbers[0]}" if len(numbers) == 1 else f"bladzijden {listed([str(n) for n in numbers])}"
    )
    return f"afbeelding op {where} is niet doorzocht: bekijk die zelf"


def open_suggestions(count: int) -> str:
    """How many suggestions nobody has decided on."""
    return f"{counted(count, 'voorstel', 'voorstellen')} nog niet beoordeeld"


def draft_reason(numbers: Sequence[str], evidence: str) -> str:
    """Why a document might be refused as a whole: of which documents it is a draft, and how that is known."""
    return f"conceptversie van {listed(numbers)}: {evidence}"


def messages_in_common(places: Sequence[tuple[int, int]], own: int, others: int) -> str:
    """Which messages of a document stand in another one, and as which of its messages, counted from 1."""
    one, other = ([str(pair[side]) for pair in places] for side in (0, 1))
    word, verb = ("bericht", "staat") if len(places) == 1 else ("berichten", "staan")
    return f"{word} {listed(one)} (van {own}) {verb} ook daarin, als {listed(other)} (van {others})"


def relation_text(pairs: Iterable[tuple[str, object]]) -> str:
    """How a document relates to others, from types and numbers: ``conceptversies van 1, 2 en 7; bijlage bij 4``."""
    others: dict[str, list[str]] = {}
    for kind, other in pairs:
        others.setdefault(kind, []).append(str(other))
    return "; ".join(
        (DRAFTS_OF if kind == "draft_of" and len(numbers) > 1 else RELATIONS[kind]).format(
            number=listed(numbers)
        )
        for kind, numbers in others.items()
    )


def is_draft(relation: str) -> bool:
    """Whether a relation, as the inventory words it, says that the document is a draft of another one."""
    forms = (RELATIONS["draft_of"], DRAFTS_OF)
    return relation.startswith(tuple(form.partition("{")[0] for form in forms))


def cited_grounds(codes: Sequence[str], law: str, labels: Sequence[str]) -> str:
    """Why something is redacted: ``o.g.v. 10.2.e en 11.1 Wob of wegens: buiten reikwijdte verzoek``."""
    refused = [f"o.g.v. {listed(codes)} {law}"] if codes else []
    return " of ".join((*refused, *([f"wegens: {listed(labels)}"] if labels else [])))


def document_refused(page_count: int) -> str:
    """What the page in the place of a document says of its pages; 0 where they could not be counted."""
    one, more = (
        "Deze bladzijde komt in de plaats van de bladzijde",
        "Deze ene bladzijde komt in de plaats van de",
    )
    of = {0: "Deze bladzijde komt in de plaats", 1: one}
    counted_pages = f"{more} {written_number(page_count)} bladzijden"
    return f"{of.get(page_count, counted_pages)} van het document."


def pages_refused(first: int, count: int, grounds: str) -> str:
    """What stands in the place of pages that are refused whole; they count from 1."""
    if count == 1:
        return f"Bladzijde {first} van dit document is in haar geheel geweigerd {grounds}. Deze mededeling komt ervoor in de plaats."
    return (
        f"De bladzijden {first} tot en met {first + count - 1} van dit document zijn in hun geheel geweigerd {grounds}. "
        f"Deze ene bladzijde komt in de plaats van die {written_number(count)} bladzijden."
    )


def refusal_proposed(codes: Sequence[str], law: str, reason: str) -> str:
    """The remark on the inventory that a document might be refused as a whole."""
    return f"voorstel, beoordeel zelf: weigeren als geheel, {', '.join(codes)} {law} ({reason})"


ANNOTATIONS = {
    "unchanged": "niet veranderd",
    "accepted": "akkoord",
    "rejected": "toch niet lakken",
    "moved": "verplaatst",
    "other_ground": "andere grond",
    "added": "toegevoegd",
}
"""What annotations that came back were (``exchange.annotations.Account``)."""


def account_text(counts: Mapping[str, int]) -> str:
    """What came back, in one line: ``12 niet veranderd, 3 toegevoegd``."""
    parts = [f"{count} {ANNOTATIONS[what]}" for what, count in counts.items() if count]
    return ", ".join(parts) or "geen annotaties"


def listed(items: Sequence[str]) -> str:
    """The items as a sentence lists them: ``a, b en c``."""
    return f"{', '.join(items[:-1])} en {items[-1]}" if len(items) > 1 else "".join(items)


def block_text(code: str, *, document: str | None, page: int | None, count: int, **words: str) -> str:
    """What blocks publication: where, what is wrong and what to do. Pages count from 1.

    ``words`` are the ``ground`` and the ``detail`` that it is about, where it is about any.
    """
    one, more = BLOCKS[code]
    known = {"ground": "", "detail": ""} | words
    text = (one if count == 1 else more).format(count=written_number(count), **known)
    if document is None:
        return text[0].upper() + text[1:]
    place = BLOCK_DOCUMENT if page is None else BLOCK_PLACE if count == 1 else BLOCK_PLACES
    return f"{place.format(document=document, page=page)}: {text}"


def written_number(number: int) -> str:
    """A whole number as Dutch writes it: ``12.480``."""
    return f"{number:,}".replace(",", ".")


def sample_outcome(unit: SampleUnit, *, population: int, size: int, missed: int, bound: int | None) -> str:
    """What a sample says of the whole dossier; without a bound it is not complete yet."""
    one, more = SAMPLE_UNITS[unit]
    drawn = f"{written_number(size)} van de {written_number(population)} {more} zijn willekeurig gekozen"
    if bound is None:
        return f"{drawn}. Beoordeel ze allemaal; daarna staat hier wat de steekproef zegt."
    found = f"in {written_number(missed) if missed else 'geen'} daarvan was iets gemist"
    most = f"{written_number(bound)} {one if bound == 1 else more}"
    if size == population:
        return f"Alle {more} zijn bekeken; {found}. Dit is geen schatting."
    share = f"{100 * bound / population:.1f}".replace(".", ",")
    return (
        f"{drawn} en bekeken; {found}. Met 95 % zekerheid is in het hele dossier in hoogstens {most} iets gemist"
        f" ({share} %), wat al gevonden is meegeteld."
    )


SAMPLE_METHOD = (
    "Methode: exacte eenzijdige bovengrens van 95 % uit de hypergeometrische verdeling (trekken zonder terugleggen)."
    " De uitkomst geldt voor het dossier zoals het was toen de steekproef werd getrokken, en alleen voor tekst die"
    " een machine kon lezen."
)
