namespace ActorTune.Strategies.Samplers.History;

/// <summary>A trial as samplers see it, at its highest rung.</summary>
internal sealed class HistoryTrial(
    int number, BracketIndex bracket, Configuration configuration, SearchSpace space)
{
    private double[]? _point;

    /// <summary>
    /// The trial's number; -1, -2 and so on where it was imported, and so is none of this study.
    /// </summary>
    internal int Number { get; } = number;

    /// <summary>Its bracket.</summary>
    internal BracketIndex Bracket { get; } = bracket;

    /// <summary>Its configuration.</summary>
    internal Configuration Configuration { get; } = configuration;

    /// <summary>
    /// Its point of the unit cube, one number for each parameter; 0.5 where inactive. Computed when
    /// it is first asked for.
    /// </summary>
    internal double[] Point => _point ??= space.Encode(Configuration);

    /// <summary>Its quantile in its own study where it was imported; otherwise 1.</summary>
    internal double Quantile { get; init; } = 1;

    /// <summary>Whether it was imported from an earlier study.</summary>
    internal bool IsImported => Number < 0;

    /// <summary>What is known of it.</summary>
    internal ObservationStatus Status { get; set; }

    /// <summary>The resource of its highest rung; zero before any.</summary>
    internal Resource Rung { get; set; }

    /// <summary>
    /// The first objective there, negated where it is maximised, so that less is better.
    /// </summary>
    internal double Loss { get; set; }

    /// <summary>
    /// All objectives there, each negated where it is maximised; null with one objective.
    /// </summary>
    internal double[]? Losses { get; set; }

    /// <summary>
    /// By how much each constraint is violated there; null in a study without constraints.
    /// </summary>
    internal double[]? Violations { get; set; }

    /// <summary>The sum of what is violated; zero where it is feasible.</summary>
    internal double Violation { get; set; }

    /// <summary>Whether anything was measured, at a rung or not.</summary>
    internal bool IsMeasured { get; set; }
}
