from datetime import datetime

import pytest

from lakmoes.intake.layout import lines_of
from lakmoes.intake.mail import bare_subject, mail_heads, newest

OUTLOOK = """
Vries, B. de (Bo)

Van:→Vries, B. de (Bo)

Verzonden: donderdag 3 september 2020 16:52

Aan:→Kok, A.; Smit, C.

CC:→Team Beheer
Onderwerp: RE: FW: start proef
Bijlagen:→dagrooster.xlsx

Beste allen,

Akkoord.

From:→Ann Kok <ann@firm.example>

Sent:→Wednesday, September 2, 2020 10:47 PM

To:→Vries, B. de
Subject: start proef
Dear Bo,

See attached.
"""


def heads_of(page_of, text):
    return mail_heads(lines_of(page_of(text)))


def test_reads_dutch_and_english_heads_in_reading_order(page_of):
    heads = heads_of(page_of, OUTLOOK)
    assert [(head.sent, head.subject, head.sure) for head in heads] == [
        (datetime(2020, 9, 3, 16, 52), "RE: FW: start proef", True),
        (datetime(2020, 9, 2, 22, 47), "start proef", True),
    ]


def test_the_newest_mail_may_stand_below_older_ones(page_of):
    text = (
        OUTLOOK
        + "\nVan: Kok, A.\nVerzonden: vrijdag 4 september 2020 08:00\nAan: Bo\nOnderwerp: RE: start proef 2\n"
    )
    head = newest(heads_of(page_of, text))
    assert head
    assert head.subject == "RE: start proef 2"


def test_of_mails_sent_at_one_moment_the_first_counts(page_of):
    mail = "Van: A\nVerzonden: 3-9-2020 10:00\nOnderwerp: {}\n\nHoi\n\n"
    head = newest(heads_of(page_of, mail.format("een") + mail.format("twee")))
    assert head
    assert head.subject == "een"


@pytest.mark.parametrize(
    ("text", "sent", "subject"),
    [
        pytest.param(
            "Van:\nVerzonden:\nAan:\nOnderwerp:\n\nBo Smit\nma 4 januari 2021 9:10\nTeam\nPlanning\n\nDag",
            datetime(2021, 1, 4, 9, 10),
            "Planning",
            id="labels and values in two columns",
        ),
        pytest.param(
            "Van:\nBo de Vries\nVerzonden:\n4 januari 2021 9:10\nAan:\nTeam\nOnderwerp:\nPlanning",
            datetime(2021, 1, 4, 9, 10),
            "Planning",
            id="value under its label",
        ),
        pytest.param(
            "Van: Bo\nVerzonden: 4 januari 2021 9:10\nAan: Kok, A.; Smit, C.; Mol, E.;\nBos, F.; Dam, G.\n"
            "Onderwerp: Planning",
            datetime(2021, 1, 4, 9, 10),
            "Planning",
            id="recipients over two lines",
        ),
        pytest.param(
            "From: Bo\nSubject: Planning\nDate: 2021-01-04T09:10:00\nTo: Ann",
            datetime(2021, 1, 4, 9, 10),
            "Planning",
            id="subject before date",
        ),
        pytest.param(
            "Aan: Ann\nVan: Bo <bo@firm.example>\nDatum: 4-1-2021 9:10\nOnderwerp: Planning",
            datetime(2021, 1, 4, 9, 10),
            "Planning",
            id="recipient first",
        ),
        pytest.param(
            "> Van: Bo\n> Verzonden: 4 januari 2021 9:10\n> Onderwerp: Planning",
            datetime(2021, 1, 4, 9, 10),
            "Planning",
            id="quoted",
        ),
        pytest.param(
            "Planning\n\nBo de Vries <bo@firm.example>→4 januari 2021 om 9:10\nAan: Ann <ann@firm.example>",
            datetime(2021, 1, 4, 9, 10),
            "",
            id="web mail",
        ),
        pytest.param(
            "Op 4 januari 2021 om 9:10 schreef Bo de Vries:",
            datetime(2021, 1, 4, 9, 10),
            "",
            id="sentence above a quoted mail",
        ),
    ],
)
def test_reads_other_ways_to_write_a_head(page_of, text, sent, subject):
    heads = heads_of(page_of, text)
    assert [(head.sent, head.subject, head.sure) for head in heads] == [(sent, subject, True)]


def test_a_subject_runs_on_only_where_its_line_was_full(page_of):
    long = (
        "Onderwerp: RE: verslag van het overleg over de inrichting en de verdeling van ruimten in het nieuwe"
    )
    page = page_of(
        f"Van: Bo\nVerzonden: 4 januari 2021 9:10\n{long}\ngebouw aan de Kade\n\nBeste Ann,\n\n{'x' * 90}"
    )
    [head] = mail_heads(lines_of(page))
    assert head.subject.endswith("in het nieuwe gebouw aan de Kade")
    short = page_of(
        f"Van: Bo\nVerzonden: 4 januari 2021 9:10\nOnderwerp: Verslag\nHierbij de stukken\n\n{'x' * 90}"
    )
    [head] = mail_heads(lines_of(short))
    assert head.subject == "Verslag"


def test_a_memo_has_no_head_that_is_surely_a_mail(page_of):
    heads = heads_of(page_of, "Aan: directie\nVan: Bo\nDatum: 4 januari 2021\nOnderwerp: Planning")
    assert not any(head.sure for head in heads)


def test_a_mail_without_subject_takes_nothing_from_its_text(page_of):
    [head] = heads_of(
        page_of, "Van: Bo\nVerzonden: 4 januari 2021 9:10\nAan: Ann\nOnderwerp:\n\nHallo Ann,\n\nDag"
    )
    assert head.subject == ""


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("RE: FW: Planning", "Planning"),
        ("Antw: RE: Planning", "Planning"),
        ("Re[2]: Planning", "Planning"),
        ("[EXTERN] Fwd: Planning", "Planning"),
        ("***SPAM*** RE: Planning", "Planning"),
        ("Reactie: Planning", "Reactie: Planning"),
        ("RE:", ""),
    ],
)
def test_prefixes_of_answering_are_no_part_of_the_subject(subject, expected):
    assert bare_subject(subject) == expected
