"""Office files that are the same, byte for byte, whenever they are written.

In: an office package (OPC, ISO/IEC 29500-2: a zip of XML) as a library made it. Out: the package without the
moment of writing: neither in the zip's entries nor in the core properties. A list that did not change keeps
its sha256.
"""

import io
import re
import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can state."""
CORE = "docProps/core.xml"
MOMENTS = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
REGULAR_FILE = 0o644 << 16


def write_package(path: Path, content: bytes) -> None:
    """Writes a package to the path, its entries in the order they have."""
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(path, "w") as target:
        for name in made.namelist():
            part = made.read(name)
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = REGULAR_FILE
            target.writestr(info, MOMENTS.sub(b"", part) if name == CORE else part)
