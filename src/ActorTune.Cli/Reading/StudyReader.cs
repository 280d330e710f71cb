using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>
/// Reads a study from the root of a configuration file. What is wrong with single values goes to
/// the reader; what is wrong with the search space is kept by path.
/// </summary>
internal sealed class StudyReader(string path)
{
    private static readonly SearchSpace AnySpace =
        new([new ConstantParameter("placeholder", ParameterValue.Of(0L))]);

    private readonly SearchSpaceReader _space = new();

    /// <summary>
    /// Whether the search space could be made; otherwise another stands in its place.
    /// </summary>
    internal bool HasSearchSpace { get; private set; }

    /// <summary>What is wrong with the search space.</summary>
    internal IReadOnlyList<Problem> Problems => _space.Problems;

    /// <summary>What was read, with placeholders for what was refused.</summary>
    internal StudyFile Read(HoconReader root)
    {
        string name = root.RequiredString("study");
        if (name.Length > 0 && !StudyId.IsValid(name))
            root.Refuse(
                "study",
                $"'{name}' cannot name a study: use 1 to 100 letters, digits, '.', '-' or '_'");
        IReadOnlyList<Objective> objectives = ObjectiveReader.Read(root);
        (string unit, long? most) = ReadResource(root.OptionalObject("resource"));
        SearchSpace? space = _space.Read(root);
        HasSearchSpace = space is not null;
        StudyFile file = new()
        {
            Path = path,
            Study = new StudyId(StudyId.IsValid(name) ? name : "placeholder"),
            Objectives = objectives,
            Constraints = ObjectiveReader.ReadConstraints(root),
            SearchSpace = space ?? AnySpace,
            Program = ProgramReader.Read(root.RequiredObject("program")),
            Stop = ReadStop(root.OptionalObject("stop")),
            Seed = ReadSeed(root),
            Sampler = StrategyReader.Read(root.OptionalItem("sampler")),
            Scheduler = StrategyReader.Read(root.OptionalItem("scheduler")),
            Shadows = [.. (root.OptionalArray("shadows") ?? [])
                .Select(StrategyReader.Read).OfType<StrategyOptions>()],
            MaxResource = most,
            ResourceUnit = unit,
            Failures = ReadFailures(root.OptionalObject("failures")),
            SlotsPerTrial = root.OptionalInt("slots-per-trial") ?? 1,
            Seeds = root.OptionalEnum<SeedMode>("seeds") ?? SeedMode.PerTrial,
            StartWithDefaults = root.OptionalBoolean("start-with-defaults") ?? false,
            Fixed = GivenValues.Read(root.OptionalObject("fixed"), space ?? AnySpace),
            Enqueue = GivenValues.ReadList(root.OptionalArray("enqueue"), space ?? AnySpace),
            Duplicates = root.OptionalEnum<DuplicatePolicy>("duplicates") ?? DuplicatePolicy.Allow,
            StartFrom = StartFromReader.Read(root.OptionalArray("start-from")),
            Report = [.. (root.OptionalArray("report") ?? [])
                .Select(item => item.AsString()).OfType<string>()],
            Node = ReadNode(root.OptionalObject("run")),
        };
        root.RefuseUnknown();
        return file;
    }

    private static ulong? ReadSeed(HoconReader root)
    {
        if (root.OptionalItem("seed") is not { } item)
            return null;
        if (item.Value is HoconNumber number
            && ulong.TryParse(number.Text, CultureInfo.InvariantCulture, out ulong seed))
            return seed;
        item.Refuse("expected a whole number from 0 to 2^64 - 1");
        return null;
    }

    private static (string Unit, long? Max) ReadResource(HoconReader? reader)
    {
        if (reader is null)
            return ("epoch", null);
        string unit = reader.OptionalString("unit") ?? "epoch";
        long? most = reader.OptionalLong("max");
        if (most < 1)
        {
            reader.Refuse("max", string.Create(
                CultureInfo.InvariantCulture, $"must be at least 1, got {most}"));
            most = null;
        }

        reader.RefuseUnknown();
        return (unit, most);
    }

    private static StopConditions ReadStop(HoconReader? reader)
    {
        if (reader is null)
            return new StopConditions();
        var stop = new StopConditions
        {
            Trials = reader.OptionalInt("trials"),
            WallTime = reader.OptionalDuration("wall-time"),
            TotalResource = reader.OptionalLong("total-resource"),
            Target = reader.OptionalDouble("target"),
            NoImprovement = ReadNoImprovement(reader.OptionalObject("no-improvement")),
            RegretBound = ReadRegretBound(reader.OptionalItem("regret-bound")),
            Mode = reader.OptionalEnum<EndMode>("mode") ?? EndMode.Drain,
            FinishBest = reader.OptionalInt("finish-best") ?? 1,
        };
        reader.RefuseUnknown();
        return stop;
    }

    private static NoImprovement? ReadNoImprovement(HoconReader? reader)
    {
        if (reader is null)
            return null;
        var limit = new NoImprovement(
            reader.RequiredInt("trials"), reader.OptionalDouble("min-delta") ?? 0);
        reader.RefuseUnknown();
        return limit;
    }

    private static RegretBound? ReadRegretBound(HoconItem? item)
    {
        if (item is null)
            return null;
        if (item.Value is not HoconObject)
        {
            if (item.AsString() is { } word && word != "auto")
                item.Refuse($"expected auto or {{ error = 0.01, min-trials = 20 }}, got '{word}'");
            return new RegretBound();
        }

        HoconReader reader = item.AsObject()!;
        var bound = new RegretBound(
            reader.OptionalDouble("error"),
            reader.OptionalInt("min-trials") ?? RegretBound.DefaultMinTrials);
        reader.RefuseUnknown();
        return bound;
    }

    private static FailurePolicy ReadFailures(HoconReader? reader)
    {
        var policy = new FailurePolicy();
        if (reader is null)
            return policy;
        policy = new FailurePolicy
        {
            LostWorkerRetries =
                reader.OptionalInt("lost-worker-retries") ?? policy.LostWorkerRetries,
            HangRetries = reader.OptionalInt("hang-retries") ?? policy.HangRetries,
            OutOfMemoryRetries =
                reader.OptionalInt("out-of-memory-retries") ?? policy.OutOfMemoryRetries,
            ErrorRetries = reader.OptionalInt("error-retries") ?? policy.ErrorRetries,
            AbortAfterFailuresInRow =
                reader.OptionalInt("abort-after-failures-in-row") ?? policy.AbortAfterFailuresInRow,
            AbortWhenFirstAllFail =
                reader.OptionalInt("abort-when-first-all-fail") ?? policy.AbortWhenFirstAllFail,
        };
        reader.RefuseUnknown();
        return policy;
    }

    private static NodeOptions ReadNode(HoconReader? reader)
    {
        NodeOptions node = NodeOptions.Default;
        if (reader is null)
            return node;
        node = new NodeOptions(
            reader.OptionalString("journal") ?? node.Journal,
            reader.OptionalInt("slots") ?? node.Slots,
            reader.OptionalString("folder") ?? node.Folder,
            reader.OptionalEnum<Durability>("durability") ?? node.Durability);
        if (node.Slots < 1)
            reader.Refuse("slots", string.Create(
                CultureInfo.InvariantCulture, $"must be at least 1, got {node.Slots}"));
        reader.RefuseUnknown();
        return node;
    }
}
