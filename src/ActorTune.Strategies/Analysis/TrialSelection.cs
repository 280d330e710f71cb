namespace ActorTune.Analysis;

/// <summary>
/// Which measurements of a study are compared. Values at different resources are different things,
/// so one resource is looked at unless told otherwise.
/// </summary>
public abstract record TrialSelection
{
    private TrialSelection()
    {
    }

    /// <summary>The highest resource at which any trial was measured.</summary>
    public static TrialSelection AtHighestResource { get; } = new Highest();

    /// <summary>The last value of every trial, however little it was trained.</summary>
    public static TrialSelection AtAnyResource { get; } = new Any();

    /// <summary>The values at one resource.</summary>
    public static TrialSelection At(Resource resource) => new Given(resource);

    internal sealed record Highest : TrialSelection;

    internal sealed record Any : TrialSelection;

    internal sealed record Given(Resource Resource) : TrialSelection;
}
