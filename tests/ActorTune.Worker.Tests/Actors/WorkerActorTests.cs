namespace ActorTune.Worker.Tests.Actors;

public sealed class WorkerActorTests
{
    private readonly WorkerBench _bench = new();

    [Fact]
    public void It_joins_with_its_slots() => Assert.Equal(
        [new WorkerJoined(new WorkerId("worker"), _bench.Worker, 2)],
        _bench.Placed);

    [Fact]
    public void An_attempt_gets_its_folder_and_begins_once()
    {
        FakeProgram program = _bench.Begin(3, until: 9);
        _bench.Tell(_bench.BeginOf(3));

        Assert.Single(_bench.Programs.Started);
        Assert.Equal("files/study/trial-3/attempt-1", program.Launch.Folder);
        Assert.Equal(new Resource(9), program.Launch.Until);
    }

    [Fact]
    public void An_older_epoch_is_refused()
    {
        _bench.Tell(_bench.BeginOf(3, epoch: 2));
        FakeProgram program = Assert.Single(_bench.Programs.Started);

        _bench.Tell(_bench.BeginOf(4, epoch: 1, slot: 1));
        _bench.Instruct(3, 0, AttemptInstruction.Stop, epoch: 1);
        _bench.Tell(new InterruptStudy(WorkerBench.Study, new Epoch(1), AtOnce: true));
        Assert.Single(_bench.Programs.Started);
        Assert.Empty(program.Told);

        Assert.Equal([WorkerBench.Attempt(3)], _bench.List(WorkerBench.Study, epoch: 3));
        _bench.Instruct(3, 0, AttemptInstruction.Stop, epoch: 2);
        Assert.Empty(program.Told);
        _bench.Instruct(3, 0, AttemptInstruction.Stop, epoch: 3);
        Assert.Equal(["Stop 0", "Stop"], program.Told);
    }

    // Whoever began it may have died with its machine; another coordinator goes on with it.
    [Fact]
    public void What_runs_or_waits_reports_to_whoever_listed_it_last()
    {
        FakeProgram first = _bench.Begin(3);
        _bench.Tell(_bench.BeginOf(4));
        _bench.Do(() => first.Report(1));
        Assert.Single(_bench.Heard);

        _bench.List(WorkerBench.Study, epoch: 2);
        _bench.Do(() => first.Report(2));
        _bench.Instruct(3, 2, AttemptInstruction.Stop, epoch: 2);
        _bench.Do(() => first.Events.Ended(AttemptEnd.Returned, ""));
        _bench.Do(() => _bench.Programs.Started[1].Report(1));

        Assert.Empty(_bench.Heard);
        Assert.Equal(
            [WorkerBench.Attempt(3), WorkerBench.Attempt(4)],
            _bench.HeardByNext.Select(heard => heard.Attempt));
    }

    [Fact]
    public void Epochs_belong_to_their_studies()
    {
        _bench.Tell(_bench.BeginOf(3, epoch: 2));
        _bench.Tell(_bench.BeginOf(3, epoch: 1, study: WorkerBench.OtherStudy, slot: 1));

        Assert.Equal(2, _bench.Programs.Started.Count);
    }

    [Fact]
    public void The_next_attempt_of_a_slot_begins_when_the_last_has_ended()
    {
        FakeProgram first = _bench.Begin(3);
        _bench.Tell(_bench.BeginOf(4));
        _bench.Tell(_bench.BeginOf(5, slot: 1));
        Assert.Equal([3, 5], _bench.Programs.Started.Select(Trial));

        _bench.Instruct(3, 0, AttemptInstruction.Stop);
        Assert.Equal(["Stop 0", "Stop"], first.Told);
        Assert.Equal([3, 5], _bench.Programs.Started.Select(Trial));

        _bench.Do(() => first.Events.Ended(AttemptEnd.Returned, ""));
        Assert.Equal([3, 5, 4], _bench.Programs.Started.Select(Trial));
    }

    [Fact]
    public void An_instruction_to_an_attempt_that_waits_for_its_slot_reaches_it()
    {
        FakeProgram first = _bench.Begin(3);
        _bench.Tell(_bench.BeginOf(4));
        _bench.Instruct(4, 0, AttemptInstruction.Stop);
        _bench.Instruct(4, 0, AttemptInstruction.Stop, study: WorkerBench.OtherStudy);

        _bench.Do(() => first.Events.Ended(AttemptEnd.Error, ""));
        _bench.Instruct(3, 0, AttemptInstruction.Stop);

        Assert.Equal(["Stop 0", "Stop"], _bench.Programs.Started[1].Told);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_interrupt_ends_what_waits_for_a_slot_and_spares_other_studies(ulong seed)
    {
        var bench = new WorkerBench(seed);
        FakeProgram first = bench.Begin(3);
        bench.Tell(bench.BeginOf(4));
        bench.Tell(bench.BeginOf(5, study: WorkerBench.OtherStudy));

        bench.Tell(new InterruptStudy(WorkerBench.Study, new Epoch(1), AtOnce: false));

        Assert.Equal(
            [new TrialEnded(
                WorkerBench.Study,
                WorkerBench.Attempt(4),
                AttemptEnd.Interrupted,
                string.Empty,
                null,
                0)],
            bench.Heard);
        Assert.Equal(["Interrupt"], first.Told);
        Assert.Equal([WorkerBench.Attempt(3)], bench.List(WorkerBench.Study));
        Assert.Equal([WorkerBench.Attempt(5)], bench.List(WorkerBench.OtherStudy));
        Assert.Single(bench.Programs.Started);
    }

    private static int Trial(FakeProgram program) => program.Launch.Attempt.Trial.Value;
}
