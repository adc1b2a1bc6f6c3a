"""Tables and walls: what their headers, rows and notes say."""
