"""Tests of the generated client as its users call it."""
