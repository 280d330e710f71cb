namespace ActorTune.Worker.Tests.Actors;

public sealed class TrialAttemptActorTests
{
    private static readonly ProgramSpecification Limited = new()
    {
        Function = "train",
        SilenceLimit = TimeSpan.FromSeconds(30),
        TimeLimit = TimeSpan.FromSeconds(100),
        StopGrace = TimeSpan.FromSeconds(4),
    };

    private readonly WorkerBench _bench = new();

    [Fact]
    public void Silence_longer_than_the_limit_is_a_hang()
    {
        FakeProgram program = _bench.Begin(3, Limited);
        _bench.Pass(29);
        _bench.Do(() => program.Report(1));
        _bench.Instruct(3, 1);
        _bench.Pass(29);
        Assert.Equal(["Continue 1"], program.Told);

        _bench.Pass(1);
        Assert.Equal(["Continue 1", "Stop"], program.Told);
        _ = _bench.Heard;
        program.Events.Ended(AttemptEnd.Returned, "");

        Assert.Equal(
            [Ended(3, AttemptEnd.Hang, "no report came within 30 s")], _bench.Heard);
    }

    [Fact]
    public void A_program_that_waits_at_its_barrier_is_not_silent()
    {
        FakeProgram program = _bench.Begin(3, Limited, until: 2);
        _bench.Do(() => program.Report(2));

        _bench.Pass(60);
        Assert.Empty(program.Told);

        _bench.Instruct(3, 1);
        _bench.Pass(30);
        Assert.Equal(["Continue 1", "Stop"], program.Told);
    }

    [Fact]
    public void A_program_that_outlives_its_time_limit_is_stopped_and_then_killed()
    {
        FakeProgram program = _bench.Begin(3, Limited with { SilenceLimit = null });
        _bench.Pass(99);
        Assert.Empty(program.Told);
        _bench.Pass(1);
        Assert.Equal(["Stop"], program.Told);
        _bench.Pass(3);
        Assert.Equal(["Stop"], program.Told);
        _bench.Pass(1);
        Assert.Equal(["Stop", "Kill"], program.Told);
        _bench.Pass(100);
        Assert.Equal(["Stop", "Kill"], program.Told);

        program.Events.Ended(AttemptEnd.Error, "killed");

        Assert.Equal(
            [Ended(3, AttemptEnd.TimeLimit, "it ran longer than 100 s")], _bench.Heard);
    }

    [Fact]
    public void Reports_are_sent_again_until_they_are_acknowledged()
    {
        FakeProgram program = _bench.Begin(3);
        program.Events.Started(42);
        _bench.Do(() => program.Report(1));
        _bench.Do(() => program.Events.Checkpointed(new Resource(2)));
        _bench.Do(() => program.Report(2));
        Assert.Equal(
            [
                new TrialBegan(WorkerBench.Study, WorkerBench.Attempt(3), 42),
                Reported(3, 1, 1, null),
                Reported(3, 2, 2, 2),
            ],
            _bench.Heard);

        _bench.Pass(5);
        Assert.Equal([Reported(3, 1, 1, null), Reported(3, 2, 2, 2)], _bench.Heard);
        _bench.Instruct(3, 1);
        _bench.Pass(5);
        Assert.Equal([Reported(3, 2, 2, 2)], _bench.Heard);
        _bench.Instruct(3, 2);
        _bench.Pass(100);
        Assert.Empty(_bench.Heard);
        Assert.Equal(["Continue 1", "Continue 2"], program.Told);
    }

    [Fact]
    public void An_end_is_sent_again_until_it_is_answered_and_holds_its_slot_until_then()
    {
        FakeProgram program = _bench.Begin(3);
        _bench.Do(() => program.Report(1));
        _bench.Do(() => program.Events.Checkpointed(new Resource(2)));
        program.Events.Ended(AttemptEnd.Error, "it broke");
        TrialEnded end =
            Ended(3, AttemptEnd.Error, "it broke") with { Checkpoint = new Resource(2) };
        _bench.Instruct(3, 1);
        Assert.Equal([Reported(3, 1, 1, null), end], _bench.Heard);

        _bench.Pass(5);
        Assert.Equal([end], _bench.Heard);
        Assert.Equal([WorkerBench.Attempt(3)], _bench.List(WorkerBench.Study));

        _bench.Instruct(3, 1, AttemptInstruction.Stop);
        _bench.Pass(100);
        Assert.Empty(_bench.Heard);
        Assert.Empty(_bench.List(WorkerBench.Study));
        Assert.Equal(["Continue 1"], program.Told);
    }

    [Fact]
    public void An_end_waits_until_every_report_is_acknowledged()
    {
        FakeProgram program = _bench.Begin(3);
        _bench.Do(() => program.Report(1));
        _bench.Do(() => program.Report(2));
        _bench.Do(() => program.Events.Ended(AttemptEnd.Returned, ""));
        Assert.Equal([Reported(3, 1, 1, null), Reported(3, 2, 2, null)], _bench.Heard);

        _bench.Pass(5);
        Assert.Equal([Reported(3, 1, 1, null), Reported(3, 2, 2, null)], _bench.Heard);
        _bench.Instruct(3, 1);
        Assert.Empty(_bench.Heard);
        _bench.Instruct(3, 2);
        Assert.Equal([Ended(3, AttemptEnd.Returned, "")], _bench.Heard);
    }

    [Fact]
    public void An_older_instruction_changes_nothing()
    {
        FakeProgram program = _bench.Begin(3);
        _bench.Do(() => program.Report(1));
        _bench.Do(() => program.Report(2));
        _bench.Instruct(3, 2);
        _bench.Instruct(3, 1, AttemptInstruction.Stop);

        Assert.Equal(["Continue 2"], program.Told);
    }

    [Fact]
    public void A_program_that_ends_as_it_was_told_is_gone_without_a_word()
    {
        FakeProgram program = _bench.Begin(3, Limited);
        _bench.Do(() => program.Report(1));
        _bench.Instruct(3, 1, AttemptInstruction.Pause);
        Assert.Equal(["Pause 1", "Stop"], program.Told);
        _ = _bench.Heard;

        _bench.Do(() => program.Events.Ended(AttemptEnd.Returned, ""));
        _bench.Pass(200);

        Assert.Empty(_bench.Heard);
        Assert.Empty(_bench.List(WorkerBench.Study));
        Assert.Equal(["Pause 1", "Stop"], program.Told);
    }

    [Fact]
    public void An_interrupted_program_has_its_own_time()
    {
        FakeProgram program = _bench.Begin(3, Limited);
        _bench.Tell(new InterruptStudy(WorkerBench.Study, new Epoch(1), AtOnce: false));
        _bench.Pass(60);
        Assert.Equal(["Interrupt"], program.Told);

        program.Events.Ended(AttemptEnd.Returned, "");

        Assert.Equal([Ended(3, AttemptEnd.Interrupted, "")], _bench.Heard);
    }

    [Fact]
    public void A_program_interrupted_at_once_is_killed()
    {
        FakeProgram program = _bench.Begin(3, Limited);
        _bench.Tell(new InterruptStudy(WorkerBench.Study, new Epoch(1), AtOnce: true));

        Assert.Equal(["Stop", "Kill"], program.Told);
    }

    [Fact]
    public async Task A_program_is_killed_when_its_actor_stops()
    {
        FakeProgram program = _bench.Begin(3);

        await _bench.Host.StopAsync();

        Assert.Equal(["Kill"], program.Told);
    }

    private static TrialEnded Ended(int trial, AttemptEnd end, string message) =>
        new(WorkerBench.Study, WorkerBench.Attempt(trial), end, message, null);

    private static TrialReported Reported(
        int trial, long report, long resource, long? checkpoint) => new(
            WorkerBench.Study,
            WorkerBench.Attempt(trial),
            report,
            new Resource(resource),
            new MetricSet("loss", resource),
            checkpoint is { } units ? new Resource(units) : null);
}
