"""Words of pages in the dossier file, and results that are kept together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakmoes.dossier.store import Stage, open_store
from lakmoes.model import Page
from lakmoes.workflow.reviewing.searching import expression_of
from tests.builders import page_of

PAGE = Stage("page", Page)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path) as opened:
        opened.index("a", ["Overleg over café Überhaupt", "", "niets hiervan"])
        opened.index("b", ["Het overlegorgaan kwam bijeen voor overleg"])
        yield opened


@pytest.mark.parametrize(
    ("expression", "pages"),
    [
        ('"overleg"', {("a", 0), ("b", 0)}),
        ('"overleg" *', {("a", 0), ("b", 0)}),
        ('"CAFE uberhaupt"', {("a", 0)}),
        ('"uberhaupt cafe"', set()),
        ('"overlegorg" *', {("b", 0)}),
        ('"hiervan" AND "overleg"', set()),
    ],
)
def test_pages_are_found_by_their_words(store, expression, pages):
    assert set(store.pages_with(expression)) == pages


def test_hits_are_places_in_the_text(store):
    text, hits = store.hits_on('"overleg" *', "b", 0)
    assert [text[start:end] for start, end in hits] == ["overlegorgaan", "overleg"]
    assert store.hits_on('"overleg"', "a", 2) == ("", ())


def test_a_text_that_is_indexed_again_takes_the_place_of_the_first(store):
    store.index("a", ["Heel iets anders", "", ""])
    assert set(store.pages_with('"cafe"')) == set()
    assert set(store.pages_with('"anders"')) == {("a", 0)}


@given(query=st.text(alphabet='ab"*-()^:+ ANDORNEAR', max_size=20))
def test_no_query_is_an_error(tmp_path_factory, query):
    with open_store(tmp_path_factory.getbasetemp() / "zoeken") as store:
        expression = expression_of(query)
        if expression:
            store.pages_with(expression)


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("jan", '"jan" *'),
        ("jan piet", '"jan" * AND "piet" *'),
        ('"jan piet" kees', '"jan piet" AND "kees" *'),
        ('"jan piet', '"jan" * AND "piet" *'),
        ("- , *", ""),
    ],
)
def test_a_query_is_read_as_people_mean_it(query, expression):
    assert expression_of(query) == expression


def test_results_that_belong_together_are_kept_together(tmp_path):
    pages = [page_of("een"), page_of("twee", index=1)]
    with open_store(tmp_path) as store:
        store.save_all(PAGE, "key", ((f"d/{page.index}", page) for page in pages))
        assert store.holds(PAGE, "d/1", "key")
        assert not store.holds(PAGE, "d/1", "other")
        assert store.load(PAGE, "d/1", "key") == pages[1]

        def broken():
            yield "d/0", page_of("anders")
            raise RuntimeError

        with pytest.raises(RuntimeError):
            store.save_all(PAGE, "key", broken())
        assert store.load(PAGE, "d/0", "key") == pages[0]
