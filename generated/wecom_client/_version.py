# Copied from templates/wecom_client/_version.py: edit that file, then run 'make generate'.
"""The version of the distribution; pyproject.toml reads it here."""

__version__ = "0.2.0.dev0"
