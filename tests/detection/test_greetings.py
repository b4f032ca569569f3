import pytest

from lakmoes.detection.greetings import Closings, Greetings
from tests.detection.naming import found_words

GREETINGS = (Greetings(),)
CLOSINGS = (Closings(),)


@pytest.mark.parametrize(
    "text",
    [
        "Beste [[Jikke]],",
        "Hoi [[Hanneke]] en [[Daan]],",
        "Ha [[Hanneke]],",
        "Dag [[Mohamed]], hierbij het concept.",
        "Geachte mevrouw [[De Graaf]], beste [[Bas]],",
        "Geachte heer [[Slagter]],",
        "Beste [[Wietske]], beste [[Rishi]],",
        "Dear [[Sjoerd]],",
        "beste [[bas]],",
        "Beste [[Thandiwe]],",
        "Tekst.\n\n[[Wietske]], [[Sjoerd]],\n\nZie hieronder.",
        "Onderwerp\n\n[[Ans]],\n\nIk heb mensen nodig.",
        "@[[Ilse]] kun jij dit doen? cc @[[Peter Bruinsma]]",
        "Beste collega's,",
        "Geachte voorzitter,",
        "Dag beiden,",
        "Goedemorgen allemaal!",
        "\n\nHeren,\n\nDank.",
        "\n\nCollega's,\n\nDank.",
        "Beste is een grapje over het weer.",
    ],
)
def test_who_is_addressed(text: str) -> None:
    assert found_words(text, GREETINGS) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Met vriendelijke groet,\n\n[[Annelotte]]\n\nofficier van justitie",
        "Groet,\n[[W. Dijkstra-Poelsma]]\nProjectleider",
        "Gr. [[Youssef]]",
        "gr [[mo]]",
        "Gr, [[R.]]",
        "Groet [[Sjoerd]]",
        "Kind regards, [[Sjoerd]]",
        "Hartelijke groet uit het zuiden,\n\n[[Sander Brouwers]], directeur",
        "Mvg [[Sylvana T.]]",
        "Dat mag niet.\n\n[[M.]]\n\nVan:\tEngel, A. (Ans)\n\nDit is de tekst.",
        "graag een box.\n\n[[roos]]\n\nVan:\tKoning, R.\n\nDit is de tekst.",
        "volgt per post.\n\n[[I.]]\n\nmr. Ingeborg Koster-Nauta – DWJZ",
        "Groet,\n\n[[GJ]]",
        "mvg [[dw]]",
        "groeten [[F]]",
        "Goed weekend,\n\n[[Tj.]]",
        "Groet hem van mij.",
        "Dank voor het heen en weer.",
        "Bedankt\n\nVragen: mail ons",
        "Met vriendelijke groet,\n\nde minister voor Langdurige Zorg,",
    ],
)
def test_who_signs(text: str) -> None:
    assert found_words(text, CLOSINGS) == ([], [])
