from lakmoes.detection.pipeline import SHIPPED
from lakmoes.training.build import build


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_building_twice_gives_the_same_bytes(tmp_path):
    build(tmp_path / "one")
    build(tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_building_replaces_what_was_there(tmp_path):
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "old").touch()
    build(tmp_path / "model")
    assert "old" not in contents(tmp_path / "model")
    assert not [path for path in tmp_path.iterdir() if path.name != "model"]


def test_the_package_ships_what_is_built(tmp_path):
    build(tmp_path / "model")
    built, shipped = contents(tmp_path / "model"), contents(SHIPPED)
    assert built["config.cfg"] == shipped["config.cfg"]
    assert built["meta.json"] == shipped["meta.json"]
