"""Names of persons and places in text and speech: clues, verdicts and word lists."""
