"""The soak: whole jobs of eight processes with a shared store, on a simulator that is hostile.

The rooms: `company` (what is seeded, and what goes wrong), `work` (the jobs of a lane, without
I/O), `worker` (a process that carries them out and writes down what they reported), `claims` (the
reports held against the simulator's state), `__main__` (all of it, and the table).
"""
