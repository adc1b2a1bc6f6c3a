"""Coders: one module per kind, all through :class:`qualcode.coders.base.Coder`."""
