"""The typed Python client: `wecom_client/`."""

from .collisions import collisions as problems
from .render import render

__all__ = ["problems", "render"]
