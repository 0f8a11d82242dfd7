"""The real monitoring tools, and what they are to see of our calls: nothing secret."""
