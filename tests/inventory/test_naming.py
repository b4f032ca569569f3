import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.inventory.naming import printable, public_title, published_name, without_passages
from tests.builders import document_of

TEXTS = {
    "Vries-Prins, W. (Wietske)": "10.2.e",
    "A. ter Braak": "10.2.e",
    "Marc Winter": "10.2.e",
    "Lot van den Heuvel": "10.2.e",
    "mr. dr. Łucja Wójcik": "10.2.e",
    "Li Chen": "10.2.e",
    "bas": "10.2.e",
    "jan.jansen": "10.2.e",
    "06-12345678": "10.2.e",
    "142256079": "10.2.e",
    "Zandoog": "10.2.g",
    "Engel, Ans": "10.2.e",
    "Kaya-de Winter": "10.2.e",
}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("E-mail: start Zandoog / bevel", "E-mail: start [10.2.g] / bevel"),
        ("Zandoog-proef", "[10.2.g]-proef"),
        ("ZANDOOG", "[10.2.g]"),
        ("Gesprek met Wietske Vries-Prins", "Gesprek met [10.2.e]"),
        ("Gesprek met W. Vries-Prins over huur", "Gesprek met [10.2.e] over huur"),
        ("Vries-Prins, W. over huur", "[10.2.e] over huur"),
        ("Brief van A. ter Braak", "Brief van [10.2.e]"),
        ("Brief van ter Braak", "Brief van [10.2.e]"),
        ("Brief van mr. Ter Braak", "Brief van mr. [10.2.e]"),
        ("memo Wietskes voorstel", "memo [10.2.e]s voorstel"),
        ("van den Heuvel en van den Berg", "[10.2.e] en van den Berg"),
        ("verslag lucja wojcik", "verslag [10.2.e]"),
        ("PVA WÓJCIK", "PVA [10.2.e]"),
        ("vraag van bas", "vraag van [10.2.e]"),
        ("mail Jan Jansen", "mail [10.2.e]"),
        ("bel 06 12 34 56 78", "bel [10.2.e]"),
        ("dossier, BSN 142256079", "dossier, BSN [10.2.e]"),
        ("notitie li chen", "notitie [10.2.e]"),
        ("Wietske, Wietske en Zandoog", "[10.2.e] en [10.2.g]"),
    ],
)
def test_redacted_texts_stand_in_no_title(title, expected):
    assert public_title(title, TEXTS) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Inkoop en winter 2020-2021",
        "Werkconferentie ‘De winter door’",
        "Winterscenario's",
        "Basisregistratie",
        "Prinsheerlijk plan voor de heuvel",
        "Kenmerk 9142256079",
        "Handelingskader, versie 1.0",
    ],
)
def test_other_words_stay_as_they_are(title):
    assert public_title(title, TEXTS) == title


@given(st.sampled_from(sorted(TEXTS)), st.text(string.ascii_lowercase + " ", max_size=20))
def test_a_redacted_text_is_never_left_in_a_title(text, around):
    assert text not in public_title(f"{around} {text} {around}", TEXTS)


@pytest.mark.parametrize(
    ("title", "passages", "expected"),
    [
        ("Memo: wij moeten hier snel van af", ["Wij moeten hier snel van af."], "Memo: [11.1]"),
        ("Wij moeten hier van af", ["Wij moeten hier van af"], "Notitie: [11.1]"),
        ("Memo: plan en wij moeten hier van af nu", ["wij moeten hier van af"], "Memo: plan en [11.1] nu"),
        (
            "Memo: Kader inzet",
            ["Het kader inzet is een draak van een stuk en moet van tafel"],
            "Memo: Kader inzet",
        ),
    ],
)
def test_a_title_that_is_itself_a_redacted_passage_is_redacted(title, passages, expected):
    assert without_passages(title, "Notitie", [(passage, "11.1") for passage in passages]) == expected


@pytest.mark.parametrize(
    ("number", "file_name", "expected"),
    [
        (1, "01_mail.pdf", "01_mail.pdf"),
        (1, "1 mail.pdf", "01_mail.pdf"),
        (1, "001-mail.pdf", "01_mail.pdf"),
        (2, "2.pdf", "02.pdf"),
        (2, "01_mail.pdf", "02_01_mail.pdf"),
        (12, "12-03-2020 brief.pdf", "12_12-03-2020_brief.pdf"),
        (12, "12e verslag.pdf", "12_12e_verslag.pdf"),
        (3, "map/sub/brief élan.pdf", "03_brief_élan.pdf"),
        (3, "e\u0301le\u0300ve.pdf", "03_élève.pdf"),
        (4, 'a<b>:c?"|*.pdf', "04_a_b_c.pdf"),
        (4, "a\u202efdp.pdf", "04_a_fdp.pdf"),
        (5, "con.pdf", "05_con.pdf"),
        (5, "brief . def ..pdf", "05_brief.def.pdf"),
        (6, "mail – definitief.docx", "06_mail_definitief.pdf"),
        (7, "brief jan_jansen.pdf", "07_brief_gelakt.pdf"),
        (7, "BriefJanJansen.pdf", "07_Brief_gelakt.pdf"),
        (7, "bevel_concept_terBraak.pdf", "07_bevel_concept_gelakt.pdf"),
        (7, "PvA Zandoog v09_Wojcik.pdf", "07_PvA_gelakt_v09_gelakt.pdf"),
        (8, "wietske.pdf", "08_gelakt.pdf"),
        (8, "wietske marcwinter.pdf", "08_gelakt.pdf"),
        (9, "winterjas basisplan.pdf", "09_winterjas_basisplan.pdf"),
        (9, "mail_engels.pdf", "09_mail_engels.pdf"),
        (9, "Engels mail.pdf", "09_gelakt_s_mail.pdf"),
    ],
)
def test_a_published_file_has_its_number_and_a_safe_name(number, file_name, expected):
    assert published_name(document_of(number, file_name=file_name), tuple(TEXTS), 1) == expected


@pytest.mark.parametrize(
    ("label", "file_name", "expected"),
    [
        ("5.1", "05.1 plan.pdf", "05.1_plan.pdf"),
        ("5.1", "plan.pdf", "05.1_plan.pdf"),
        ("5a", "5a_plan.pdf", "05a_plan.pdf"),
        ("7", "07_plan.pdf", "07_plan.pdf"),
        ("7", "07.1_plan.pdf", "07_07.1_plan.pdf"),
    ],
)
def test_a_published_file_bears_the_number_that_people_read(label, file_name, expected):
    document = document_of(31, file_name=file_name, label=label)
    assert published_name(document, (), 1) == expected


def test_numbers_are_as_wide_as_the_largest():
    document = document_of(7, file_name="007_mail.pdf")
    assert [published_name(document, (), width) for width in (1, 3, 4)] == [
        "07_mail.pdf",
        "007_mail.pdf",
        "0007_mail.pdf",
    ]


@given(
    st.lists(st.text(min_size=1, max_size=300), min_size=2, max_size=5),
    st.integers(min_value=1, max_value=5),
)
def test_names_are_unique_short_and_safe_whatever_the_files_were_called(stems, width):
    documents = [replace(document_of(n), file_name=f"{stem}.pdf") for n, stem in enumerate(stems, start=1)]
    names = [published_name(document, tuple(TEXTS), width) for document in documents]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert len(name) <= 120
        assert len(name.encode()) <= 255
        assert name.endswith(".pdf")
        assert name[0].isdecimal()
        assert not set(name) & set('<>:"/\\|?*\n\t\0 ')
        assert name == printable(name)
