namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>The populations of all rungs and the trials that may still enter one.</summary>
internal sealed class DehbState(DehbOptions options)
{
    /// <summary>The rung of trials that run to their own end: above every other.</summary>
    internal const long OwnEnd = long.MaxValue;

    private readonly SortedDictionary<long, Subpopulation> _rungs = [];
    private readonly SortedDictionary<int, LiveTrial> _live = [];
    private int _startedCount;

    /// <summary>The rung of a resource of a decision; zero stands for no decision.</summary>
    internal static long RungOf(Resource until) => until.Units > 0 ? until.Units : OwnEnd;

    /// <summary>The population of a rung; an empty one where nobody came yet.</summary>
    internal Subpopulation At(long rung) =>
        _rungs.TryGetValue(rung, out Subpopulation? found) ? found : Create(rung);

    /// <summary>The population of the next lower rung that has one, or null.</summary>
    internal Subpopulation? Below(long rung) =>
        _rungs.LastOrDefault(pair => pair.Key < rung).Value;

    /// <summary>The trial, while it has not ended.</summary>
    internal LiveTrial? Find(int trial) => _live.GetValueOrDefault(trial);

    /// <summary>
    /// Whose turn it is to be a target: members in the order of their places, trials asked about
    /// in one state one after the other.
    /// </summary>
    internal int TurnOf(int trial, Subpopulation rung) =>
        (rung.StartedCount + Math.Max(0, trial - _startedCount)) % rung.Size;

    internal void Start(int number, double[] point, long until)
    {
        Subpopulation rung = Opened(until);
        _live[number] = new LiveTrial(number, point)
        {
            Until = until,
            Target = rung.IsFull ? TurnOf(number, rung) : -1,
        };
        rung.StartedCount++;
        _startedCount = Math.Max(_startedCount, number + 1);
    }

    /// <summary>Lets the trial compete at its rung with its latest measurement.</summary>
    internal void Enter(LiveTrial trial) =>
        Opened(trial.Until).Enter(trial.Latest!, trial.Target);

    /// <summary>
    /// Ends a trial; one that was to run to its own end competes with what it reached.
    /// </summary>
    internal void Finish(LiveTrial trial)
    {
        if (trial.Until == OwnEnd && trial.Latest is not null)
            Enter(trial);
        End(trial);
    }

    /// <summary>Ends a trial that leaves nothing.</summary>
    internal void End(LiveTrial trial) => _live.Remove(trial.Number);

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("started", _startedCount);
        writer.WriteStartArray("live");
        foreach (LiveTrial trial in _live.Values)
            DehbText.Write(writer, trial);
        writer.WriteEndArray();
        writer.WriteStartArray("rungs");
        foreach ((long rung, Subpopulation population) in _rungs)
            DehbText.Write(writer, rung, population);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal void Load(JsonElement saved, int dimensions)
    {
        _startedCount = saved.GetProperty("started").GetInt32();
        foreach (JsonElement element in saved.GetProperty("live").EnumerateArray())
        {
            LiveTrial trial = DehbText.ReadTrial(element, dimensions);
            _live.Add(trial.Number, trial);
        }

        foreach (JsonElement element in saved.GetProperty("rungs").EnumerateArray())
            DehbText.ReadMembers(element, Opened(element[0].GetInt64()), dimensions);
    }

    private Subpopulation Opened(long rung)
    {
        if (!_rungs.TryGetValue(rung, out Subpopulation? population))
        {
            population = Create(rung);
            _rungs.Add(rung, population);
        }

        return population;
    }

    private Subpopulation Create(long rung) =>
        new(options.Sizes.TryGetValue(rung, out int size) ? size : options.Population);
}
