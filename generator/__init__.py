"""Renders API specs into a typed, parameter-checking Python client."""
