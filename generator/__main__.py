"""Entry of `python -m generator`."""

import gc
import os
import signal

# Ctrl-C ends a run as it ends any command, without a traceback. What was begun is still taken back.
_INTERRUPTED = 128 + signal.SIGINT

try:
    from .cli import main

    # What a run builds, it needs to its end, which is soon: looking for garbage
    # was a twentieth of it.
    gc.disable()
    code = main()
except KeyboardInterrupt:
    # the shell is to see what happened, so that a loop or a script round it ends as well
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)
    code = _INTERRUPTED
# All is written and said: to give memory back piece by piece was another twentieth.
os._exit(code)
