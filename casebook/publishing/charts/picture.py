"""A drawing for formats that cannot hold its letters as they are: Typst sets its words, in any script, on its shapes."""

import re
from html import unescape

from casebook.domain.errors import PublishError
from casebook.domain.marking import _

NOT_READ = _(
    "A chart could not be made a picture; nothing was written. Try another format, and report this text."
)
# Anything but plain Latin, Greek and Cyrillic letters and their punctuation.
_JOINED = re.compile("[^\x00-\u02ff\u0370-\u052f\u1e00-\u1eff\u2010-\u2044\u20ac\u2212]")
_SIZE = re.compile(r'<svg[^>]* width="(\d+)" height="(\d+)"')
_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_PLACE = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_SHARES = {"start": "0", "middle": "0.5", "end": "1"}

_WORDS = """#let words(x, y, share, size, weight, colour, said) = context {
  let set-words = text(font: "Noto Sans", size: size * 1pt, weight: weight, fill: rgb(colour), said,
    top-edge: "baseline", bottom-edge: "baseline")
  place(dx: x * 1pt - share * measure(set-words).width, dy: y * 1pt, set-words)
}
"""


def needs_picture(svg: bytes) -> bool:
    """Whether a PDF cannot keep the words of a drawing as text.

    Letters that are joined, stacked or taken from another font lose what they say there; PDF/UA-1 forbids that.
    """
    return _JOINED.search(svg.decode("utf-8")) is not None


def picture_markup(svg: bytes) -> str:
    """Typst markup of one page that is the drawing, its words set by Typst.

    Raises:
        PublishError: it is no drawing of Casebook's.
    """
    drawing = svg.decode("utf-8")
    size = _SIZE.search(drawing)
    if size is None:
        raise PublishError(NOT_READ)
    wide, high = size.groups()
    shapes = _quoted(_TEXT.sub("", drawing))
    # A page of whole pixels: on any other a drawing is resampled.
    page = f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt)\n"
    image = (
        f'#place(image(bytes({shapes}), format: "svg", width: {wide}pt, height: {high}pt, fit: "stretch"))\n'
    )
    return page + _WORDS + image + "".join(_placed(*found.groups()) for found in _TEXT.finditer(drawing))


def _placed(attributes: str, said: str) -> str:
    look = dict(_ATTRIBUTE.findall(attributes))
    place = _PLACE.search(look.get("transform", ""))
    if place is None:
        raise PublishError(NOT_READ)
    share = _SHARES[look.get("text-anchor", "start")]
    size, weight = look["font-size"].removesuffix("px"), look.get("font-weight", "400")
    return f"#words({place[1]}, {place[2]}, {share}, {size}, {weight}, {_quoted(look['fill'])}, {_quoted(unescape(said))})\n"


def _quoted(text: str) -> str:
    """A string in Typst's code: nothing in it is markup."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
