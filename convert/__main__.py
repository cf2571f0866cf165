"""``python -m convert``: the command."""

from convert.cli import main

if __name__ == "__main__":
    main()
