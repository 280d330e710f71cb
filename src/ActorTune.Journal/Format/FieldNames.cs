namespace ActorTune.Journal.Format;

/// <summary>The stored names of the fields, encoded once.</summary>
internal static class FieldNames
{
    internal static readonly JsonEncodedText Event = JsonEncodedText.Encode("e");
    internal static readonly JsonEncodedText Version = JsonEncodedText.Encode("v");
    internal static readonly JsonEncodedText Trial = JsonEncodedText.Encode("trial");
    internal static readonly JsonEncodedText Attempt = JsonEncodedText.Encode("attempt");
    internal static readonly JsonEncodedText Report = JsonEncodedText.Encode("report");
    internal static readonly JsonEncodedText Resource = JsonEncodedText.Encode("resource");
    internal static readonly JsonEncodedText Metrics = JsonEncodedText.Encode("metrics");
    internal static readonly JsonEncodedText Until = JsonEncodedText.Encode("until");
    internal static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
    internal static readonly JsonEncodedText Offer = JsonEncodedText.Encode("offer");
    internal static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    internal static readonly JsonEncodedText Origin = JsonEncodedText.Encode("origin");
    internal static readonly JsonEncodedText Configuration =
        JsonEncodedText.Encode("configuration");

    internal static readonly JsonEncodedText Bracket = JsonEncodedText.Encode("bracket");
    internal static readonly JsonEncodedText Basis = JsonEncodedText.Encode("basis");
    internal static readonly JsonEncodedText Process = JsonEncodedText.Encode("process");
    internal static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    internal static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    internal static readonly JsonEncodedText Worker = JsonEncodedText.Encode("worker");
    internal static readonly JsonEncodedText Slots = JsonEncodedText.Encode("slots");
    internal static readonly JsonEncodedText Difference = JsonEncodedText.Encode("difference");
    internal static readonly JsonEncodedText Mode = JsonEncodedText.Encode("mode");
    internal static readonly JsonEncodedText Cause = JsonEncodedText.Encode("cause");
    internal static readonly JsonEncodedText Best = JsonEncodedText.Encode("best");
    internal static readonly JsonEncodedText Epoch = JsonEncodedText.Encode("epoch");
    internal static readonly JsonEncodedText Engine = JsonEncodedText.Encode("engine");
    internal static readonly JsonEncodedText Strategies = JsonEncodedText.Encode("strategies");
    internal static readonly JsonEncodedText Specification =
        JsonEncodedText.Encode("specification");

    internal static readonly JsonEncodedText Stop = JsonEncodedText.Encode("stop");
    internal static readonly JsonEncodedText Error = JsonEncodedText.Encode("error");
    internal static readonly JsonEncodedText Parent = JsonEncodedText.Encode("parent");

    internal static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    internal static readonly JsonEncodedText Quantile = JsonEncodedText.Encode("quantile");

    internal static readonly JsonEncodedText Time = JsonEncodedText.Encode("time");
    internal static readonly JsonEncodedText Waited = JsonEncodedText.Encode("waited");
    internal static readonly JsonEncodedText Fork = JsonEncodedText.Encode("fork");
    internal static readonly JsonEncodedText Scheduler = JsonEncodedText.Encode("scheduler");

    internal static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
    internal static readonly JsonEncodedText Rung = JsonEncodedText.Encode("rung");
    internal static readonly JsonEncodedText Count = JsonEncodedText.Encode("count");
    internal static readonly JsonEncodedText Kept = JsonEncodedText.Encode("kept");
    internal static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    internal static readonly JsonEncodedText Cutoff = JsonEncodedText.Encode("cutoff");
    internal static readonly JsonEncodedText CutoffTrial = JsonEncodedText.Encode("cutoff-trial");

    /// <summary>In the order of the bits of <see cref="Field"/>.</summary>
    private static readonly JsonEncodedText[] InOrder =
    [
        Trial, Attempt, Report, Resource, Metrics, Until, Reason, Offer, From, Origin,
        Configuration, Bracket, Basis, Process, End, Message, Worker, Slots, Difference, Mode,
        Cause, Best, Epoch, Engine, Strategies, Specification, Stop, Error,
        Parent, Source, Quantile, Time, Waited, Fork, Scheduler,
    ];

    /// <summary>The field at which a reader stands, or none when there is no such field.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="guess">
    /// The index tried first, afterwards the one behind the field found: fields are mostly written
    /// in this order, so that most names are compared once.
    /// </param>
    internal static Field At(ref Utf8JsonReader reader, ref int guess)
    {
        JsonEncodedText[] names = InOrder;
        int index = guess;
        for (int tried = 0; tried < names.Length; tried++)
        {
            index = index < names.Length ? index : 0;
            if (reader.ValueTextEquals(names[index].EncodedUtf8Bytes))
            {
                guess = index + 1;
                return (Field)(1ul << index);
            }

            index++;
        }

        return Field.None;
    }

    /// <summary>The names of a set of fields, for messages.</summary>
    internal static string Describe(Field fields)
    {
        var names = new List<string>();
        for (int i = 0; i < InOrder.Length; i++)
        {
            if (fields.HasFlag((Field)(1ul << i)))
                names.Add($"'{InOrder[i]}'");
        }

        return string.Join(", ", names);
    }
}
