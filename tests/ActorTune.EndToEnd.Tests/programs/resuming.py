"""A trial program that goes on from checkpoints and notes from which folder it did."""
import os
import time

import actortune

parameters = actortune.params()
resume = actortune.resume()
start = resume.resource if resume else 0
if resume:
    with open(os.path.join(resume.folder, "state"), encoding="utf-8") as state:
        assert state.read() == f"{parameters['x']} {start}"
    with open(os.environ["NOTES"], "a", encoding="utf-8") as notes:
        notes.write(f"{resume.folder}\n")
for epoch in range(start + 1, 10):
    time.sleep(0.02)
    until = actortune.until()
    if until is not None and epoch >= until:
        with actortune.checkpoint_dir(epoch) as folder:
            with open(os.path.join(folder, "state"), "w", encoding="utf-8") as state:
                state.write(f"{parameters['x']} {epoch}")
    if actortune.report(epoch, loss=parameters["x"] + 1.0 / epoch) != "continue":
        break
