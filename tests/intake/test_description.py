"""Title, date and kind of invented documents, laid out as documents of their kind are."""

from dataclasses import replace
from datetime import date

import pytest

from lakmoes.intake import described, described_as
from lakmoes.intake.titles import title_of_name
from lakmoes.model import DocumentKind, SourceDocument, TextSource

RUNNING = "\n".join(
    ["Dit is lopende tekst die op 14 mei 2019 een datum noemt en daarom lang genoeg doorloopt tot hier."] * 4
)

LETTER = """
Directie Beheer
Postbus 123
2500 AB Den Haag

Ons kenmerk
3182217

Uw brief
14 januari 2021

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 26 januari 2021

Onderwerp Beantwoording van vragen over de inzet van
camera's door gemeenten

Geachte voorzitter,

Hierbij zend ik u de antwoorden op vragen van 3 december 2020.

Hoogachtend,
"""
CITIZEN = """
B. de Vries
Kade 1
1234 AB Elders

Aan het Ministerie van Zaken
Postbus 9, 2500 AB Den Haag

Elders, 18 januari 2021
Betreft: mijn bezwaar van 4 januari

Geachte heer, mevrouw,

Op 2 december 2020 schreef ik u al.

Met vriendelijke groet,
"""
MEMO = (
    """
Dienst Beheer

Aan→directie
Van→Team Plannen
Datum→5 november 2020
Onderwerp→Grondslag voor proef; t.b.v. intern beraad

Kern

"""
    + RUNNING
)
NOTE = (
    """
Ministerie van Zaken – TER BESLISSING

Aan→Minister→Datum→22 februari 2021
Van→Team Plannen→Uiterlijk bij→25 februari 2021

# Vervolg van de proef

1. Aanleiding

"""
    + RUNNING
)
MINUTES = (
    """
Interdepartementaal overleg – vergadering 31

12 november 2020, 08.30–09.35 uur, digitaal

Voorzitter: de secretaris
Aanwezig: Financiën, Zaken

1. Opening

"""
    + RUNNING
)
REPORT = (
    """
CONCEPT 0.6 – 12 oktober 2020 – niet verspreiden

# Handelingskader inzet van camera's
# in de openbare ruimte

1. Inleiding

"""
    + RUNNING
)
COVER = """
# Met vaste hand

Evaluatie van de proef met camera's in drie gemeenten
24 juni 2021
"""
PLANNING = """
Planning proef jan-feb 2021 – bijgewerkt door AW, 4 januari 2021, 08.40 uur

Week→Dag→Vorm→Plaats
1→wo 6 jan→D→Elders
"""
SHEET = """
kosten_def2.xlsx – tabblad 1 – afgedrukt 01-12-2020 15:22

Nr→Soort→Merk→Prijs
1→camera→X→10
2→camera→Y→12
"""
LOG = """
log_export.csv – query door beheer

Vlucht→Datum→Toestel→Vorm
1→12-09-2020→A→B
2→13-09-2020→A→B
"""
CHAT = """
WhatsApp-chat met Team Kade
Geëxporteerd op 1-3-2021

22-01-2021 16:02 - Bo: hoi
22-01-2021 16:03 - Ann: hoi
23-01-2021 09:00 - Bo: morgen?
23-01-2021 09:01 - Ann: ja
"""
SCREENSHOTS = """
Kernteam – schermafdrukken, vrijdag 6 november 2020

Bo 06:51
Goedemorgen
Ann 06:52
Hoi
Bo 06:58
Koffie?
Ann 07:03
Ja
"""
OFFICIAL = """
POLITIE
Onderzoek: 26KADE

PROCES-VERBAAL VAN BEVINDINGEN

Ik, verbalisant, verklaar het volgende. Op woensdag 9 september 2020 was ik daar en ik zag daar een auto.

Waarvan door mij is opgemaakt dit proces-verbaal, dat ik sloot en ondertekende te Elders op
10 september 2020.
"""
NEWS = """
Rijksoverheid | Nieuwsbericht | 09-11-2020 | 12:00

# Meer camera's op stations

Het ministerie koopt camera's. Dat schrijft de minister vandaag aan de Tweede Kamer en dat is nieuws.
"""
ADVICE = (
    """
Kok & Smit advocaten

Vertrouwelijk advies
Aan: ministerie van Zaken
Datum: 14 december 2020
Inzake: klacht over de gunning

1. Vraagstelling

"""
    + RUNNING
)
FORM = """
Steekproef 16 december 2020 – getrokken door Team

# Aanvraag tegemoetkoming – formulier 1 van 4

Geboortedatum→29-01-1988
"""
INTERNAL = """
T.b.v. intern beraad

# Waar staan we, waar moeten we heen?

Van: Team
Aan: directie
Datum: 8 januari 2021
Versie: 3

In het kort
"""
DEBATE = """
Debatmap minister – plenair 14 januari 2021, 10.15 uur
Tabblad 6 Camera's – versie 13 januari 2021

A. Spreektekst

Voorzitter, dank.
"""

TABLE = [
    pytest.param(
        LETTER,
        "10_brief.pdf",
        DocumentKind.LETTER,
        date(2021, 1, 26),
        "Brief aan de Tweede Kamer: Beantwoording van vragen over de inzet van camera's door gemeenten",
        id="letter to parliament",
    ),
    pytest.param(
        CITIZEN,
        "x.pdf",
        DocumentKind.LETTER,
        date(2021, 1, 18),
        "Brief: mijn bezwaar van 4 januari",
        id="citizen",
    ),
    pytest.param(
        MEMO,
        "15.pdf",
        DocumentKind.MEMO,
        date(2020, 11, 5),
        "Memo: Grondslag voor proef; t.b.v. intern beraad",
        id="memo",
    ),
    pytest.param(
        NOTE, "x.pdf", DocumentKind.DECISION_NOTE, date(2021, 2, 22), "Nota: Vervolg van de proef", id="note"
    ),
    pytest.param(
        MINUTES,
        "scan0003.pdf",
        DocumentKind.MINUTES,
        date(2020, 11, 12),
        "Verslag: Interdepartementaal overleg – vergadering 31",
        id="minutes",
    ),
    pytest.param(
        REPORT,
        "x.pdf",
        DocumentKind.REPORT,
        date(2020, 10, 12),
        "Handelingskader inzet van camera's in de openbare ruimte, concept 0.6",
        id="draft report",
    ),
    pytest.param(
        COVER,
        "x.pdf",
        DocumentKind.REPORT,
        date(2021, 6, 24),
        "Met vaste hand – Evaluatie van de proef met camera's in drie gemeenten",
        id="cover",
    ),
    pytest.param(
        PLANNING,
        "x.pdf",
        DocumentKind.PLANNING,
        date(2021, 1, 4),
        "Planning proef jan-feb 2021",
        id="planning",
    ),
    pytest.param(
        SHEET,
        "08_kosten_camera's.pdf",
        DocumentKind.SPREADSHEET,
        date(2020, 12, 1),
        "Kosten camera's",
        id="sheet",
    ),
    pytest.param(LOG, "22_vlieglog.pdf", DocumentKind.SPREADSHEET, None, "Vlieglog", id="log without a date"),
    pytest.param(
        CHAT, "x.pdf", DocumentKind.CHAT, date(2021, 1, 22), "WhatsApp-chat met Team Kade", id="chat"
    ),
    pytest.param(
        SCREENSHOTS, "x.pdf", DocumentKind.CHAT, date(2020, 11, 6), "Chat: Kernteam", id="screenshots"
    ),
    pytest.param(
        OFFICIAL,
        "scan.pdf",
        DocumentKind.OFFICIAL_REPORT,
        date(2020, 9, 10),
        "PROCES-VERBAAL VAN BEVINDINGEN",
        id="official report",
    ),
    pytest.param(
        NEWS,
        "x.pdf",
        DocumentKind.NEWS,
        date(2020, 11, 9),
        "Nieuwsbericht: Meer camera's op stations",
        id="news",
    ),
    pytest.param(
        ADVICE,
        "x.pdf",
        DocumentKind.LEGAL_ADVICE,
        date(2020, 12, 14),
        "Advies: klacht over de gunning",
        id="legal advice",
    ),
    pytest.param(
        FORM,
        "x.pdf",
        DocumentKind.FORM,
        date(2020, 12, 16),
        "Aanvraag tegemoetkoming – formulier 1 van 4",
        id="form",
    ),
    pytest.param(
        INTERNAL,
        "x.pdf",
        DocumentKind.MEMO,
        date(2021, 1, 8),
        "Memo: Waar staan we, waar moeten we heen?, versie 3",
        id="internal memo",
    ),
    pytest.param(DEBATE, "x.pdf", DocumentKind.MEMO, date(2021, 1, 13), "Debatmap minister", id="debate"),
    pytest.param(
        "# Gespreksverslag\n\nWanneer→vrijdag 20 november 2020\nWie→Team",
        "18_gespreksverslag_koepels.pdf",
        DocumentKind.MINUTES,
        date(2020, 11, 20),
        "Gespreksverslag koepels",
        id="heading that says little",
    ),
    pytest.param(
        "25/2/21 – kmr 2.14 – met Team\n\nlater notitie rondgedeeld, 4 blz\n\nmeer krabbels",
        "23_aantekeningen_overleg.pdf",
        DocumentKind.NOTES,
        date(2021, 2, 25),
        "Aantekeningen overleg",
        id="notes",
    ),
    pytest.param(
        "Verslag d.d. 12 november 2020 van het overleg\n\n" + RUNNING,
        "x.pdf",
        DocumentKind.MINUTES,
        date(2020, 11, 12),
        None,
        id="d.d. in a heading",
    ),
    pytest.param(RUNNING, "scan12.pdf", DocumentKind.OTHER, None, None, id="running text only"),
    pytest.param("", "20201103 brief.pdf", DocumentKind.LETTER, date(2020, 11, 3), None, id="file name only"),
]


def document_named(file_name):
    return SourceDocument(
        id="0" * 64, number=1, file_name=file_name, title="", date=None, kind=DocumentKind.OTHER, page_count=1
    )


@pytest.mark.parametrize(("text", "file_name", "kind", "day", "title"), TABLE)
def test_states_title_date_and_kind_as_an_inventory_does(page_of, text, file_name, kind, day, title):
    result = described(document_named(file_name), [page_of(text)], {})
    assert (result.kind, result.date) == (kind, day)
    assert title in (None, result.title)
    assert result.title


@pytest.mark.parametrize(("text", "file_name", "kind", "day", "title"), TABLE)
def test_recognised_text_gives_the_same_date(page_of, text, file_name, kind, day, title):
    page = page_of(text, source=TextSource.OCR)
    assert described(document_named(file_name), [page], {}).date == day


def test_a_thread_has_the_date_and_subject_of_its_newest_mail(page_of):
    first = (
        "Van: A\nVerzonden: maandag 11 januari 2021 08:31\nAan: B\nOnderwerp: FW: offerte\n\nDag,\n\n"
        + RUNNING
    )
    second = (
        "Van: B\nVerzonden: dinsdag 12 januari 2021 10:17\nAan: A\nOnderwerp: RE: FW: offerte proef\n\nDag,"
    )
    result = described(document_named("x.pdf"), [page_of(first), page_of(second, index=1)], {})
    assert (result.kind, result.date) == (DocumentKind.EMAIL, date(2021, 1, 12))
    assert result.title == "E-mailwisseling: offerte proef"


def test_one_mail_is_no_thread_and_may_have_no_subject(page_of):
    text = "Van: A <a@firm.example>\nVerzonden: maandag 11 januari 2021 08:31\nAan: B\n{}\n\nHallo,"
    titles = [
        described(document_named("x.pdf"), [page_of(text.format(subject))], {}).title
        for subject in ("Onderwerp: offerte", "Onderwerp:")
    ]
    assert titles == ["E-mail: offerte", "E-mail zonder onderwerp"]


def test_slides_are_a_presentation_with_title_and_subtitle(page_of):
    pages = [
        page_of(
            "# Tussenbalans\n\nInkoop en winter 2020-2021\nBestuursteam, 19 januari 2021", landscape=True
        ),
        *(page_of("# Stand\n\n- een\n- twee", index=index, landscape=True) for index in range(1, 4)),
    ]
    result = described(document_named("scan.pdf"), pages, {})
    assert (result.kind, result.date) == (DocumentKind.PRESENTATION, date(2021, 1, 19))
    assert result.title == "Presentatie: Tussenbalans – Inkoop en winter 2020-2021"


def test_the_text_goes_before_the_file_name_and_that_before_the_metadata(page_of):
    metadata = {"title": "Microsoft Word - Titel uit metadata.docx", "creationDate": "D:20200101000000"}
    heading = page_of("# Kop uit de tekst\n\n" + RUNNING)
    bare = page_of(RUNNING)
    assert described(document_named("naam_uit_map.pdf"), [heading], metadata).title == "Kop uit de tekst"
    assert described(document_named("naam_uit_map.pdf"), [bare], metadata).title == "Naam uit map"
    result = described(document_named("scan0001.pdf"), [bare], metadata)
    assert (result.title, result.date) == ("Titel uit metadata", None)
    assert described(document_named("scan0001.pdf"), [bare], {}).title == "Overig"


@pytest.mark.parametrize(
    "line",
    [
        "Uw brief: 14 januari 2021",
        "Ontvangen 3 maart 2021",
        "Deadline→2 november 2020",
        "Geboortedatum: 29-01-1988",
    ],
)
def test_dates_of_other_things_are_not_the_documents(page_of, line):
    page = page_of(f"# Notitie over de proef\n\n{line}\n\n{RUNNING}")
    assert described(document_named("x.pdf"), [page], {}).date is None


@pytest.mark.parametrize(
    ("file_name", "title"),
    [
        ("01_mail_start_proef.pdf", "Mail start proef"),
        ("3 - Brief aan B&W.pdf", "Brief aan B&W"),
        ("2020-11-03 verslag.pdf", "2020-11-03 verslag"),
        ("scan0001.pdf", ""),
        ("IMG_20201103_1422.pdf", ""),
        ("document (2).pdf", ""),
        ("12.pdf", ""),
        ("1" * 200 + "x.pdf", "1" * 200 + "x"),
        ("scan" * 60 + "!.pdf", "Scan" + "scan" * 59 + "!"),
    ],
)
def test_a_file_name_makes_a_title_where_it_says_something(file_name, title):
    assert title_of_name(file_name) == title


def test_long_titles_are_cut_between_words(page_of):
    heading = "\n".join("# " + "heel lange kop over van alles en nog wat bij elkaar" for _ in range(4))
    title = described(document_named("x.pdf"), [page_of(heading + "\n\n" + RUNNING)], {}).title
    assert len(title) <= 202
    assert title.endswith(" …")


def test_a_page_on_its_side_through_rotation_counts_as_lying(page_of):
    pages = [replace(page_of("# Kop\n\n- een", index=index), rotation=90) for index in range(4)]
    assert described(document_named("x.pdf"), pages, {}).kind is DocumentKind.PRESENTATION


def test_a_duplicate_is_called_what_its_original_is_called(page_of):
    original = described(document_named("x.pdf"), [page_of(MEMO)], {})
    duplicate = replace(document_named("y.pdf"), number=2, duplicate_of=1)
    result = described_as(duplicate, original)
    assert (result.title, result.date, result.kind) == (original.title, original.date, original.kind)
    assert (result.number, result.file_name, result.duplicate_of) == (2, "y.pdf", 1)
