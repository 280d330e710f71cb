namespace ActorTune.Journal.Format;

/// <summary>Reads what <see cref="SpecificationWriter"/> writes.</summary>
internal static class SpecificationReader
{
    internal static StudySpecification Read(JsonElement element)
    {
        var fields = new ObjectFields("a specification", element);
        StudySpecification specification = Read(fields);
        fields.Finish();
        return specification;
    }

    private static StudySpecification Read(ObjectFields fields)
    {
        return new StudySpecification
        {
            Study = new StudyId(fields.Text("study")),
            Seed = fields.Take("seed").GetUInt64(),
            Objectives = fields.List("objectives", ReadObjective),
            Constraints = fields.FindList("constraints", ReadConstraint),
            SearchSpace = SpaceJson.Read(fields.Take("search-space")),
            Sampler = ReadStrategy(fields.Take("sampler")),
            Scheduler = ReadStrategy(fields.Take("scheduler")),
            Program = ProgramJson.Read(fields.Take("program")),
            ResourceUnit = fields.Text("resource-unit"),
            MaxResource = ReadMaxResource(fields),
            Stop = PolicyJson.ReadStop(fields.Take("stop")),
            Failures = PolicyJson.ReadFailures(fields.Take("failures")),
            SlotsPerTrial = fields.Integer("slots-per-trial"),
            Seeds = Words.SeedModes.Parse(fields.Text("seeds")),
            StartWithDefaults = fields.Flag("start-with-defaults"),
            Enqueue = fields.FindList("enqueue", ReadConfiguration),
            Duplicates = ReadDuplicates(fields),
            Strict = fields.Find("reproducible") is { } mode ? PolicyJson.ReadStrict(mode) : null,
        };
    }

    private static Resource? ReadMaxResource(ObjectFields fields) =>
        fields.Find("max-resource") is { } most ? new Resource(most.GetInt64()) : null;

    private static Configuration ReadConfiguration(JsonElement element) =>
        new(SpaceJson.ReadNamed(element));

    private static DuplicatePolicy ReadDuplicates(ObjectFields fields) =>
        fields.Find("duplicates") is { } duplicates
            ? Words.Duplicates.Parse(duplicates.GetString() ?? string.Empty)
            : DuplicatePolicy.Allow;

    private static Objective ReadObjective(JsonElement element)
    {
        var fields = new ObjectFields("an objective", element);
        var objective = new Objective(
            fields.Text("metric"), Words.Directions.Parse(fields.Text("direction")))
        {
            Reduce = Words.Reductions.Parse(fields.Text("reduce")) switch
            {
                ReductionKind.Best => Reduction.Best,
                ReductionKind.MeanOfLast => Reduction.MeanOfLast(fields.Integer("window")),
                _ => Reduction.Last,
            },
            Range = fields.Find("range") is { } range
                ? new ValueRange(range[0].GetDouble(), range[1].GetDouble())
                : ValueRange.Unbounded,
        };
        fields.Finish();
        return objective;
    }

    private static OutcomeConstraint ReadConstraint(JsonElement element)
    {
        var fields = new ObjectFields("a constraint", element);
        var constraint = new OutcomeConstraint(
            fields.Text("metric"),
            fields.Find("at-most")?.GetDouble(),
            fields.Find("at-least")?.GetDouble());
        fields.Finish();
        return constraint;
    }

    private static StrategyOptions ReadStrategy(JsonElement element)
    {
        var fields = new ObjectFields("a strategy", element);
        StrategyOptions strategy = ReadStrategy(fields);
        fields.Finish();
        return strategy;
    }

    /// <summary>Reads the members of a strategy.</summary>
    internal static StrategyOptions ReadStrategy(ObjectFields fields) =>
        new(fields.Text("name")) { Options = SpaceJson.ReadNamed(fields.Take("options")) };
}
