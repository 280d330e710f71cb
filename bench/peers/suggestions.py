"""Processor time of a peer's suggestion and of telling it the outcome, one trial after another: 10 floats from -5 to 5,
the value the sum of (x - 1)^2. Prints the same lines as `speed suggestions`.

usage: suggestions.py PEER TRIALS
PEER is one that slots.py knows; PYTHONPATH as there.
"""
import sys
import time

from slots import create

WINDOW = 100
MARKS = (100, 200, 1_000, 5_000, 10_000)


def drive(peer, seed, trials, mark):
    method = create(peer, [(-5, 5)] * 10, seed)
    used = before = 0.0
    for n in range(1, trials + 1):
        start = time.process_time()
        handle, x = method.ask()
        used += time.process_time() - start
        value = sum((v - 1) ** 2 for v in x)
        start = time.process_time()
        method.tell(handle, value)
        used += time.process_time() - start
        if n % WINDOW == 0:
            mark(n, used / n, (used - before) / WINDOW)
            before = used


def main():
    peer, trials = sys.argv[1], int(sys.argv[2])
    # Imports and first calls are not what is timed.
    drive(peer, 99, 30, lambda *_: None)
    drive(peer, 0, trials, lambda n, mean, last: n in MARKS and print(
        f"{peer} at {n}: {mean * 1e6:.1f} us a trial on average, {last * 1e6:.1f} us over the last {WINDOW}",
        flush=True))


main()
