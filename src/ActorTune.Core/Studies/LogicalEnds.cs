namespace ActorTune.Studies;

/// <summary>
/// Which ends of attempts are the program's own, so that they would come again, and which are a
/// matter of machines.
/// </summary>
public static class LogicalEnds
{
    /// <summary>Whether a program that is run again ends in the same way.</summary>
    public static bool IsLogical(this AttemptEnd end) => end is AttemptEnd.Returned
        or AttemptEnd.Error or AttemptEnd.Diverged or AttemptEnd.InvalidMeasurement
        or AttemptEnd.NoReport;
}
