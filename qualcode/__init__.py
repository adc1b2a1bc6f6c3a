"""Qualitative coding of Polish workshop transcripts."""
