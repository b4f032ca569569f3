"""Packages that are handed over whole, and never in the place of what people keep."""

import hashlib
import zipfile

import pytest

from lakmoes.dossier.packages import MANIFEST, write_folder, write_zip
from lakmoes.errors import DossierError, UsageError

CONTENTS = {"b/twee.txt": b"twee", "een.txt": b"een"}


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_folder_holds_the_files_and_their_sha256(tmp_path):
    (tmp_path / "drie.txt").write_bytes(b"drie")
    write_folder(tmp_path / "pakket", {**CONTENTS, "drie.txt": tmp_path / "drie.txt"})
    found = files_in(tmp_path / "pakket")
    listed = dict(reversed(line.split("  ")) for line in found.pop(MANIFEST).decode().splitlines())
    assert found == {**CONTENTS, "drie.txt": b"drie"}
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
    assert {path.name for path in tmp_path.iterdir()} == {"drie.txt", "pakket"}


def test_a_zip_holds_the_same_and_is_the_same_every_time(tmp_path):
    write_zip(tmp_path / "a.zip", CONTENTS)
    write_zip(tmp_path / "b.zip", dict(reversed(CONTENTS.items())))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    write_folder(tmp_path / "map", CONTENTS)
    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        assert {name: package.read(name) for name in package.namelist()} == files_in(tmp_path / "map")


@pytest.mark.parametrize("write", [write_folder, write_zip])
def test_an_earlier_package_is_replaced_whole(tmp_path, write):
    target = tmp_path / "pakket"
    write(target, CONTENTS)
    write(target, {"nieuw.txt": b"nieuw"})
    if target.is_dir():
        assert set(files_in(target)) == {"nieuw.txt", MANIFEST}
    else:
        assert set(zipfile.ZipFile(target).namelist()) == {"nieuw.txt", MANIFEST}


def test_an_empty_folder_becomes_the_package(tmp_path):
    (tmp_path / "pakket").mkdir()
    write_folder(tmp_path / "pakket", CONTENTS)
    assert "een.txt" in files_in(tmp_path / "pakket")


def test_what_people_keep_is_never_replaced(tmp_path):
    target = tmp_path / "pakket"
    write_folder(target, CONTENTS)
    (target / "b" / "eigen.txt").write_text("van een mens", encoding="utf-8")
    other = tmp_path / "map"
    other.mkdir()
    (other / "eigen.txt").write_text("van een mens", encoding="utf-8")
    file = tmp_path / "bestand.zip"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("eigen.txt", "van een mens")
    (tmp_path / "link").symlink_to(other)
    for place in (target, other, file, tmp_path / "link"):
        for write in (write_folder, write_zip):
            with pytest.raises(UsageError) as caught:
                write(place, {"nieuw.txt": b"nieuw"})
            assert caught.value.code == "package-not-ours"
    assert (target / "b" / "eigen.txt").is_file()
    assert (other / "eigen.txt").is_file()


@pytest.mark.parametrize("write", [write_folder, write_zip])
def test_what_cannot_be_made_whole_is_not_there(tmp_path, write):
    with pytest.raises(DossierError):
        write(tmp_path / "pakket", {**CONTENTS, "weg.txt": tmp_path / "weg.txt"})
    assert list(tmp_path.iterdir()) == []
