"""Dates as Dutch and English documents write them.

In: a piece of text. Out: the dates in it with their place and, where it follows directly, the time of day.
Day comes before month (Dutch order), except where that gives no date or an English time (``5:55 PM``)
follows. A date without a year is none. What does not exist (31 February) or lies outside ``FIRST_YEAR`` to
``LAST_YEAR`` is none either: it is a number of another kind or a slip of the pen.

Does not decide which date is the document's own (``describe``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

FIRST_YEAR, LAST_YEAR = 1940, 2099
CENTURY_TURN = 50
"""Two-digit years below this are 20.., the others 19.. ."""

MONTH_NUMBERS = {
    "jan": 1,
    "feb": 2,
    "mrt": 3,
    "maa": 3,
    "mar": 3,
    "apr": 4,
    "mei": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
"""The first three letters of a month's name, Dutch and English."""

MONTH = (
    r"(?P<{0}>jan(?:uar[iy])?|feb(?:ruar[iy])?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?"
    r"|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
TIME = (
    r"(?:,?\s*(?:T|om|at|[-–])?\s{0,3}(?<![\d.])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?![\d%])"
    r"(?:[:.][0-5]\d)?\s?(?P<half>[ap]\.?m\b\.?)?)?"
)
WRITTEN = re.compile(
    r"(?<![\w./-])(?:(?P<day>\d{1,2})(?:e|de|ste|st|nd|rd|th)?[\s-]{1,2}(?:of\s+)?"
    + MONTH.format("month")
    + r"|"
    + MONTH.format("first_month")
    + r"\s+(?P<second_day>\d{1,2})(?:st|nd|rd|th)?)"
    + r"[\s,-]{1,3}(?P<year>\d{4}|['’]?\d{2})(?!\d|[.,]\d{3})"
    + TIME,
    re.IGNORECASE,
)
NUMERIC = re.compile(
    r"(?<![\w./-])(?P<first>\d{1,2})(?P<sign>[-/.])\s?(?P<second>\d{1,2})(?P=sign)\s?"
    r"(?P<year>\d{4}|\d{2})(?!\d|[-/.]\d)" + TIME,
    re.IGNORECASE,
)
ISO = re.compile(
    r"(?<![\w./-])(?P<year>\d{4})(?P<sign>[-/])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d|[-/]\d)"
    + TIME,
    re.IGNORECASE,
)
COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in a text: what it says and where it stands (half-open range of characters)."""

    day: date
    time: time | None
    start: int
    end: int

    @property
    def moment(self) -> datetime:
        """Day and time; the first minute of the day where no time is given."""
        return datetime.combine(self.day, self.time or time.min)


def dates_in(text: str) -> tuple[DateMention, ...]:
    """All dates in the text, in reading order."""
    found = sorted(
        (mention for reader in (_written, _iso, _numeric) for mention in reader(text)),
        key=lambda mention: (mention.start, -mention.end),
    )
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def date_in_name(stem: str) -> date | None:
    """The date in a file's name without extension: also ``20201103`` and ``2020_11_03``."""
    spaced = re.sub(r"(?<=\d)_(?=\d)", "-", stem).replace("_", " ")
    for mention in dates_in(spaced):
        return mention.day
    for match in COMPACT.finditer(spaced):
        day = _day(match["year"], match["month"], match["day"])
        if day:
            return day
    return None


def _written(text: str) -> Iterator[DateMention]:
    for match in WRITTEN.finditer(text):
        name = match["month"] or match["first_month"]
        number = MONTH_NUMBERS[name[:3].lower()]
        yield from _mention(match, _day(match["year"], number, match["day"] or match["second_day"]))


def _iso(text: str) -> Iterator[DateMention]:
    for match in ISO.finditer(text):
        yield from _mention(match, _day(match["year"], match["month"], match["day"]))


def _numeric(text: str) -> Iterator[DateMention]:
    for match in NUMERIC.finditer(text):
        first, second, year = match["first"], match["second"], match["year"]
        if match["sign"] == "." and len(year) == 2:
            continue  # 1.2.20 is a paragraph or a version
        orders = [(second, first), (first, second)]
        if match["half"] and match["sign"] == "/":
            orders.reverse()
        days = (_day(year, month, day) for month, day in orders)
        yield from _mention(match, next(filter(None, days), None))


def _mention(match: re.Match[str], day: date | None) -> Iterator[DateMention]:
    if day:
        yield DateMention(day=day, time=_time(match), start=match.start(), end=match.end())


def _time(match: re.Match[str]) -> time | None:
    if match["hour"] is None:
        return None
    hour = int(match["hour"])
    half = (match["half"] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return time(hour, int(match["minute"]))


def _day(year: str, month: str | int, day: str) -> date | None:
    number = int(year.lstrip("'’"))
    if number < 100:
        number += 2000 if number < CENTURY_TURN else 1900
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
