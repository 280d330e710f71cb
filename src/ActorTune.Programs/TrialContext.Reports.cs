namespace ActorTune.Programs;

public sealed partial class TrialContext
{
    private Resource _resource;
    private long _reports;
    private int _reporting;
    private TrialInstruction _standing;

    /// <summary>Reports one metric.</summary>
    /// <param name="resource">
    /// The resource spent since the trial's beginning, earlier attempts included: more than at the
    /// report before, and than the checkpoint's.
    /// </param>
    /// <param name="metric">The objective's name.</param>
    /// <param name="value">Its value; NaN or an infinity says that the training diverged.</param>
    /// <param name="stop">Gives up the wait for a decision.</param>
    /// <returns>What to do now; after Pause or Stop the program returns.</returns>
    /// <exception cref="InvalidMeasurementException">The report is refused.</exception>
    /// <exception cref="InvalidOperationException">
    /// An earlier report was answered with Pause or Stop, or still waits.
    /// </exception>
    public ValueTask<TrialInstruction> ReportAsync(
        long resource, string metric, double value, CancellationToken stop = default) =>
        ReportAsync(resource, new MetricSet(metric, value), stop);

    /// <summary>Reports several metrics, the objective among them.</summary>
    /// <inheritdoc cref="ReportAsync(long, string, double, CancellationToken)"/>
    /// <param name="resource">The resource spent since the trial's beginning.</param>
    /// <param name="metrics">Names and values in the order in which they are shown.</param>
    public ValueTask<TrialInstruction> ReportAsync(
        long resource, params (string Name, double Value)[] metrics) =>
        ReportAsync(resource, metrics, CancellationToken.None);

    /// <summary>Reports several metrics, the objective among them.</summary>
    /// <inheritdoc cref="ReportAsync(long, string, double, CancellationToken)"/>
    /// <param name="resource">The resource spent since the trial's beginning.</param>
    /// <param name="metrics">Names and values in the order in which they are shown.</param>
    /// <param name="stop">Gives up the wait for a decision.</param>
    public ValueTask<TrialInstruction> ReportAsync(
        long resource, (string Name, double Value)[] metrics, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Length == 0)
            throw new InvalidMeasurementException(
                $"{Where(resource)} has no metric: report at least the objective '{Objective}'.");
        return ReportAsync(
            resource,
            new MetricSet(
                [.. metrics.Select(metric => metric.Name)],
                [.. metrics.Select(metric => metric.Value)]),
            stop);
    }

    /// <summary>Reports a set of metrics, the objective among them.</summary>
    /// <inheritdoc cref="ReportAsync(long, string, double, CancellationToken)"/>
    /// <param name="resource">The resource spent since the trial's beginning.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="stop">Gives up the wait for a decision.</param>
    public async ValueTask<TrialInstruction> ReportAsync(
        long resource, MetricSet metrics, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (Interlocked.Exchange(ref _reporting, 1) != 0)
            throw new InvalidOperationException(
                $"{Where(resource)} came while the one before still waits: await each report.");
        try
        {
            RequireValid(resource, metrics);
            return await HandOverAsync(new Resource(resource), metrics, stop).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _reporting, 0);
        }
    }

    private async ValueTask<TrialInstruction> HandOverAsync(
        Resource resource, MetricSet metrics, CancellationToken stop)
    {
        bool isBarrier = Until is { } until && resource >= until;
        _resource = resource;
        _reports++;
        TrialReply reply = await _channel.ReportAsync(_reports, resource, metrics, isBarrier, stop)
            .ConfigureAwait(false);
        _wantsCheckpoint = reply.WantsCheckpoint;
        _standing = reply.Instruction switch
        {
            AttemptInstruction.Continue => TrialInstruction.Continue,
            AttemptInstruction.Pause => TrialInstruction.Pause,
            _ => TrialInstruction.Stop,
        };
        if (_standing == TrialInstruction.Continue)
            Until = reply.Until;
        return _standing;
    }

    private void RequireValid(long resource, MetricSet metrics)
    {
        if (_standing != TrialInstruction.Continue)
            throw new InvalidOperationException(
                $"{Where(resource)} came after the answer {_standing} at {ResourceUnit} "
                + $"{_resource}: "
                + "return from the program when a report is not answered with Continue.");
        if (resource <= _resource.Units)
            throw new InvalidMeasurementException(
                $"{Where(resource)} does not grow beyond {_resource}: count the {ResourceUnit}s "
                + "since the trial's beginning, from 1, those before the checkpoint included.");
        if (metrics.Find(Objective) is null)
            throw new InvalidMeasurementException(
                $"{Where(resource)} lacks the objective '{Objective}'; it has "
                + $"[{string.Join(", ", metrics.Names)}].");
        if (metrics.Names.Any(string.IsNullOrWhiteSpace)
            || metrics.Names.Distinct().Count() != metrics.Count)
            throw new InvalidMeasurementException(
                $"{Where(resource)} needs a name of its own for each metric, got "
                + $"[{string.Join(", ", metrics.Names)}].");
    }

    private string Where(long resource) => string.Create(
        CultureInfo.InvariantCulture,
        $"The report of trial {Trial} at {ResourceUnit} {resource}");
}
