"""Markdown as people type it, to HTML that is safe to put into any report."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs
from markupsafe import Markup

from casebook.domain.citing import groups, mentions
from casebook.publishing.citations import Citation
from casebook.publishing.legible import runs_right_to_left

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; any other stays the text that was typed."""
MOST_KEPT, LONGEST_KEPT = 2_000, 10_000
"""Texts whose HTML is kept, and how long they may be."""
LONGEST = 400_000
"""Characters of one field beyond which its Markdown is shown as typed, so that no text can stall an export."""


Citing = Callable[[Citation], Markup]
"""Gives the HTML of a citation."""


def prose(text: str, sources: Mapping[str, str] | None = None, cite: Citing | None = None) -> Markup:
    """HTML blocks for one field's Markdown; `sources` maps citation keys to the ids that `cite` knows.

    HTML in the text, pictures from elsewhere, unknown citation keys and links to other schemes than http, https and
    mailto come out as the text that was typed. Headings become emphasised lines: a report's outline is its own.
    """
    if len(text) > LONGEST:
        html = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    elif len(text) > LONGEST_KEPT or (sources and "@" in text):
        html = _parser().render(text, {"sources": sources or {}, "cite": cite})
    else:
        html = _plain(text)
    return Markup(f'<div dir="rtl">{html}</div>' if runs_right_to_left(text) else html)  # noqa: S704


def inline(text: str) -> Markup:
    """HTML for one line of plain text."""
    shown = escape(text)
    return Markup(f'<span dir="rtl">{shown}</span>' if runs_right_to_left(text) else shown)  # noqa: S704


def link(address: str) -> Markup:
    """HTML for a web address: a link when it leads to http or https, else the text."""
    shown = escape(address)
    return Markup(f'<a href="{shown}">{shown}</a>' if _allowed(address) else shown)  # noqa: S704


@lru_cache(maxsize=MOST_KEPT)
def _plain(text: str) -> str:
    """HTML for Markdown that cites nothing: the preview asks for the same texts again after each edit."""
    return str(_parser().render(text, {"sources": {}, "cite": None}))


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.validateLink = _allowed  # type: ignore[assignment,method-assign]
    parser.inline.ruler.before("link", "citation", _bracketed)
    parser.core.ruler.push("in_text_citation", _in_text)
    for name, render in (
        ("citation", _render_citation),
        ("image", _render_image),
        ("heading_open", _render_heading),
        ("heading_close", _render_heading),
        ("code_inline", _render_code),
        ("code_block", _render_code),
        ("fence", _render_code),
    ):
        parser.add_render_rule(name, render)
    return parser


def _allowed(address: str) -> bool:
    try:
        return urlsplit(address.strip()).scheme.lower() in SCHEMES
    except ValueError:
        return False


def _bracketed(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    end = state.src.find("]", state.pos)
    found = next(groups(state.src[state.pos : end + 1]), None) if end > 0 else None
    known: Mapping[str, str] = state.env["sources"]
    if found is None or found[0] != 0 or any(cite.key not in known for cite in found[2]):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"cites": found[2]}
    state.pos += found[1]
    return True


def _in_text(state: "StateCore") -> None:
    for block in state.tokens:
        if block.type == "inline" and "@" in block.content:
            block.children = [
                part for child in block.children or [] for part in _split(child, state.env["sources"])
            ]


def _split(token: "Token", known: Mapping[str, str]) -> "list[Token]":
    from markdown_it.token import Token

    if token.type != "text" or "@" not in token.content:
        return [token]
    parts: list[Token] = []
    at = 0
    for start, end, cite in mentions(token.content):
        if cite.key not in known:
            continue
        parts.append(Token("text", "", 0, content=token.content[at:start]))
        parts.append(Token("citation", "", 0, meta={"cites": (cite,), "in_text": True}))
        at = end
    parts.append(Token("text", "", 0, content=token.content[at:]))
    return parts


def _render_citation(
    _self: "RendererHTML", tokens: "Sequence[Token]", index: int, _options: Any, env: Any
) -> str:
    meta = tokens[index].meta
    known = env["sources"]
    cites = tuple(attrs.evolve(cite, key=known[cite.key]) for cite in meta["cites"])
    return str(env["cite"]((cites, meta.get("in_text", False))))


def _render_image(
    _self: "RendererHTML", tokens: "Sequence[Token]", index: int, _options: Any, _env: Any
) -> str:
    token = tokens[index]
    return escape(f"![{token.content}]({token.attrs.get('src', '')})")


def _render_heading(
    _self: "RendererHTML", tokens: "Sequence[Token]", index: int, _options: Any, _env: Any
) -> str:
    return "<p><strong>" if tokens[index].type == "heading_open" else "</strong></p>\n"


def _render_code(
    _self: "RendererHTML", tokens: "Sequence[Token]", index: int, _options: Any, _env: Any
) -> str:
    token = tokens[index]
    code = f"<code>{escape(token.content)}</code>"
    return code if token.type == "code_inline" else f"<pre>{code}</pre>\n"
