"""What Rawi does from end to end: the only room that holds the pipeline and the ledger together, clock and disk.

Import the module of the work at hand; this package itself loads nothing.
"""
