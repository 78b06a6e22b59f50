"""Images become pages without recompression, with the top left free for the stamp."""

import io
from pathlib import Path
from typing import Any

# Magic bytes of what the converter takes.
STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a", b"BM")
HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
HEIF_AT, BRAND_AT = slice(4, 8), slice(8, 12)
QUALITY = 92
WEBP_AT, WEBP = slice(8, 12), b"WEBP"
SIDE, TOP = 36.0, 54.0
# A picture whose natural size is within this share of the page is a scan of a page.
SCAN_LIKE = 0.05


class NotAnImage(Exception):  # noqa: N818 - told to the user as a refusal
    """The file begins like an image and is none that can be read."""


def looks_like_image(head: bytes) -> bool:
    """Whether a file begins like a PNG, JPEG, TIFF, GIF, BMP or WebP."""
    return head.startswith(STARTS) or head[WEBP_AT] == WEBP


def placed(
    page: tuple[float, float], pixels: tuple[int, int], dpi: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Width and height of page and picture in points: a scan fills its page, anything else stays in the margins."""
    wide, high = pixels[0] / dpi[0] * 72, pixels[1] / dpi[1] * 72
    width, height = (max(page), min(page)) if wide > high else (min(page), max(page))
    if abs(wide / width - 1) <= SCAN_LIKE and abs(high / height - 1) <= SCAN_LIKE:
        share = min(width / wide, height / high)
    else:
        share = min(1.0, (width - 2 * SIDE) / wide, (height - 2 * TOP) / high)
    return width, height, wide * share, high * share


def image_pdf(path: Path, page_size: tuple[float, float]) -> bytes:
    """One page for each picture of the file, turned so that it fits best; the pixels are kept as they are."""
    # Imported here: most packets hold no pictures.
    import img2pdf
    from PIL import Image, UnidentifiedImageError

    try:
        return _laid_out(path.read_bytes(), page_size)
    except (img2pdf.AlphaChannelError, img2pdf.JpegColorspaceError):
        return _laid_out(_flattened(path), page_size)
    except (
        img2pdf.ImageOpenError,
        img2pdf.UnsupportedColorspaceError,
        img2pdf.PdfTooLargeError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,  # Pillow's word for a broken file
    ) as error:
        raise NotAnImage(str(error)) from error


def _flattened(path: Path) -> list[bytes]:
    """Pictures with transparency, laid on white; again without loss."""
    from PIL import Image, ImageSequence

    pages = []
    with Image.open(path) as image:
        for frame in ImageSequence.Iterator(image):
            seen = frame.convert("RGBA")
            out = io.BytesIO()
            laid = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
            laid.save(out, "PNG", dpi=image.info.get("dpi", (96, 96)))
            pages.append(out.getvalue())
    return pages


def _laid_out(pictures: bytes | list[bytes], page_size: tuple[float, float]) -> bytes:
    import img2pdf

    def layout(wide: int, high: int, dpi: tuple[float, float]) -> tuple[float, float, float, float]:
        return placed(page_size, (wide, high), dpi)

    return bytes(img2pdf.convert(pictures, layout_fun=layout, nodate=True, rotation=img2pdf.Rotation.ifvalid))


def looks_like_heif(head: bytes) -> bool:
    """Whether a file begins like a HEIC picture, as telephones take them."""
    return head[HEIF_AT] == b"ftyp" and head[BRAND_AT] in HEIF


def heif_pdf(path: Path, page_size: tuple[float, float]) -> bytes:
    """One page for each picture of a HEIC file, as JPEG: no PDF reader knows its own form."""
    import pi_heif

    try:
        pictures = [_jpeg(picture.to_pillow()) for picture in pi_heif.open_heif(path)]
    except (ValueError, OSError, RuntimeError, EOFError) as error:
        message = "The picture cannot be read. Ask for a JPEG or a PDF of it."
        raise NotAnImage(message) from error
    return _laid_out(pictures, page_size)


def _jpeg(picture: Any) -> bytes:
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
