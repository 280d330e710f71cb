using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Cli.Analysis;

namespace ActorTune.Cli.AskTell;

/// <summary>Answers the request for the importance of a study's parameters.</summary>
internal static class StudyImportance
{
    internal static void Write(
        AskTellRequest request, StudyState state, Utf8JsonWriter writer)
    {
        string method = request.Text("method")
            ?? ImportanceMethods.NameOf(ImportanceMethod.PedAnova);
        long? resource = request.Whole("resource");
        request.RefuseUnknown();
        if (resource < 1)
            throw new AskTellException($"\"resource\" must be at least 1, got {resource}");
        var options = new ImportanceOptions
        {
            Method = ImportanceMethods.Find(method) ?? throw new AskTellException(
                $"there is no method '{method}'; there are "
                    + string.Join(", ", ImportanceMethods.Names)),
            Forest = new ForestOptions { Seed = state.Specification.Seed },
        };
        var table = TrialTable.Of(state, resource is { } units
            ? TrialSelection.At(new Resource(units))
            : TrialSelection.AtHighestResource);
        writer.WriteShares(ImportanceTable.Of(table, options));
        writer.WriteNumber("trials", table.Trials.Count);
    }
}
