"""A zip unpacked into a folder of the caller's, hostile ones refused.

In: a zip and an empty folder. Out: the folder that holds the files. A dossier's zip comes from outside, so
nothing in it is trusted: no path out of the folder, no links, no two files of one name, no password, and no
more bytes than a dossier can have. Any of these refuses the whole zip: nothing is passed over in silence.
Only what the zip itself holds is unpacked; a zip in it is a file that cannot be handled and gets its row.
"""

import shutil
import stat
import unicodedata
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from lakmoes.errors import IntakeError, ResourceError
from lakmoes.intake.files import SYSTEM_FILES

MOST_FILES = 20_000
MOST_BYTES = 32 * 2**30
MOST_RATIO = 200
"""Unpacked to packed size; documents shrink by tens at most, bombs by thousands."""
RATIO_FROM = 64 * 2**20
"""Bytes below which the ratio says nothing: an empty spreadsheet shrinks well."""
UTF8_FLAG, ENCRYPTED_FLAG = 0x800, 0x1
REASONS_OF_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError)


def unpacked(archive: Path, folder: Path) -> Path:
    """The folder that holds the files of the zip: the given one, or the only folder that the zip has in it.

    Raises:
        IntakeError: The file is no zip or damaged, asks for a password, or is built to do harm.
        ResourceError: The disk has no room for it.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            places = _places(opened)
            _check_size([info for info in places.values() if not info.is_dir()], folder)
            for place, info in places.items():
                _extract(opened, info, folder / place)
    except REASONS_OF_DAMAGE as error:
        raise IntakeError("archive-damaged") from error
    inside = [path for path in folder.iterdir() if path.name.lower() not in SYSTEM_FILES]
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder


def _places(opened: zipfile.ZipFile) -> dict[PurePosixPath, zipfile.ZipInfo]:
    """Where each entry goes, relative to the folder."""
    places: dict[PurePosixPath, zipfile.ZipInfo] = {}
    taken: set[str] = set()
    for info in opened.infolist():
        if info.flag_bits & ENCRYPTED_FLAG:
            raise IntakeError("archive-encrypted")
        place = _safe_place(info)
        # Two names that differ in case or accents only are one file on many disks.
        key = unicodedata.normalize("NFC", str(place)).casefold()
        if key in taken and not info.is_dir():
            raise IntakeError("archive-unsafe")
        taken.add(key)
        places[place] = info
    return places


def _safe_place(info: zipfile.ZipInfo) -> PurePosixPath:
    """The entry's path inside the folder.

    Raises:
        IntakeError: It is a link or device, or its path leads elsewhere.
    """
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise IntakeError("archive-unsafe")
    name = _name(info).replace("\\", "/")
    parts = name.rstrip("/").split("/")
    if any(part in ("", ".", "..") or ":" in part or "\0" in part for part in parts):
        raise IntakeError("archive-unsafe")
    return PurePosixPath(*parts)


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's name; macOS writes UTF-8 without saying so."""
    if info.flag_bits & UTF8_FLAG:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _check_size(entries: list[zipfile.ZipInfo], folder: Path) -> None:
    total = sum(info.file_size for info in entries)
    packed = sum(info.compress_size for info in entries)
    if len(entries) > MOST_FILES or total > MOST_BYTES:
        raise IntakeError("archive-too-large")
    if total > RATIO_FROM and total > MOST_RATIO * max(packed, 1):
        raise IntakeError("archive-unsafe")
    if total > shutil.disk_usage(folder).free:
        raise ResourceError("disk-full")


def _extract(opened: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    """Writes one entry; zipfile itself stops at the size that the entry states and checks its CRC."""
    if info.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(info) as source, target.open("xb") as copy:
        shutil.copyfileobj(source, copy)
