using System.Diagnostics.CodeAnalysis;

namespace ActorTune.Journal.Format;

/// <summary>The parts of frequent events; null where the text is not in the form written.</summary>
internal static class FrequentValues
{
    [ThreadStatic]
    [SuppressMessage("Usage", "CA2019", Justification = "Created on first use by each thread.")]
    private static NamedValues<ParameterValue>? _parameters;

    internal static MetricSet? Metrics(ref StoredText text)
    {
        NamedValues<double> metrics = MetricJson.Scratch;
        int count = 0;
        do
        {
            if (!text.Takes(count == 0 ? "{\""u8 : "\""u8)
                || !text.TakesName(out string name)
                || !text.Takes(":"u8)
                || !text.TakesNumber(out double value, out _))
                return null;
            metrics.Put(count++, name, value);
        }
        while (text.Takes(","u8));
        return text.Takes("}"u8)
            ? new MetricSet(metrics.TakeNames(count), metrics.TakeValues(count))
            : null;
    }

    internal static Configuration? Configuration(ref StoredText text)
    {
        NamedValues<ParameterValue> parameters = _parameters ??= new NamedValues<ParameterValue>();
        int count = 0;
        do
        {
            if (!text.Takes(count == 0 ? "{\""u8 : "\""u8)
                || !text.TakesName(out string name)
                || !text.Takes(":"u8)
                || !TakesValue(ref text, out ParameterValue value))
                return null;
            parameters.Put(count++, name, value);
        }
        while (text.Takes(","u8));
        return text.Takes("}"u8)
            ? new Configuration(parameters.TakeNames(count), parameters.TakeValues(count))
            : null;
    }

    internal static DecisionReason? Reason(ref StoredText text)
    {
        if (!text.Takes(",\"reason\":{\"rule\":\""u8) || !text.TakesName(out string rule))
            return null;
        int rung = text.TakesField(",\"rung\":"u8, out int rungFound) ? rungFound : -1;
        int count = text.TakesField(",\"count\":"u8, out int countFound) ? countFound : 0;
        int kept = text.TakesField(",\"kept\":"u8, out int keptFound) ? keptFound : 0;
        double? value = FindNumber(ref text, ",\"value\":"u8);
        double? cutoff = FindNumber(ref text, ",\"cutoff\":"u8);
        TrialNumber? trial = text.TakesField(",\"cutoff-trial\":"u8, out int trialFound)
            ? new TrialNumber(trialFound)
            : null;
        return text.Takes("}"u8)
            ? new DecisionReason(rule, rung, count, kept, value, cutoff, trial)
            : null;
    }

    private static double? FindNumber(ref StoredText text, ReadOnlySpan<byte> name) =>
        text.Takes(name) && text.TakesNumber(out double value, out _) ? value : null;

    private static bool TakesValue(ref StoredText text, out ParameterValue value)
    {
        value = default;
        if (text.Takes("\""u8))
        {
            bool isName = text.TakesName(out string name);
            value = ParameterValue.Of(name);
            return isName;
        }

        bool isTrue = text.Takes("true"u8);
        if (isTrue || text.Takes("false"u8))
        {
            value = ParameterValue.Of(isTrue);
            return true;
        }

        return TakesNumber(ref text, out value);
    }

    private static bool TakesNumber(ref StoredText text, out ParameterValue value)
    {
        value = default;
        int start = text.Position;
        if (!text.TakesNumber(out double number, out bool isInteger))
            return false;
        if (!isInteger)
        {
            value = ParameterValue.Of(number);
            return true;
        }

        text.Position = start;
        bool isExact = text.TakesInteger(out long integer);
        value = ParameterValue.Of(integer);
        return isExact;
    }
}
