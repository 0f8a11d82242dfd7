"""Whole jobs: what an operation may declare, and what these declarations must be."""
