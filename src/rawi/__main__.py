"""``python -m rawi`` is the ``rawi`` command."""

from rawi.cli import main

if __name__ == "__main__":
    main()
