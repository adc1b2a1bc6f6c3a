"""Which question is under discussion: the guide, headings, and a meeting without them."""
