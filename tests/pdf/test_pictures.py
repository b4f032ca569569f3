"""Pictures of written files: the same pixels, and nothing beside them."""

import io
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms

from lakmoes.pdf.scrub.colours import plain_profile
from lakmoes.pdf.scrub.jpx import without_boxes
from tests.pdf.making import cleaned, leaks, lines_of, pdf_of, picture_of

SECRET = "Appelman"
HIDDEN = SECRET.encode()
WIDE, HIGH = 64, 48
GREY = bytes((x * 3 + y * 5) % 256 for y in range(HIGH) for x in range(WIDE))
SHOW = lines_of("Een bladzijde met een plaatje") + b"q 320 0 0 240 72 300 cm /Im Do Q"


def shown(tmp_path: Path, data: bytes, **keys: Any) -> Path:
    """A page with a picture of these data."""
    usual = {"Width": WIDE, "Height": HIGH, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}

    def change(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, **usual | keys)
        given = {name: keys[name] for name in ("Filter", "DecodeParms") if name in keys}
        made.write(data, filter=given.get("Filter"), decode_parms=given.get("DecodeParms"))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=made)

    return pdf_of(tmp_path / "a.pdf", SHOW, change=change)


def tiff_strip() -> bytes:
    """Black and white pixels as CCITT codes them (ITU-T T.6)."""
    file = io.BytesIO()
    Image.frombytes("L", (WIDE, HIGH), GREY).convert("1").save(file, "TIFF", compression="group4")
    tiff = Image.open(io.BytesIO(file.getvalue()))
    start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    return file.getvalue()[start : start + size]


def jpeg_2000(**keys: Any) -> bytes:
    file = io.BytesIO()
    Image.frombytes("L", (WIDE, HIGH), GREY).save(file, "JPEG2000", **keys)
    return file.getvalue()


PICTURES = {
    "plain": (GREY, {}),
    "plain-with-a-tail": (GREY + HIDDEN, {}),
    "deflated": (zlib.compress(GREY), {"Filter": Name.FlateDecode}),
    "deflated-with-a-tail": (zlib.compress(GREY) + HIDDEN, {"Filter": Name.FlateDecode}),
    "deflated-with-more-rows": (zlib.compress(GREY + HIDDEN), {"Filter": Name.FlateDecode}),
    "fax": (
        tiff_strip() + HIDDEN,
        {
            "Filter": Name.CCITTFaxDecode,
            "BitsPerComponent": 1,
            "DecodeParms": Dictionary(K=-1, Columns=WIDE, Rows=HIGH),
        },
    ),
    "jpeg-2000": (jpeg_2000() + HIDDEN, {"Filter": Name.JPXDecode}),
    "jpeg-2000-with-comment": (jpeg_2000(comment=SECRET), {"Filter": Name.JPXDecode}),
    "mask": (
        GREY[: WIDE * HIGH // 8] + HIDDEN,
        {"ImageMask": True, "BitsPerComponent": 1, "ColorSpace": None},
    ),
    "indexed": (
        bytes(value % 4 for value in GREY),
        {"ColorSpace": Array([Name.Indexed, Name.DeviceGray, 3, pikepdf.String(b"\0\x40\x80\xff")])},
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_look_the_same_and_hold_nothing_else(tmp_path: Path, name: str) -> None:
    data, keys = PICTURES[name]
    source = shown(tmp_path, data, **{key: value for key, value in keys.items() if value is not None})
    target = cleaned(source)
    assert not leaks(target, SECRET)
    before, after = picture_of(source), picture_of(target)
    assert len(set(after.tobytes())) > 2 or name == "fax"
    assert before.tobytes() == after.tobytes()


def test_boxes_of_jpeg_2000_go_and_the_picture_stays() -> None:
    data = jpeg_2000()
    box = (len(HIDDEN) + 24).to_bytes(4) + b"uuid" + bytes(16) + HIDDEN
    at = data.index(b"jp2c") - 4
    told = data[:at] + box + data[at:]
    assert HIDDEN not in without_boxes(told)
    opened = [Image.open(io.BytesIO(part)).tobytes() for part in (told, without_boxes(told))]
    assert opened[0] == opened[1]


@pytest.mark.parametrize("data", [b"", b"geen plaatje", b"\xff\x4f\xff", bytes(40), jpeg_2000()[:90]])
def test_what_is_no_jpeg_2000_comes_out_empty(data: bytes) -> None:
    assert without_boxes(data) == b""


def test_profiles_lose_their_texts_and_no_colour() -> None:
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    plain = plain_profile(data)
    assert plain_profile(plain) == plain
    told = ImageCms.ImageCmsProfile(io.BytesIO(plain))
    assert "profiel" in ImageCms.getProfileDescription(told)
    assert plain[24:36] == bytes(12), "no date"
    picture = Image.effect_noise((40, 40), 90).convert("RGB")
    lab = ImageCms.createProfile("LAB")
    colours = [
        ImageCms.applyTransform(picture, ImageCms.buildTransform(one, lab, "RGB", "LAB")).tobytes()
        for one in (profile, told)
    ]
    assert colours[0] == colours[1]


@pytest.mark.parametrize("data", [b"", b"geen profiel", bytes(200)])
def test_what_is_no_profile_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="profile"):
        plain_profile(data)


def test_texts_of_a_profile_in_a_file_go(tmp_path: Path) -> None:
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    end = len(data)
    told = bytearray(data + HIDDEN)
    told[0:4] = (end + len(HIDDEN)).to_bytes(4)

    def change(pdf: pikepdf.Pdf) -> None:
        space = Array([Name.ICCBased, pdf.make_stream(bytes(told), N=3, Alternate=Name.DeviceRGB)])
        pdf.pages[0].obj.Resources.ColorSpace = Dictionary(C=space)

    source = pdf_of(tmp_path / "a.pdf", b"/C cs 0.9 0.2 0.1 sc 72 300 200 200 re f", change=change)
    target = cleaned(source)
    assert not leaks(target, SECRET)
    assert picture_of(target).tobytes() == picture_of(source).tobytes()
