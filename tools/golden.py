"""Renew every fixture's expected outputs; look at the diff before you commit it."""

from __future__ import annotations

from pathlib import Path

from convert import read
from convert.writers import render

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def main() -> None:
    for page in sorted(path.parent for path in FIXTURES.glob("*/input.txt")):
        document = read(page / "input.txt")
        for name, suffix in (("json", "json"), ("md", "md")):
            (page / f"expected.{suffix}").write_bytes(render(document, name))


if __name__ == "__main__":
    main()
