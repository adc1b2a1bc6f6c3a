"""Codebooks people keep in other programs: one module per format, ``SUFFIXES`` and ``parse``."""
