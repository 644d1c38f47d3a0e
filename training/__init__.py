"""Training the decisions Rawi ships; needs ``pip install -e .[train]`` and ``../shared``."""
