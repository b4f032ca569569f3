"""Sets accessible PDFs from templates, with data that is never markup.

In: the name of a Typst template in this package and what it shows, as JSON. Out: the bytes of a PDF that is
tagged after PDF/UA-1 (ISO 14289-1), the same for the same data: it bears no moment. Typst brings its
typefaces along; signs that they lack (Chinese, emoji) are replaced by a mark.
"""

import json
from collections.abc import Mapping
from importlib.resources import files

import typst

MISSING = "□"
PROBE = b'#set document(title: "x")\n#sys.inputs.text *#sys.inputs.text*'


def typeset(template: str, content: Mapping[str, object]) -> bytes:
    """The PDF of a template with its content."""
    data = json.dumps(content, ensure_ascii=False)
    missing = _missing("".join(sorted(set(data))))
    shown = data.translate(dict.fromkeys(map(ord, missing), MISSING))
    return _set(files(__package__).joinpath(template).read_bytes(), data=shown)


def _set(template: bytes, **inputs: str) -> bytes:
    return typst.compile(
        template, format="pdf", sys_inputs=inputs, ignore_system_fonts=True, pdf_standards="ua-1"
    )


def _missing(signs: str) -> frozenset[str]:
    """Those of the signs that the typeface cannot show, found by halving."""
    try:
        _set(PROBE, text=signs)
    except typst.TypstError:
        if len(signs) == 1:
            return frozenset(signs)
        middle = len(signs) // 2
        return _missing(signs[:middle]) | _missing(signs[middle:])
    return frozenset()
