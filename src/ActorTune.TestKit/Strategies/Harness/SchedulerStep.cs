using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// What a trial scheduler answered in one step, and what a test demands of it. Every demand throws
/// <see cref="SpecException"/> with what was expected and what came.
/// </summary>
public sealed class SchedulerStep
{
    private readonly SchedulerHarness _harness;
    private readonly string _what;

    internal SchedulerStep(SchedulerHarness harness, string what, string answer)
    {
        _harness = harness;
        _what = what;
        Answer = answer;
    }

    /// <summary>
    /// The answer in the harness's notation: "start 0@1", "pause 3", "continue 3@9", "stop 3",
    /// "complete 3", "promote 3@9", "wait", "finished".
    /// </summary>
    public string Answer { get; }

    /// <summary>The trial that the step is about; null where it is about none.</summary>
    internal int? Trial { get; init; }

    internal NextAction? Next { get; init; }

    /// <summary>Whether it is more than a report below a decision point.</summary>
    internal bool Decides => !Answer.StartsWith("report ", StringComparison.Ordinal);

    /// <summary>Why the scheduler answered so; null where it gives no reason.</summary>
    public DecisionReason? Reason { get; init; }

    /// <summary>Demands exactly this answer.</summary>
    /// <param name="answer">The answer in the harness's notation.</param>
    public SchedulerStep ShouldBe(string answer) => Demand(Answer == answer, answer);

    /// <summary>Demands that a new trial is started.</summary>
    /// <param name="until">The resource of its first decision; null: any.</param>
    public SchedulerStep ShouldStart(long? until = null) => Demand(
        Next is NextAction.StartNew start && (until is null || start.Until?.Units == until),
        $"a new trial{At(until)}");

    /// <summary>
    /// Demands that the trial goes on: after a report, that it continues at once or that the next
    /// free slot promotes it; after a free slot, that a trial is promoted.
    /// </summary>
    /// <param name="until">The resource of its next decision; null: any.</param>
    /// <remarks>A promotion that the next free slot gives is carried out.</remarks>
    public SchedulerStep ShouldPromote(long? until = null)
    {
        if (Answer.StartsWith("pause", StringComparison.Ordinal))
        {
            SchedulerStep next = _harness.Next(mayStart: false);
            return Demand(
                next.Trial == Trial && next.IsOn("promote", until),
                $"promote {Trial}{At(until)}",
                $"{Answer}, then {next.Answer}");
        }

        return Demand(
            IsOn("continue", until) || IsOn("promote", until), $"promote {Trial}{At(until)}");
    }

    /// <summary>Demands that this trial is promoted.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="until">The resource of its next decision; null: any.</param>
    public SchedulerStep ShouldPromoteTrial(int trial, long? until = null) => Demand(
        Trial == trial && IsOn("promote", until), $"promote {trial}{At(until)}");

    /// <summary>Demands that the trial goes on without a pause.</summary>
    /// <param name="until">The resource of its next decision; null: any.</param>
    public SchedulerStep ShouldContinue(long? until = null) =>
        Demand(IsOn("continue", until), $"continue {Trial}{At(until)}");

    /// <summary>Demands that the trial pauses.</summary>
    public SchedulerStep ShouldPause() => ShouldBe($"pause {Trial}");

    /// <summary>Demands that the trial is stopped for good.</summary>
    public SchedulerStep ShouldStop() => ShouldBe($"stop {Trial}");

    /// <summary>Demands that the trial is done.</summary>
    public SchedulerStep ShouldComplete() => ShouldBe($"complete {Trial}");

    /// <summary>Demands that nothing is decided: the report lies below a decision point.
    /// </summary>
    public SchedulerStep ShouldDecideNothing() => ShouldBe($"report {Trial}");

    /// <summary>Demands that a free slot stays free for now.</summary>
    public SchedulerStep ShouldWait() => ShouldBe("wait");

    /// <summary>Demands that the scheduler has nothing left to do.</summary>
    public SchedulerStep ShouldBeFinished() => ShouldBe("finished");

    /// <inheritdoc/>
    public override string ToString() => Answer;

    private static string At(long? until) => until is null ? string.Empty : $"@{until}";

    private bool IsOn(string word, long? until) =>
        Answer.StartsWith($"{word} {Trial}@", StringComparison.Ordinal)
        && (until is null || Answer.EndsWith($"@{until}", StringComparison.Ordinal));

    private SchedulerStep Demand(bool holds, string expected, string? seen = null) => holds
        ? this
        : throw new SpecException(
            $"{_what}: expected {expected}, got {seen ?? Answer}. So far: {_harness.Story}");
}
