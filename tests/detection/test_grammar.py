import pytest

from lakmoes.detection.grammar import read_inverted, read_natural
from lakmoes.detection.name_parts import Form, Name
from lakmoes.detection.tokens import tokenize


def text_of(text: str, name: Name | None) -> str:
    tokens = tokenize(text)
    return text[tokens[name.first].start : tokens[name.last - 1].end] if name else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sjoerd Tamminga vraagt", "Sjoerd Tamminga"),
        ("mr. A. (Annelotte) ter Braak", "mr. A. (Annelotte) ter Braak"),
        ("mr. drs. P.J.M. Geurts zegt", "mr. drs. P.J.M. Geurts"),
        ("A. el Ouazzani", "A. el Ouazzani"),
        ("F.X. van der Meer", "F.X. van der Meer"),
        ("J.v.d. Berg", "J.v.d. Berg"),
        ("L. 't Hoen", "L. 't Hoen"),
        ("Shanaya Achterberg-Lie A Fat hoorde", "Shanaya Achterberg-Lie A Fat"),
        ("Elisabeth Hoogeveen-van 't Zand", "Elisabeth Hoogeveen-van 't Zand"),
        ("G. de Ruyter van Steveninck-Sno", "G. de Ruyter van Steveninck-Sno"),
        ("S. Ait Taleb en P. Noord", "S. Ait Taleb"),
        ("Ilídio Gomes Tavares", "Ilídio Gomes Tavares"),
        ("Fatima Ezzahra Boukhris", "Fatima Ezzahra Boukhris"),
        ("Ömer Faruk Çelik", "Ömer Faruk Çelik"),
        ("Nguyễn Thị Hồng", "Nguyễn Thị Hồng"),
        ("Zhou Jing", "Zhou Jing"),
        ("Bas Roos", "Bas Roos"),
        ("Xiao-Ting Zheng MSc", "Xiao-Ting Zheng MSc"),
        ("T. Jansen - de Boer", "T. Jansen - de Boer"),
        ("W.\tDijkstra-Poelsma,\t30", "W.\tDijkstra-Poelsma"),
        ("Wietske Dijkstra-\nPoelsma", "Wietske Dijkstra-\nPoelsma"),
        ("Jan Jansen van de gemeente", "Jan Jansen"),
        ("B. Roos\nPostbus 20350", "B. Roos"),
    ],
)
def test_natural_order_is_read_to_its_end(text: str, name: str) -> None:
    assert text_of(text, read_natural(tokenize(text), 0)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Braak, mr. A. ter (Annelotte)", "Braak, mr. A. ter (Annelotte)"),
        ("Ouazzani, M. El (Mohamed) <m@x.nl>", "Ouazzani, M. El (Mohamed)"),
        ("Vos, mr. H.M. (Hanneke) - BD/PRV", "Vos, mr. H.M. (Hanneke)"),
        ("Braak, mr. A. ter (Parket Utrecht)", "Braak, mr. A. ter"),
        ("Kuiper, Teun", "Kuiper, Teun"),
        ("van der Meer, F.X.", "van der Meer, F.X."),
        ("'t Hoen, L.", "'t Hoen, L."),
        ("Haddou Ou Moussa, A.", "Haddou Ou Moussa, A."),
        ("Lim A Po, S.", "Lim A Po, S."),
        ("Akkerman - de Wit, P.", "Akkerman - de Wit, P."),
        ("Schimmelpenninck-Yao, jhr. D.", "Schimmelpenninck-Yao, jhr. D."),
        ("DE JONG, M.", "DE JONG, M."),
        ("Roodzand D.", "Roodzand D."),
        ("Roodzand,\nD.", "Roodzand,\nD."),
        ("Bakker, P. de Vries", ""),
        ("Tamminga, opleidingsplan", ""),
        ("Handelsonderneming R. Tuinman", ""),
    ],
)
def test_inverted_order_is_read_to_its_end(text: str, name: str) -> None:
    assert text_of(text, read_inverted(tokenize(text), 0)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UZUN, BERK", "UZUN, BERK"),
        ("Osei-Bonsu, Kwame", "Osei-Bonsu, Kwame"),
        ("Mkhabela, Tau", "Mkhabela, Tau"),
    ],
)
def test_where_a_name_must_stand_any_given_name_may_follow(text: str, name: str) -> None:
    assert text_of(text, read_inverted(tokenize(text), 0, in_place=True)) == name


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Sjoerd vraagt", Form.GIVEN),
        ("Anh Tuan belt", Form.GIVEN),
        ("Van den Heuvel meldt", Form.SURNAME),
        ("Sjoerd Tamminga", Form.NATURAL),
    ],
)
def test_the_form_says_which_parts_there_are(text: str, form: Form) -> None:
    name = read_natural(tokenize(text), 0)
    assert name
    assert name.form is form
