# Copied from templates/wecom_client/simulator/behaviours/__init__.py: edit that file, then run 'make generate'.
"""The behaviours: one package each, copied where the specs have the group that it names."""
