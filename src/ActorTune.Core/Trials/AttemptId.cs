namespace ActorTune.Trials;

/// <summary>
/// One execution of a trial on a worker. The number grows by one with every start, retry and
/// promotion of the trial and fences it: what an older attempt says is acknowledged and ignored.
/// </summary>
/// <param name="Trial">The trial that is executed.</param>
/// <param name="Number">The attempt's ordinal within the trial, from 1.</param>
public readonly record struct AttemptId(TrialNumber Trial, int Number)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Trial.Value}#{Number}");
}
