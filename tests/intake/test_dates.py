from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.intake.dates import FIRST_YEAR, LAST_YEAR, date_in_name, dates_in
from lakmoes.nl import written_date

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 september 2020", date(2020, 9, 3)),
        ("donderdag 3 september 2020 16:52", date(2020, 9, 3)),
        ("3e september 2020", date(2020, 9, 3)),
        ("14 jan 2021", date(2021, 1, 14)),
        ("14 jan. 2021", date(2021, 1, 14)),
        ("14-mrt-2021", date(2021, 3, 14)),
        ("03-09-2020", date(2020, 9, 3)),
        ("3/9/20", date(2020, 9, 3)),
        ("25/2/21", date(2021, 2, 25)),
        ("3.9.2020", date(2020, 9, 3)),
        ("2021-01-04T08:12:00", date(2021, 1, 4)),
        ("2021/1/4", date(2021, 1, 4)),
        ("Friday, January 8, 2021 5:55 PM", date(2021, 1, 8)),
        ("March 1st, 2021", date(2021, 3, 1)),
        ("1 May 2021", date(2021, 5, 1)),
        ("11/18/2020", date(2020, 11, 18)),
        ("11/2/2020 5:55 PM", date(2020, 11, 2)),
        ("09-11-\n20", date(2020, 11, 9)),
        ("15 januari\n2021", date(2021, 1, 15)),
        ("5 juni ’21", date(2021, 6, 5)),
        ("1 mei 1985", date(1985, 5, 1)),
        ("01-05-85", date(1985, 5, 1)),
    ],
)
def test_reads_dutch_and_english_notations(text: str, expected: date) -> None:
    assert [mention.day for mention in dates_in(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "31 februari 2020",
        "3 september",
        "versie 1.2.20",
        "artikel 10.2.2020.1",
        "13 mei 3020",
        "06-12-20-14",
        "088-699 13 08",
        "dossier 2020-09-114",
        "€ 3 mei 2.020",
        "12 aprilmop 2020",
        "week 3 2020",
    ],
)
def test_takes_nothing_else_for_a_date(text: str) -> None:
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 september 2020 16:52", time(16, 52)),
        ("3 september 2020, 13.30 uur", time(13, 30)),
        ("3 september 2020 om 9:05", time(9, 5)),
        ("January 8, 2021 5:55 PM", time(17, 55)),
        ("January 8, 2021 12:05 AM", time(0, 5)),
        ("2021-01-04T08:12:00", time(8, 12)),
        ("22-01-2021 16:02 - Sjoerd: hoi", time(16, 2)),
        ("3 september 2020", None),
        ("3 september 2020 en 12.500 euro", None),
    ],
)
def test_reads_the_time_that_follows(text: str, expected: time | None) -> None:
    assert dates_in(text)[0].time == expected


def test_gives_all_dates_in_reading_order_with_their_places() -> None:
    text = "Verslag 29-10-2020, vastgesteld 3 november 2020"
    assert [(text[m.start : m.end], m.day) for m in dates_in(text)] == [
        ("29-10-2020", date(2020, 10, 29)),
        ("3 november 2020", date(2020, 11, 3)),
    ]


@given(DAYS)
def test_every_date_is_read_back_in_every_notation(day: date) -> None:
    for text in (written_date(day), day.isoformat(), f"{day.day}-{day.month}-{day.year}", f"{day:%d/%m/%Y}"):
        assert [mention.day for mention in dates_in(text)] == [day]


@given(st.text(max_size=60))
def test_any_text_gives_mentions_that_lie_in_it_and_apart(text: str) -> None:
    position = 0
    for mention in dates_in(text):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("20201103 brief", date(2020, 11, 3)),
        ("memo_2020_11_03_def", date(2020, 11, 3)),
        ("verslag 3-11-2020", date(2020, 11, 3)),
        ("notulen_3_nov_2020", date(2020, 11, 3)),
        ("01_mail_start", None),
        ("scan 20209999", None),
        ("zaak 3182217", None),
    ],
)
def test_reads_the_date_in_a_file_name(stem: str, expected: date | None) -> None:
    assert date_in_name(stem) == expected
