using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>Histories of measured trials in one line.</summary>
internal static class Histories
{
    internal static TrialHistory Of(
        SearchSpace space, (int Trial, double Value, long Rung)[] trials)
    {
        var history = new TrialHistory(space, [new Objective("loss", Direction.Minimize)]);
        foreach ((int trial, double value, long rung) in trials)
        {
            Tell(history, TrialChangeKind.Started, trial, rung, 0, space.Decode(
                new double[space.Dimensions]));
            Tell(history, TrialChangeKind.Measured, trial, rung, value, null);
        }

        return history;
    }

    internal static TrialHistory OfOutcomes(double[][] outcomes)
    {
        var space = new SearchSpace([new FloatParameter("x", 0, 1)]);
        var history = new TrialHistory(
            space,
            [.. outcomes[0].Select((_, i) => new Objective($"m{i}", Direction.Minimize))]);
        for (int trial = 0; trial < outcomes.Length; trial++)
        {
            Tell(history, TrialChangeKind.Started, trial, 1, 0, space.Decode([0]));
            history.Observe(new TrialChange(
                TrialChangeKind.Measured,
                new TrialNumber(trial),
                default,
                new Resource(1),
                outcomes[trial][0],
                true,
                null)
            {
                Outcome = new TrialOutcome(outcomes[trial], []),
            });
        }

        return history;
    }

    private static void Tell(
        TrialHistory history,
        TrialChangeKind kind,
        int trial,
        long resource,
        double value,
        Configuration? start) => history.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(resource),
            value,
            kind == TrialChangeKind.Measured,
            start));
}
