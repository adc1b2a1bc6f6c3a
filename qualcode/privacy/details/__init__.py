"""Details that point at a person: numbers, addresses, documents, dates of birth, handles."""
