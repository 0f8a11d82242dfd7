"""Entry of `python -m generator`."""

import gc
import sys

from .cli import main

# What a run builds, it needs to its end, which is soon: looking for garbage was a twentieth of it.
gc.disable()
sys.exit(main())
