"""Where a meeting was: gminy in titles, file names and greetings."""
