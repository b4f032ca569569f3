"""Numbers that people gave, and numbers that stay."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakmoes.errors import UsageError
from lakmoes.intake.files import natural_key
from lakmoes.intake.numbering import kept, label_in, numbered
from lakmoes.model import DocumentKind, SourceDocument, label_order


def documents(*names, **ids):
    return [
        SourceDocument(
            id=ids.get(name.partition(".")[0], name),
            number=number,
            file_name=name,
            title="",
            date=None,
            kind=DocumentKind.OTHER,
            page_count=1,
        )
        for number, name in enumerate(names, start=1)
    ]


def labels(*names, given=None, earlier=()):
    return [one.label for one in numbered(documents(*names), given or {}, earlier)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("05_mail.pdf", "5"),
        ("5.1 bijlage.pdf", "5.1"),
        ("05.02_bijlage.pdf", "5.2"),
        ("5a_bijlage.pdf", "5a"),
        ("12. Brief.pdf", "12"),
        ("007.pdf", "7"),
        ("7) brief.pdf", "7"),
        ("map/1203-nota.pdf", "1203"),
        ("10 élan 3 mei.pdf", "10"),
        ("2020-09-03 brief.pdf", ""),
        ("3-11-2020 brief.pdf", ""),
        ("20200903_brief.pdf", ""),
        ("3e versie.pdf", ""),
        ("3D-model.pdf", ""),
        ("brief 5.pdf", ""),
        ("00.pdf", ""),
    ],
)
def test_the_number_that_a_name_begins_with(name, label):
    assert label_in(name) == label


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("a.pdf", "b.pdf"), ["1", "2"]),
        (("02_a.pdf", "05_b.pdf", "05.1_c.pdf"), ["2", "5", "5.1"]),
        (("02_a.pdf", "05_b.pdf", "c.pdf"), ["2", "5", "6"]),
        (("02_a.pdf", "b.pdf", "c.pdf"), ["1", "2", "3"]),
        (("01_a.pdf", "map/01_b.pdf", "map/02_c.pdf"), ["1", "2", "3"]),
        (("2019 a.pdf", "2021 b.pdf"), ["1", "2"]),
        (("05_mail.pdf", "05_mail/x.pdf", "05_mail/y.pdf", "06_brief.pdf"), ["5", "5.1", "5.2", "6"]),
        (("05_mail.pdf", "05_mail bijlagen/01_x.pdf", "06_b.pdf"), ["5", "5.1", "6"]),
        (("a.pdf", "a (bijlagen)/x.pdf", "a (bijlagen)/x/y.pdf", "b.pdf"), ["1", "1.1", "1.1.1", "2"]),
        (("5_a.pdf", "5a_b.pdf", "6_c.pdf"), ["5", "5a", "6"]),
    ],
)
def test_given_numbers_sub_numbers_and_order(names, expected):
    assert labels(*names) == expected


def test_settings_go_before_names():
    given = {"02_b.pdf": "5.1", "c.pdf": "7"}
    assert labels("01_a.pdf", "02_b.pdf", "c.pdf", given=given) == ["1", "5.1", "7"]


@pytest.mark.parametrize("given", [{"a.pdf": "3", "b.pdf": "3"}])
def test_one_number_for_two_is_refused(given):
    with pytest.raises(UsageError) as raised:
        labels("a.pdf", "b.pdf", given=given)
    assert raised.value.code == "number-taken"


def test_a_number_that_another_document_bears_must_be_given_up_by_name():
    first = numbered(documents("a.pdf", "b.pdf"), {}, ())
    earlier = kept(first, ())
    with pytest.raises(UsageError):
        labels("a.pdf", "b.pdf", given={"a.pdf": "2"}, earlier=earlier)
    assert labels("a.pdf", "b.pdf", given={"a.pdf": "2", "b.pdf": "1"}, earlier=earlier) == ["2", "1"]


def test_what_is_added_changes_no_number_and_nothing_is_used_again():
    first = numbered(documents("b.pdf", "d.pdf"), {}, ())
    earlier = kept(first, ())
    second = numbered(documents("a.pdf", "b.pdf", "c.pdf"), {}, earlier)
    assert [(one.file_name, one.number, one.label) for one in second] == [
        ("a.pdf", 3, "3"),
        ("b.pdf", 1, "1"),
        ("c.pdf", 4, "4"),
    ]
    assert {one.file_name for one in kept(second, earlier)} == {"a.pdf", "b.pdf", "c.pdf", "d.pdf"}


def test_an_attachment_that_is_added_is_numbered_after_the_others():
    first = numbered(documents("a.pdf", "a/x.pdf", "b.pdf"), {}, ())
    second = labels("a.pdf", "a/w.pdf", "a/x.pdf", "b.pdf", earlier=kept(first, ()))
    assert second == ["1", "1.2", "1.1", "2"]


def test_a_renamed_file_keeps_its_number_and_a_file_in_its_place_gets_the_name_s():
    first = numbered(documents("05_a.pdf", "06_b.pdf"), {}, ())
    earlier = kept(first, ())
    renamed = [replace(documents("05_anders.pdf")[0], id="05_a.pdf"), *documents("06_b.pdf")]
    renamed[1] = replace(renamed[1], number=2)
    assert [one.label for one in numbered(renamed, {}, earlier)] == ["5", "6"]
    assert labels("05_nieuw.pdf", "06_b.pdf", earlier=earlier) == ["5", "6"]


def test_a_duplicate_points_at_the_number_of_its_original():
    first, second = documents("07_a.pdf", "09_b.pdf")
    same = numbered([first, replace(second, duplicate_of=1)], {}, ())
    assert [(one.number, one.duplicate_of) for one in same] == [(7, None), (9, 7)]


def test_a_whole_label_is_the_number_and_a_sub_number_gets_one_of_its_own():
    found = numbered(documents("5_a.pdf", "5.1_b.pdf", "6_c.pdf"), {}, ())
    assert [(one.number, one.shown) for one in found] == [(5, "5"), (5_001, "5.1"), (6, "6")]


def test_labels_sort_as_people_read_them():
    wanted = ["1", "2", "5", "5.1", "5.2", "5.10", "5a", "6", "10"]
    assert sorted({*wanted}, key=label_order) == wanted


NAMES = st.lists(
    st.sampled_from(
        [
            f"{number}{end}"
            for number in ("", "1_", "2_", "03_", "3.1_")
            for end in ("a.pdf", "b.pdf", "c/d.pdf")
        ]
    ),
    unique=True,
    min_size=1,
)


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_every_document_has_its_own_and_keeps_it(first_names, added):
    def ordered(names):
        return documents(*sorted(names, key=natural_key))

    first = numbered(ordered(first_names), {}, ())
    earlier = kept(first, ())
    second = numbered(ordered({*first_names, *added}), {}, earlier)
    for found in (first, second):
        assert len({one.label for one in found}) == len({one.number for one in found}) == len(found)
    later = {one.file_name: (one.number, one.label) for one in second}
    assert all(later[one.file_name] == (one.number, one.label) for one in first)
    assert numbered(ordered({*first_names, *added}), {}, kept(second, earlier)) == second
