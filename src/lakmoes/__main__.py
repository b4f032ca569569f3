"""``python -m lakmoes``: the command line."""

from lakmoes.cli import main

if __name__ == "__main__":
    main()
