import time
import zipfile

import pytest

from lakmoes.inventory import csv, docx, json, pdf, xlsx


@pytest.mark.parametrize("form", [csv, docx, json, pdf, xlsx], ids=["csv", "docx", "json", "pdf", "xlsx"])
def test_the_same_inventory_gives_the_same_bytes_at_any_time(tmp_path, inventory_with, monkeypatch, form):
    form.write(tmp_path / "first", inventory_with())
    time.sleep(1.1)  # the moments in office files count whole seconds
    form.write(tmp_path / "second", inventory_with())
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


@pytest.mark.parametrize("form", [docx, xlsx], ids=["docx", "xlsx"])
def test_the_package_is_whole_and_bears_no_moment(tmp_path, inventory_with, form):
    form.write(tmp_path / "list", inventory_with())
    with zipfile.ZipFile(tmp_path / "list") as package:
        assert package.testzip() is None
        assert package.namelist()[0] in ("[Content_Types].xml", "docProps/app.xml")
        assert "[Content_Types].xml" in package.namelist()
        core = package.read("docProps/core.xml")
    assert b"dcterms:created" not in core
    assert b"dcterms:modified" not in core
