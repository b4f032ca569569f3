"""Folders and zips that are handed over whole: all that they must hold and nothing else.

In: names with contents. Out: a folder or a zip with those files and a list of their sha256, as ``sha256sum``
reads it. It appears whole or not at all. The same contents give the same bytes. What stands where it goes is
replaced only if it is such a package itself: files of people are never removed, nor do they get into one.
"""

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from lakmoes.dossier.folders import UNFINISHED, written_whole
from lakmoes.errors import DossierError, UsageError

MANIFEST = "sha256.txt"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can state."""
REGULAR_FILE = 0o644 << 16
BLOCK = 1 << 20
"""Bytes that are read at once."""
Contents = Mapping[str, bytes | Path]
"""Name within the package, with ``/`` between folders, to bytes or to the file to copy."""


def write_folder(target: Path, contents: Contents) -> None:
    """Writes a package as a folder.

    Raises:
        UsageError: Something that is no package stands there.
        DossierError: It cannot be written.
    """
    _check_replaceable(target)
    with _beside(target) as folder:
        for name, content in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, path)
            else:
                path.write_bytes(content)
        (folder / MANIFEST).write_bytes(manifest(contents))
        if target.exists():
            shutil.rmtree(target)
        folder.chmod(0o755)
        folder.replace(target)


def write_zip(target: Path, contents: Contents) -> None:
    """Writes a package as a zip.

    Raises:
        UsageError: Something that is no package stands there.
        DossierError: It cannot be written.
    """
    _check_replaceable(target)
    with written_whole(target) as beside:
        zip_to(beside, {**contents, MANIFEST: manifest(contents)})


def zip_to(path: Path, contents: Contents) -> None:
    """Writes contents to a zip without the moment of writing, by name."""
    with zipfile.ZipFile(path, "w") as package:
        for name in sorted(contents):
            content = contents[name]
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = REGULAR_FILE
            if isinstance(content, Path):
                with content.open("rb") as source, package.open(info, "w", force_zip64=True) as entry:
                    shutil.copyfileobj(source, entry, BLOCK)
            else:
                package.writestr(info, content)


def manifest(contents: Contents) -> bytes:
    """A line for each file, by name: its sha256 and its name."""
    lines = (f"{digest_of_file(contents[name])}  {name}\n" for name in sorted(contents))
    return "".join(lines).encode()


def digest_of_file(content: bytes | Path) -> str:
    """sha256 of a file or of bytes, in hex."""
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder beside the target that is gone afterwards, unless it became the target."""
    folder: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=UNFINISHED))
        yield folder
    except OSError as error:
        raise DossierError("output-not-writable", path=target.parent) from error
    finally:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


def _check_replaceable(target: Path) -> None:
    if target.exists() and not (_is_folder_of_ours(target) or _is_zip_of_ours(target)):
        raise UsageError("package-not-ours", path=target)


def _is_folder_of_ours(target: Path) -> bool:
    """Whether a folder is empty, or holds a package and nothing beside it."""
    if not target.is_dir() or target.is_symlink():
        return False
    found = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir()}
    if not found:
        return True
    if MANIFEST not in found:
        return False
    text = (target / MANIFEST).read_text(encoding="utf-8", errors="replace")
    return found - {MANIFEST} <= {line.partition("  ")[2] for line in text.splitlines()}


def _is_zip_of_ours(target: Path) -> bool:
    if not zipfile.is_zipfile(target):
        return False
    with zipfile.ZipFile(target) as package:
        return any(PurePosixPath(name) == PurePosixPath(MANIFEST) for name in package.namelist())
