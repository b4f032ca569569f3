import io
import re
import zipfile

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from lakmoes.errors import UsageError
from lakmoes.grounds import grounds_folder
from lakmoes.letter.comparing import differences
from lakmoes.letter.content import PlaceMotivation, letter_of
from lakmoes.letter.fields import fields_of
from lakmoes.letter.mentions import mentions
from lakmoes.letter.reading import passages_of_word
from lakmoes.letter.template import filled
from lakmoes.model import Judgement
from tests.letter.conftest import WOB, WOO, facts, row

DEFAULT = grounds_folder() / "letter" / "besluit.docx"
WRITTEN = "Daarom weegt dit zwaarder."
ROWS = (
    row(1, "10.2.e"),
    row(2, "10.2.e", "11.1"),
    row(3, "10.2.e"),
    row(4, "11.1", judgement=Judgement.NOT_PUBLIC),
    row(5, judgement=Judgement.ALREADY_PUBLIC, link="https://voorbeeld.nl/?a=1&b=<2>"),
    row(6, judgement=Judgement.OUT_OF_SCOPE),
    row(7),
)


def written(made, template=DEFAULT):
    return filled(template, fields_of(letter_of(made)), "Besluit op Wob-verzoek 2021-0042")


def opened(content):
    return docx.Document(io.BytesIO(content))


def text_of(content):
    document = opened(content)
    cells = [cell.text for table in document.tables for one in table.rows for cell in one.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def template_with(path, *paragraphs):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(path)
    return path


def test_the_letter_says_per_ground_the_law_the_motivation_and_the_documents():
    place = PlaceMotivation(ground="11.1", text="Dit was een advies.", number="4")
    content, _ = written(facts(*ROWS, motivations={"10.2.e": WRITTEN}, places=(place,), roles=("minister",)))
    text = text_of(content)
    for wanted in (
        "Gemeente Voorbeeldstad",
        "Op 25 januari 2021 hebt u",
        "artikel 10, tweede lid, aanhef en onder e, van de Wob",
        WOB.statutory_text("10.2.e"),
        WRITTEN,
        "Deze grond geldt voor de documenten 1 tot en met 3.",
        "Bij document 4: Dit was een advies.",
        "gaat het om: minister.",
        "Stuk 5: https://voorbeeld.nl/?a=1&b=<2>",
        "vallen er dus niet onder: 6.",
        "bezwaar maken",
    ):
        assert wanted in text, wanted
    assert "{" not in text
    assert "ouder dan vijf jaar" not in text
    assert "dubbel" not in text.lower()


def test_what_does_not_occur_has_no_heading():
    content, _ = written(facts(row(1)))
    headings = [
        paragraph.text for paragraph in opened(content).paragraphs if paragraph.style.name == "Heading 1"
    ]
    assert "Wat al openbaar is" not in headings
    assert "Namen die leesbaar blijven" not in headings
    assert "Wij weigeren geen informatie" in text_of(content)


def test_a_concept_says_so_on_each_page():
    for concept in (True, False):
        content, _ = written(facts(*ROWS, concept=concept))
        header = opened(content).sections[0].header.paragraphs[0].text
        assert ("CONCEPT" in header) is concept


def test_old_information_is_motivated_under_the_woo():
    made = facts(row(1, "5.1.2.e"), row(2, "5.2.1"), book=WOO, old={"5.1.2.e": frozenset({1})})
    text = text_of(written(made)[0])
    assert "in de documenten met de nummers 1." in text
    assert "ondanks het tijdsverloop" in text


def test_what_people_must_fill_in_is_yellow_and_counted():
    content, count = written(facts(*ROWS))
    runs = [run for paragraph in opened(content).paragraphs for run in paragraph.runs]
    yellow = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert len(yellow) == count > 5
    assert all(re.fullmatch(r"\[vul aan[^\]]*\]", text) for text in yellow)
    assert sum(run.text.count("[vul aan") for run in runs) == count


def test_titles_cannot_add_fields_or_markup():
    odd = row(1, judgement=Judgement.ALREADY_PUBLIC, title="{{ wet.naam }} <w:p/> & {% if %}", link="x\x00y")
    text = text_of(written(facts(odd))[0])
    assert "{{ wet.naam }} <w:p/> & {% if %}: x y" in text


@pytest.mark.parametrize("rows", [ROWS, (row(1, "10.2.e"),), tuple(row(n, "10.2.c") for n in range(1, 30))])
def test_the_letter_agrees_with_the_inventory_that_it_was_made_from(rows, tmp_path):
    path = tmp_path / "besluit.docx"
    path.write_bytes(written(facts(*rows))[0])
    order = [str(one.number) for one in rows]
    found = mentions(passages_of_word(path), WOB, order)
    assert differences(found, rows, WOB) == ()
    changed = (*rows[:-1], row(rows[-1].number, "10.2.g"))
    assert differences(found, changed, WOB)


def test_a_template_of_ones_own_uses_the_fields(tmp_path):
    template = template_with(
        tmp_path / "eigen.docx",
        "{%p for g in gronden %}",
        "{{ g.code }}: {{ g.documenten }}",
        "{%p endfor %}",
    )
    assert text_of(written(facts(*ROWS), template)[0]).split("\n") == [
        "10.2.e: 1 tot en met 3",
        "11.1: 2 en 4",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ onbekend }}",
        "{{ wet.onbekend }}",
        "{% if wet %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ gronden.append(1) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_template_can_read_fields_and_nothing_else(text, tmp_path):
    with pytest.raises(UsageError) as error:
        written(facts(*ROWS), template_with(tmp_path / "fout.docx", text))
    assert error.value.code == "letter-template-wrong"


def test_a_template_that_is_none_is_told(tmp_path):
    with pytest.raises(UsageError, match="letter-template-missing"):
        written(facts(*ROWS), tmp_path / "weg.docx")
    (tmp_path / "tekst.docx").write_text("geen Word", encoding="utf-8")
    with pytest.raises(UsageError, match="letter-template-unreadable"):
        written(facts(*ROWS), tmp_path / "tekst.docx")


def test_the_default_template_is_a_word_document_in_dutch_with_headings_and_page_numbers():
    with zipfile.ZipFile(DEFAULT) as package:
        styles = package.read("word/styles.xml").decode()
        footers = "".join(package.read(name).decode() for name in package.namelist() if "footer" in name)
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {"nl-NL"}
    assert {"PAGE", "NUMPAGES"} <= set(re.findall(r'w:instr="(\w+)"', footers))
    content, _ = written(facts(*ROWS))
    used = {paragraph.style.name for paragraph in opened(content).paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Quote", "List Bullet"} <= used
    assert opened(content).core_properties.title == "Besluit op Wob-verzoek 2021-0042"


def test_the_guide_names_every_field():
    guide = (DEFAULT.parent / "README.md").read_text(encoding="utf-8")
    fields = fields_of(letter_of(facts(*ROWS)))
    names = {
        *fields,
        *(f"{name}.{part}" for name, value in fields.items() if isinstance(value, dict) for part in value),
        *(
            part
            for value in (fields["gronden"], fields["oordelen"], fields["reeds_openbaar"])
            for part in value[0]
        ),
    } - {name for name, value in fields.items() if isinstance(value, dict)}
    assert {name for name in names if f"`{name}`" not in guide} == set()
