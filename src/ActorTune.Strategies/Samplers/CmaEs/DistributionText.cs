namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>The saved form of the two distributions.</summary>
internal static class DistributionText
{
    internal static void Write(Utf8JsonWriter writer, GaussianSearch search)
    {
        writer.WriteNumber("sigma", search.Sigma);
        NumberText.Write(writer, "mean", search.Mean);
        NumberText.Write(writer, "stretch", search.Stretch);
        NumberText.Write(writer, "step-path", search.StepPath);
        NumberText.Write(writer, "covariance-path", search.CovariancePath);
        NumberText.Write(writer, "covariance", search.Covariance.Elements);
        if (search.Rates is not { } rates)
            return;
        NumberText.Write(writer, "rates", rates.Rates);
        NumberText.Write(writer, "mean-signal", rates.MeanSignal);
        NumberText.Write(writer, "covariance-signal", rates.CovarianceSignal);
    }

    internal static void Read(JsonElement saved, GaussianSearch search)
    {
        search.Sigma = saved.GetProperty("sigma").GetDouble();
        NumberText.Read(saved, "mean", search.Mean);
        NumberText.Read(saved, "stretch", search.Stretch);
        NumberText.Read(saved, "step-path", search.StepPath);
        NumberText.Read(saved, "covariance-path", search.CovariancePath);
        search.Covariance.Load(
            [.. saved.GetProperty("covariance").EnumerateArray().Select(x => x.GetDouble())]);
        if (search.Rates is not { } rates)
            return;
        NumberText.Read(saved, "rates", rates.Rates);
        NumberText.Read(saved, "mean-signal", rates.MeanSignal);
        NumberText.Read(saved, "covariance-signal", rates.CovarianceSignal);
    }

    internal static void Write(Utf8JsonWriter writer, CategoricalSearch search)
    {
        writer.WriteStartArray("probabilities");
        foreach (double[] row in search.Probabilities)
            NumberText.Write(writer, row);
        writer.WriteEndArray();
        NumberText.Write(writer, "signal", search.Signal);
        writer.WriteNumber("signal-weight", search.SignalWeight);
        writer.WriteNumber("caution", search.Caution);
    }

    internal static void Read(JsonElement saved, CategoricalSearch search)
    {
        JsonElement rows = saved.GetProperty("probabilities");
        SavedState.Demand(
            rows.GetArrayLength() == search.Probabilities.Length,
            "it has other categorical parameters");
        for (int i = 0; i < search.Probabilities.Length; i++)
            NumberText.Read(rows[i], search.Probabilities[i]);
        NumberText.Read(saved, "signal", search.Signal);
        search.SignalWeight = saved.GetProperty("signal-weight").GetDouble();
        search.Caution = saved.GetProperty("caution").GetDouble();
    }
}
