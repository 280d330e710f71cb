"""A peer's early stopping on recorded learning curves in virtual time, JSON lines.

usage: curves.py CURVES PLAN.jsonl RULE[,RULE..] SLOTS[,SLOTS..] [TOTAL[,TOTAL..]]
RULE: none, asha, hyperband, median, percentile, patient (Optuna's), syne-tune-asha (Syne Tune's, by stopping).
CURVES.json and CURVES.f32.gz have the curves. PLAN.jsonl comes from `quality stopping-plan`: for every seed the order
in which configurations are started and how long a step of each one takes, so that both sides meet the same study.

A slot trains a trial step by step; the trial that ends a step first is served first, the lower number on ties. It
reports steps 1 to 50 and asks after each, as Optuna's documentation shows. A trial that diverges is told as failed
without a report. eta is 3, the least resource 1; startup trials and percentile are the peer's defaults, patience is
5 (it has no default). Two lines for each study: `RULE` takes the peer's own best trial (least value of the completed
ones; before any completed, the best value at the highest step), `RULE+highest-step` the best value at the highest
step always, so that only the stopping differs from ours.
"""
import gzip
import heapq
import json
import math
import sys

import numpy as np

ETA, LEAST, PATIENCE, CEILING = 3, 1, 5, 10.0


def read(path):
    about = json.load(open(path + ".json"))
    losses = np.frombuffer(gzip.open(path + ".f32.gz").read(), dtype="<f4").reshape(about["shape"])
    return dict(zip(about["tasks"], losses.astype(float)))


class Optuna:
    """One study of Optuna's with a pruner; the configurations are not its own."""

    def __init__(self, rule, steps, name):
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        p, self.state = optuna.pruners, optuna.trial.TrialState
        pruner = {
            "none": p.NopPruner,
            "asha": lambda: p.SuccessiveHalvingPruner(min_resource=LEAST, reduction_factor=ETA),
            "hyperband": lambda: p.HyperbandPruner(min_resource=LEAST, max_resource=steps, reduction_factor=ETA),
            "median": p.MedianPruner,
            "percentile": lambda: p.PercentilePruner(25.0),
            "patient": lambda: p.PatientPruner(p.MedianPruner(), PATIENCE),
        }[rule]()
        # Hyperband draws the bracket from the study's name.
        self.study = optuna.create_study(
            study_name=name, pruner=pruner, sampler=optuna.samplers.RandomSampler(seed=0))

    def start(self, number):
        return self.study.ask()

    def stops(self, trial, step, value):
        trial.report(value, step)
        return trial.should_prune()

    def stopped(self, trial):
        self.study.tell(trial, state=self.state.PRUNED)

    def completed(self, trial, step, value):
        self.study.tell(trial, value)

    def failed(self, trial):
        self.study.tell(trial, state=self.state.FAIL)

    def best(self):
        try:
            return self.study.best_trial.number
        except ValueError:
            return None


class SyneTune:
    """Syne Tune's ASHA, which decides by stopping."""

    def __init__(self, rule, steps, name):
        import datetime
        import logging

        from syne_tune.backend.trial_status import Trial
        from syne_tune.config_space import uniform
        from syne_tune.optimizer.baselines import ASHA

        logging.disable(logging.WARNING)
        self.now, self.trial, self.completions = datetime.datetime.now(), Trial, {}
        self.scheduler = ASHA({"x": uniform(0, 1)}, metric="loss", time_attr="step", max_t=steps, random_seed=0,
                              grace_period=LEAST, reduction_factor=ETA)

    def start(self, number):
        trial = self.trial(number, self.scheduler.suggest().config, self.now)
        self.scheduler.on_trial_add(trial)
        return trial

    def stops(self, trial, step, value):
        if step == self.scheduler.max_t:
            return False
        return self.scheduler.on_trial_result(trial, {"loss": value, "step": step}) == "STOP"

    def stopped(self, trial):
        self.scheduler.on_trial_remove(trial)

    def completed(self, trial, step, value):
        self.completions[trial.trial_id] = value
        self.scheduler.on_trial_complete(trial, {"loss": value, "step": step})

    def failed(self, trial):
        self.scheduler.on_trial_error(trial)

    def best(self):
        return min(self.completions, key=lambda t: (self.completions[t], t), default=None)


class Study:
    def __init__(self, peer, losses, plan):
        self.peer, self.losses, self.plan = peer, losses, plan
        self.steps = losses.shape[1] - 1
        finals = np.sort(losses[:, self.steps][np.isfinite(losses[:, self.steps])])
        self.least, self.median = finals[0], finals[len(finals) // 2]
        self.trials, self.running = [], []  # [configuration, step, value, failed, handle]; (time, number)

    def start(self, now):
        number = len(self.trials)
        if number == len(self.plan["order"]):
            return False
        self.trials.append([self.plan["order"][number], 0, math.nan, False, self.peer.start(number)])
        self.go_on(now, number)
        return True

    def go_on(self, now, number):
        heapq.heappush(self.running, (now + self.plan["durations"][self.trials[number][0]], number))

    def train(self, now, number):
        trial = self.trials[number]
        trial[1] += 1
        loss = float(self.losses[trial[0], trial[1]])
        if not math.isfinite(loss):
            trial[3] = True
            self.peer.failed(trial[4])
            return
        trial[2] = loss
        if self.peer.stops(trial[4], trial[1], loss):
            self.peer.stopped(trial[4])
        elif trial[1] == self.steps:
            self.peer.completed(trial[4], trial[1], loss)
        else:
            self.go_on(now, number)

    def highest_step(self):
        known = [(-t[1], t[2], n) for n, t in enumerate(self.trials) if t[1] > 0 and not t[3]]
        return min(known)[2] if known else None

    def regret(self, number):
        if number is None:
            return 1.0
        final = float(self.losses[self.trials[number][0], self.steps])
        return min(CEILING, (final - self.least) / (self.median - self.least)) if math.isfinite(final) else CEILING

    def regrets(self, slots, totals):
        own, highest, spent, now = [], [], 0, 0.0
        while len(own) < len(totals):
            while len(self.running) < slots and self.start(now):
                pass
            if not self.running:
                break
            now, number = heapq.heappop(self.running)
            self.train(now, number)
            spent += 1
            if spent == totals[len(own)]:
                top, best = self.highest_step(), self.peer.best()
                own.append(self.regret(top if best is None else best))
                highest.append(self.regret(top))
        return own, highest


def main():
    tasks = read(sys.argv[1])
    plans = [json.loads(line) for line in open(sys.argv[2])]
    slot_counts = [int(n) for n in sys.argv[4].split(",")]
    totals = [int(n) for n in (sys.argv[5] if len(sys.argv) > 5 else "250,500,1000").split(",")]
    for rule in sys.argv[3].split(","):
        peer, label = (SyneTune, rule) if rule.startswith("syne-tune") else (Optuna, "optuna-" + rule)
        for plan in plans:
            for slots in slot_counts:
                for task, losses in tasks.items():
                    study = Study(peer(rule, losses.shape[1] - 1, f"{task}-{plan['seed']}"), losses, plan)
                    for name, found in zip((label, label + "+highest-step"), study.regrets(slots, totals)):
                        print(json.dumps({"bench": "stopping", "rule": name, "task": task, "seed": plan["seed"],
                                          "slots": slots, "totals": totals, "regrets": found}), flush=True)


main()
