"""Doorway to the command line for a checkout: ``python cli.py analyse …``."""

from qualcode.commands import main

if __name__ == "__main__":
    main()
