"""Rebuilding the weights of the language room from a folder of treebanks."""
