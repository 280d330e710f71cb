namespace ActorTune.TestKit.Actors;

/// <summary>Something that arrived at a probe.</summary>
/// <param name="At">The virtual time.</param>
/// <param name="Content">A message, or the end of a watched actor.</param>
internal sealed record ProbeArrival(TimeSpan At, object Content)
{
    public override string ToString() => $"{At} {Content}";
}
