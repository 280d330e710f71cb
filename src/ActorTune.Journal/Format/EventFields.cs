namespace ActorTune.Journal.Format;

/// <summary>What was read of one event, before it is known to be whole.</summary>
internal struct EventFields
{
    internal Field Seen;
    internal int Trial;
    internal int Attempt;
    internal long Report;
    internal long Resource;
    internal MetricSet Metrics;
    internal long Until;
    internal DecisionReason Reason;
    internal long Offer;
    internal Checkpoint From;
    internal SuggestionOrigin Origin;
    internal Configuration Configuration;
    internal int Bracket;
    internal long Basis;
    internal int Process;
    internal AttemptEnd End;
    internal string Message;
    internal string Worker;
    internal int[] Slots;
    internal double Difference;
    internal EndMode Mode;
    internal EndReason Cause;
    internal int Best;
    internal int Epoch;
    internal string Engine;
    internal string[] Strategies;
    internal StudySpecification Specification;
    internal StopConditions Stop;
    internal string Error;
    internal TrialParent Parent;
    internal (StudyId Study, TrialNumber Trial) Source;
    internal double Quantile;
    internal long Time;
    internal TimeSpan Waited;
    internal StudyForked Fork;
    internal (StrategyOptions Options, string Rule, int Count) Scheduler;

    internal readonly AttemptId AttemptId => new(TrialNumber, Attempt);

    internal readonly TrialNumber TrialNumber => new(Trial);

    internal readonly OfferId OfferId => new(Offer);

    internal readonly bool Has(Field field) => (Seen & field) != 0;

    /// <summary>Reads fields up to the end of the object in which the reader stands.</summary>
    internal void ReadAll(ref Utf8JsonReader reader)
    {
        int guess = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Field field = FieldNames.At(ref reader, ref guess);
            if (field == Field.None)
                throw new JsonException($"there is no field '{reader.GetString()}'");
            if (Has(field))
                throw new JsonException($"the field '{reader.GetString()}' comes twice");
            reader.Read();
            Seen |= field;
            if (field <= Field.From)
                ReadOften(field, ref reader);
            else if (field <= Field.Difference)
                ReadSometimes(field, ref reader);
            else
                ReadRarely(field, ref reader);
        }
    }

    private void ReadOften(Field field, ref Utf8JsonReader reader)
    {
        switch (field)
        {
            case Field.Trial: Trial = reader.GetInt32(); break;
            case Field.Attempt: Attempt = reader.GetInt32(); break;
            case Field.Report: Report = reader.GetInt64(); break;
            case Field.Resource: Resource = reader.GetInt64(); break;
            case Field.Metrics: Metrics = MetricJson.Read(ref reader); break;
            case Field.Until: Until = reader.GetInt64(); break;
            case Field.Reason: Reason = ReasonJson.Read(ref reader); break;
            case Field.Offer: Offer = reader.GetInt64(); break;
            default: From = CheckpointJson.Read(ref reader); break;
        }
    }

    private void ReadSometimes(Field field, ref Utf8JsonReader reader)
    {
        switch (field)
        {
            case Field.Origin: Origin = Words.Origins.Read(ref reader); break;
            case Field.Configuration:
                Configuration = ValueJson.ReadConfiguration(ref reader);
                break;
            case Field.Bracket: Bracket = reader.GetInt32(); break;
            case Field.Basis: Basis = reader.GetInt64(); break;
            case Field.Process: Process = reader.GetInt32(); break;
            case Field.End: End = Words.AttemptEnds.Read(ref reader); break;
            case Field.Message: Message = Text(ref reader); break;
            case Field.Worker: Worker = NamePool.Intern(ref reader); break;
            case Field.Slots: Slots = JsonArrays.ReadIntegers(ref reader); break;
            default: Difference = MetricJson.ReadNumber(ref reader); break;
        }
    }

    private void ReadRarely(Field field, ref Utf8JsonReader reader)
    {
        switch (field)
        {
            case Field.Mode: Mode = Words.EndModes.Read(ref reader); break;
            case Field.Cause: Cause = Words.EndReasons.Read(ref reader); break;
            case Field.Best: Best = reader.GetInt32(); break;
            case Field.Epoch: Epoch = reader.GetInt32(); break;
            case Field.Engine: Engine = Text(ref reader); break;
            case Field.Strategies: Strategies = JsonArrays.ReadTexts(ref reader); break;
            case Field.Specification: Specification = ReadSpecification(ref reader); break;
            case Field.Stop: Stop = ReadStop(ref reader); break;
            case Field.Error: Error = Text(ref reader); break;
            case Field.Source: Source = SourceJson.Read(ref reader); break;
            case Field.Fork: Fork = ForkJson.Read(ref reader); break;
            case Field.Scheduler: Scheduler = SchedulerJson.Read(ref reader); break;
            case Field.Quantile: Quantile = MetricJson.ReadNumber(ref reader); break;
            case Field.Time: Time = reader.GetInt64(); break;
            case Field.Waited: Waited = ObjectFields.Duration(reader.GetString()); break;
            default: Parent = CheckpointJson.ReadParent(ref reader); break;
        }
    }

    private static string Text(ref Utf8JsonReader reader) =>
        reader.GetString() ?? throw new JsonException("a text is null");

    private static StudySpecification ReadSpecification(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return SpecificationReader.Read(document.RootElement);
    }

    private static StopConditions ReadStop(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return PolicyJson.ReadStop(document.RootElement);
    }
}
