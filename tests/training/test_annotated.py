import pytest

from lakmoes.model import DocumentKind, FindingKind
from lakmoes.training.annotated import read_text, texts_in, unmarked


def test_marks_become_ranges():
    text, marked = unmarked("Feit. {o|Ik vind dit dom.} En {c|om 03.00 uur}.")
    assert text == "Feit. Ik vind dit dom. En om 03.00 uur."
    assert [(text[start:end], kind) for start, end, kind in marked] == [
        ("Ik vind dit dom.", FindingKind.OPINION),
        ("om 03.00 uur", FindingKind.OPERATIONAL),
    ]


def test_marks_may_stand_in_each_other():
    text, marked = unmarked("{o|{n|Jansen} vindt {g|Firma {n|Smit}} duur.} Aldus {n|A. Bos}.")
    assert text == "Jansen vindt Firma Smit duur. Aldus A. Bos."
    assert [(text[start:end], kind) for start, end, kind in marked] == [
        ("Jansen vindt Firma Smit duur.", FindingKind.OPINION),
        ("Jansen", FindingKind.NAME),
        ("Firma Smit", FindingKind.DISADVANTAGE),
        ("Smit", FindingKind.NAME),
        ("A. Bos", FindingKind.NAME),
    ]


def test_a_text_becomes_pages_with_rows(tmp_path):
    path = tmp_path / "een.txt"
    path.write_text(
        "kind: minutes\n\nKop\n\nNr¦Oordeel\n1¦{o|te duur}\n---\nTwee: {n|Bos}\n", encoding="utf-8"
    )
    text = read_text(path)
    assert text.kind is DocumentKind.MINUTES
    assert [page.text for page in text.pages] == ["Kop\n\nNr\tOordeel\n\n1\tte duur", "Twee: Bos"]
    assert [
        [page.text[a:b] for a, b, _ in ranges] for page, ranges in zip(text.pages, text.marked, strict=True)
    ] == [
        ["te duur"],
        ["Bos"],
    ]
    assert text.names_marked
    assert texts_in(tmp_path) == [text]


@pytest.mark.parametrize(
    "content",
    [
        "geen soort\n\nTekst",
        "kind: memo\n\n{o|open mark",
        "kind: memo\n\ndicht}",
        "kind: memo\n\n{q|wat}",
        "kind: memo\n\n{los}",
    ],
)
def test_a_text_that_is_not_right_is_refused(tmp_path, content):
    path = tmp_path / "een.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"een\.txt|DocumentKind"):
        read_text(path)
