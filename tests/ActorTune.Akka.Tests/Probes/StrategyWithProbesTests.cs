using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using AkkaTestKit = Akka.TestKit.Xunit2.TestKit;

namespace ActorTune.Akka.Tests.Probes;

/// <summary>
/// Strategies as a worker sees them: what is begun, and what is promoted, paused or stopped at
/// which resource. The worker is a probe and time is virtual.
/// </summary>
public sealed class StrategyWithProbesTests() : AkkaTestKit(ProbedStudy.VirtualTime)
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    private static StrategyOptions Asha { get; } = new("asha");

    // Nine configurations, one worker, r = 1, R = 9, eta = 3, as in bracket 0 of the example of
    // Li et al., MLSys 2020: the best three of nine go on to 3 and the best of them to 9, each as
    // soon as it is known to be among the best third of those that are there.
    [Fact]
    public void AshaPromotesAsSoonAsATrialIsAmongTheBestThird()
    {
        ProbedWorker worker = Study(Asha, max: 9, trials: 9).Join("w", slots: 1);

        worker.Trains(
            (0, 0, 1, 0.30, "pause"),
            (1, 0, 1, 0.80, "pause"),
            (2, 0, 1, 0.70, "pause"),
            (0, 1, 3, 0.25, "pause"),
            (3, 0, 1, 0.60, "pause"),
            (4, 0, 1, 0.50, "pause"),
            (5, 0, 1, 0.20, "continue until 3"),
            (5, 1, 3, 0.15, "pause"),
            (6, 0, 1, 0.90, "pause"),
            (7, 0, 1, 0.10, "continue until 3"),
            (7, 1, 3, 0.08, "continue until 9"),
            (7, 3, 9, 0.05, "complete"),
            (8, 0, 1, 0.40, "pause"));
        worker.HearsTheEnd(stopped: [0, 1, 2, 3, 4, 5, 6, 8]);
        worker.HearsNothingFor(ADay);
    }

    // The same errors: without a way back, the first of a rung goes on at once, and who is not in
    // the best third on arrival is stopped.
    [Fact]
    public void StoppingAshaStopsWhoIsNotAmongTheBestThirdOnArrival()
    {
        var scheduler = Asha.With("type", ParameterValue.Of("stopping"));
        ProbedWorker worker = Study(scheduler, max: 9, trials: 4).Join("w", slots: 1);

        worker.Trains(
            (0, 0, 1, 0.30, "continue until 3"),
            (0, 1, 3, 0.25, "continue until 9"),
            (0, 3, 9, 0.20, "complete"),
            (1, 0, 1, 0.80, "stop"),
            (2, 0, 1, 0.20, "continue until 3"),
            (2, 1, 3, 0.26, "stop"),
            (3, 0, 1, 0.30, "stop"));
        worker.HearsNothingFor(ADay);
    }

    // A free slot waits for the rung, however long that takes.
    [Fact]
    public void SuccessiveHalvingPromotesWhenTheWholeRungIsThere()
    {
        var scheduler = new StrategyOptions("successive-halving")
            .With("configurations", ParameterValue.Of(3L));
        ProbedWorker worker = Study(scheduler, max: 3, trials: 3).Join("w", slots: 3);

        for (int trial = 0; trial < 3; trial++)
            worker.Begins(trial, from: 0, until: 1);
        worker.Reports(1, at: 1, error: 0.2);
        worker.IsTold(1, AttemptInstruction.Pause);
        worker.Reports(0, at: 1, error: 0.3);
        worker.IsTold(0, AttemptInstruction.Pause);
        worker.HearsNothingFor(ADay);

        worker.Reports(2, at: 1, error: 0.9);
        worker.IsTold(2, AttemptInstruction.Pause);
        worker.Begins(1, from: 1, until: 3);
        worker.HearsNothingFor(ADay);
    }

    // Li et al., JMLR 2018: R = 81, eta = 3; n = ceil((s_max + 1) / (s + 1) eta^s) configurations
    // begin in bracket s and floor(n_i / eta) go on from each rung.
    [Fact]
    public void HyperbandGivesEachBracketItsConfigurations()
    {
        var scheduler = new StrategyOptions("hyperband")
            .With("mode", ParameterValue.Of("synchronous"));
        ProbedWorker worker = Study(scheduler, max: 81, trials: 143).Join("w", slots: 1);

        var segments = worker.TrainsAll(trial => 1.0 / (1 + trial));

        Assert.Equal(
            [
                "81 at 1, 27 at 3, 9 at 9, 3 at 27, 1 at 81", // s = 4
                "34 at 3, 11 at 9, 3 at 27, 1 at 81", // s = 3
                "15 at 9, 5 at 27, 1 at 81", // s = 2
                "8 at 27, 2 at 81", // s = 1
                "5 at 81", // s = 0
            ],
            ByBracket(segments));
    }

    private ProbedStudy Study(StrategyOptions scheduler, long max, int trials) =>
        new(this, ProbedStudy.Of(scheduler, max, trials));

    // A bracket's trials are those that begin at its bottom rung.
    private static IEnumerable<string> ByBracket(
        IReadOnlyList<(int Trial, long Until)> segments)
    {
        Dictionary<int, long> bottoms = segments
            .GroupBy(segment => segment.Trial)
            .ToDictionary(trial => trial.Key, trial => trial.First().Until);
        return segments
            .GroupBy(segment => bottoms[segment.Trial])
            .Select(bracket => string.Join(", ", bracket
                .CountBy(segment => segment.Until)
                .OrderBy(rung => rung.Key)
                .Select(rung => $"{rung.Value} at {rung.Key}")));
    }
}
