import pytest

from lakmoes.detection.social import SocialHandleRecognizer
from tests.detection.recognising import found_in

SOCIAL = SocialHandleRecognizer()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hij staat op LinkedIn als gdevries-smit en schrijft", "gdevries-smit"),
        ("op Twitter onder de naam keesvanzandt", "keesvanzandt"),
        ("06-1234 5678 – WeChat willy_rtm", "willy_rtm"),
        ("Insta: @kees.fotografie", "@kees.fotografie"),
        ("Telegram (@anna1957)", "@anna1957"),
        ("reactie van @kees_fotografie op", "@kees_fotografie"),
        ("u/keesje op reddit", "keesje"),
        ("https://www.linkedin.com/in/jan-prins-1a2b/", "jan-prins-1a2b"),
        ("twitter.com/janprins/status/1", "janprins"),
        ("facebook.com/profile.php?id=100012345", "100012345"),
        ("C:\\Users\\aprins\\Desktop\\nota.docx", "aprins"),
        ("/home/aprins/nota", "aprins"),
        ("https://x.sharepoint.com/personal/a_prins_minvws_nl/Doc", "a_prins_minvws_nl"),
    ],
)
def test_accounts(text, value):
    assert found_in(SOCIAL, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "linkedin.com/company/firma",
        "volg @minvws",
        "volg @gem_utrecht en @politie_dh",
        "@Sjoerd, kun jij",
        "een bericht op Twitter als reactie",
        "op Facebook geplaatst",
        "Instagram is populair",
        "twitter.com/politie",
        "C:\\Users\\Public\\nota.docx",
        "www.rijksoverheid.nl/jenv",
        "zie politie.nl/bodycam",
        "een groep op Signal of WhatsApp",
    ],
)
def test_no_accounts(text):
    assert found_in(SOCIAL, text) == []
