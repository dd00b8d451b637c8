"""Writes a document of headings and lists as .docx."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

# A font that phones and computers have for Chinese; python-docx names one for Latin signs only.
_FONT = "Microsoft YaHei"
# What XML cannot hold.
_CONTROLS = {code: None for code in range(32) if code not in (9, 10)}


def docx_file(
    title: str, facts: Iterable[str], sections: Iterable[tuple[str, Sequence[str]]]
) -> bytes:
    """A document with a title, paragraphs under it, and sections of bullets."""
    # Half a tenth of a second to import, which only who exports shall wait for.
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        style = document.styles[name]
        style.font.name = _FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    document.add_heading(title.translate(_CONTROLS), level=0)
    for fact in facts:
        document.add_paragraph(fact.translate(_CONTROLS))
    for heading, lines in sections:
        document.add_heading(heading, level=1)
        for line in lines:
            if line.strip():
                document.add_paragraph(line.translate(_CONTROLS), style="List Bullet")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()
