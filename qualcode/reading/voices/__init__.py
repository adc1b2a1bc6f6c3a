"""Who speaks: labels, variants of one name, roles and lists of those present."""
