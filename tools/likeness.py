"""How like the shared pages the made-up ones are: which features do rows of one role show more often here than there?

    python tools/likeness.py ../shared/pages [--pages 500] [--most 12]

Made-up pages teach what they hold: where a feature is on half of the made-up crossheads and on no real one, the
labeller learns a paper that does not exist. For every tag the features are printed whose share of the rows lies
furthest outside what the shared folders show, each by itself.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Iterable

import papers
import typeset
from gold import Page, read_pages, set_anew

from convert.measure import japanese
from convert.model import TAGS
from convert.rules import Rules, load

SEED = 9
FEW = 30
"""Rows under which a folder says nothing of a tag."""
Shares = dict[str, dict[str, float]]
"""By tag, then by feature: its share of the tag's rows."""


def shares(pages: Iterable[Page]) -> Shares:
    """What share of a tag's rows show a feature; tags with few rows are left out."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    rows: Counter[str] = Counter()
    for page in pages:
        for names, tag in zip(page.observations, page.tags):
            rows[tag] += 1
            found[tag].update(set(names))
    return {tag: {name: count / rows[tag] for name, count in names.items()} for tag, names in found.items() if rows[tag] >= FEW}


def made_up(folders: list[Path], count: int, rules: Rules) -> Iterable[Page]:
    """Pages set anew in wide characters from the folders' articles, Japanese ones aside."""
    rng, pools = random.Random(SEED), [papers.stories_of(folder) for folder in folders]
    while count:
        page = set_anew(typeset.page(rng, rng.choice(pools)), rules)
        if not japanese("".join(page.texts)):
            yield page
            count -= 1


def outside(share: float, others: list[float]) -> float:
    """How far a share lies outside the range of others."""
    return max(share - max(others), min(others) - share, 0.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--most", type=int, default=12, help="features of each tag that are printed")
    args = parser.parse_args()
    rules, folders = load(), sorted(path for path in args.shared.iterdir() if path.is_dir())
    real = {folder.name: shares(read_pages(folder, rules)) for folder in folders}
    ours = shares(made_up(folders, args.pages, rules))
    for tag in TAGS:
        known = {name: found[tag] for name, found in real.items() if tag in found}
        if not known or tag not in ours:
            continue
        names = set(ours[tag]).union(*known.values())
        far = sorted(((outside(ours[tag].get(name, 0.0), [found.get(name, 0.0) for found in known.values()]), name) for name in names), reverse=True)
        print(f"{tag}: share of its rows made up, and in {', '.join(known)}")
        for _, name in far[:args.most]:
            print(f"  {name:28} {ours[tag].get(name, 0.0):.2f}   " + "  ".join(f"{found.get(name, 0.0):.2f}" for found in known.values()))


if __name__ == "__main__":
    main()
