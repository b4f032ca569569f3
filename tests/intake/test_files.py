import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.intake import incoming_files
from lakmoes.intake.files import natural_key


def names_in(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return [file.name for file in incoming_files(folder)]


def test_numbers_in_names_count_as_numbers(tmp_path):
    names = ["10 mail.pdf", "2 mail.pdf", "1 mail.pdf", "map/10.pdf", "map/9.pdf", "Élan.pdf", "eland.pdf"]
    assert names_in(tmp_path, *names) == [
        "1 mail.pdf",
        "2 mail.pdf",
        "10 mail.pdf",
        "Élan.pdf",
        "eland.pdf",
        "map/9.pdf",
        "map/10.pdf",
    ]


def test_what_is_no_document_is_passed_over(tmp_path):
    names = [
        "a.pdf",
        ".DS_Store",
        ".git/config",
        "Thumbs.db",
        "map/desktop.ini",
        "~$brief.docx",
        "dossier.toml",
        "__MACOSX/a.pdf",
    ]
    assert names_in(tmp_path, *names) == ["a.pdf"]


def test_other_kinds_of_files_are_kept_for_their_row(tmp_path):
    assert names_in(tmp_path, "a.docx", "b.msg", "map/dossier.toml") == [
        "a.docx",
        "b.msg",
        "map/dossier.toml",
    ]


def test_an_empty_folder_has_no_files(tmp_path):
    assert incoming_files(tmp_path) == ()


def test_linked_folders_are_followed_but_never_in_a_circle(tmp_path):
    names_in(tmp_path, "dossier/a.pdf", "elders/b.pdf")
    (tmp_path / "dossier/link").symlink_to(tmp_path / "elders")
    (tmp_path / "dossier/rond").symlink_to(tmp_path / "dossier")
    assert [file.name for file in incoming_files(tmp_path / "dossier")] == ["a.pdf", "link/b.pdf"]


def test_decomposed_accents_are_composed_and_the_path_still_opens(tmp_path):
    names_in(tmp_path, "e\u0301le\u0300ve.pdf")
    [file] = incoming_files(tmp_path)
    assert file.name == "élève.pdf"
    assert file.path.read_bytes() == b"x"


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_bytes_that_are_no_text_show_as_a_question_mark(tmp_path):
    with open(os.fsencode(tmp_path) + b"/caf\xe9.pdf", "wb") as file:  # noqa: PTH123 - a name that Path cannot spell
        file.write(b"x")
    [file] = incoming_files(tmp_path)
    assert file.name == "caf\ufffd.pdf"
    file.name.encode("utf-8")


@given(st.lists(st.text(alphabet="a1/ 0éB", min_size=1, max_size=8)))
def test_the_order_is_total(names):
    def order(values):
        return sorted(values, key=lambda name: (natural_key(name), name))

    assert order(names) == order(names[::-1])
