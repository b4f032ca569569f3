"""The bytes of an opened document are for another library: open to it, and of the document only."""

import gc
import io
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from lakmoes.collecting import without_collecting
from lakmoes.pdf.opening import bytes_of, open_pdf


def test_the_bytes_hold_the_document_without_restrictions_and_loose_objects(tmp_path: Path) -> None:
    path = tmp_path / "restricted.pdf"
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "blijft")
        loose = document.get_new_xref()
        document.update_object(loose, "<</Kwijt(Jansen)>>")
        document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="eigenaar", permissions=0)
    with open_pdf(path) as document:
        data = bytes_of(document)
    assert b"Kwijt" not in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.is_encrypted
        assert len(pdf.pages) == 1
    with pymupdf.open(stream=data, filetype="pdf") as document:
        assert document[0].get_text().strip() == "blijft"


@pytest.mark.parametrize("on", [True, False])
def test_collecting_goes_on_as_it_was(on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with without_collecting():
            assert not gc.isenabled()
        assert gc.isenabled() == on
        with pytest.raises(LookupError), without_collecting():
            raise LookupError
        assert gc.isenabled() == on
    finally:
        (gc.enable if was_on else gc.disable)()
