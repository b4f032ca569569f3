"""The moments that heads of mails state, so that the same mail is known in prints of different programs.

In: a text. Out: where each moment stands and what it says, day and minute. ``vrijdag 23 oktober 2020 09:08``,
``23-10-2020 9.08`` and ``Friday, October 23, 2020 9:08 AM`` are the same. Time zones are passed over: prints
do not state them.
"""

import re
from collections.abc import Iterator

Moment = tuple[int, ...]
"""Year, month, day, hour, minute."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mrt maa mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"),
        1,
    )
    for name in names.split()
}
_NAMED = r"(?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
_DAY = (
    rf"(?:(?P<day>\d{{1,2}})[-/. ]{{1,2}}(?P<month>\d{{1,2}}|{_NAMED})[-/., ]{{1,2}}(?P<year>\d{{4}})"
    rf"|(?P<named>{_NAMED}) (?P<after>\d{{1,2}}),? (?P<then>\d{{4}})"
    r"|(?P<first>\d{4})-(?P<second>\d{2})-(?P<third>\d{2}))"
)
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?!\d)(?:[:.]\d{2})?(?: ?(?P<half>[ap])\.?m\b)?"
_LABEL = r"\b(?:Verzonden(?: op)?|Verzenddatum|Sent|Datum|Date)[ ]?[:\t]\s*|^[>\s|]*(?:Op|On)\b"
_SENT = re.compile(
    rf"(?:{_LABEL})[^\n\t\d]{{0,20}}?{_DAY}[^\n\t\d]{{0,8}}{_TIME}", re.IGNORECASE | re.MULTILINE
)


def moments_in(text: str) -> Iterator[tuple[int, Moment]]:
    """Place and moment of each head of a mail in the text, in order."""
    for match in _SENT.finditer(text):
        month = match["month"] or match["named"] or match["second"]
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"] in "pP" else 0)
        yield (
            match.start(),
            (
                int(match["year"] or match["then"] or match["first"]),
                int(month) if month.isdecimal() else _MONTHS[month[:3].lower()],
                int(match["day"] or match["after"] or match["third"]),
                hour,
                int(match["minute"]),
            ),
        )
