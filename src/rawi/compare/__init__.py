"""Across outlets.

Stories, agency copy, one and the same utterance, omissions, conflicts, and what became of what was said.
"""
