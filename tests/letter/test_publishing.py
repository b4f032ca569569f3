"""A letter that was worked on in a word processor, and what of that may be published."""

import io
import zipfile

import docx
import pytest

from lakmoes.errors import UsageError
from lakmoes.letter.publishing import publishable

SECRET = "Kwartelmans"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def letter(text="Besluit", **parts):
    """A letter with properties that name a person; parts are added or put in the place of others."""
    document = docx.Document()
    document.add_paragraph(text)
    document.core_properties.author = document.core_properties.last_modified_by = SECRET
    document.core_properties.comments = document.core_properties.keywords = SECRET
    content = io.BytesIO()
    document.save(content)
    return with_parts(content.getvalue(), parts)


def with_parts(content, parts):
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, data in parts.items():
            target.writestr(name, data)
    return made.getvalue()


def in_text(xml):
    """A main part with this in a paragraph."""
    return {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p>{xml}</w:p></w:body></w:document>'}


def everything_in(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"\n".join(package.read(name) for name in package.namelist()).decode("utf-8", errors="replace")


def test_names_and_properties_go_and_the_text_stays():
    people = f'<w15:people xmlns:w15="x"><w15:person w15:author="{SECRET}"/></w15:people>'
    custom = f'<?xml version="1.0"?>\n<Properties xmlns="y"><property>{SECRET}</property></Properties>'
    app = f'<Properties xmlns="z"><Company>{SECRET}</Company><Pages>1</Pages><Manager/></Properties>'
    given = letter(
        "Wij maken openbaar.",
        **{"word/people.xml": people, "docProps/custom.xml": custom, "docProps/app.xml": app},
    )
    assert SECRET in everything_in(given)
    made = publishable(given, "besluit.docx")
    assert SECRET not in everything_in(made)
    assert [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs] == [
        "Wij maken openbaar."
    ]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("word/people.xml") == b'<w15:people xmlns:w15="x"/>'
        assert package.read("docProps/custom.xml") == b'<?xml version="1.0"?>\n<Properties xmlns="y"/>'
        assert b"<Company/><Pages>1</Pages><Manager/>" in package.read("docProps/app.xml")


@pytest.mark.parametrize(
    "parts",
    [
        in_text(f'<w:ins w:author="{SECRET}"><w:r><w:t>nieuw</w:t></w:r></w:ins>'),
        in_text("<w:del><w:r><w:delText>oud</w:delText></w:r></w:del>"),
        in_text("<w:r><w:rPr><w:vanish/></w:rPr><w:t>onzichtbaar</w:t></w:r>"),
        {"word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="0"/></w:comments>'},
        {"word/embeddings/sheet.xlsx": b"PK"},
        {"word/vbaProject.bin": b"x"},
    ],
    ids=["inserted", "deleted", "hidden", "comment", "embedded", "macros"],
)
def test_what_only_a_person_can_judge_is_refused(parts):
    with pytest.raises(UsageError) as caught:
        publishable(letter(**parts), "besluit.docx")
    assert (caught.value.code, caught.value.locators) == ("letter-not-clean", {"path": "besluit.docx"})


@pytest.mark.parametrize(
    "parts", [{"word/comments.xml": f'<w:comments xmlns:w="{W}"/>'}, in_text("<w:insideH/>")]
)
def test_what_only_looks_like_it_is_not(parts):
    assert publishable(letter(**parts), "besluit.docx")


def test_what_is_no_word_document_is_refused():
    with pytest.raises(UsageError) as caught:
        publishable(b"niets", "besluit.docx")
    assert caught.value.code == "letter-unreadable"
