"""Write the list of English words that tells where one begins and ends.

    python tools/lexicon.py DICT... OUT      # Debian's wamerican and wbritish: /usr/share/dict/american-english, british-english

A word a line in the order of the alphabet, possessives left out, and words of fewer than four letters too: most of
those are abbreviations, and ``short_words`` of ``rules/script.yaml`` has the others.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from convert.lexicon import LEAST

NOTICE = """# English words of SCOWL (Spell Checker Oriented Word Lists), as Debian's wamerican and wbritish 2020.12.07 have them,
# words of four letters and more. Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and
# sell these word lists, the associated scripts, the output created from the scripts, and its documentation for any
# purpose is hereby granted without fee, provided that the above copyright notice appears in all copies and that both
# that copyright notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no
# representations about the suitability of this array for any purpose. It is provided "as is" without express or
# implied warranty.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    words = {word for path in args.lists for word in path.read_text("utf-8").split()}
    kept = sorted(word for word in words if len(word) >= LEAST and word.isascii() and word.isalpha())
    args.out.write_text(NOTICE + "\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main()
