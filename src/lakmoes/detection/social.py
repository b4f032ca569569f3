r"""Accounts of persons on social media and in systems: handles, profile pages, home folders.

In: the text of a page. Out: hits. A handle is a word like any other: the name of a network beside it, the
form of a web address or of a path tells. Pages of organisations stay.
"""

import re
from collections.abc import Iterator

from lakmoes.detection.lists import fold, name_lists
from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind

NETWORKS = (
    "linkedin|facebook|instagram|insta|twitter|tiktok|snapchat|snap|wechat|telegram|signal|skype|youtube|mastodon|threads|"
    "bluesky|pinterest|strava|discord|github|tinder|onlyfans|x-account|twitteraccount|instagramaccount"
)


class SocialHandleRecognizer(Recognizer):
    r"""Handles and profile pages of persons, and user names in paths and web addresses.

    Legal basis: privacy, Wob 10.2.e, Woo 5.1.2.e. Format: the networks' own; paths by Windows and POSIX
    custom, personal sites of SharePoint (``/personal/name_organisation``).

    ==================================================  =======================================
    text                                                outcome
    ==================================================  =======================================
    ``staat op LinkedIn als gdevries-smit``             the handle, 0.85
    ``WeChat willy_rtm``, ``Insta: @kees.fotografie``   the handle, 0.85
    ``@kees_fotografie``, ``u/keesje``                  the handle, 0.7
    ``linkedin.com/in/jan-jansen-1a2b``                 the handle, 0.9
    ``https://twitter.com/nietbestaand/status/1``          the handle, 0.9
    ``C:\Users\jjansen\Desktop``                        ``jjansen``, 0.9
    ``linkedin.com/company/firma``, ``@minvws``         nothing, an organisation's
    ``een bericht op Twitter als reactie``              nothing, an ordinary word
    ==================================================  =======================================
    """

    kinds = (FindingKind.SOCIAL_HANDLE,)

    PROFILE = re.compile(
        r"(?i)\b(?:linkedin\.com/in|facebook\.com(?:/profile\.php\?id=)?|fb\.com|instagram\.com|twitter\.com|\bx\.com|"
        r"tiktok\.com/@?|snapchat\.com/add|t\.me|wa\.me|github\.com|youtube\.com/(?:user|@|c)|strava\.com/athletes|"
        r"medium\.com/@?|threads\.net/@?|bsky\.app/profile|mastodon\.\w+/@?)(?:/|(?<=@)|(?<==))@?([\w.%-]{3,60}\w)"
    )
    ORGANISATION = re.compile(
        r"(?i)^(?:company|school|pages|groups|events|share|sharer|intent|home|watch|hashtag|search|explore|p|reel|"
        r"min(?:vws|jenv|buza|bzk|fin|szw|ocw|lnv|az|pres)|rijksoverheid|politie\w*|gemeente\w*|provincie\w*|ggd\w*|"
        r"rivm|nctv|rechtspraak|tweedekamer|openbaarministerie|kmar|defensie|belastingdienst)$"
    )
    NAMED = re.compile(
        rf"(?i)\b(?:{NETWORKS})\b(?:[ -]?(?:account|profiel|naam|handle|id|gebruiker))?"
        r"(\s?[:=]\s?|\s(?:als|onder|met|via|is|heet|van)\s(?:de naam |naam )?|\s\(|\s)"
        r"[\"'‘“]?(@?[A-Za-z][\w.-]{2,39})(?<![.-])"
    )
    AT = re.compile(r"(?<![\w.@/-])@(?=[A-Za-z][\w.]{3,29})(?=\w*[_\d])([A-Za-z]\w{2,28}\w)(?![\w@-]|\.\w)")
    """A handle by itself: an underscore or digit shows that it is no colleague's name."""
    BODY = re.compile(
        r"(?i)^(?:gem|gemeente|pol|politie|min|ggd|prov|brandweer|vrk?|om|rijks|regio)[_\d]|_nl$|nl$"
    )
    REDDIT = re.compile(r"(?<![\w/])/?u/([A-Za-z][\w-]{2,19})(?![\w/])")
    PATH = re.compile(
        r"(?i)(?:[a-z]:\\users\\|/home/|/users/|\\\\[\w.-]+\\(?:users|home|gebruikers)\$?\\|/personal/|/~|"
        r"/(?:user|profile|profiel|author|member|u)/)([\w.-]{3,40})"
    )
    SYSTEM_FOLDERS = frozenset(
        [
            "public",
            "default",
            "admin",
            "administrator",
            "all",
            "shared",
            "appdata",
            "local",
            "login",
            "settings",
            "edit",
        ]
    )

    def find(self, text: str) -> Iterator[Hit]:
        """The accounts in a page's text."""
        for match in self.PROFILE.finditer(text):
            if not self.ORGANISATION.match(match[1]):
                yield self._hit(match.span(1), "profiel op een sociaal netwerk", 0.9)
        for match in self.NAMED.finditer(text):
            if self._is_handle(match[2], said=bool(match[1].strip())):
                yield self._hit(match.span(2), "account bij de naam van een netwerk", 0.85)
        for match in self.AT.finditer(text):
            if not self.BODY.search(match[1]) and not self.ORGANISATION.match(match[1]):
                yield self._hit(match.span(), "account met een apenstaartje", 0.7)
        for match in self.REDDIT.finditer(text):
            yield self._hit(match.span(1), "account bij de naam van een netwerk", 0.7)
        for match in self.PATH.finditer(text):
            if match[1].lower() not in self.SYSTEM_FOLDERS:
                yield self._hit(match.span(1), "gebruikersnaam in een pad of webadres", 0.9)

    def _is_handle(self, word: str, *, said: bool) -> bool:
        """Whether a word beside a network's name is a handle: it starts with @ or is written as no word is.

        Where the text says that a handle follows ("op Twitter als …"), any unusual word counts.
        """
        name = word.removeprefix("@")
        if self.ORGANISATION.match(name):
            return False
        inner = name[1:]
        odd = any(c.isdigit() or c in "._" for c in inner) or ("-" in inner and word.islower())
        unusual = word.islower() and len(word) > 5 and fold(name) not in name_lists().common_words
        return word.startswith("@") or odd or (said and unusual)

    def _hit(self, span: tuple[int, int], rule: str, score: float) -> Hit:
        return Hit(start=span[0], end=span[1], kind=FindingKind.SOCIAL_HANDLE, rule=rule, score=score)
