"""`python -m sayso` and the `sayso` command."""

from .show.app import main

if __name__ == "__main__":
    main()
