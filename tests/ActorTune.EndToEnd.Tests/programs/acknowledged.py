"""A trial program that notes every report whose answer it got, and leaves a grandchild behind."""
import os
import subprocess
import time

import actortune

parameters = actortune.params()
notes = os.environ["NOTES"]
# It outlives this process unless the whole group is ended.
subprocess.Popen(["sleep", "1000"], env={"ACTORTUNE_TEST_MARK": notes, "PATH": os.environ["PATH"]})

resume = actortune.resume()
start = resume.resource if resume else 0
for epoch in range(start + 1, 10):
    time.sleep(0.02)
    until = actortune.until()
    at_barrier = until is not None and epoch >= until
    if at_barrier:
        with actortune.checkpoint_dir(epoch) as folder:
            with open(os.path.join(folder, "state"), "w", encoding="utf-8") as state:
                state.write(str(epoch))
    answer = actortune.report(epoch, loss=parameters["x"] + 1.0 / epoch)
    if at_barrier:
        # Below its barrier a report is one-way: only an answer says that it is durable.
        line = f"{os.environ['ACTORTUNE_TRIAL']} {os.environ['ACTORTUNE_ATTEMPT']} {epoch}\n"
        with open(notes, "a", encoding="utf-8") as file:
            file.write(line)
    if answer != "continue":
        break
