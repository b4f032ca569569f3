"""What is published, as a user packs it."""

import zipfile


def test_a_dossier_that_is_not_ready_is_refused_and_can_be_packed_as_a_concept(lakmoes, made, tmp_path):
    out = tmp_path / "uit"
    code, _, err = lakmoes("package", made, "--out", out, "--to", tmp_path / "doel")
    assert code == 7
    assert "Het dossier is nog niet klaar" in err
    assert not (tmp_path / "doel").exists()
    code, shown, _ = lakmoes(
        "package", made, "--out", out, "--to", tmp_path / "doel", "--zip", "--concept", "--no-letter"
    )
    assert code == 0
    assert f"Om te publiceren: {tmp_path / 'doel.zip'}" in shown
    assert f"Intern dossier, niet publiceren: {out / 'intern'}" in shown
    assert "Niet erin: metadata (DiWoo)" in shown
    assert "Concept: publiceer dit niet." in shown
    with zipfile.ZipFile(tmp_path / "doel.zip") as package:
        assert "documenten/01.pdf" in package.namelist()


def test_a_package_within_the_dossier_is_refused(lakmoes, made, tmp_path):
    code, _, err = lakmoes("package", made, "--out", tmp_path / "uit", "--to", made / "doel")
    assert code == 2
    assert "mag niet in de map van het dossier staan" in err


def test_a_third_party_gets_its_own_passages(lakmoes, made, tmp_path):
    out = tmp_path / "uit"
    code, shown, _ = lakmoes(
        "consult", made, "--out", out, "--party", "sluit ook aan", "--to", tmp_path / "doel"
    )
    assert code == 0
    assert f"Voor sluit ook aan: {tmp_path / 'doel'} (1 document, 1 stuk tekst)" in shown
    assert (tmp_path / "doel" / "01.pdf").is_file()
    code, _, err = lakmoes("consult", made, "--out", out, "--party", "Niemand", "--to", tmp_path / "ander")
    assert code == 7
    assert "Geen document noemt deze derde-belanghebbende." in err
