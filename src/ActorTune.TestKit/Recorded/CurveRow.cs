namespace ActorTune.TestKit.Recorded;

/// <summary>One measurement of a table of curves.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Trial">The trial's number.</param>
/// <param name="Resource">Where it was measured.</param>
/// <param name="Value">The objective; what is not finite says that the trial diverged.</param>
internal sealed record CurveRow(int Line, int Trial, long Resource, double Value);
