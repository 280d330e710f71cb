namespace ActorTune.Worker.Tests.Actors;

/// <summary>At its barrier a program waits for us, not we for it.</summary>
public sealed class TrialBarrierTests
{
    private static readonly ProgramSpecification Limited = new()
    {
        Function = "train",
        SilenceLimit = TimeSpan.FromSeconds(30),
        StopGrace = TimeSpan.FromSeconds(4),
    };

    private readonly WorkerBench _bench = new();

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

    // A strict study answers the reports before the barrier long before the one at it.
    [Fact]
    public void A_program_at_its_barrier_is_not_silent_though_earlier_reports_are_answered()
    {
        FakeProgram program = _bench.Begin(3, Limited, until: 2);
        _bench.Do(() => program.Report(1));
        _bench.Do(() => program.Report(2));
        _bench.Instruct(3, 1, until: 2);

        _bench.Pass(60);
        Assert.Equal(["Continue 1 2"], program.Told);

        _bench.Instruct(3, 2, until: 9);
        _bench.Pass(30);
        Assert.Equal(["Continue 1 2", "Continue 2 9", "Stop"], program.Told);
    }
}
