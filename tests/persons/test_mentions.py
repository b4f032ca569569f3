"""Names taken apart, of every origin and in every order in which they are written."""

import pytest

from lakmoes.persons.mentions import parse, parse_local_part


@pytest.mark.parametrize(
    ("text", "given", "initials", "interfix", "surname"),
    [
        ("J.A. de Vries", "", "ja", "de", "vries"),
        ("Vries, J.A. de", "", "ja", "de", "vries"),
        ("van der Meer, F.X.", "", "fx", "van der", "meer"),
        ("mr. A. (Annelotte) ter Braak", "annelotte", "a", "ter", "braak"),
        ("Braak, mr. A. ter (Annelotte)", "annelotte", "a", "ter", "braak"),
        ("L. 't Hoen", "", "l", "t", "hoen"),
        ("K. van ’t Veer", "", "k", "van t", "veer"),
        ("IJ. de Boer", "", "i", "de", "boer"),
        ("Ch. Rosaria", "", "c", "", "rosaria"),
        ("P.-J. Geurts", "", "pj", "", "geurts"),
        ("Dijkstra-\nPoelsma, W. (Wietske)", "wietske", "w", "", "dijkstra|poelsma"),
        ("Elisabeth Hoogeveen-van 't Zand", "elisabeth", "", "", "hoogeveen|zand"),
        ("mr. T. Uğurlu-de Winter", "", "t", "", "ugurlu|winter"),
        ("G. de Ruyter van Steveninck-Sno", "", "g", "de", "ruyter|steveninck|sno"),
        ("dr. E.B.M. van Haersma de With-Opoku", "", "ebm", "van", "haersma|with|opoku"),
        ("Mohamed el Ouazzani", "mohamed", "", "el", "ouazzani"),
        ("mrs. S. Ait Taleb", "", "s", "ait", "taleb"),
        ("Ömer Faruk Çelik", "omer faruk", "", "", "celik"),
        ("Haddou Ou Moussa, A.", "", "a", "", "haddou ou moussa"),
        ("Shanaya Achterberg-Lie A Fat", "shanaya", "", "", "achterberg|lie a fat"),
        ("Sheila Lim A Po", "sheila", "", "", "lim a po"),
        ("CHAN Ka-Yee", "ka yee", "", "", "chan"),
        ("Xiao-Ting Zheng MSc", "xiao ting", "", "", "zheng"),
        ("Gomes Tavares, Ilídio", "ilidio", "", "", "gomes tavares"),
        ("Bartłomiej Nowak", "bartlomiej", "", "", "nowak"),
        ("Hamdaoui (Said)", "said", "", "", "hamdaoui"),
        ("W HOOGEVEEN", "", "w", "", "hoogeveen"),
        ("engel, ans", "ans", "", "", "engel"),
        ("jikke sijbesma", "jikke", "", "", "sijbesma"),
        ("de heer De Ruyter", "", "", "de", "ruyter"),
        ("Nienhuis, burgemeester", "", "", "", "nienhuis"),
    ],
)
def test_parts(text: str, given: str, initials: str, interfix: str, surname: str) -> None:
    mention = parse(text)
    assert mention
    parts = "|".join(" ".join(part) for part in mention.surname)
    assert (" ".join(mention.given), mention.initials, mention.interfix, parts) == (
        given,
        initials,
        interfix,
        surname,
    )


@pytest.mark.parametrize(
    ("text", "single", "tail", "letters"),
    [
        ("Hanneke", "hanneke", "", ""),
        ("KUIPER", "kuiper", "", ""),
        ("Sjoerd T", "sjoerd", "t", ""),
        ("Charlton R.", "charlton", "r", ""),
        ("Marjolein K-A", "marjolein", "ka", ""),
        ("lot vdh", "lot", "vdh", ""),
        ("TK", "tk", "", "tk"),
        ("LvdH", "lvdh", "", "lvdh"),
        ("Ö.K.", "", "", "ok"),
        ("Mo", "mo", "", "mo"),
    ],
)
def test_one_word_stays_open(text: str, single: str, tail: str, letters: str) -> None:
    mention = parse(text)
    assert mention
    assert not mention.surname
    assert (mention.single, mention.tail, mention.letters) == (single, tail, letters)


@pytest.mark.parametrize("text", ["A.", "b", "(…)", " ", "mr."])
def test_what_is_no_name(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("address", "given", "initials", "interfix", "surname"),
    [
        ("m.el.ouazzani", "", "m", "el", "ouazzani"),
        ("jikke.sijbesma", "jikke", "", "", "sijbesma"),
        ("h.m.vos", "", "hm", "", "vos"),
        ("fz.bouzambou2", "", "fz", "", "bouzambou"),
        ("a_ter_braak", "", "a", "ter", "braak"),
    ],
)
def test_addresses(address: str, given: str, initials: str, interfix: str, surname: str) -> None:
    mention = parse_local_part(address)
    assert mention
    assert (" ".join(mention.given), mention.initials, mention.interfix) == (given, initials, interfix)
    assert mention.surname == ((surname,),)


@pytest.mark.parametrize("address", ["bhv", "1234", "a.b", ""])
def test_addresses_without_a_name(address: str) -> None:
    assert parse_local_part(address) is None
