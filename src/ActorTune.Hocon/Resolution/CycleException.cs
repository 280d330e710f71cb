namespace ActorTune.Hocon.Resolution;

/// <summary>
/// A value would contain itself; an optional substitution around it may undo that.
/// </summary>
internal sealed class CycleException(HoconPosition position) : Exception
{
    public HoconProblem Problem { get; } = new(position, "",
        "this value contains itself through its substitutions");
}
