"""The law and the policy as data: ``grounds/*.toml`` becomes a ``GroundBook``, validated once, then frozen.

In: the folder ``grounds/`` that ships with the package. Out: grounds per law with their wording, standard
texts to motivate them, and the policy that leads from a kind of finding to a ground, a treatment and a
reason. No other module holds a code of law, a statutory text or a threshold.
"""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from lakmoes.errors import ResourceError, UsageError
from lakmoes.model import DocumentKind, FindingKind, Ground, GroundType, Law, Treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPolicy:
    """What is suggested for one kind of finding.

    Attributes:
        ground: Code per law; empty for kinds that are always kept and for terms, which bring their own.
        redact: Score from which redaction is suggested; above 1 it never is.
        ask: Score from which a person is asked; below it nothing is suggested.
        keep: Whether it always stays readable, and is listed as such.
        reason: One Dutch sentence.
        never_in: Kinds of documents in which it is never suggested.
    """

    ground: Mapping[Law, str]
    redact: float
    ask: float
    keep: bool
    reason: str
    never_in: frozenset[DocumentKind]

    def treatment(self, score: float) -> Treatment | None:
        """The treatment for a score, ``None`` where nothing is suggested."""
        if self.keep:
            return Treatment.KEEP
        if score >= self.redact:
            return Treatment.REDACT
        return Treatment.ASK if score >= self.ask else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawTexts:
    """The names of a law and the opening words of its articles."""

    name: str
    title: str
    intro: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundBook:
    """All grounds of one law and the policy that applies them."""

    law: Law
    texts: LawTexts
    grounds: tuple[Ground, ...]
    policy: Mapping[FindingKind, KindPolicy]
    exempt_roles: Mapping[str, str]
    motivations: Mapping[str, str]
    age_motivation: str = ""
    """A standard text on information older than five years; empty where the law asks for none."""

    def __getitem__(self, code: str) -> Ground:
        """The ground with this code.

        Raises:
            UsageError: The law has no such ground.
        """
        for ground in self.grounds:
            if ground.code == code:
                return ground
        raise UsageError("unknown-ground", ground=code, law=self.texts.name)

    def ordered(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The codes without repeats, in the order of the law; labels that are no ground come last."""
        wanted = set(codes)
        return tuple(ground.code for ground in self.grounds if ground.code in wanted)

    def legend(self, codes: Iterable[str]) -> tuple[Ground, ...]:
        """The grounds with these codes, in the order of the law."""
        return tuple(self[code] for code in self.ordered(codes))

    def statutory_text(self, code: str) -> str:
        """The text of the article, with its opening words."""
        intro = self.texts.intro.get(code.rpartition(".")[0], "")
        return f"{intro} {self[code].article}".strip()

    def motivation(self, code: str) -> str:
        """A standard text to start the motivation of a ground from; empty for a label that is no ground.

        What only a person can know stands in it as ``[vul aan: ...]``.

        Raises:
            UsageError: The law has no such ground.
        """
        return self.motivations.get(self[code].code, "")


Form = TypeVar("Form", bound=BaseModel)


class _GroundEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    label: str
    type: GroundType
    article: str
    counterpart: tuple[str, ...] = ()
    platform: str = ""
    five_years: bool = False
    temporary: bool = False
    not_with: tuple[str, ...] = ()
    formal_deciders: tuple[str, ...] = ()


class _LawFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    law: Law
    name: str
    title: str
    intro: dict[str, str]
    ground: tuple[_GroundEntry, ...]


class _KindEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    wob: str = ""
    woo: str = ""
    redact: Annotated[float, Field(ge=0.0, le=1.1)] = 1.1
    ask: Annotated[float, Field(ge=0.0, le=1.1)] = 1.1
    keep: bool = False
    reason: str
    never_in: tuple[DocumentKind, ...] = ()


class _MotivationsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    wob: dict[str, str]
    woo: dict[str, str]
    age: dict[Law, str] = Field(default_factory=dict)


class _PolicyFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[FindingKind, _KindEntry]
    exempt_roles: dict[str, str]

    @model_validator(mode="after")
    def _covers_every_kind(self) -> "_PolicyFile":
        missing = sorted(set(FindingKind) - set(self.kinds))
        if missing:
            raise ValueError(f"policy.toml says nothing of: {', '.join(missing)}")
        return self


def grounds_folder() -> Path:
    """The folder with the law, the policy and the lists, as it came with the package.

    An editable install does not see files that the wheel takes along, hence the second place: the
    repository's own folder.

    Raises:
        ResourceError: It is in neither place.
    """
    package = Path(str(files("lakmoes")))
    for folder in (package / "_grounds", package.parents[1] / "grounds"):
        if (folder / "policy.toml").is_file():
            return folder
    raise ResourceError("grounds-missing")


@functools.cache
def ground_book(law: Law) -> GroundBook:
    """The grounds of a law with the policy.

    Raises:
        ResourceError: A file in ``grounds/`` is missing or not right.
    """
    return read_ground_book(grounds_folder(), law)


def read_ground_book(folder: Path, law: Law) -> GroundBook:
    """The grounds of a law from any folder laid out like ``grounds/``.

    Raises:
        ResourceError: A file is missing, has an unknown key or value, or names a ground that is not there.
    """
    texts = _read(folder / f"{law}.toml", _LawFile)
    policy = _read(folder / "policy.toml", _PolicyFile)
    grounds = tuple(_ground(entry, law) for entry in texts.ground)
    motivations = _motivations(folder, law, grounds)
    codes = {ground.code for ground in grounds}
    for kind, entry in policy.kinds.items():
        code = getattr(entry, law)
        optional = entry.keep or kind is FindingKind.TERM
        if (code or not optional) and code not in codes:
            raise ResourceError("grounds-invalid", file="policy.toml", place=f"kinds.{kind}.{law}")
    return GroundBook(
        law=law,
        texts=LawTexts(name=texts.name, title=texts.title, intro=MappingProxyType(texts.intro)),
        grounds=grounds,
        policy=MappingProxyType({kind: _policy(entry) for kind, entry in policy.kinds.items()}),
        exempt_roles=MappingProxyType(policy.exempt_roles),
        motivations=MappingProxyType(motivations),
        age_motivation=_age_motivation(folder, law, grounds),
    )


def _motivations(folder: Path, law: Law, grounds: Iterable[Ground]) -> dict[str, str]:
    """The standard motivations of a law, one for every ground."""
    texts: dict[str, str] = getattr(_read(folder / "motivations.toml", _MotivationsFile), law)
    needed = {ground.code for ground in grounds if ground.type is not GroundType.LABEL}
    for code in sorted(needed ^ set(texts)):
        raise ResourceError("grounds-invalid", file="motivations.toml", place=f"{law}.{code}")
    return {code: _paragraphs(text) for code, text in texts.items()}


def _age_motivation(folder: Path, law: Law, grounds: Iterable[Ground]) -> str:
    """The standard text on old information, there exactly where a ground of the law asks for it."""
    text = _read(folder / "motivations.toml", _MotivationsFile).age.get(law, "")
    if bool(text) != any(ground.five_years for ground in grounds):
        raise ResourceError("grounds-invalid", file="motivations.toml", place=f"age.{law}")
    return _paragraphs(text)


def _paragraphs(text: str) -> str:
    """A text with its lines joined and its paragraphs kept."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _read(path: Path, form: type[Form]) -> Form:
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return form.model_validate(content)
    except OSError as error:
        raise ResourceError("grounds-missing") from error
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        place = (
            ".".join(map(str, error.errors()[0]["loc"])) if isinstance(error, ValidationError) else str(error)
        )
        raise ResourceError("grounds-invalid", file=path.name, place=place) from error


def _ground(entry: _GroundEntry, law: Law) -> Ground:
    return Ground(
        code=entry.code,
        law=law,
        label=entry.label,
        article=entry.article,
        type=entry.type,
        counterpart=entry.counterpart,
        platform_code=entry.platform,
        five_years=entry.five_years,
        temporary=entry.temporary,
        not_with=entry.not_with,
        formal_deciders=entry.formal_deciders,
    )


def _policy(entry: _KindEntry) -> KindPolicy:
    return KindPolicy(
        ground=MappingProxyType({Law.WOB: entry.wob, Law.WOO: entry.woo}),
        redact=entry.redact,
        ask=entry.ask,
        keep=entry.keep,
        reason=entry.reason,
        never_in=frozenset(entry.never_in),
    )
