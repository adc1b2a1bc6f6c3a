"""Writing: one module per output format; every file is written whole or not at all."""
