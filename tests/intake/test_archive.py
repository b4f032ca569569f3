import stat
import zipfile

import pytest

from lakmoes.errors import IntakeError, ResourceError
from lakmoes.intake import archive, incoming_files, unpacked


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "uit"
    made.mkdir()
    return made


def zip_of(path, entries, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as made:
        for entry, content in entries:
            made.writestr(entry, content)
    return path


def refusal_of(tmp_path, folder, entries, compression=zipfile.ZIP_STORED):
    with pytest.raises((IntakeError, ResourceError)) as caught:
        unpacked(zip_of(tmp_path / "d.zip", entries, compression), folder)
    return caught.value.code


def test_the_files_come_out_as_they_are(tmp_path, folder):
    made = zip_of(tmp_path / "d.zip", [("a.pdf", b"een"), ("map/b.pdf", b"twee"), ("dossier.toml", b"")])
    out = unpacked(made, folder)
    assert out == folder
    assert {file.name: file.path.read_bytes() for file in incoming_files(out)} == {
        "a.pdf": b"een",
        "map/b.pdf": b"twee",
    }


def test_the_only_folder_in_a_zip_is_the_dossier(tmp_path, folder):
    entries = [("Dossier 12/", b""), ("Dossier 12/a.pdf", b"x"), ("__MACOSX/Dossier 12/._a.pdf", b"x")]
    assert unpacked(zip_of(tmp_path / "d.zip", entries), folder) == folder / "Dossier 12"


def test_names_in_utf8_that_the_zip_does_not_announce_are_read(tmp_path, folder):
    made = zip_of(
        tmp_path / "d.zip", [("\u251c\u2310l\u251c\u00bfve.pdf", b"x")]
    )  # UTF-8 bytes read as cp437
    raw = made.read_bytes()
    written = "\u251c\u2310l\u251c\u00bfve.pdf".encode()
    plain = "élève.pdf".encode().ljust(len(written), b"_")
    made.write_bytes(raw.replace(written, plain).replace(b"\x00\x08\x00\x00", b"\x00\x00\x00\x00"))
    unpacked(made, folder)
    assert [path.name[:5] for path in folder.iterdir()] == ["élève"]


@pytest.mark.parametrize(
    "name",
    [
        "../a.pdf",
        "/etc/a.pdf",
        "map/../../a.pdf",
        "..\\a.pdf",
        "C:\\a.pdf",
        "c:a.pdf",
        "map//a.pdf",
        "./a.pdf",
    ],
)
def test_paths_that_lead_elsewhere_are_refused(tmp_path, folder, name):
    assert refusal_of(tmp_path, folder, [(name, b"x")]) == "archive-unsafe"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_are_refused(tmp_path, folder, mode):
    info = zipfile.ZipInfo("a.pdf")
    info.external_attr = (mode | 0o777) << 16
    assert refusal_of(tmp_path, folder, [(info, b"/etc/passwd")]) == "archive-unsafe"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["a.pdf", "A.pdf"])
def test_two_files_of_one_name_are_refused(tmp_path, folder, second):
    assert refusal_of(tmp_path, folder, [("a.pdf", b"x"), (second, b"y")]) == "archive-unsafe"


def test_a_bomb_is_refused_before_anything_is_written(tmp_path, folder):
    bomb = [("a.pdf", b"\0" * (archive.RATIO_FROM + 1))]
    assert refusal_of(tmp_path, folder, bomb, zipfile.ZIP_DEFLATED) == "archive-unsafe"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("limit", "value"), [("MOST_BYTES", 5), ("MOST_FILES", 1)])
def test_too_much_is_refused(tmp_path, folder, monkeypatch, limit, value):
    monkeypatch.setattr(archive, limit, value)
    assert refusal_of(tmp_path, folder, [("a.pdf", b"123"), ("b.pdf", b"456")]) == "archive-too-large"


def test_a_disk_without_room_is_said_beforehand(tmp_path, folder, monkeypatch):
    usage = type("Usage", (), {"free": 2})
    monkeypatch.setattr(archive.shutil, "disk_usage", lambda _: usage)
    assert refusal_of(tmp_path, folder, [("a.pdf", b"123")]) == "disk-full"


def test_a_password_is_refused(tmp_path, folder):
    made = zip_of(tmp_path / "d.zip", [("a.pdf", b"x")])
    content = bytearray(made.read_bytes())
    content[6] |= archive.ENCRYPTED_FLAG
    content[content.index(b"PK\x01\x02") + 8] |= archive.ENCRYPTED_FLAG
    made.write_bytes(content)
    with pytest.raises(IntakeError) as caught:
        unpacked(made, folder)
    assert caught.value.code == "archive-encrypted"


@pytest.mark.parametrize("spoil", ["not a zip", "cut off", "changed"])
def test_what_is_no_whole_zip_is_refused(tmp_path, folder, spoil):
    made = zip_of(tmp_path / "d.zip", [("a.pdf", b"inhoud" * 100)])
    content = made.read_bytes()
    spoilt = {
        "not a zip": b"%PDF-1.7",
        "cut off": content[:200],
        "changed": content.replace(b"inhoud", b"INHOUD", 1),
    }
    made.write_bytes(spoilt[spoil])
    with pytest.raises(IntakeError) as caught:
        unpacked(made, folder)
    assert caught.value.code == "archive-damaged"
