"""Which recognizers run, in which order.

In: the dossier's own terms. Out: recognizers, new ones, none of Presidio's own: those are made for other
languages, and one of them would look up a list on the network.
"""

from collections.abc import Sequence
from pathlib import Path

from lakmoes.detection.address import AddressRecognizer
from lakmoes.detection.birth import BirthRecognizer
from lakmoes.detection.contact import EmailRecognizer
from lakmoes.detection.engine import DocumentDetector
from lakmoes.detection.identity import IdentityDocumentRecognizer, PersonalNumberRecognizer
from lakmoes.detection.names import NAME_RECOGNIZERS
from lakmoes.detection.network import LocationRecognizer, NetworkAddressRecognizer
from lakmoes.detection.numbers import AccountRecognizer, BsnRecognizer
from lakmoes.detection.options import DetectionOptions, Term
from lakmoes.detection.passages import PassageClassifier
from lakmoes.detection.passages.judge import read_judge
from lakmoes.detection.recognizer import Recognizer
from lakmoes.detection.second_opinion import SecondOpinion
from lakmoes.detection.social import SocialHandleRecognizer
from lakmoes.detection.telephone import TelephoneRecognizer
from lakmoes.detection.terms import TermRecognizer
from lakmoes.detection.vehicles import LicencePlateRecognizer


def recognizers(terms: Sequence[Term] = ()) -> tuple[Recognizer, ...]:
    """The recognizers of personal data and, where the dossier has terms, of these."""
    own = (TermRecognizer(terms),) if terms else ()
    return (
        BsnRecognizer(),
        AccountRecognizer(),
        EmailRecognizer(),
        TelephoneRecognizer(),
        AddressRecognizer(),
        BirthRecognizer(),
        LicencePlateRecognizer(),
        IdentityDocumentRecognizer(),
        PersonalNumberRecognizer(),
        NetworkAddressRecognizer(),
        LocationRecognizer(),
        SocialHandleRecognizer(),
        *(recognizer() for recognizer in NAME_RECOGNIZERS),
        *own,
    )


def document_detectors(options: DetectionOptions) -> tuple[DocumentDetector, ...]:
    """What judges a document as a whole, after the recognizers."""
    classifier = PassageClassifier(read_judge(Path(options.weights)) if options.weights else None)
    if options.language_model is None:
        return (classifier,)
    return (SecondOpinion(classifier, options.language_model),)
