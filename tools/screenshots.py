"""Make the README's pictures: the proof sheet of a fixture page, light and dark, and a page before and after."""

from __future__ import annotations

import html
import tempfile
from pathlib import Path

from browser import chromium

from convert import read
from convert.writers import render

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "fixtures" / "river-after" / "input.txt"
PICTURES = ROOT / "docs" / "pictures"


def before_after() -> str:
    """An HTML page with the raw text on the left and the Markdown on the right."""
    raw = html.escape("\n".join(PAGE.read_text("utf-8").splitlines()[:34]))
    done = html.escape(render(read(PAGE), "md").decode().split("---\n\n", 1)[1][:760])
    style = ("body{margin:0;padding:24px;font:15px/1.6 'Noto Sans CJK SC','WenQuanYi Zen Hei',sans-serif;display:grid;grid-template-columns:2fr 3fr;gap:24px;background:#fff;color:#1b1b1b}"
             "pre{white-space:pre-wrap;margin:0;font:inherit;padding:16px;border-radius:8px}h2{font-size:16px;margin:0 0 8px}.a{background:#f3f0ea}.b{background:#e8f1fb}")
    return (f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style><div><h2>input.txt</h2><pre class=a>{raw}</pre></div>"
            f"<div><h2>convert input.txt --to md</h2><pre class=b>{done}</pre></div>")


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        sheet, pair = Path(folder, "page.html"), Path(folder, "pair.html")
        sheet.write_bytes(render(read(PAGE), "proof"))
        pair.write_text(before_after(), "utf-8")
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 860})
            page.goto(sheet.as_uri())
            page.locator(".part.paragraph").nth(1).hover()
            page.screenshot(path=PICTURES / f"proof-{scheme}.png")
        page = browser.new_page(viewport={"width": 1100, "height": 760})
        page.goto(pair.as_uri())
        page.screenshot(path=PICTURES / "before-after.png")


if __name__ == "__main__":
    main()
