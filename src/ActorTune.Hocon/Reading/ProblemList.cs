namespace ActorTune.Hocon;

/// <summary>Collects problems while a document is read.</summary>
internal sealed class ProblemList
{
    private readonly List<HoconProblem> _problems = [];

    public IReadOnlyList<HoconProblem> Problems => _problems;

    public void Add(HoconPosition position, string path, string message) =>
        _problems.Add(new HoconProblem(position, path, message));
}
