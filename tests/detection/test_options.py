import pytest

from lakmoes.detection.options import DetectionOptions, Term


def test_equal_options_have_one_digest():
    term = Term(text="Zilvermeeuw", ground="10.2.g")
    assert DetectionOptions(terms=(term,)).digest() == DetectionOptions(terms=(term,)).digest()
    assert DetectionOptions(terms=(term,)).digest() != DetectionOptions().digest()


@pytest.mark.parametrize("key", ["pipeline", "weights"])
def test_other_contents_of_a_model_are_another_choice(tmp_path, key):
    place = tmp_path / "model"
    place.mkdir()
    (place / "deel").write_text("een")
    options = DetectionOptions(**{key: str(place)})
    before = options.digest()
    (place / "deel").write_text("twee")
    assert options.digest() != before


def test_a_term_has_a_text_and_a_ground():
    with pytest.raises(ValueError, match="term"):
        Term(text=" ", ground="10.2.g")
