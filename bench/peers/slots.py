"""A peer's sampler on the catalogue with several slots in virtual time, one JSON line a seed.

usage: slots.py PEER FUNCTION[,FUNCTION..] SEEDS TRIALS FIRST_SEED SLOTS
PEER: an Optuna sampler name of common.py, cmaes-lib or pycma. The folder with common.py, functions.py and the
peers' checkouts must be on PYTHONPATH. A trial takes a time drawn log-normally (deviation 0.5) from its seed and
number; with one slot that changes nothing. Values are printed in the order of completion. bbob-f1-d5-i1 and the like
are pycma's own functions.
"""
import heapq
import json
import math
import random
import sys
import time

from functions import MIXED, SPACES, mixed


def noisy(base, deviation):
    def evaluate(x, seed, trial):
        return base(x) + deviation * random.Random(f"noise-{seed}-{trial}").gauss(0, 1)

    return evaluate


def problem(name):
    """-> (box or None for the conditional tree, evaluate(x, seed, trial), truth(x))"""
    if name == "mixed":
        return None, lambda c, seed, trial: mixed(c), mixed
    if name.startswith("bbob-"):
        from cma import bbobbenchmarks

        function, dimensions, instance = (int(part[1:]) for part in name.split("-")[1:])
        f = bbobbenchmarks.instantiate(function, instance)[0]
        return [(-5, 5)] * dimensions, lambda x, seed, trial: float(f(x)), f
    plain = name.removesuffix("-noisy")
    box, f, _ = SPACES[plain]
    return box, noisy(f, 0.1) if plain != name else lambda x, seed, trial: f(x), f


def own_device():
    """torch's Sobol engine needs the real device type where torch113_compat has put another."""
    import torch
    import torch113_compat

    real = getattr(torch113_compat, "_real", None)
    if real is not None:
        class Torch:
            device = real

            def __getattr__(self, name):
                return getattr(torch, name)

        torch.quasirandom.torch = Torch()


class Optuna:
    def __init__(self, peer, box, seed):
        from common import import_optuna, sampler

        optuna = import_optuna(gp=peer == "gp")
        if peer == "gp":
            own_device()
        self.box, self.study = box, optuna.create_study(sampler=sampler(peer, seed))

    def ask(self):
        t = self.study.ask()
        if self.box is None:
            return t, self.tree(t, MIXED, {})
        return t, [t.suggest_float(f"x{i}", lo, hi) for i, (lo, hi) in enumerate(self.box)]

    def tree(self, t, params, cfg):
        for name, kind, a, b in params:
            if kind == "cat":
                cfg[name] = t.suggest_categorical(name, a)
                self.tree(t, b.get(cfg[name], []), cfg)
            elif kind in ("int", "logint"):
                cfg[name] = t.suggest_int(name, a, b, log=kind == "logint")
            else:
                cfg[name] = t.suggest_float(name, a, b, log=kind == "log")
        return cfg

    def tell(self, t, value):
        self.study.tell(t, value)


class Cmaes:
    def __init__(self, box, seed):
        import numpy as np
        from cmaes import CMA

        self.box, self.results = box, []
        d = len(box)
        self.cma = CMA(mean=np.full(d, 0.5), sigma=1 / 6, bounds=np.array([[0, 1]] * d), seed=seed)

    def ask(self):
        u = self.cma.ask()
        return u, [lo + v * (hi - lo) for v, (lo, hi) in zip(u, self.box)]

    def tell(self, u, value):
        self.results.append((u, value))
        if len(self.results) >= self.cma.population_size:
            self.cma.tell(self.results[: self.cma.population_size])
            del self.results[: self.cma.population_size]


class Pycma:
    def __init__(self, box, seed):
        import cma

        self.box, self.results, self.drawn = box, [], []
        d = len(box)
        self.es = cma.CMAEvolutionStrategy(
            [0.5] * d, 1 / 6, {"seed": seed + 1, "bounds": [0, 1], "verbose": -9, "maxiter": 10**9, "tolfun": 0,
                               "tolfunhist": 0, "tolx": 0, "tolstagnation": 10**9, "tolflatfitness": 10**9})

    def ask(self):
        if not self.drawn:
            self.drawn = list(self.es.ask())
        u = self.drawn.pop()
        return u, [lo + v * (hi - lo) for v, (lo, hi) in zip(u, self.box)]

    def tell(self, u, value):
        self.results.append((u, value))
        n = self.es.popsize
        if len(self.results) >= n:
            self.es.tell([r[0] for r in self.results[:n]], [r[1] for r in self.results[:n]])
            del self.results[:n]
            # It refuses a second tell before the next ask.
            self.drawn = list(self.es.ask())


def create(peer, box, seed):
    return {"cmaes-lib": lambda: Cmaes(box, seed), "pycma": lambda: Pycma(box, seed)}.get(
        peer, lambda: Optuna(peer, box, seed))()


def values(peer, name, seed, trials, slots):
    box, evaluate, truth = problem(name)
    method = create(peer, box, seed)
    running, done, now, started = [], [], 0.0, 0
    while len(done) < trials:
        while started < trials and len(running) < slots:
            handle, x = method.ask()
            length = math.exp(0.5 * random.Random(f"duration-{seed}-{started}").gauss(0, 1)) if slots > 1 else 1.0
            heapq.heappush(running, (now + length, started, handle, x))
            started += 1
        now, trial, handle, x = heapq.heappop(running)
        method.tell(handle, evaluate(x, seed, trial))
        done.append(float(truth(x)))
    return done


def main():
    peer, names = sys.argv[1:3]
    seeds, trials, first, slots = map(int, sys.argv[3:7])
    for name in names.split(","):
        for seed in range(first, first + seeds):
            before = time.process_time()
            found = values(peer, name, seed, trials, slots)
            print(json.dumps({"bench": "quality", "peer": peer, "fn": name, "seed": seed, "slots": slots,
                              "ms_cpu_trial": (time.process_time() - before) / trials * 1e3, "values": found}),
                  flush=True)


if __name__ == "__main__":
    main()
