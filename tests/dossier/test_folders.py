import pytest

from lakmoes.dossier.folders import written_whole
from lakmoes.errors import DossierError


def test_a_file_appears_under_its_name_only_when_it_is_whole(tmp_path):
    target = tmp_path / "map" / "lijst.csv"
    with written_whole(target) as beside:
        beside.write_text("half", encoding="utf-8")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "half"
    assert [path.name for path in target.parent.iterdir()] == ["lijst.csv"]


def test_a_failure_leaves_the_earlier_file_and_nothing_else(tmp_path):
    target = tmp_path / "lijst.csv"
    target.write_text("eerder", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), written_whole(target) as beside:
        beside.write_text("half \ud800", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "eerder"
    assert [path.name for path in tmp_path.iterdir()] == ["lijst.csv"]


def test_a_folder_that_cannot_be_made_is_reported(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(DossierError) as caught, written_whole(tmp_path / "file" / "lijst.csv"):
        pass
    assert caught.value.code == "output-not-writable"
