"""Lines, cells and pages: nothing of the text or the marks is lost on the way."""

import re
from random import Random

import pytest

from lakmoes.training.annotated import unmarked
from lakmoes.training.generator.layout import Layout, printed

PLAIN = {
    "cell_width": 20,
    "hyphenates": False,
    "page_lines": 50,
    "gap": "\n\n",
    "spread": 0.0,
    "footer": "",
}
BLOCKS = [
    "{n|Jansen-Achterberg} en {n|J. de Vries} spraken over de aanbesteding van de schoonmaak in het gebouw.",
    "Naam\tFunctie\tOnderdeel van de organisatie",
    "{n|Vries, J. de}\tadviseur\tmet een lange omschrijving die niet op een regel past",
    "Van:\t{n|Vries, J. de}",
]


def layout(**changes):
    return Layout(**{"width": 60} | PLAIN | changes)


@pytest.mark.parametrize("seed", range(40))
def test_no_letter_and_no_mark_is_lost(seed):
    rng = Random(seed)
    pages = Layout.drawn(rng).pages(BLOCKS, rng)
    names = [re.sub(r"-?\s+", " ", text[a:b]) for text, ranges in map(unmarked, pages) for a, b, _ in ranges]
    assert len(names) == 4
    assert "J. de Vries" in names
    squeezed = re.sub(r"[-\s]", "", "".join(unmarked(page)[0] for page in pages))
    expected = re.sub(r"[-\s]", "", "".join(unmarked(block)[0] for block in BLOCKS))
    assert squeezed.startswith(expected[:60])


def test_lines_are_no_longer_than_the_width():
    (page,) = layout().pages(BLOCKS[:1], Random(1))
    assert max(printed(line) for line in page.split("\n")) <= 60


def test_a_double_name_is_broken_after_its_hyphen():
    assert layout(width=44).block("Dit stuk is gemaakt door mevrouw {n|Jansen-Achterberg} zelf.").split(
        "\n"
    ) == [
        "Dit stuk is gemaakt door mevrouw {n|Jansen-",
        "Achterberg} zelf.",
    ]


def test_words_are_broken_where_a_document_does_so():
    text = "In deze kamer vindt de vergadering van de gemeenteraad plaats"
    broken = layout(width=30, hyphenates=True).block(text)
    assert re.search(r"[a-z]-\n[a-z]", broken)


def test_cells_are_wrapped_apart():
    row = layout(cell_width=14).block(BLOCKS[2])
    assert row.count("\t") == 2
    assert all(printed(line) <= 14 for cell in row.split("\t") for line in cell.split("\n"))


def test_a_page_does_not_end_within_a_name():
    pages = layout(width=8, page_lines=1).pages(["{n|Johanna van den Bosch} komt"], Random(1))
    assert pages[0] == "{n|Johanna\nvan den\nBosch}"


def test_pages_have_their_footer():
    pages = layout(page_lines=1, footer="Pagina {}").pages(["een", "twee"], Random(1))
    assert [page.split("\n")[-1] for page in pages] == ["Pagina 1", "Pagina 2"]
